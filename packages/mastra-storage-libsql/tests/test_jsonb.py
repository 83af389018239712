"""The JSONB decoder against vectors, the database that the original wrote, and a newer SQLite."""

import json
import math
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pysqlite3  # type: ignore[import-untyped]  # it has no stubs
import pytest
from hypothesis import given, strategies as st
from mastra_storage_libsql.jsonb import MAX_DEPTH, JsonValue, decode

GOLDEN = Path(__file__).parents[3] / "tests-conformance" / "golden" / "public" / "mastra.sqlite"
ENGINE = pysqlite3.connect(":memory:")
ENGINE.text_factory = bytes


def values(texts: st.SearchStrategy[str]) -> st.SearchStrategy[JsonValue]:
    """Any JSON that uses these texts."""
    numbers = st.integers() | st.integers(-(10**200), 10**200) | st.floats(allow_nan=False)
    return st.recursive(
        st.none() | st.booleans() | numbers.filter(math.isfinite) | texts,
        lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
        max_leaves=30,
    )


TEXTS = st.text() | st.text(alphabet='"\\/\b\n\t\x00\x1f\x7f\u2028é😀')
SURROGATES = st.text(alphabet="a\\\ud83d\ude00\ud800")


def jsonb(text: str) -> bytes:
    """Let the engine encode JSON text."""
    (blob,) = ENGINE.execute("SELECT jsonb(?)", (text,)).fetchone()
    return bytes(blob)


def finite(digits: str) -> float | None:
    number = float(digits)
    return number if math.isfinite(number) else None


def exactly(value: JsonValue) -> str:
    """Tell `1`, `1.0` and `true`, and the orders of keys, apart, which `==` does not."""
    return repr(value)


@pytest.mark.parametrize(
    ("blob", "value"),
    [
        ("00", None),
        ("01", True),
        ("02", False),
        ("13 31", 1),
        ("23 2d 30", 0),
        ("44 30 78 31 46", 31),
        ("54 2d 30 58 31 66", -31),
        ("24 2b 35", 5),
        ("35 31 45 35", 100000.0),
        ("45 2d 30 2e 30", -0.0),
        ("55 39 65 39 39 39", None),
        ("26 2e 35", 0.5),
        ("36 2d 35 2e", -5.0),
        ("36 2b 2e 35", 0.5),
        ("36 4e 61 4e", None),
        ("96 2d 49 6e 66 69 6e 69 74 79", None),
        ("07", ""),
        ("27 c3 a9", "é"),
        ("37 ed a0 80", "\ud800"),
        ("28 5c 6e", "\n"),
        ("c8 0c 5c 75 64 38 33 64 5c 75 64 65 30 30", "😀"),
        ("68 5c 75 64 38 30 30", "\ud800"),
        ("3a 61 22 62", 'a"b'),
        ("0b", []),
        ("0c", {}),
        ("7c 17 7a 13 31 17 6b 00", {"z": 1, "k": None}),
        ("8c 17 61 13 31 17 61 13 32", {"a": 2}),
        ("db 00 01 00", [None]),
        ("eb 00 00 00 01 00", [None]),
        ("fb 00 00 00 00 00 00 00 01 00", [None]),
    ],
)
def test_decodes_every_type_and_size_class(blob: str, value: JsonValue) -> None:
    assert exactly(decode(bytes.fromhex(blob))) == exactly(value)


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        (rb"\'", "'"),
        (rb"a\v\0\x41", "a\v\0A"),
        (b"a\\\nb\\\rc\\\r\nd", "abcd"),
        ("a\\\u2028b\\\u2029c".encode(), "abc"),
        (b'"\x01', '"\x01'),
        (rb"\\0\\x41", r"\0\x41"),
        (rb"\ud83d\ude00", "😀"),
    ],
)
def test_decodes_the_escapes_of_json5(payload: bytes, text: str) -> None:
    assert decode(bytes([0xC9, len(payload)]) + payload) == text


@pytest.mark.parametrize(
    ("reason", "blobs"),
    [
        ("one value", " | 00 00 | 13 31 13 31"),
        ("longer than what holds it", "13 | c3 | c3 05 31 | f3 00 00 | 1b 13 | 4c 17 61 2b 00"),
        ("unknown type", "0d | 0e | 0f"),
        ("no payload", "10 00 | 11 00 | 12 00"),
        ("an integer is not one", "03 | 13 2d | 23 31 5f | 23 20 31 | 24 30 78 | 23 2b 31"),
        ("a number is not one", "05 | 25 31 2e | 25 2e 35 | 26 31 65 | 35 6e 61 6e | 36 31 5f 31"),
        ("characters that need escapes", "17 22 | 17 5c | 17 00"),
        ("not UTF-8", "17 ff | 18 80 | 19 c3 | 1a ff"),
        ("a wrong escape", "18 22 | 18 5c | 28 5c 71 | 28 5c 76 | 18 01 | 39 5c 30 31 | 29 5c 78"),
        ("a key is not text", "1c 00 | 2c 00 00 | 4c 13 31 13 31 | 2c 0b 00"),
        ("a key has no value", "2c 17 61 | 6c 17 61 13 31 17 62 | 2b 1c 07"),
    ],
)
def test_refuses_what_is_malformed(reason: str, blobs: str) -> None:
    for blob in blobs.split("|"):
        with pytest.raises(ValueError, match=reason):
            decode(bytes.fromhex(blob))


def nested(levels: int) -> bytes:
    """Lists in one another; nothing is in the innermost."""
    sizes = [5 * level for level in reversed(range(levels))]
    return b"".join(b"\xeb" + size.to_bytes(4, "big") for size in sizes)


def test_reads_as_many_levels_as_it_says_and_no_more() -> None:
    value, levels = decode(nested(MAX_DEPTH)), 1
    while value:
        (value,), levels = value, levels + 1
    assert levels == MAX_DEPTH
    for too_many in (MAX_DEPTH + 1, 1_000_000):
        with pytest.raises(ValueError, match="2,000 levels"):
            decode(nested(too_many))


@pytest.mark.parametrize("blob", [b"\x88secret\\q", b"\x77secret\xff"])
def test_no_error_shows_what_the_blob_holds(blob: bytes) -> None:
    with pytest.raises(ValueError, match="malformed JSONB") as caught:
        decode(blob)
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__


@given(values(TEXTS), st.booleans())
def test_reads_what_a_newer_engine_writes(value: JsonValue, ascii_only: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    assert exactly(decode(jsonb(text))) == exactly(value)


@given(values(SURROGATES))
def test_reads_surrogates_as_json_does(value: JsonValue) -> None:
    text = json.dumps(value)
    assert exactly(decode(jsonb(text))) == exactly(json.loads(text))


def test_reads_the_deepest_that_a_newer_engine_nests() -> None:
    value, levels = decode(jsonb('{"a":[' * 500 + "]}" * 500)), 0
    while value:
        value, levels = value["a"] if isinstance(value, dict) else value[0], levels + 1
    assert levels == 999


@pytest.mark.parametrize("size", [11, 12, 255, 256, 65_535, 65_536])
def test_reads_texts_and_lists_around_the_borders_of_the_size_classes(size: int) -> None:
    value = ["x" * size, [0] * (size // 2)]
    assert decode(jsonb(json.dumps(value))) == value


@pytest.mark.parametrize(
    "text",
    [
        "+5",
        "-.5",
        "5.",
        "-0x1F",
        "-Infinity",
        "NaN",
        "{a:'b\"c',$d:[1,],}",
        r"'\x41\v\0'",
        "'a\\\nb'",
    ],
)
def test_reads_json5_as_the_engine_does(text: str) -> None:
    (plain,) = ENGINE.execute("SELECT json(?)", (text,)).fetchone()
    assert exactly(decode(jsonb(text))) == exactly(json.loads(plain, parse_float=finite))


def assert_value_or_value_error(blob: bytes) -> None:
    try:
        value = decode(blob)
    except ValueError:
        return
    json.dumps(value, allow_nan=False)


@given(st.binary(max_size=200))
def test_random_bytes_are_a_value_or_a_value_error(blob: bytes) -> None:
    assert_value_or_value_error(blob)


@given(values(TEXTS), st.data())
def test_a_damaged_blob_is_a_value_or_a_value_error(value: JsonValue, data: st.DataObject) -> None:
    blob = bytearray(jsonb(json.dumps(value)))
    blob[data.draw(st.integers(0, len(blob) - 1))] = data.draw(st.integers(0, 255))
    assert_value_or_value_error(bytes(blob))


def golden_blobs() -> Iterator[tuple[str, bytes]]:
    """Every blob of the database that the original wrote, with the column that it stands in."""
    with sqlite3.connect(f"file:{GOLDEN}?mode=ro&immutable=1", uri=True) as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            for column in connection.execute(f'PRAGMA table_info("{table}")'):
                query = (
                    f'SELECT "{column[1]}" FROM "{table}" WHERE typeof("{column[1]}") = \'blob\''
                )
                for (blob,) in connection.execute(query):
                    yield f"{table}.{column[1]}", blob
    connection.close()


def test_reads_all_that_the_original_wrote_as_a_newer_engine_does() -> None:
    columns = set()
    for column, blob in golden_blobs():
        (text,) = ENGINE.execute("SELECT json(?)", (blob,)).fetchone()
        assert exactly(decode(blob)) == exactly(json.loads(text))
        columns.add(column)
    assert {"mastra_threads.metadata", "mastra_resources.metadata"} < columns
