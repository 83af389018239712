"""Values and plain functions of signals: numbers, places, conditions, declarations."""

from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, strategies as st
from mastra_storage_core import ComparePeriod, DateRange, Interval, InvalidInputError
from mastra_storage_core.domains.observability.aggregation import change_percent
from mastra_storage_core.domains.observability.numbers import (
    SHARES,
    checked_number,
    checked_share,
    rank,
    total,
)
from mastra_storage_core.domains.observability.signal_requests import SignalConditions
from mastra_storage_core.domains.observability.signals import CONTEXT, SIGNALS, Kind, Signal

numbers = st.floats(-1e290, 1e290) | st.integers(-(2**60), 2**60).map(float)


@given(st.lists(numbers, max_size=20))
def test_a_sum_is_exact_and_rounded_once_in_any_order(values: list[float]) -> None:
    values = [checked_number(value, "a number") for value in values]
    exact = float(sum((Fraction(repr(value)) for value in values), Fraction(0)))

    assert total(values) == total(values[::-1]) == total(sorted(values)) == exact


@given(st.lists(st.integers(-(2**53) + 1, 2**53 - 1), max_size=20))
def test_a_sum_of_whole_numbers_is_that_of_integers(values: list[int]) -> None:
    assert total(list(map(float, values))) == float(sum(values))


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 1.1e290, -(10**400), True, "1", None])
def test_what_no_backend_can_add_is_refused(bad: Any) -> None:
    with pytest.raises(InvalidInputError) as caught:
        checked_number(bad, "a number")

    assert len(str(caught.value)) < 100


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_a_place_is_a_share_of_the_count_rounded_down_and_none_past_the_last(
    share: int, count: int
) -> None:
    place = rank(share, count)

    assert 0 <= place < count
    assert place == min(int(Fraction(share, SHARES) * count), count - 1)
    assert rank(share, count) <= rank(min(share + 1, SHARES), count)


@pytest.mark.parametrize(
    ("percentile", "share"),
    [(0, 0), (1, SHARES), (0.5, SHARES // 2), (0.29, 290_000_000), (1 / 3, 333_333_333)],
)
def test_a_percentile_is_counted_in_billionths(percentile: float, share: int) -> None:
    assert checked_share(percentile) == share


def test_changes_are_percentages_of_what_was_there() -> None:
    assert change_percent(6.0, 4.0) == 50.0
    assert change_percent(6.0, -4.0) == 250.0
    assert [change_percent(*each) for each in ((1.0, 0.0), (1.0, None), (None, 1.0))] == [None] * 3


def test_periods_are_moved_by_their_length_or_by_a_day_or_a_week() -> None:
    length = timedelta(hours=2)

    assert [each.earlier(length) for each in ComparePeriod] == [
        length,
        timedelta(days=1),
        timedelta(weeks=1),
    ]
    assert [each.seconds for each in Interval] == [60, 300, 900, 3600, 86_400]


@pytest.mark.parametrize(
    ("texts", "choices", "values", "expected"),
    [
        ({}, {}, ["a"], ({"name": "a"}, {})),
        ({}, {}, ["a", "b"], ({}, {"name": ("a", "b")})),
        ({"name": "b"}, {}, ["a", "b"], ({"name": "b"}, {})),
        ({"name": "c"}, {}, ["a", "b"], ({}, {"name": ()})),
        ({}, {"name": ("b", "c")}, ["a", "b"], ({"name": "b"}, {})),
        ({"other": "x"}, {"name": ("c",)}, ["a"], ({"other": "x"}, {"name": ()})),
    ],
)
def test_conditions_about_one_field_leave_what_meets_both(
    texts: Any, choices: Any, values: list[str], expected: Any
) -> None:
    conditions = SignalConditions(texts, choices, DateRange()).choosing("name", values)

    assert (conditions.texts, conditions.choices) == expected


@pytest.mark.parametrize("signal", SIGNALS, ids=repr)
def test_a_declaration_names_the_fields_of_its_model(signal: Signal) -> None:
    fields = set(signal.model.model_fields)
    declared = set(signal.kinds)
    if signal.name == "feedback":  # whose value has two columns
        declared = declared - {"value_string", "value_number"} | {"value"}

    assert declared == fields
    assert len(signal.kinds) == len(signal.fields)
    assert signal.kinds[signal.key] is Kind.KEY
    assert not signal.measure or signal.kinds[signal.measure] is Kind.NUMBER
    assert {field.name for field in CONTEXT} <= fields | {"execution_source"}
