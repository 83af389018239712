"""Times of the API: aware, in UTC, at milliseconds. And the values that hold them."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st
from mastra_storage_core import DateRange, InvalidInputError, Thread
from mastra_storage_core.model import iso, utc
from pydantic import ValidationError

ZONES = [UTC, timezone(timedelta(hours=5, minutes=53, seconds=28)), ZoneInfo("America/New_York")]


class Vague(tzinfo):
    """A zone that does not know its offset."""

    def utcoffset(self, moment: datetime | None) -> None:
        return None

    dst = tzname = utcoffset


def at(moment: datetime) -> datetime:
    """Return the moment as a value of the API holds it."""
    return Thread(resource_id="r", title="", created_at=moment).created_at


@given(st.datetimes(timezones=st.sampled_from(ZONES)).filter(lambda at: 1 < at.year < 9999))
def test_a_time_is_held_in_utc_cut_to_the_millisecond(moment: datetime) -> None:
    held = at(moment)

    assert held.utcoffset() == timedelta(0)
    assert timedelta(0) <= moment - held < timedelta(milliseconds=1)
    assert held.microsecond % 1_000 == 0
    assert datetime.fromisoformat(iso(moment)) == held


@pytest.mark.parametrize("zone", [None, Vague()])
def test_a_time_without_a_zone_is_refused(zone: tzinfo | None) -> None:
    for make in (at, lambda moment: DateRange(end=moment), iso, utc):
        with pytest.raises(InvalidInputError, match="needs a time zone"):
            make(datetime(2024, 1, 1, tzinfo=zone))


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))),
        datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-2))),
    ],
)
def test_a_time_outside_the_years_that_python_counts_is_refused(moment: datetime) -> None:
    with pytest.raises(InvalidInputError, match="1 to 9999"):
        at(moment)


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01T00:00:00.000Z"),
        (datetime(9999, 12, 31, 23, 59, 59, 999_999, UTC), "9999-12-31T23:59:59.999Z"),
        (datetime(2024, 3, 1, 12, microsecond=1, tzinfo=ZONES[1]), "2024-03-01T06:06:32.000Z"),
        (datetime(2024, 11, 3, 1, 30, tzinfo=ZONES[2], fold=1), "2024-11-03T06:30:00.000Z"),
    ],
)
def test_a_time_is_written_as_javascript_writes_it(moment: datetime, text: str) -> None:
    assert iso(moment) == text
    assert datetime.fromisoformat(text) == at(moment)


def test_both_spellings_of_a_field_are_read_and_one_is_written() -> None:
    one = Thread.model_validate({"id": "t", "resourceId": "r", "title": ""})
    other = one.model_copy(update={"title": "new"})

    assert Thread(**one.model_dump()) == one
    assert set(one.model_dump(by_alias=True)) >= {"resourceId", "createdAt", "updatedAt"}
    assert (one.title, other.title) == ("", "new")


def test_a_value_is_never_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Thread(resource_id="r", title="").title = "new"  # type: ignore[misc] # that is the test


def test_what_does_not_fit_is_not_repeated() -> None:
    with pytest.raises(ValidationError) as caught:
        Thread.model_validate({"id": {"secret": 1}})

    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("exclusive", "inside"), [(False, [True, True, True]), (True, [False, True, False])]
)
def test_the_ends_of_a_range_belong_to_it_unless_excluded(
    exclusive: bool, inside: list[bool]
) -> None:
    noon = datetime(2026, 5, 1, 12, tzinfo=UTC)
    moments = [noon, noon + timedelta(hours=1), noon + timedelta(hours=2)]
    dates = DateRange(
        start=moments[0], end=moments[2], start_exclusive=exclusive, end_exclusive=exclusive
    )

    assert [dates.contains(moment) for moment in moments] == inside
    assert DateRange().contains(noon)
    assert not dates.contains(noon - timedelta(hours=1))
