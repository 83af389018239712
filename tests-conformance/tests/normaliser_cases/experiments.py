"""The normalisers of the experiments domain: each with its difference, and what resembles it."""

from typing import Any

from mastra_storage_conformance.replay.transcript import Call, Made, Raised, Returned
from mastra_storage_core.errors import ConflictError, NotFoundError
from normaliser_cases.case import Case

MISSING = Raised(NotFoundError, "")


def call(method: str, options: Any, answer: Any = None) -> Call:
    wrapped = answer if isinstance(answer, Raised) else Returned(answer)
    return Call(1, "experiments", method, (options,), wrapped)


def made(experiment_id: Any) -> Call:
    return call("createExperiment", {"id": experiment_id}, {"id": experiment_id})


def deleted(experiment_id: Any) -> Call:
    return call("deleteExperiment", {"id": experiment_id})


REFUSED = call("createExperiment", {"id": "a"}, Raised(ConflictError, ""))
PLACEHOLDER = Made("uuid", 3)
"""An id that the original made up."""

CASES = {
    "rule 13: deleting says whether there was an experiment": Case(
        deleted("a"), True, [False, 1, None, MISSING], (made("b"), made("a"))
    ),
}

EARLIER = (made("a"), deleted("a"), made("b"))
"""One experiment is there, and one no more."""

ELSEWHERE = [
    # It is not there, or the original says more than nothing, or it is another deletion.
    ("rule 13: ", deleted("a"), True),
    ("rule 13: ", deleted("c"), True),
    ("rule 13: ", call("deleteExperiment", {"id": "b"}, 1), True),
    ("rule 13: ", call("deleteExperimentResults", {"experimentId": "b"}), True),
]

TOGETHER = (
    Case(deleted(PLACEHOLDER), True, [], (made(PLACEHOLDER),)),
    ["rule 13: deleting says whether there was an experiment"],
)
"""The same rule for an id that the original made up."""
