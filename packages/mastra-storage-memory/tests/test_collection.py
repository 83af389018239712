"""Rows stay in order, and are changed all or none."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies as st
from mastra_storage_core import InvalidInputError
from mastra_storage_memory.collection import Collection, Order, Row

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
ALL = Order(None, "at")
OF_GROUP = Order("group", "at")


def row(row_id: str, group: str | None = "a", minutes: int = 0, data: object = None) -> Row:
    return {"id": row_id, "group": group, "at": NOON + timedelta(minutes=minutes), "data": data}


def sort_key(each: Row) -> tuple[datetime, str]:
    return each["at"], each["id"]


IDS = st.sampled_from(["B", "a", "_x", "Z1", "z0", "é"])
ROWS = st.builds(row, IDS, st.sampled_from(["a", "b", None]), st.integers(0, 3))


@given(st.lists(st.one_of(IDS, ROWS)))
def test_every_order_is_that_of_the_rows(steps: list[str | Row]) -> None:
    rows, model = Collection(ALL, OF_GROUP), dict[str, Row]()
    for step in steps:
        if isinstance(step, str):
            assert rows.delete(step) == (model.pop(step, None) is not None)
        else:
            rows.put(step)
            model[step["id"]] = step

    for descending in (False, True):
        expected = sorted(model.values(), key=sort_key, reverse=descending)
        assert list(rows.read(rows.ids(ALL, None, descending=descending))) == expected
        mixed = rows.ids(OF_GROUP, "a", None, "unknown", descending=descending)
        assert list(mixed) == [each["id"] for each in expected if each["group"] != "b"]


@given(st.lists(ROWS, min_size=1, unique_by=lambda each: each["id"]))
def test_the_rows_beside_one_are_its_group_around_it(given_rows: list[Row]) -> None:
    rows = Collection(OF_GROUP)
    rows.put(*given_rows)
    target = given_rows[0]

    before, after = (list(side) for side in rows.beside(OF_GROUP, target))

    assert before[0] == target["id"]
    assert [*before[::-1], *after] == list(rows.ids(OF_GROUP, target["group"]))


def test_rows_are_put_all_or_none() -> None:
    rows = Collection(ALL, json=("data",))

    with pytest.raises(InvalidInputError):
        rows.put(row("one"), row("two", data=object()))

    assert list(rows.ids(ALL, None)) == []


def test_nothing_is_left_of_a_group_without_rows() -> None:
    rows = Collection(OF_GROUP)
    rows.put(row("one", "a"), row("two", "b"))

    assert rows.delete("one", "two", "unknown") == 2
    assert rows._orders == {OF_GROUP: {}}


@pytest.mark.parametrize("data", [None, [], {}, "text", {"b": 1, "a": -0.0}, ["\0\ud800"], 10**30])
def test_json_comes_back_as_it_was(data: object) -> None:
    rows = Collection(json=("data",))
    rows.put(row("one", data=data))

    stored = rows.get("one")

    assert repr(stored) == repr(row("one", data=data))


def test_an_order_that_is_asked_for_later_is_kept_from_then_on() -> None:
    rows = Collection(OF_GROUP)
    rows.put(row("b", minutes=2), row("a", minutes=3))

    assert list(rows.ids(ALL, None)) == ["b", "a"]
    rows.put(row("c", minutes=1))
    rows.delete("b")
    assert list(rows.ids(ALL, None)) == ["c", "a"]
