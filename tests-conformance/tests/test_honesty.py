"""Nobody stands in for a case, and nothing that was not run looks as if it had been."""

import os
from types import SimpleNamespace

import execnet
import pytest
from mastra_storage_conformance import Grade, Outcome, Report, suites
from mastra_storage_conformance.recorder import Recorder
from mastra_storage_core import Capabilities, Domain
from mastra_storage_memory import InMemoryStore
from trial import CAPABILITIES, OPTIONS, chosen, run, sound

pytest_plugins = ["pytester"]

CASE = "TestGetThreadById"


def reported(pytester: pytest.Pytester, name: str = "mine") -> Report:
    """Return the report that a run has written."""
    return Report.model_validate_json((pytester.path / "reports" / f"{name}.json").read_text())


def run_module(
    pytester: pytest.Pytester, module: str, *options: str, **changes: object
) -> pytest.RunResult:
    """Run a module of an author's on a sound store, and have the report written."""
    pytester.makepyfile(test_conformance=module)
    (pytester.path / "reports").mkdir(exist_ok=True)
    return pytester.runpytest_inprocess(
        *OPTIONS, "--mastra-report=reports", *options, plugins=[chosen(sound(**changes))]
    )


@pytest.mark.parametrize(
    ("module", "complaint"),
    [
        (
            f"""
            from mastra_storage_conformance.suites import {CASE}, TestClose
            class TestClose:
                def test_nothing(self):
                    pass
            """,
            "*redefines TestClose; declare a Deviation*",
        ),
        (
            f"""
            from mastra_storage_conformance import suites
            class TestMine(suites.{CASE}):
                async def test_an_unknown_thread_is_none(self):
                    pass
            """,
            "*test_an_unknown_thread_is_none overrides a case of the suite*",
        ),
        (
            f"""
            from mastra_storage_conformance import suites
            class TestMine(suites.{CASE}):
                pass
            """,
            "*TestMine inherits from the suite*",
        ),
    ],
    ids=["redefined", "overridden", "inherited"],
)
def test_a_class_of_the_suite_that_is_replaced_ends_the_run(
    pytester: pytest.Pytester, module: str, complaint: str
) -> None:
    result = run_module(pytester, module)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([complaint])


def test_a_case_that_is_replaced_in_its_class_ends_the_run(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test_closing_twice_does_nothing(self: object) -> None:
        """Proves nothing."""

    monkeypatch.setattr(
        suites.TestClose, "test_closing_twice_does_nothing", test_closing_twice_does_nothing
    )
    result = run(pytester, sound(), "TestClose")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*test_closing_twice_does_nothing overrides a case*"])


def test_names_of_classes_are_anybodys_where_nothing_of_the_suite_is(
    pytester: pytest.Pytester,
) -> None:
    module = "class TestClose:\n    def test_theirs(self):\n        pass"

    run_module(pytester, module).assert_outcomes(passed=1)


def test_what_was_left_out_is_not_run_and_keeps_the_grade_away(pytester: pytest.Pytester) -> None:
    """A class that is not collected, a case that is deselected, one that a hook takes away."""
    pytester.makeconftest("""
        def pytest_collection_modifyitems(items):
            items[:] = [each for each in items if "never_used" not in each.name]
    """)
    module = "from mastra_storage_conformance.suites import TestClose"

    run_module(
        pytester, module, "--deselect", "test_conformance.py::TestClose::test_nothing_stays_behind"
    )

    report = reported(pytester)
    not_run = {case.id for case in report.of(Outcome.NOT_RUN)}
    assert {
        "0.1/TestGetThreadById.test_an_unknown_thread_is_none",
        "0.1/TestClose.test_nothing_stays_behind",
        "0.1/TestClose.test_a_store_that_was_never_used_can_be_closed",
    } <= not_run
    assert report.passed
    assert not any(report.grades.values())


def test_one_of_many_parameters_that_is_left_out_is_noticed(pytester: pytest.Pytester) -> None:
    module = "from mastra_storage_conformance.suites import TestClose"

    run_module(pytester, module, "-k", "TestClose and not True")

    left_out = "0.1/TestClose.test_any_use_afterwards_is_closed[True]"
    assert left_out in {case.id for case in reported(pytester).of(Outcome.NOT_RUN)}


def test_the_report_says_what_each_case_promises_and_why(pytester: pytest.Pytester) -> None:
    run_module(pytester, "from mastra_storage_conformance.suites import TestInit")

    case = next(case for case in reported(pytester).cases if "many_first_uses" in case.id)
    assert case.promise == "many first uses at once lose nothing"
    assert "openai-agents-python#2722" in case.why
    assert (case.outcome, case.grade, case.domains) == (Outcome.PASSED, Grade.CORE, ("memory",))
    assert case.seconds > 0


def test_a_skip_of_a_required_domain_is_named_and_of_another_is_excused(
    pytester: pytest.Pytester,
) -> None:
    few = Capabilities(frozenset({Domain.SCORES}), CAPABILITIES.features)
    module = (
        f"from mastra_storage_conformance.suites import {CASE}, TestExperimentsAndTheirDatasets"
    )

    run_module(pytester, module, capabilities=few)

    skipped = {case.needs: case for case in reported(pytester).of(Outcome.SKIPPED)}
    assert not skipped["memory",].excused
    assert skipped["memory",].found == "mine does not declare memory"
    assert skipped["datasets", "experiments"].excused


def test_a_failure_says_what_was_promised_and_found(pytester: pytest.Pytester) -> None:
    run_module(
        pytester,
        "from mastra_storage_conformance.suites import TestCapabilities",
        capabilities=Capabilities(CAPABILITIES.domains, frozenset()),
    )

    (case,) = reported(pytester).of(Outcome.FAILED)
    assert case.promise == "a store declares what its author says"
    assert "frozenset()" in case.found


def test_a_store_that_leaves_a_file_open_is_found(pytester: pytest.Pytester) -> None:
    left_open: list[int] = []

    def leaky(space: str) -> InMemoryStore:
        left_open.append(os.open(os.devnull, os.O_RDONLY))
        return InMemoryStore()

    result = run(pytester, sound(open=leaky), "TestClose.test_no_file_and_no_connection")

    for descriptor in left_open:
        os.close(descriptor)
    result.assert_outcomes(failed=1)


def test_what_a_worker_knows_reaches_the_controller(pytestconfig: pytest.Config) -> None:
    """In what execnet carries between them, which takes nothing but plain values."""
    worker, controller = Recorder(pytestconfig), Recorder(pytestconfig)
    item = SimpleNamespace(
        user_properties=[], parent=SimpleNamespace(name="TestClose"), name="test_one",
        iter_markers=lambda _: [],
    )  # fmt: skip
    worker.declare(item, sound(), [])  # type: ignore[arg-type] # all of an item that it needs
    worker.gone.add(("", "TestClose.test_two"))
    output: dict[str, object] = {}
    worker.config = SimpleNamespace(workeroutput=output)  # type: ignore[assignment] # as above
    worker.pytest_sessionfinish()

    carried = execnet.loads(execnet.dumps(output))
    controller.pytest_testnodedown(SimpleNamespace(workeroutput=carried))

    assert controller.declared["mine"]["domains"] == sorted(map(str, Domain))
    assert controller.gone == {("", "TestClose.test_two")}
