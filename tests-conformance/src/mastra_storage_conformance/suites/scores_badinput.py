"""Bad values for scores: refused on every backend alike, before any I/O, and nothing is lost."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import InvalidInputError, NewScore, OrderBy, ScoresStorage, Store
from pydantic import ValidationError

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites import _scores_values as some
from mastra_storage_conformance.suites._refusals import (
    BLANK,
    NAIVE,
    NO_COUNT,
    NUL,
    TOO_LONG,
    Call,
    CallWith,
    grid,
    refused,
)
from mastra_storage_conformance.suites._support import score_now
from mastra_storage_conformance.suites.values import nested

ScoreCall: TypeAlias = Call[ScoresStorage]
ScoreCallWith: TypeAlias = CallWith[ScoresStorage]


def unchecked_score(**fields: Any) -> NewScore:
    """Return a score that skipped its model."""
    sound = Make().new_score(**some.FULL)
    return NewScore.model_construct(**{**dict(sound), **fields})


METHODS_OF_SCORES: dict[str, Callable[..., ScoreCall]] = {
    "save": lambda **x: lambda s: s.save_score(unchecked_score(**x)),
    "get": lambda **x: lambda s: s.get_score_by_id(**x),
    "of_scorer": lambda **x: lambda s: s.list_scores_by_scorer_id(**{"scorer_id": "s", **x}),
    "of_run": lambda **x: lambda s: s.list_scores_by_run_id(**{"run_id": "r", **x}),
    "of_entity": lambda **x: (
        lambda s: s.list_scores_by_entity_id(**{"entity_id": "e", "entity_type": "AGENT", **x})
    ),
    "of_span": lambda **x: (
        lambda s: s.list_scores_by_span(**{"trace_id": "t", "span_id": "s", **x})
    ),
}
"""A sound call of each method, but for the arguments that are asked."""
ALL_LISTS = "of_scorer of_run of_entity of_span"


def asked(methods: str, argument: str, *values: object, **others: Any) -> dict[str, ScoreCall]:
    """Return a call of each method with each value of an argument."""

    def with_value(method: str) -> ScoreCallWith:
        return lambda s, x: METHODS_OF_SCORES[method](**{argument: x, **others})(s)

    calls = {f"{method} {argument}": with_value(method) for method in methods.split()}
    return grid(values, calls)


NO_ID = (*BLANK, *NUL, *TOO_LONG, 5, b"bytes", ["a"], None)
IDS_OF_SCORES = {
    **asked("save of_scorer", "scorer_id", *NO_ID),
    **asked("save of_run", "run_id", *NO_ID),
    **asked("save of_entity", "entity_id", *NO_ID),
    **asked("of_entity", "entity_type", *NO_ID),
    **asked("of_span", "trace_id", *NO_ID),
    **asked("of_span", "span_id", *NO_ID),
    **asked("get", "score_id", *NO_ID),
    **asked("of_scorer", "entity_id", *NO_ID[:-1]),
    **asked("save of_scorer", "entity_type", *NO_ID[:-1]),
    **asked(f"save {ALL_LISTS}", "organization_id", *NO_ID[:-1]),
    **asked(f"save {ALL_LISTS}", "project_id", *NO_ID[:-1]),
}
for name in ("id", "trace_id", "span_id", "resource_id", "thread_id", "batch_id"):
    IDS_OF_SCORES |= asked("save", name, *NO_ID[:-1])
IDS_OF_SCORES |= asked("save", "dataset_id", *NO_ID[:-1]) | asked(
    "save", "dataset_item_id", *NO_ID[:-1]
)

NO_SOURCE = ("", "live", "OTHER", " LIVE", 1, True, b"LIVE", ["LIVE"], ...)
NO_NUMBER = (float("nan"), float("inf"), -float("inf"), 10**400, "0.5", True, None, [1], 1j, b"1")
NUMBERS_AND_TEXTS = {
    **asked("save", "score", *NO_NUMBER),
    **asked("save", "source", *NO_SOURCE, None),
    **asked("of_scorer", "source", *NO_SOURCE),
}
for name in some.PLAIN:
    NUMBERS_AND_TEXTS |= asked("save", name, *NUL, 5, b"bytes", ["a"])

INJECTED = "created_at; DROP TABLE mastra_scorers"
PAGES_ASKED = {
    **asked(ALL_LISTS, "page", *NO_COUNT, None),
    **asked(ALL_LISTS, "per_page", *NO_COUNT),
    **asked(ALL_LISTS, "page", 1, per_page=None),
    **asked(ALL_LISTS, "page", 2**53 - 1, per_page=2),
    **asked(ALL_LISTS, "include_total", 1, None),
}
ORDERS_ASKED: dict[str, ScoreCall] = {}
NO_DIRECTION: tuple[Any, ...] = ("ASC", "", "asc; --", "random()", None, 1)
NO_FIELD: tuple[Any, ...] = (INJECTED, "score", "updated_at", "", None)
for field in NO_FIELD:
    ORDERS_ASKED |= asked(ALL_LISTS, "order_by", OrderBy(field))
for direction in NO_DIRECTION:
    ORDERS_ASKED |= asked(ALL_LISTS, "order_by", OrderBy("created_at", direction))
ORDERS_ASKED |= asked(
    ALL_LISTS, "order_by", INJECTED, "created_at", None, ("created_at", "asc"), {"field": INJECTED}
)

NO_OBJECT: tuple[Any, ...] = (5, True, "text", "{}", [], [("a", 1)], b"{}", {1, 2}, ...)
NO_JSON = ({"k": ...}, {"k": {1}}, {"k": b"x"}, {"k": NAIVE}, {1: 2}, {"k": [{None: 1}]})
TOO_DEEP = {"k": nested(200)}
TOO_MANY_DIGITS = {"k": 10**4300}
JSON_OF_SCORES = {
    **asked("save", "scorer", None),
    **asked("save", "entity", None),
    **asked("save", "input", *NO_JSON, TOO_DEEP, TOO_MANY_DIGITS, ..., {1}, b"x"),
    **asked("save", "output", *NO_JSON, TOO_DEEP, TOO_MANY_DIGITS, ..., {1}, b"x"),
}
for name in some.OBJECTS:
    JSON_OF_SCORES |= asked("save", name, *NO_OBJECT, *NO_JSON, TOO_DEEP, TOO_MANY_DIGITS)


@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestBadInputForScores:
    """What no backend stores is refused in the same way by all."""

    @pytest.mark.parametrize(
        "group", [IDS_OF_SCORES, NUMBERS_AND_TEXTS, PAGES_ASKED, ORDERS_ASKED, JSON_OF_SCORES]
    )
    async def test_it_is_refused_before_any_io(
        self, open_fresh: Callable[[], Store], group: dict[str, ScoreCall]
    ) -> None:
        """Even by a store that is closed: there is nothing to ask it."""
        store = open_fresh()
        await store.close()

        for call in group.values():
            await refused(call, store.scores)

    @pytest.mark.parametrize("value", [None, "score", 0.5, {"score": 1}, [], ...])
    async def test_only_a_new_score_is_saved(
        self, open_fresh: Callable[[], Store], value: Any
    ) -> None:
        store = open_fresh()
        await store.close()

        await refused(lambda scores: scores.save_score(value), store.scores)

    @pytest.mark.parametrize("value", NO_NUMBER, ids=repr)
    async def test_a_score_that_is_no_number_cannot_even_be_made(
        self, scores: ScoresStorage, make: Make, value: Any
    ) -> None:
        with pytest.raises(InvalidInputError, match="score must be a finite number"):
            make.new_score(score=value)

    @pytest.mark.parametrize(
        "name",
        ["scorer_id", "run_id", "entity_id", "source", "score", "scorer", "entity", "output"],
    )
    async def test_what_a_score_must_have_is_missed_before_it_is_saved(
        self, scores: ScoresStorage, make: Make, name: str
    ) -> None:
        values = make.new_score().model_dump()
        del values[name]

        with pytest.raises(ValidationError, match="Field required"):
            NewScore(**values)

    @pytest.mark.parametrize(
        ("fields", "place"),
        [
            ({"output": {"steps": [0, {1, 2}]}}, "output.steps[1]"),
            ({"scorer": {"at": NAIVE}}, "scorer.at"),
            ({"metadata": {5: 1}}, "metadata has a key"),
            ({"reason": "a\0b"}, "reason"),
            ({"score": float("nan")}, "score must be a finite number, not nan"),
        ],
    )
    async def test_the_place_is_named_and_the_stored_score_stays(
        self, scores: ScoresStorage, make: Make, fields: dict[str, Any], place: str
    ) -> None:
        score = await make.score(scores)
        bad = NewScore.model_construct(**{**dict(make.new_score(id=score.id)), **fields})

        with pytest.raises(InvalidInputError) as caught:
            await scores.save_score(bad)

        assert place in str(caught.value)
        assert await score_now(scores, score.id) == score
