"""The experiments domain: how its rules rewrite what was recorded."""

from typing import Any

from mastra_storage_conformance.replay.normalisers.normaliser import Normaliser, Seen
from mastra_storage_conformance.replay.transcript import Answer, Returned


def deletion_reported(seen: Seen) -> Answer | None:
    """Deleting says whether there was such an experiment; the original returns nothing."""
    if seen.call.method != "deleteExperiment" or seen.call.answer != Returned(None):
        return None
    return Returned(_was_there(seen, seen.call.options["id"]))


NORMALISERS = (Normaliser(13, "deleting says whether there was an experiment", deletion_reported),)
"""Those of this domain, in the order in which they are applied."""


def _was_there(seen: Seen, experiment_id: Any) -> bool:
    """Whether earlier calls made an experiment, and none deleted it since."""
    there = False
    for call in seen.earlier:
        answer = call.answer
        if call.method == "createExperiment" and isinstance(answer, Returned):
            there |= answer.value["id"] == experiment_id
        elif call.method == "deleteExperiment" and call.options["id"] == experiment_id:
            there = False
    return there
