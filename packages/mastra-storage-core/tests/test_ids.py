"""Ids increase, in every thread and in every child process; clocks are cut to milliseconds."""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, strategies as st
from mastra_storage_core.ids import Uuid7, at_milliseconds, cut, milliseconds, new_id, now


def test_an_id_is_a_uuid_of_version_7_with_the_time_in_front() -> None:
    made = UUID(Uuid7(clock=lambda: 1_709_294_400_123_456_789)())

    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == 1_709_294_400_123


def test_ids_increase_as_text_though_the_clock_stands_still_or_goes_back() -> None:
    times = iter([5_000_000, 5_000_000, 4_000_000, 1, 6_000_000] * 200)
    make = Uuid7(clock=lambda: next(times))
    made = [make() for _ in range(1_000)]

    assert all(one < other for one, other in pairwise(made))


def test_ids_increase_in_each_of_many_threads_and_none_repeats() -> None:
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: [new_id() for _ in range(2_000)], range(8)))

    assert all(ids == sorted(ids) for ids in made)
    assert len({each for ids in made for each in ids}) == 16_000


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_child_does_not_repeat_the_ids_of_its_parent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(new_id, "_clock", lambda: 1_709_294_400_000_000_000)
    new_id.restart()
    new_id()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, "\n".join(new_id() for _ in range(500)).encode())
        os._exit(0)
    os.waitpid(child, 0)
    of_child = os.read(reader, 1 << 16).decode().split("\n")
    of_parent = [new_id() for _ in range(500)]
    new_id.restart()

    assert len(of_child) == 500
    assert not set(of_parent) & set(of_child)


def test_the_clock_is_in_utc_at_milliseconds() -> None:
    assert now().tzinfo is UTC
    assert now().microsecond % 1_000 == 0
    assert cut(datetime(2024, 1, 1, microsecond=999_999, tzinfo=UTC)).microsecond == 999_000
    assert re.fullmatch(r"[0-9a-f-]{36}", new_id())


@pytest.mark.parametrize(
    ("moment", "count"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), 0),
        (datetime(2024, 3, 1, 12, microsecond=123_999, tzinfo=UTC), 1_709_294_400_123),
        (datetime(2024, 3, 1, 12, tzinfo=timezone(timedelta(hours=-5))), 1_709_312_400_000),
        (datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC), -1),
        (datetime(1, 1, 1, tzinfo=UTC), -62_135_596_800_000),
        (datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC), 253_402_300_799_999),
    ],
)
def test_milliseconds_are_counted_as_javascript_counts_them(moment: datetime, count: int) -> None:
    assert milliseconds(moment) == count
    assert at_milliseconds(count) == cut(moment)
    assert at_milliseconds(count).tzinfo is UTC


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_count_of_milliseconds_is_the_moment_itself(moment: datetime) -> None:
    assert at_milliseconds(milliseconds(moment)) == cut(moment)
