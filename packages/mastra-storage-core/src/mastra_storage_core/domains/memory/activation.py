"""What becomes of an observational memory record: how chunks are activated, reflections, merges.

Pure functions: a record in, what changes out. They run while the record is locked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import accumulate
from typing import Any

from mastra_storage_core.domains.memory.models import (
    ActivatedChunk,
    Activation,
    ObservationalMemory,
    ObservationChunk,
)
from mastra_storage_core.domains.memory.requests import RecordChange
from mastra_storage_core.errors import ConflictError, named
from mastra_storage_core.model import iso

LARGEST = 2**31 - 1
"""What a counter column of PostgreSQL holds. Counters stop there, on every backend."""
ALWAYS_KEPT = 1_000
"""Tokens of messages that an activation leaves in the context, unless the floor is lower."""
OVERSHOOT = 0.95
"""The part of the floor that may be activated beyond the target."""


@dataclass(frozen=True, slots=True)
class ActivationPlan:
    """How much to activate: as much as brings the pending messages down to the floor."""

    ratio: float
    threshold: float
    pending: float
    force: bool = False
    last_observed_at: datetime | None = None
    message_tokens: Mapping[str, int] = field(default_factory=dict)
    """Sizes by cycle, where the caller has measured them again."""

    @property
    def floor(self) -> float:
        return self.threshold * (1 - self.ratio)

    def keeps_enough(self, activated: int) -> bool:
        """Say whether enough of the pending messages stays."""
        return self.pending - activated >= min(ALWAYS_KEPT, self.floor)


def chunks_to_activate(sizes: Sequence[int], plan: ActivationPlan) -> int:
    """Return how many of the oldest chunks to activate, by their messages' tokens: at least one.

    The candidates are the first boundary that reaches the target and the last one below it.
    """
    target = max(0, plan.pending - plan.floor)
    sums = [(tokens, count) for count, tokens in enumerate(accumulate(sizes), 1)]
    over = min((each for each in sums if each[0] >= target), default=None)
    below = [each for each in sums if 0 < each[0] < target]
    under = max(below, key=lambda each: each[0], default=None)
    overshoot = plan.floor * OVERSHOOT
    if over and plan.keeps_enough(over[0]) and (plan.force or over[0] - target <= overshoot):
        return over[1]
    if under and plan.keeps_enough(under[0]):
        return under[1]
    return over[1] if over else 1


def activated(
    record: ObservationalMemory, plan: ActivationPlan
) -> tuple[RecordChange | None, Activation]:
    """Move the oldest chunks to the active observations, under a line with their time."""
    chunks = _measured(record.buffered_observation_chunks or [], plan.message_tokens)
    if not chunks:
        return None, Activation()
    count = chunks_to_activate([chunk.message_tokens for chunk in chunks], plan)
    moved = chunks[:count]
    result = _activation(moved)
    observed_at = plan.last_observed_at or moved[-1].last_observed_at
    boundary = f"\n\n--- message boundary ({iso(observed_at)}) ---\n\n"
    before = f"{record.active_observations}{boundary}" if record.active_observations else ""
    fields = {
        "active_observations": f"{before}{result.observations}",
        "observation_token_count": _sum(
            record.observation_token_count, result.observation_tokens_activated
        ),
        "pending_message_tokens": max(
            0, record.pending_message_tokens - result.message_tokens_activated
        ),
        "buffered_observation_chunks": chunks[count:] or None,
        "last_observed_at": observed_at,
    }
    return RecordChange(fields), result


def appended_chunk(
    record: ObservationalMemory, chunk: ObservationChunk, last_buffered_at_time: datetime | None
) -> RecordChange | None:
    """Append a chunk to the buffer; a cycle that is there already changes nothing."""
    chunks = record.buffered_observation_chunks or []
    if any(each.cycle_id == chunk.cycle_id for each in chunks):
        return None
    fields: dict[str, Any] = {"buffered_observation_chunks": [*chunks, chunk]}
    if last_buffered_at_time is not None:
        fields["last_buffered_at_time"] = last_buffered_at_time
    return RecordChange(fields)


def observed(
    record: ObservationalMemory, token_count: int, given: Mapping[str, Any]
) -> RecordChange:
    """Replace the active observations: nothing is pending any more, and the total grows."""
    return RecordChange(
        {
            **given,
            "observation_token_count": token_count,
            "total_tokens_observed": _sum(record.total_tokens_observed, token_count),
            "pending_message_tokens": 0,
        }
    )


def appended_reflection(
    record: ObservationalMemory, reflection: str, token_count: int, input_count: int, lines: int
) -> RecordChange:
    """Append to the buffered reflection, which now stands for the first `lines` active lines."""
    buffered = record.buffered_reflection
    return RecordChange(
        {
            "buffered_reflection": f"{buffered}\n\n{reflection}" if buffered else reflection,
            "buffered_reflection_tokens": _sum(record.buffered_reflection_tokens, token_count),
            "buffered_reflection_input_tokens": _sum(
                record.buffered_reflection_input_tokens, input_count
            ),
            "reflected_observation_line_count": lines,
        }
    )


def next_generation(
    record: ObservationalMemory, observations: str, token_count: int, at: datetime
) -> ObservationalMemory:
    """Make the generation that follows a record: other observations, and nothing buffered."""
    return ObservationalMemory(
        scope=record.scope,
        thread_id=record.thread_id,
        resource_id=record.resource_id,
        origin_type="reflection",
        generation_count=record.generation_count + 1,
        active_observations=observations,
        config=record.config,
        last_observed_at=record.last_observed_at,
        last_reflection_at=at,
        total_tokens_observed=record.total_tokens_observed,
        observation_token_count=token_count,
        observed_timezone=record.observed_timezone,
        metadata=record.metadata,
        created_at=at,
    )


def activated_reflection(
    record: ObservationalMemory, token_count: int, at: datetime
) -> tuple[RecordChange, ObservationalMemory]:
    """Make a generation of the buffered reflection and the lines that it does not stand for."""
    reflection = record.buffered_reflection
    if not reflection:
        raise ConflictError(f"the record {named(record.id)} has no buffered reflection")
    lines = record.active_observations.split("\n")
    rest = "\n".join(lines[record.reflected_observation_line_count or 0 :]).strip()
    observations = f"{reflection}\n\n{rest}" if rest else reflection
    successor = next_generation(record, observations, token_count, at)
    emptied = (
        "buffered_reflection",
        "buffered_reflection_tokens",
        "buffered_reflection_input_tokens",
        "reflected_observation_line_count",
    )
    return RecordChange(dict.fromkeys(emptied), successor), successor


def merged_config(stored: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """Merge objects key by key at every level; lists and everything else are replaced."""
    merged = dict(stored)
    for key, value in change.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[key] = merged_config(old, value)
        else:
            merged[key] = value
    return merged


def _measured(
    chunks: Sequence[ObservationChunk], sizes: Mapping[str, int]
) -> list[ObservationChunk]:
    return [
        chunk.model_copy(update={"message_tokens": sizes.get(chunk.cycle_id, chunk.message_tokens)})
        for chunk in chunks
    ]


def _activation(chunks: Sequence[ObservationChunk]) -> Activation:
    return Activation(
        chunks_activated=len(chunks),
        message_tokens_activated=sum(chunk.message_tokens for chunk in chunks),
        observation_tokens_activated=sum(chunk.token_count for chunk in chunks),
        messages_activated=sum(len(chunk.message_ids) for chunk in chunks),
        activated_cycle_ids=[chunk.cycle_id for chunk in chunks if chunk.cycle_id],
        activated_message_ids=[each for chunk in chunks for each in chunk.message_ids],
        observations="\n\n".join(chunk.observations for chunk in chunks),
        per_chunk=[
            ActivatedChunk(
                cycle_id=chunk.cycle_id,
                message_tokens=chunk.message_tokens,
                observation_tokens=chunk.token_count,
                message_count=len(chunk.message_ids),
                observations=chunk.observations,
            )
            for chunk in chunks
        ],
        suggested_continuation=chunks[-1].suggested_continuation,
        current_task=chunks[-1].current_task,
    )


def _sum(counter: int | None, more: int) -> int:
    return min((counter or 0) + more, LARGEST)
