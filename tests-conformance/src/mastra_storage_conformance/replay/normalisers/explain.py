"""Applies the normalisers of a call's domain to what was recorded."""

from dataclasses import replace

from mastra_storage_core.domains.versioned.kinds.every import EVERY

from mastra_storage_conformance.replay.normalisers import (
    datasets,
    experiments,
    memory,
    observability,
    scores,
    versioned,
    workflows,
)
from mastra_storage_conformance.replay.normalisers.normaliser import Normaliser, Seen
from mastra_storage_conformance.replay.transcript import Answer

NORMALISERS: dict[str, tuple[Normaliser, ...]] = {
    "memory": memory.NORMALISERS,
    "observability": observability.NORMALISERS,
    "workflows": workflows.NORMALISERS,
    "datasets": datasets.NORMALISERS,
    "experiments": experiments.NORMALISERS,
    "scores": scores.NORMALISERS,
    **{each.domain: versioned.NORMALISERS for each in EVERY},
}
"""All of them, by domain, in the order in which they are applied."""


def explain(seen: Seen) -> tuple[Answer, tuple[Normaliser, ...]]:
    """Return the recorded answer as our rules have it, and the normalisers that changed it."""
    used: list[Normaliser] = []
    for normaliser in NORMALISERS.get(seen.call.domain, ()):
        answer = normaliser.rewrite(seen)
        if answer is not None and answer != seen.call.answer:
            seen = replace(seen, call=replace(seen.call, answer=answer))
            used.append(normaliser)
    return seen.call.answer, tuple(used)
