"""What is said of a run: ratios, ticks and crosses, what missed a target, and the page's tables."""

from collections.abc import Mapping

import pytest

from benchmarks.measured import MASTRA, OURS, RAW, Cold, Footprint, Measured, Run
from benchmarks.report import cells, markdown, verdicts
from benchmarks.targets import TARGETS


def measured(
    backend: str,
    kind: str,
    workload: str = "get_thread",
    flat: str = "",
    *,
    times: Mapping[str, float],
) -> Measured:
    rounds = {name: [value] * 3 for name, value in times.items()}
    return Measured(backend, "memory", workload, kind, "call", flat, rounds, [0.0] * 3)


def run(*results: Measured, cold: list[Cold] | None = None, **more: list[Footprint]) -> Run:
    return Run("2026-01-01T00:00:00+00:00", {"rounds": 3}, list(results), cold or [], **more)


def verdict(of: Run, words: str) -> list[str]:
    (found,) = [row for row in verdicts(of) if words in row[0]]
    return found


def test_a_ratio_is_the_median_of_the_ratios_of_the_rounds() -> None:
    times = {OURS: [100.0, 10.0, 10.0], RAW: [100.0, 10.0, 5.0]}
    of = Measured("pg", "memory", "get_thread", "point read", "call", "", times)

    assert of.driver_ratios() == [1, 1, 2]


def test_who_is_slow_is_compared_in_the_rounds_that_it_had() -> None:
    times = {OURS: [1.0, 2.0, 4.0], MASTRA: [10.0]}
    of = Measured("pg", "memory", "all", "whole", "call", "", times)

    assert of.against(MASTRA) == [10]


def test_a_list_may_take_one_and_a_half_times_as_long_as_the_driver() -> None:
    within, beyond = (
        measured("libsql", "list", times={OURS: value, RAW: 10}) for value in (15, 15.1)
    )

    assert (cells(within)[3][-1], cells(beyond)[3][-1]) == ("✓", "✗")
    assert verdict(run(within, beyond), "Batches")[1:3] == ["missed", "1 of 2"]


def test_a_point_operation_has_a_target_on_postgresql_only() -> None:
    on_file, on_server = (measured(each, "point read", times={OURS: 30, RAW: 10}) for each in BOTH)

    assert verdict(run(on_file, on_server), "Point operations")[1:] == [
        *("missed", "0 of 1", "pg: get_thread 3.00")
    ]


BOTH = ("libsql", "pg")


def test_a_point_read_on_sqlite_may_be_as_slow_as_mastra() -> None:
    as_slow, slower = (
        measured("libsql", "point read", times={OURS: 10, MASTRA: v}) for v in (9.5, 8)
    )

    assert [cells(each)[5].split(" times")[0][-1] for each in (as_slow, slower)] == ["✓", "✗"]


def test_a_peer_is_whoever_is_none_of_the_three() -> None:
    of = measured("pg", "list", times={OURS: 10, RAW: 8, MASTRA: 30, "Somebody": 20})

    assert of.peers == ["Somebody"]
    assert cells(of)[6] == "Somebody: 2.00 (2.00–2.00) ✓ times ours"


def test_a_first_page_of_a_large_table_is_held_against_the_small_one() -> None:
    small = measured("pg", "list", "first page", times={OURS: 10})
    large = measured("pg", "list", "first page, large", "first page", times={OURS: 14})

    assert verdict(run(small, large), "first page")[1:] == [
        *("missed", "0 of 1", "pg: first page, large 1.40")
    ]


def test_the_imports_count_beyond_pydantic_and_the_driver() -> None:
    cold = [Cold("pg", "driver", [100.0, 120.0]), Cold("pg", "import", [200.0, 280.0])]

    assert verdict(run(cold=cold), "Importing")[1:3] == ["met", "1 of 1"]


def test_memory_is_held_against_what_it_was_after_a_tenth() -> None:
    grown = Footprint("pg", "listing", [(1, 10.0), (10, 50.0), (100, 70.0)])

    assert verdict(run(footprints=[grown]), "Memory")[1:] == [
        *("missed", "0 of 1", "pg: listing 1.40")
    ]


def test_a_target_of_which_nothing_was_measured_is_not_told() -> None:
    assert verdicts(run()) == []
    assert len({each.text for each in TARGETS}) == len(TARGETS)


def test_a_table_has_its_figures_to_the_right() -> None:
    assert markdown(["a", "b"], [["x", "1"]]).splitlines() == [
        *("| a | b |", "| --- | ---: |", "| x | 1 |")
    ]


@pytest.mark.parametrize("value", [0.123, 4.567, 12.34, 123.4])
def test_figures_have_as_many_digits_as_they_are_worth(value: float) -> None:
    told = cells(measured("libsql", "list", times={OURS: 10, RAW: 10 / value}))[3]

    assert told.startswith({0.123: "0.12", 4.567: "4.57", 12.34: "12.3", 123.4: "123"}[value])
