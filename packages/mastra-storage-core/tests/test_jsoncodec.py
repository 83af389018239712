"""JSON in and out: the fast paths say what the definition says, for any value."""

import json
import math
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, strategies as st
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.jsoncodec import MAX_DEPTH, _cleaned, decode, decode_or_text, encode

ANY_TEXT = st.text(st.characters(), max_size=8) | st.sampled_from(
    ["\0", "\ud800", "\udfff\ud800", "\U0001f600", "\\u0000", "[", "{{", '"', "\u2028"]
)
NUMBERS = st.one_of(
    st.integers(),
    st.floats(),
    st.sampled_from([2**53, 2**63, 2**64, -(10**400), 10**4299, -0.0, 1e16, 1e23, 5e-324]),
)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | ANY_TEXT,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(ANY_TEXT, inner, max_size=4),
    ),
    max_leaves=12,
)


def same(one: Any, other: Any) -> bool:
    """Return whether two decoded values are equal in type and spelling too: `1`, `1.0`, `-0.0`."""
    return repr(one) == repr(other)


@given(JSON)
@example([float("nan"), 10**4299])
@example(("\ud800", 10**4299, float("-inf")))
@example({"a": (1, [True, 1.0])})
def test_a_value_is_read_back_as_the_definition_says(value: Any) -> None:
    defined = _cleaned(value, "value", 0)
    encoded = encode(value, "value")

    assert same(encoded.value, defined)
    assert same(decode(encoded.text), defined)
    assert same(json.loads(encoded.text), defined)
    encoded.text.encode("utf-8")


@given(JSON)
def test_what_was_written_shares_nothing_with_what_was_given(value: Any) -> None:
    assert not _containers(encode(value, "value").value) & _containers(value)


@pytest.mark.parametrize("wrap", [lambda v: [v], lambda v: {"k": v}, lambda v: {"k": [v]}])
@pytest.mark.parametrize("inside", [1, float("nan"), "\ud800"])
def test_two_hundred_levels_are_the_limit(wrap: Callable[[Any], Any], inside: Any) -> None:
    value, depth = inside, 0
    step = 2 if isinstance(wrap(0), dict) and isinstance(wrap(0)["k"], list) else 1
    while depth < MAX_DEPTH:
        value, depth = wrap(value), depth + step

    assert decode(encode(value, "value").text) == encode(value, "value").value
    with pytest.raises(InvalidInputError, match=r"value.* is nested deeper than 200 levels"):
        encode([value], "value")


@pytest.mark.parametrize("levels", [1_000, 100_000])
def test_a_value_without_a_bottom_is_refused(levels: int) -> None:
    deep: list[Any] = []
    for _ in range(levels):
        deep = [deep]
    circle: dict[str, Any] = {}
    circle["self"] = [circle]
    for value in (deep, circle, {"a": ["\ud800", circle]}):
        with pytest.raises(InvalidInputError, match="deeper than 200") as caught:
            encode(value, "metadata")
        assert len(str(caught.value)) < 300


def test_many_brackets_are_not_many_levels() -> None:
    value = {"text": "[{" * 500, "list": [[] for _ in range(500)]}

    assert encode(value, "value").value == value


class Sly:
    """Says that it equals anything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment] # as any class with __eq__ alone


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (b"x", "value is a bytes"),
        ({"a": {1, 2}}, "value.a is a set"),
        ([0, Decimal(1)], r"value\[1\] is a Decimal"),
        ({"a": [Sly()]}, r"value.a\[0\] is a Sly"),
        ({1: 2}, "value has a key that is a int"),
        ({"a": {None: 2}}, "value.a has a key that is a NoneType"),
        ({True: 2, "\ud800": 1}, "value has a key that is a bool"),
        ([10**4300], "4,300 digits"),
        ([-(10**4300), "\ud800"], "4,300 digits"),
        (iter([1]), "value is a list_iterator"),
    ],
)
def test_what_json_cannot_hold_is_refused_and_named(value: Any, words: str) -> None:
    with pytest.raises(InvalidInputError, match=words):
        encode(value, "value")


def test_an_error_names_the_place_and_never_the_content() -> None:
    with pytest.raises(InvalidInputError) as caught:
        encode({"k" * 5_000: {"secret": b"secret"}}, "metadata")

    assert "b'secret'" not in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("value", ["x" * 98, "é" * 49, ["\udfff"] * 12, {"é" * 10: "é" * 36}])
def test_the_limit_counts_bytes_of_utf8(value: Any) -> None:
    size = len(encode(value, "value").text.encode())

    assert encode(value, "value", size)
    with pytest.raises(InvalidInputError, match=f"{size:,} bytes .* limit of {size - 1:,}"):
        encode(value, "value", size - 1)


def refused(value: Any, limit: int, what: str = "snapshot") -> str:
    """Return what the error says of a value that is too large."""
    with pytest.raises(InvalidInputError) as caught:
        encode(value, what, limit)
    return str(caught.value)


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ({"a": {"b": "x" * 100}, "c": 1}, ["snapshot.a.b has 102", "snapshot.c has 1"]),
        ({"a": [1, {"b": ["x" * 100]}]}, ["snapshot.a[1].b[0] has 102", "snapshot.a[0] has 1"]),
        (["x" * 60, "y" * 50, "z" * 40, "w" * 30], ["[0] has 62", "[1] has 52", "[2] has 42"]),
        ({"a": {"b": "x" * 60, "c": "x" * 39}}, ["snapshot.a.b has 62", "snapshot.a.c has 41"]),
        ({"a": {"b": ["x"] * 9, "c": ["x"] * 9, "d": ["x"] * 9}}, ["snapshot.a has 127"]),
        ({"a": "\ud800" * 20, "b": "é" * 20}, ["snapshot.a has 122", "snapshot.b has 42"]),
        ({"": {"k" * 50: "x" * 100}}, [f"snapshot..{'k' * 40} has 102"]),
    ],
)
def test_a_value_that_is_too_large_is_told_by_its_largest_places(
    value: Any, named: list[str]
) -> None:
    """None of them has a member with half of its bytes, and three are enough."""
    said = refused(value, 50)

    assert said.partition("; of these, ")[2].split(", ")[0].endswith(named[0])
    assert all(each in said for each in named)
    assert said.count(" has ") <= 3


@pytest.mark.parametrize("value", ["x" * 100, "\ud800" * 50, 10**100, [], {}])
def test_what_has_no_members_has_no_places(value: Any) -> None:
    assert "of these" not in refused(value, 1)


@given(JSON.filter(lambda value: len(encode(value, "v").text) > 1))
def test_any_value_that_is_too_large_is_refused_and_its_content_is_not_repeated(value: Any) -> None:
    said = refused([value, "secret", {"k": "secret"}], 1, "value")

    assert "secret" not in said
    assert len(said) < 1_000


def test_looking_for_the_largest_places_costs_little() -> None:
    """A list of numbers, and a text below many levels, took minutes and gigabytes."""
    deep: Any = "x" * 2_000_000
    for _ in range(190):
        deep = {"k": deep}
    numbers = list(range(500_000))

    started = time.perf_counter()
    said = refused({"deep": deep, "numbers": numbers}, 1_000_000)

    assert time.perf_counter() - started < 2
    assert "snapshot.numbers has 3,388,891, snapshot.deep.k.k" in said


@given(st.text(max_size=20) | st.sampled_from(["[" * 5_000, "NaN", "1e5", "01", "\ufeff1", "nul"]))
def test_text_that_is_not_json_is_text(text: str) -> None:
    try:
        expected = json.loads(text, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        expected = text

    assert same(decode_or_text(text), expected)


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_reads_as_null(text: str) -> None:
    assert decode(f'{{"a": [{text}]}}') == {"a": [None]}


@pytest.mark.parametrize("text", ["", "{", "[1,]", "'a'", "1 2", '"\n"', "1" * 5_000, b"\xff"])
def test_what_is_no_json_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        decode(text)
    assert not isinstance(caught.value, InvalidInputError)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_is_the_same_float_again(number: float) -> None:
    found = decode(encode(number, "value").text)

    assert found == number
    assert math.copysign(1, found) == math.copysign(1, number)


def _containers(value: Any) -> set[int]:
    if isinstance(value, dict):
        return {id(value)}.union(*map(_containers, value.values()))
    if isinstance(value, list):
        return {id(value)}.union(*map(_containers, value))
    return set()


@pytest.mark.parametrize("beside", [0, 3])
@pytest.mark.parametrize("levels", [MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1, MAX_DEPTH + 2])
def test_levels_are_counted_and_not_brackets(levels: int, beside: int) -> None:
    value: Any = []
    for _ in range(levels - 1):
        value = [value, *({} for _ in range(beside))]

    if levels <= MAX_DEPTH:
        assert encode(value, "a value").value == value
    else:
        with pytest.raises(InvalidInputError, match="deeper than 200 levels"):
            encode(value, "a value")


def test_many_brackets_of_few_levels_are_fine() -> None:
    value: Any = {"rows": [{"cells": [[]]} for _ in range(MAX_DEPTH)]}

    assert encode(value, "a value").value == value


@pytest.mark.parametrize("text", ["a\udcff", '{"a": "\udcff"', "\ud800"])
def test_text_with_lone_surrogates_that_is_no_json_is_a_value_error(text: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        decode(text)

    assert decode_or_text(text) == text


def test_json_with_lone_surrogates_is_read() -> None:
    assert decode('["\ud800"]') == ["\ud800"]
