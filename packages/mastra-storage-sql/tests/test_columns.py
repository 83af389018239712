"""A column that is read at once has the values that it has when each is read by itself."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from every_statement import DIALECTS
from hypothesis import given, settings, strategies as st
from mastra_storage_sql.columns import Reading
from mastra_storage_sql.types import Json, JsonAny, JsonText, Utc, UtcMirror

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)
SPELLED = VALUES.map(json.dumps)
TEXTS = (
    SPELLED
    | SPELLED.map(json.dumps)
    | st.sampled_from(["NaN", "[Infinity]", "plain words", "", "1,2", "[1", "2]", '"a\n"'])
)
BLOBS = st.sampled_from([b"", b"\x00", b"\x13\x31", b"[1]", b'"a"'])
TIMES_AS_TEXT = st.datetimes().map(lambda each: f"{each.isoformat(timespec='milliseconds')}Z") | (
    st.sampled_from(
        [
            '"2024-03-01T10:00:00.000Z"',
            "2024-03-01T10:00:00Z",
            "2024-03-01T10:00:00.123456Z",
            "2024-03-01T10:00:00.0000",
            "2024-03-01T10:00:00+02:00",
            "2024-W09-5T10:00:00.1Z",
            "20240301T100000.0000000Z",
            "2024-03-01 10:00:00.000Z",
            "yesterday",
        ]
    )
)
ZONES = st.sampled_from([None, UTC, timezone(timedelta(hours=5, minutes=30))])
TIMES = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1)).flatmap(  # noqa: DTZ001
    lambda each: ZONES.map(lambda zone: each.replace(tzinfo=zone))
)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("kind", [Json, JsonText, JsonAny])
@given(values=st.lists(st.none() | TEXTS | BLOBS, max_size=4) | st.lists(TEXTS, max_size=4))
@settings(max_examples=30, deadline=None)
def test_a_column_of_json(kind: Any, dialect: str, values: list[Any]) -> None:
    reads_the_same(kind().result_processor(DIALECTS[dialect].compiler, None), values)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("kind", [Utc, UtcMirror])
@given(values=st.lists(st.none() | TIMES_AS_TEXT | TIMES, max_size=4))
@settings(max_examples=30, deadline=None)
def test_a_column_of_times(kind: Any, dialect: str, values: list[Any]) -> None:
    reads_the_same(kind().result_processor(DIALECTS[dialect].compiler, None), values)


def reads_the_same(read: object, values: list[Any]) -> None:
    assert isinstance(read, Reading)
    one = outcome(lambda: [each if each is None else read.one(each) for each in values])
    assert outcome(lambda: read.every(values)) == one


def outcome(read: Callable[[], object]) -> str:
    """Return what came of it: the values with their types, or the kind of error."""
    try:
        return repr(read())
    except (ValueError, OverflowError, RecursionError) as error:
        return f"raised {type(error).__name__}"
