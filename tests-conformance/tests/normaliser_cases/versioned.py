"""The normalisers of versioned entities: each with its difference, and what resembles it."""

from typing import Any

from mastra_storage_conformance.replay.transcript import Call, Raised, Returned
from mastra_storage_core.errors import NotFoundError
from normaliser_cases.case import Case

AGENT = {"id": "a", "status": "draft"}
RESOLVED = {**AGENT, "name": "n", "resolvedVersionId": "v"}
NONE = Returned(None)


def call(method: str, *args: Any, answer: Any = None) -> Call:
    return Call(
        1, "agents", method, args, answer if isinstance(answer, Raised) else Returned(answer)
    )


CASES = {
    "rule 9: a version that the entity does not have is none": Case(
        call("getByIdResolved", "a", {"versionId": "v"}, answer=AGENT),
        None,
        [AGENT, RESOLVED, Raised(NotFoundError, "")],
    ),
    "rule 13: deleting an entity or a version says whether there was one": Case(
        call("deleteVersion", "v"), True, [{"deleted": True}, "true", Raised(NotFoundError, "")]
    ),
}

EARLIER: tuple[Call, ...] = ()
ELSEWHERE = [
    # No version was named, or the entity has it.
    ("rule 9: ", call("getByIdResolved", "a", answer=AGENT), None),
    ("rule 9: ", call("getByIdResolved", "a", {"status": "draft"}, answer=AGENT), None),
    ("rule 9: ", call("getByIdResolved", "a", {"versionId": "v"}, answer=RESOLVED), None),
    ("rule 9: ", call("getById", "a", {"versionId": "v"}, answer=AGENT), None),
    # Nothing was deleted, or the original says more than nothing.
    ("rule 13: ", call("countVersions", "a"), 1),
    ("rule 13: ", call("delete", "a", answer=1), True),
]
