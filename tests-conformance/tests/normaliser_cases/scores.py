"""The normalisers of the scores domain: each with its difference, and what resembles it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from mastra_storage_conformance.replay.transcript import Call, Made, Raised, Returned
from mastra_storage_core.errors import InvalidInputError
from normaliser_cases.case import AFTER, AT, Case

EARLY = datetime(2024, 4, 1, tzinfo=UTC)
LATER = AT + timedelta(milliseconds=1)
REFUSED = Raised(InvalidInputError, "")


def call(method: str, options: Any, answer: Any = None, seq: int = 1) -> Call:
    wrapped = answer if isinstance(answer, Raised) else Returned(answer)
    return Call(seq, "scores", method, (options,), wrapped)


def score(name: str = "a", at: Any = EARLY, **fields: Any) -> dict[str, Any]:
    return {"id": name, "score": 0.5, "scorer": {"id": "s"}, "createdAt": at, **fields}


def saved(seq: int, name: str = "a") -> Call:
    return call("saveScore", {"id": name}, {"score": score(name, Made("date", seq))}, seq)


def page(*scores: Any, total: int | None = None) -> dict[str, Any]:
    found = len(scores) if total is None else total
    about = {"total": found, "page": 0, "perPage": 2, "hasMore": found > len(scores)}
    return {"scores": list(scores), "pagination": about}


def listed(*scores: Any, total: int | None = None) -> Call:
    return call("listScoresByRunId", {"runId": "r"}, page(*scores, total=total))


TWICE = (saved(7), saved(8, "b"), saved(9))
"""A score is saved, then another, then the first one again."""
SPOKEN = score(structuredOutput=True)

CASES = {
    "rule 4: a replaced score keeps its first created_at": Case(
        listed(score("a", Made("date", 9)), score("b", Made("date", 8))),
        page(score("b", AFTER), score("a", AT)),
        [
            page(score("a", AT), score("b", AFTER)),
            page(score("b", AFTER), score("a", LATER)),
            page(score("b", AT), score("a", AT)),
            page(score("b", AFTER), score("a", AT, score=0.6)),
            page(score("b", AFTER), score("a", AT), total=3),
            page(score("a", AFTER), score("b", AFTER)),
        ],
        TWICE,
    ),
    "rule 9: an input that was never given is None": Case(
        listed(score("a", input=""), score("b", input="", output="")),
        page(score("a", input=None), score("b", input="", output=None)),
        [
            page(score("a", input=None), score("b", input=None, output=0)),
            page(score("a", input=[]), score("b", input="", output="")),
            page(score("b", input=None), score("a", input=None)),
        ],
    ),
    "rule 11: the time of a score is a time": Case(
        call("getScoreById", {"id": "a"}, score(at="2024-04-01T00:00:00.000Z")),
        score(),
        [score(at=LATER), score(at="2024-04-01T00:00:00.000Z", score=1), None],
    ),
    "rule 17: structuredOutput has no column, and none is added": Case(
        call("getScoreById", {"id": "a"}, SPOKEN),
        score(),
        [score(structuredOutput=False), score(score=1), score(scorer={}), None],
    ),
}

EARLIER = (saved(7), saved(8, "b"), call("saveScore", {"id": "b"}, REFUSED))
"""Each score was saved once."""
ELSEWHERE = [
    ("rule 4: ", listed(score("a"), score("b")), page(score("b"), score("a", AT))),
    ("rule 4: ", listed(score("a"), score("b")), page(score("b"), score("a"))),
    ("rule 4: ", call("getScoreById", {"id": "a"}, score()), score(at=AT)),
    ("rule 4: ", call("getScoreById", {"id": "a"}), score(at=AT)),
    ("rule 4: ", call("saveScore", {"id": "a"}, REFUSED), {"score": score(at=AT)}),
    ("rule 9: ", call("getScoreById", {"id": "a"}, score(input=0)), score(input=None)),
    ("rule 9: ", call("getScoreById", {"id": "a"}), score(input=None)),
    ("rule 11: ", call("getScoreById", {"id": "a"}, score()), score(at=AT)),
    ("rule 11: ", call("saveScore", {"id": "a"}, REFUSED), {"score": score()}),
    ("rule 17: ", call("getScoreById", {"id": "a"}, score()), score(structuredOutput=True)),
    ("rule 17: ", call("saveScore", {"id": "a"}, REFUSED), {"score": score()}),
]

TOGETHER = (
    Case(call("saveScore", {"id": "a"}, {"score": SPOKEN}), {"score": score(at=AT)}, [], TWICE),
    [
        "rule 4: a replaced score keeps its first created_at",
        "rule 17: structuredOutput has no column, and none is added",
    ],
)
"""A difference that two normalisers explain, each a part of it."""
