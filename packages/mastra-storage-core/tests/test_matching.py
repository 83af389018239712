"""The metadata filter, against a definition that is written another way."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given, strategies as st
from mastra_storage_core.matching import matches

FEW = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([0, 1, -1, 10**23, 0.0, -0.0, 1.0, 0.1, 1e23, 5e-324, 1e308, 10**308]),
    st.sampled_from(["", "1", "true", "null", "a", "A", "\0", "\ud800", "é", "e\u0301"]),
)
VALUES = st.recursive(
    FEW,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=5,
)
OBJECTS = st.dictionaries(st.sampled_from("abc"), VALUES)


def form(value: Any) -> Any:
    """Return a value that is equal to another's exactly where the two JSON values are equal."""
    if value is None or isinstance(value, bool):
        return ("constant", repr(value))
    if isinstance(value, (int, float)):
        return ("number", Fraction(repr(value)))
    if isinstance(value, str):
        return ("text", value)
    if isinstance(value, list):
        return ("array", tuple(form(each) for each in value))
    return ("object", frozenset((key, form(each)) for key, each in value.items()))


def contains(stored: Any, wanted: Any) -> bool:
    if isinstance(stored, dict) and isinstance(wanted, dict):
        return all(key in stored and contains(stored[key], wanted[key]) for key in wanted)
    return bool(form(stored) == form(wanted))


@given(OBJECTS, OBJECTS)
@example({"a": {"b": [{}]}}, {"a": {"b": [{"a": 1}]}})
@example({"a": 1e23}, {"a": 10**23})
def test_a_filter_is_containment_of_typed_values(
    stored: dict[str, Any], wanted: dict[str, Any]
) -> None:
    assert matches(stored, wanted) is contains(stored, wanted)
    assert matches(stored, stored)
    assert matches({**wanted, **stored}, {}) is True


@pytest.mark.parametrize("stored", [None, 1, "a", True, [], [["a", 1]], ["a"]])
def test_what_is_no_object_matches_nothing(stored: Any) -> None:
    assert not matches(stored, {})
    assert not matches(stored, {"a": 1})


@pytest.mark.parametrize(
    ("stored", "wanted"),
    [(1, "1"), (1, True), (0, False), (None, "null"), ([1], [1, 1]), ([1, 2], [2, 1]), ([], {})],
)
def test_values_of_different_types_or_orders_differ(stored: Any, wanted: Any) -> None:
    assert not matches({"a": stored}, {"a": wanted})
    assert not matches({"a": wanted}, {"a": stored})


def test_null_matches_a_key_that_is_there_and_null() -> None:
    assert matches({"a": None}, {"a": None})
    assert not matches({}, {"a": None})
    assert not matches({"a": {}}, {"a": {"b": None}})
