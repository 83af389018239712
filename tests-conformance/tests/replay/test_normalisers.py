"""Each normaliser explains its own difference, and nothing that merely looks like it."""

from typing import Any

import pytest
from mastra_storage_conformance.replay.normalisers.explain import NORMALISERS, explain
from mastra_storage_conformance.replay.normalisers.normaliser import Seen
from mastra_storage_conformance.replay.transcript import Call, Raised, Returned, Transcript
from normaliser_cases import (
    datasets,
    experiments,
    memory,
    observability,
    scores,
    versioned,
    workflows,
)
from normaliser_cases.case import Case

DOMAINS: dict[str, Any] = {
    "memory": memory,
    "observability": observability,
    "workflows": workflows,
    "datasets": datasets,
    "experiments": experiments,
    "scores": scores,
    "agents": versioned,
}
CASES: dict[str, Case] = {
    title: case for each in DOMAINS.values() for title, case in each.CASES.items()
}
TITLES = list(
    dict.fromkeys(normaliser.title for each in NORMALISERS.values() for normaliser in each)
)


def test_every_normaliser_has_a_case() -> None:
    assert list(CASES) == TITLES


@pytest.mark.parametrize("title", CASES)
def test_it_explains_its_own_difference(title: str) -> None:
    case = CASES[title]

    assert case.explained(case.ours) == [title]


NEAR_MISSES = [(title, miss) for title, case in CASES.items() for miss in case.near_misses]


@pytest.mark.parametrize(("title", "miss"), NEAR_MISSES)
def test_it_does_not_explain_a_near_miss(title: str, miss: Any) -> None:
    assert CASES[title].explained(miss) == []


ELSEWHERE = [(domain, *each) for domain, cases in DOMAINS.items() for each in cases.ELSEWHERE]


@pytest.mark.parametrize(("domain", "title", "recorded", "ours"), ELSEWHERE)
def test_it_has_no_say_elsewhere(domain: str, title: str, recorded: Call, ours: Any) -> None:
    assert any(each.startswith(title) for each in TITLES)
    assert Case(recorded, ours, [], DOMAINS[domain].EARLIER).explained(ours) == []


def test_no_answer_is_too_strange(transcripts: dict[str, Transcript]) -> None:
    strange = Raised(None, "")
    for calls in transcripts.values():
        for index, recorded in enumerate(calls):
            explain(Seen(recorded, strange, calls[:index]))

            assert explain(Seen(recorded, Returned(object()), ()))[0] is not None


TOGETHER = [each.TOGETHER for each in DOMAINS.values() if hasattr(each, "TOGETHER")]


@pytest.mark.parametrize(("case", "titles"), TOGETHER)
def test_rules_work_together(case: Case, titles: list[str]) -> None:
    assert case.explained(case.ours) == titles
