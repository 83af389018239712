"""What callers may pass. Nothing here does I/O."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import example, given, strategies as st
from mastra_storage_core import InvalidInputError, NewMessage, checks
from mastra_storage_core.checks import identifier, identifiers, instances, metadata_filter, text

UNSTORABLE = ["\0", "a\0b", "\ud800", "a\udfff"]
OTHER_TYPES: list[Any] = [None, 1, True, b"id", ["id"], {"id": 1}]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_other_text_is_kept_as_it_is(value: str) -> None:
    assert text(value, "title") is value


@pytest.mark.parametrize("check", [text, identifier])
@pytest.mark.parametrize("value", [*UNSTORABLE, *OTHER_TYPES])
def test_what_no_backend_stores_is_refused(check: Callable[..., str], value: Any) -> None:
    with pytest.raises(InvalidInputError, match="title"):
        check(value, "title")


@pytest.mark.parametrize("value", ["", " ", "\n\t", "\u2003"])
def test_a_blank_id_is_refused_and_a_blank_title_is_not(value: str) -> None:
    assert text(value, "title") == value
    with pytest.raises(InvalidInputError, match="thread_id must not be empty"):
        identifier(value, "thread_id")


@pytest.mark.parametrize("value", ["%", "a_b", "' or 1=1 --", '"', "a:b/c\\", " x "])
def test_an_id_is_data_and_not_a_pattern(value: str) -> None:
    assert identifier(value, "thread_id") == value


def test_a_text_is_measured_in_bytes_of_utf8() -> None:
    assert text("é" * 50, "title", 100)
    with pytest.raises(InvalidInputError, match=r"title is 102 bytes; .* limit of 100"):
        text("é" * 51, "title", 100)


def test_a_repeated_id_counts_once_at_its_first_place() -> None:
    assert identifiers(iter(["b", "a", "b"]), "ids") == ["b", "a"]
    assert identifiers((), "ids") == []


@pytest.mark.parametrize(
    "values", ["ids", b"ids", 1, None, ["a", ""], ["a", None], ["\0"], [["a"]], {"a": 1}]
)
def test_what_is_no_list_of_ids_is_refused(values: Any) -> None:
    with pytest.raises(InvalidInputError, match="ids"):
        identifiers(values, "ids")


@pytest.mark.parametrize("value", [-1, 1.0, True, "1", None, 2**31, 10**30])
def test_what_is_no_count_is_refused(value: Any) -> None:
    assert checks.count(2**31 - 1, "limit") == 2**31 - 1
    with pytest.raises(InvalidInputError, match="limit must be a whole number"):
        checks.count(value, "limit")


@pytest.mark.parametrize("value", [0, 1, None, "true"])
def test_what_is_no_boolean_is_refused(value: Any) -> None:
    with pytest.raises(InvalidInputError, match="true or false"):
        checks.flag(value, "include_total")


@pytest.mark.parametrize("values", [None, "ab", b"ab", {"a": 1}, 5, ["a"], [{"thread_id": "t"}]])
def test_what_is_no_list_of_messages_is_refused(values: Any) -> None:
    with pytest.raises(InvalidInputError, match=r"messages must .* NewMessage"):
        instances(values, NewMessage, "messages")


KEYS = ["", "1a", "a-b", "a.b", "a b", "a'b", 'a"b', "a\n", "é", "__proto__", "prototype"]


@pytest.mark.parametrize("key", [*KEYS, "constructor", "a" * 129, "a" * 10_000, "\0", "\ud800"])
def test_a_filter_key_that_breaks_the_rule_is_refused(key: str) -> None:
    with pytest.raises(InvalidInputError, match="invalid metadata key") as caught:
        metadata_filter({"fine": 1, key: 1}, 10**6)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("key", ["a", "_", "A1_b", "a" * 128, "proto", "__proto"])
def test_other_filter_keys_are_fine(key: str) -> None:
    assert metadata_filter({key: None}, 10**6) == {key: None}


@pytest.mark.parametrize("value", [[], "a", 1, True, [("a", 1)], {"a": b"x"}, {1: 1}])
def test_what_is_no_json_object_is_refused(value: Any) -> None:
    with pytest.raises(InvalidInputError, match="the metadata filter"):
        metadata_filter(value, 10**6)


def test_an_object_is_copied() -> None:
    given_value = {"a": {"b": [1]}}
    copy = checks.json_object(MappingProxyType(given_value), "metadata", 10**6)

    copy["a"]["b"].append(2)
    assert given_value == {"a": {"b": [1]}}
    assert metadata_filter(None, 1) == metadata_filter({}, 2) == {}


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53))
@example(-0.0)
@example(-0.0625)
def test_any_finite_number_is_kept_in_double_precision(value: float) -> None:
    found = checks.number(value, "score")

    assert (type(found), found) == (float, value)
    assert str(found) != "-0.0"


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), -float("inf"), 10**309, True, None, "1", "nan", b"1", [1], 1j],
)
def test_what_is_no_finite_number_is_refused(value: Any) -> None:
    with pytest.raises(InvalidInputError, match="score must be a finite number") as caught:
        checks.number(value, "score")

    assert len(str(caught.value)) < 300
