"""Two runs held against each other: what is slower beyond noise, and what is noise."""

from pathlib import Path
from random import Random

import pytest

from benchmarks.compare import changes, main
from benchmarks.measured import MASTRA, OURS, RAW, Measured, Run


def measured(
    factor: float = 1.0, *, seed: int = 1, rounds: int = 15, machine: float = 1.0
) -> Measured:
    """A workload whose times are spread by a tenth, on a machine that may be slower."""
    random = Random(seed)
    driver = [100 * machine * random.uniform(0.95, 1.05) for _ in range(rounds)]
    ours = [2 * factor * each * random.uniform(0.95, 1.05) for each in driver]
    return Measured(
        "pg", "memory", "get_thread", "point read", "call", "", {OURS: ours, RAW: driver}
    )


def run(*results: Measured) -> Run:
    return Run("2026-01-01T00:00:00+00:00", {"rounds": 15}, list(results))


def slower(old: Measured, new: Measured) -> bool:
    (change,) = changes(run(old), run(new))
    return change.slower


def test_the_same_code_is_not_slower_whatever_the_rounds() -> None:
    assert not any(slower(measured(seed=one), measured(seed=one + 100)) for one in range(20))


def test_a_quarter_more_time_is_slower() -> None:
    assert all(slower(measured(seed=one), measured(1.25, seed=one + 100)) for one in range(20))


def test_less_time_is_not_slower() -> None:
    assert not slower(measured(), measured(0.5, seed=2))


def test_a_slower_machine_is_not_slower_code() -> None:
    assert not slower(measured(), measured(seed=2, machine=3))


def test_slower_code_on_a_faster_machine_is_slower() -> None:
    assert slower(measured(), measured(1.5, seed=2, machine=0.3))


def test_where_the_driver_has_no_such_workload_mastra_is_the_measure() -> None:
    def crowd(factor: float, machine: float) -> Measured:
        of = measured(factor, machine=machine)
        times = {OURS: of.times[OURS], MASTRA: of.times[RAW]}
        return Measured("pg", "memory", "get_thread, 8 callers", "point read", "call", "", times)

    assert not slower(crowd(1, 1), crowd(1, 3))
    assert slower(crowd(1, 1), crowd(1.5, 3))


def test_of_too_few_rounds_nothing_is_said() -> None:
    assert not slower(measured(rounds=4), measured(2, rounds=4))


def test_a_figure_that_is_spread_more_than_it_has_changed_is_noise() -> None:
    def noisy(seed: int, factor: float) -> Measured:
        random = Random(seed)
        ours = [factor * random.uniform(100, 500) for _ in range(15)]
        times = {OURS: ours, RAW: [100.0] * 15}
        return Measured("pg", "memory", "noisy", "list", "call", "", times)

    assert not any(slower(noisy(one, 1), noisy(one + 100, 1.15)) for one in range(5))


@pytest.mark.parametrize(("factor", "status"), [(1.0, 0), (1.5, 1)])
def test_the_command_returns_1_if_anything_is_slower(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], factor: float, status: int
) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    run(measured()).write(old)
    run(measured(factor, seed=2)).write(new)

    assert main([str(old), str(new)]) == status
    assert f"1 workloads compared, {status} slower" in capsys.readouterr().out


def test_the_command_returns_2_if_there_is_nothing_to_compare(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    run(measured()).write(old)
    run().write(new)

    assert main([str(old), str(new)]) == 2


def test_a_run_is_read_as_it_was_written(tmp_path: Path) -> None:
    before = run(measured())

    before.write(tmp_path / "run.json")
    after = Run.read(tmp_path / "run.json")

    assert after.results[0].times[OURS] == pytest.approx(before.results[0].times[OURS], abs=0.001)
    assert after.on == before.on
