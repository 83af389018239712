"""Observational memory: what observers and reflectors do with its records, and its checks.

How records are found and changed, and what a backend implements, is in `generations`; what becomes
of a record, in `activation`.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import operation
from mastra_storage_core.domains.memory.activation import (
    ActivationPlan,
    activated,
    activated_reflection,
    appended_chunk,
    appended_reflection,
    next_generation,
    observed,
)
from mastra_storage_core.domains.memory.generations import GenerationStorage
from mastra_storage_core.domains.memory.models import (
    Activation,
    ObservationalMemory,
    ObservationChunk,
)
from mastra_storage_core.domains.memory.records import (
    check_chunk,
    moment,
    number,
    optional_moment,
    tokens,
)
from mastra_storage_core.domains.memory.requests import RecordChange
from mastra_storage_core.ids import now
from mastra_storage_core.unset import UNSET, Unset


class ObservationalStorage(GenerationStorage):
    """What an observer noted in a thread, or in all threads of a resource.

    Observations are active at once, or wait in a buffer, in chunks, until they are activated. Each
    reflection starts a new generation of the record.
    """

    @operation
    async def update_active_observations(
        self,
        record_id: str,
        *,
        observations: str,
        token_count: float,
        last_observed_at: datetime,
        observed_message_ids: Sequence[str] | Unset | None = UNSET,
        observed_timezone: str | Unset | None = UNSET,
    ) -> None:
        """Replace the active observations; the total of tokens grows, and none are pending.

        The observed ids and the time zone are replaced where they are given; `None` clears them.
        """
        given: dict[str, Any] = {
            "active_observations": self._text(observations, "observations"),
            "last_observed_at": moment(last_observed_at, "last_observed_at"),
        }
        if not isinstance(observed_message_ids, Unset):
            given["observed_message_ids"] = (
                None
                if observed_message_ids is None
                else checks.identifiers(observed_message_ids, "observed_message_ids")
            )
        if not isinstance(observed_timezone, Unset):
            given["observed_timezone"] = self._optional_text(observed_timezone, "observed_timezone")
        size = tokens(token_count, "token_count")
        await self._change(record_id, lambda record: observed(record, size, given))

    @operation
    async def update_buffered_observations(
        self,
        record_id: str,
        *,
        chunk: ObservationChunk,
        last_buffered_at_time: datetime | None = None,
    ) -> None:
        """Append a chunk to the buffer; if its cycle is there already, nothing changes."""
        chunk = check_chunk(chunk, self._limits.max_json_bytes)
        buffered_at = optional_moment(last_buffered_at_time, "last_buffered_at_time")
        await self._change(record_id, lambda record: appended_chunk(record, chunk, buffered_at))

    @operation
    async def swap_buffered_to_active(
        self,
        record_id: str,
        *,
        activation_ratio: float,
        message_tokens_threshold: float,
        current_pending_tokens: float,
        force_max_activation: bool = False,
        last_observed_at: datetime | None = None,
        buffered_chunks: Sequence[ObservationChunk] = (),
    ) -> Activation:
        """Move the oldest chunks of the buffer to the active observations; return what was moved.

        As many move as bring the pending tokens down to `message_tokens_threshold * (1 -
        activation_ratio)`, at least one; fewer where that would go too far below, unless
        `force_max_activation`. `buffered_chunks` gives `message_tokens` that were measured again,
        by `cycle_id`; nothing else of it counts. With an empty buffer nothing is written.
        """
        fresh = checks.instances(buffered_chunks, ObservationChunk, "buffered_chunks")
        plan = ActivationPlan(
            ratio=number(activation_ratio, "activation_ratio", 1),
            threshold=number(message_tokens_threshold, "message_tokens_threshold"),
            pending=number(current_pending_tokens, "current_pending_tokens"),
            force=checks.flag(force_max_activation, "force_max_activation"),
            last_observed_at=optional_moment(last_observed_at, "last_observed_at"),
            message_tokens={
                chunk.cycle_id: checks.count(chunk.message_tokens, "message_tokens")
                for chunk in fresh
            },
        )
        return await self._decide(record_id, lambda record: activated(record, plan))

    @operation
    async def update_buffered_reflection(
        self,
        record_id: str,
        *,
        reflection: str,
        token_count: float,
        input_token_count: float,
        reflected_observation_line_count: int,
    ) -> None:
        """Append to the buffered reflection; both counts are added, that of lines is replaced."""
        text = self._text(reflection, "reflection")
        size = tokens(token_count, "token_count")
        source = tokens(input_token_count, "input_token_count")
        lines = tokens(reflected_observation_line_count, "reflected_observation_line_count")
        await self._change(
            record_id, lambda record: appended_reflection(record, text, size, source, lines)
        )

    @operation
    async def swap_buffered_reflection_to_active(
        self, current_record: ObservationalMemory, *, token_count: float
    ) -> ObservationalMemory:
        """Start a generation with the buffered reflection and return it; the buffer is emptied.

        The active lines that were added since the reflection follow it after a blank line. The
        stored record is carried on; of `current_record` only the id is used. `ConflictError` where
        no reflection is buffered.
        """
        at, size = now(), tokens(token_count, "token_count")
        return await self._decide(
            _id(current_record), lambda record: activated_reflection(record, size, at), at
        )

    @operation
    async def create_reflection_generation(
        self, current_record: ObservationalMemory, *, reflection: str, token_count: float
    ) -> ObservationalMemory:
        """Start a generation with a reflection and return it; the old one stays as it is.

        The stored record is carried on; of `current_record` only the id is used.
        """
        text = self._text(reflection, "reflection")
        at, size = now(), tokens(token_count, "token_count")

        def follow(record: ObservationalMemory) -> tuple[RecordChange, ObservationalMemory]:
            successor = next_generation(record, text, size, at)
            return RecordChange({}, successor), successor

        return await self._decide(_id(current_record), follow, at)


def _id(record: ObservationalMemory) -> str:
    (record,) = checks.instances([record], ObservationalMemory, "current_record")
    return record.id
