"""Grades are all or nothing, and a report can be read back and shown."""

import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from mastra_storage_conformance import SPEC, CaseReport, Grade, Outcome, Report
from mastra_storage_conformance.show import as_badge, as_markdown, show
from mastra_storage_conformance.spec import GRADES, cases
from mastra_storage_conformance.suites import __path__ as suites_path
from rich.console import Console


def case(name: str, grade: Grade, outcome: Outcome = Outcome.PASSED, **fields: Any) -> CaseReport:
    values = {"domains": ("memory",), "promise": "nothing is lost", "why": "mastra#1"} | fields
    return CaseReport(id=f"0.1/Test.{name}", grade=grade, outcome=outcome, **values)


def report(*cases: CaseReport, backend: str = "mine") -> Report:
    return Report(
        backend=backend,
        domains=("memory",),
        features=(),
        versions={},
        environment={},
        cases=cases,
    )


ALL = [case(f"test_{grade}", grade) for grade in Grade]


def test_all_grades_are_reached_where_all_cases_passed() -> None:
    assert report(*ALL).grades == dict.fromkeys(Grade, True)


@pytest.mark.parametrize(
    "outcome", [Outcome.FAILED, Outcome.DEVIATION, Outcome.SKIPPED, Outcome.NOT_RUN]
)
@pytest.mark.parametrize("grade", Grade)
def test_one_case_that_has_not_passed_takes_its_grade(grade: Grade, outcome: Outcome) -> None:
    found = report(*ALL, case("test_one", grade, outcome, needs=("durable",)))

    lost = set(Grade) if grade is Grade.CORE else {grade}
    assert found.grades == {each: each not in lost for each in Grade}
    assert [each.id for each in found.against(grade)] == ["0.1/Test.test_one"]


def test_a_skip_counts_unless_it_is_of_a_domain_that_no_grade_requires() -> None:
    excused = case("test_one", Grade.CORE, Outcome.SKIPPED, needs=("datasets",))
    required = case("test_two", Grade.CORE, Outcome.SKIPPED, needs=("workflows",))

    assert report(*ALL, excused).grades[Grade.CORE]
    assert not report(*ALL, required).grades[Grade.CORE]


def test_a_grade_of_which_nothing_has_run_is_not_reached() -> None:
    assert report(*ALL[:1]).grades == {grade: grade is Grade.CORE for grade in Grade}
    assert not report().passed


def test_a_report_is_read_back_and_its_grades_are_found_anew() -> None:
    written = report(case("test_one", Grade.CORE, Outcome.FAILED)).model_dump_json()
    forged = written.replace('"core":false', '"core":true')

    assert forged != written
    assert Report.model_validate_json(forged).grades[Grade.CORE] is False


def test_a_failure_is_shown_with_the_promise_what_was_found_and_why_it_matters() -> None:
    failed = case("test_one", Grade.CORE, Outcome.FAILED, found="assert [1] == [2]\nmore")
    output = io.StringIO()

    show(report(failed), Console(file=output, width=100))

    text = output.getvalue()
    for words in ("0.1/Test.test_one", "nothing is lost", "assert [1] == [2]", "mastra#1"):
        assert words in text
    assert "core: no, 1 failed" in text


def test_markdown_has_a_row_for_each_backend_and_no_name_breaks_it() -> None:
    lines = as_markdown([report(*ALL), report(*ALL[:1], backend="a|b")]).splitlines()

    assert lines[2].startswith(f"| mine | {SPEC} | yes | yes | yes | yes | 4 |")
    assert lines[3].startswith(f"| a\\|b | {SPEC} | yes | no | no | no | 1 |")


def test_the_badge_is_xml_that_says_the_grades() -> None:
    every, none = (ElementTree.fromstring(as_badge(each)) for each in (report(*ALL), report()))

    assert every.attrib["aria-label"].endswith(": core · durable · compatible · scalable")
    assert none.attrib["aria-label"].endswith(": no grade")


def test_every_case_has_a_grade_a_version_and_a_promise() -> None:
    modules = {path.stem for path in Path(suites_path[0]).glob("*.py")}

    assert GRADES.keys() <= modules
    assert {each.grade for each in cases().values()} == set(Grade)
    for each in cases().values():
        assert each.since <= SPEC
        assert each.promise
        assert each.why, f"{each.name} says nowhere what it is about"
