"""The domains of versioned entities: how their rules rewrite what was recorded."""

from mastra_storage_conformance.replay.normalisers.normaliser import Normaliser, Seen
from mastra_storage_conformance.replay.transcript import Answer, Returned


def own_versions_only(seen: Seen) -> Answer | None:
    """A version that the entity does not have is none; the original returns the entity without."""
    if seen.call.method != "getByIdResolved" or not isinstance(seen.value, dict):
        return None
    asked = len(seen.call.args) > 1 and "versionId" in seen.call.args[1]
    return Returned(None) if asked and "resolvedVersionId" not in seen.value else None


def deletion_reported(seen: Seen) -> Answer | None:
    """Deleting says whether there was one, or how many; the original returns nothing."""
    reported = isinstance(seen.ours, Returned) and type(seen.ours.value) in (bool, int)
    if seen.call.answer != Returned(None) or not reported:
        return None
    return seen.ours if seen.call.method.startswith("delete") else None


NORMALISERS = (
    Normaliser(9, "a version that the entity does not have is none", own_versions_only),
    Normaliser(13, "deleting an entity or a version says whether there was one", deletion_reported),
)
"""Those of these domains, in the order in which they are applied."""
