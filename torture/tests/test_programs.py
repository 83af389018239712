"""The programs call every method that writes, and what they find wrong would be wrong."""

from typing import Any

import pytest
from mastra_storage_core import Domain
from mastra_storage_libsql import LibSQLStore

from torture.acts import Act
from torture.crash import _fate
from torture.expected import Expected
from torture.program import Program, programs
from torture.targets import State

READS = ("get_", "list", "count_", "diff_", "is_", "iterate_", "load_", "export_", "items_frame")
NO_WRITES = {"bind", "prunable", "supports_concurrent_updates"}
OF_THE_HAND = {"datasets.create_dataset_version"}
"""It records a version that no method of ours leaves unrecorded, by one statement."""


def writes() -> set[str]:
    store = LibSQLStore(":memory:")
    domains = {domain.value: store.get_store(domain.value) for domain in Domain}
    return {
        f"{name}.{method}"
        for name, domain in domains.items()
        for method in dir(domain)
        if not method.startswith(("_", *READS)) and method not in NO_WRITES
        if callable(getattr(domain, method))
    }


def test_every_method_that_writes_is_called() -> None:
    called = {act.name for program in programs() for act in program.acts}

    assert writes() - called == OF_THE_HAND


BEFORE: State = {"threads": [{"id": "a"}, {"id": "b"}], "messages": [{"of": "a"}, {"of": "b"}]}
AFTER: State = {}
HALF: State = {"threads": [{"id": "b"}], "messages": [{"of": "a"}, {"of": "b"}]}
ONE: State = {"threads": [{"id": "b"}], "messages": [{"of": "b"}]}


def fate(state: State, done: int, *, batches: bool = False) -> tuple[str, bool]:
    """Return what is said of an act that empties the database, and whether it is a problem."""

    async def nothing(*_: Any) -> None: ...

    thing = (lambda row: row.get("id") or row["of"]) if batches else None
    program = Program("p", (Act("made", nothing), Act("emptied", nothing, thing)))
    expected = Expected([AFTER, BEFORE, AFTER], [0, 0])
    told, problems = _fate(program, expected, state, done)
    return told, bool(problems)


@pytest.mark.parametrize(
    ("state", "done", "told"),
    [
        (BEFORE, 1, "not at all"),
        (AFTER, 1, "wholly"),
        (BEFORE, 0, "wholly"),
        (AFTER, 2, "none was under way"),
    ],
)
def test_what_is_whole_is_no_problem(state: State, done: int, told: str) -> None:
    assert fate(state, done) == (told, False)


@pytest.mark.parametrize(
    ("state", "done"), [(HALF, 1), (ONE, 1), (HALF, 0), (HALF, 2), (BEFORE, 2)]
)
def test_what_is_half_done_or_lost_is_a_problem(state: State, done: int) -> None:
    assert fate(state, done)[1]


def test_an_act_in_batches_may_stop_between_two_things_and_not_in_one() -> None:
    assert fate(ONE, 1, batches=True) == ("in whole batches", False)
    assert fate(HALF, 1, batches=True) == ("lost or half done", True)


def test_the_columns_of_the_servers_clock_are_compared_with_nothing() -> None:
    expected = Expected([], [], {("t", "at")})

    assert expected.same({"t": [{"id": 1, "at": 2}]}, {"t": [{"id": 1, "at": 3}]})
    assert not expected.same({"t": [{"id": 1, "at": 2}]}, {"t": [{"id": 2, "at": 2}]})
