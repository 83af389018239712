"""The SQL functions that statements use, on text and on blobs."""

import json
import sqlite3
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, strategies as st
from mastra_storage_core.jsoncodec import encode
from mastra_storage_libsql.functions import (
    mastra_content_matches,
    mastra_has_all,
    mastra_matches,
    mastra_merge,
    mastra_text,
    register,
)

OBJECT = b"\x7c\x17z\x131\x17k\x00"
"""`{"z":1,"k":null}` as SQLite's JSONB."""
KEYS = st.sampled_from(["a", "b", "\0", "\ud800"])
VALUES = st.none() | st.integers() | st.text(max_size=3) | st.lists(st.booleans(), max_size=2)
OBJECTS = st.dictionaries(KEYS, VALUES)


@pytest.mark.parametrize("stored", [OBJECT, '{"z": 1, "k": null}'])
def test_text_and_blobs_match_alike(stored: Any) -> None:
    assert mastra_matches(stored, '{"z": 1.0, "k": null}')
    assert not mastra_matches(stored, '{"z": "1"}')
    assert not mastra_matches(stored, '{"y": null}')


@pytest.mark.parametrize("stored", [None, "", "{", "[1]", "null", b"", b"\xff", "[" * 100_000])
def test_what_is_no_object_matches_nothing(stored: Any) -> None:
    assert not mastra_matches(stored, "{}")


@pytest.mark.parametrize("stored", [b"\x4b\x17a\x17b", '["a", "b"]'])
def test_tags_of_text_and_blobs_are_found_alike(stored: Any) -> None:
    assert mastra_has_all(stored, '["b", "a"]')
    assert not mastra_has_all(stored, '["a", "c"]')
    assert not mastra_has_all(stored, '["A"]')


@pytest.mark.parametrize("stored", [None, "", "{", "{}", '"a"', "null", b"", b"\xff"])
def test_what_is_no_array_has_no_tags(stored: Any) -> None:
    assert not mastra_has_all(stored, '["a"]')


@pytest.mark.parametrize("content", ['{"metadata": {"a": 1}}', "12", "text", "{", "null", ""])
def test_content_that_is_only_text_has_no_metadata(content: str) -> None:
    assert not mastra_content_matches(content, '{"metadata": {"a": 1}}')
    assert mastra_content_matches('{"format": 2, "metadata": {"a": 1}}', '{"metadata": {"a": 1}}')


@given(OBJECTS, OBJECTS)
def test_a_merge_puts_keys_over_keys(old: dict[str, Any], change: dict[str, Any]) -> None:
    merged = mastra_merge(encode(old, "").text, encode(change, "").text)

    assert json.loads(merged) == {**old, **change}
    assert list(json.loads(merged)) == list({**old, **change})


@pytest.mark.parametrize("old", [None, "null", "[1]", "5", '"text"'])
def test_what_is_no_object_is_replaced(old: str | None) -> None:
    assert json.loads(mastra_merge(old, '{"a": 1}')) == {"a": 1}


def test_an_object_that_was_encoded_twice_is_merged_as_one() -> None:
    assert json.loads(mastra_merge('"{\\"b\\": 2}"', '{"a": 1}')) == {"a": 1, "b": 2}


def test_a_merge_into_a_blob_is_text() -> None:
    assert mastra_merge(OBJECT, '{"k": [], "n": 2}') == '{"z":1,"k":[],"n":2}'


def test_a_connection_knows_the_functions_by_name() -> None:
    connection = sqlite3.connect(":memory:")
    register(connection)
    row = connection.execute(
        "SELECT mastra_matches(?, '{}'), mastra_content_matches('x', '{}'), mastra_merge(?, '{}')",
        [OBJECT, OBJECT],
    ).fetchone()
    connection.close()

    assert row == (1, 0, '{"z":1,"k":null}')


@given(OBJECTS)
def test_a_blob_becomes_the_text_that_says_the_same(value: dict[str, Any]) -> None:
    text = encode(value, "a value").text

    assert mastra_text(text) == text
    assert mastra_text(None) is None
    assert json.loads(str(mastra_text(OBJECT))) == {"z": 1, "k": None}


@pytest.mark.parametrize("count", [0, 1, 9_999, 10_000, 10_001, 20_000])
@pytest.mark.parametrize("number", [0.1, 3.0, 1e-290])
def test_numbers_are_added_exactly_however_many(count: int, number: float) -> None:
    """They are added up ten thousand at a time; what is null does not count."""
    connection = sqlite3.connect(":memory:")
    register(connection)
    connection.execute("CREATE TABLE t (n REAL)")
    connection.executemany("INSERT INTO t VALUES (?)", [(None,), *[(number,)] * count, (None,)])

    (found,) = connection.execute("SELECT mastra_total(n) FROM t").fetchone()
    groups = connection.execute("SELECT mastra_total(n) FROM t GROUP BY n IS NULL").fetchall()
    connection.close()

    assert found == (float(Fraction(repr(number)) * count) if count else None)
    assert sorted(groups, key=str) == sorted({(found,), (None,)}, key=str)
