"""The suite itself: it passes on a sound store, and is honest."""

import pkgutil
from importlib import import_module

import pytest
from mastra_storage_conformance import Deviation, suites
from mastra_storage_core import Capabilities, Domain, Feature, Store, UnsupportedError
from mastra_storage_memory import InMemoryStore
from memory_mutants import SwapsTies
from mutants import store_with
from trial import CAPABILITIES, OPTIONS, run, sound

pytest_plugins = ["pytester"]


def test_a_sound_store_passes_and_skips_only_what_it_does_not_declare(
    pytester: pytest.Pytester,
) -> None:
    result = run(pytester, sound())

    assert result.ret == 0
    assert result.parseoutcomes()["skipped"] == 34
    result.stdout.fnmatch_lines(
        [
            "=* mastra-storage-conformance *",
            "mine *memory *",
            "mine *scores *",
            "mine *store *",
            "mine *workflows *",
            "mine: core: *",
        ]
    )


def test_every_case_is_in_one_import_and_has_a_name_of_its_own() -> None:
    modules = [
        import_module(f"{suites.__name__}.{module.name}")
        for module in pkgutil.iter_modules(suites.__path__)
    ]
    cases = [
        name
        for module in modules
        for name, value in vars(module).items()
        if name.startswith("Test") and value.__module__ == module.__name__
    ]

    assert sorted(cases) == suites.__all__


# --- honesty ------------------------------------------------------------------------------------


class Empty(Store):
    """A store without domains that says so."""

    name = "EMPTY"
    capabilities = Capabilities(frozenset(), frozenset())

    def __init__(self) -> None:
        super().__init__(InMemoryStore()._lifecycle, {})


def test_an_undeclared_domain_is_skipped_and_must_be_unsupported(
    pytester: pytest.Pytester,
) -> None:
    empty = sound(open=lambda _: Empty(), capabilities=Empty.capabilities)

    skipped = run(pytester, empty, "TestGetThreadById")
    proved = run(pytester, empty, "TestCapabilities")

    skipped.assert_outcomes(skipped=2)
    skipped.stdout.fnmatch_lines(["*mine does not declare memory*"])
    proved.assert_outcomes(passed=2 + len(Domain))
    with pytest.raises(UnsupportedError):
        _ = Empty().memory


def test_a_domain_that_works_undeclared_fails(pytester: pytest.Pytester) -> None:
    hidden = Capabilities(frozenset(), CAPABILITIES.features)

    result = run(pytester, sound(capabilities=hidden), "TestCapabilities")

    result.assert_outcomes(passed=1, failed=1 + len(Domain))


@pytest.mark.parametrize(
    ("cases", "feature"),
    [
        ("TestFeatures", Feature.DURABLE),
        ("TestFeatures", Feature.JSON_NUMBER_SPELLING),
        ("TestFeatures", Feature.JSON_NUL),
        ("TestFeaturesOfSnapshots", Feature.JSON_NUMBER_SPELLING),
        ("TestFeaturesOfSnapshots", Feature.JSON_NUL),
        ("TestFeaturesOfItems", Feature.JSON_NUMBER_SPELLING),
        ("TestFeaturesOfItems", Feature.JSON_NUL),
    ],
)
def test_a_feature_that_is_declared_wrongly_fails_in_either_direction(
    pytester: pytest.Pytester, cases: str, feature: Feature
) -> None:
    """Key order alone cannot be refuted: where it is not declared, it is not promised."""
    wrong = Capabilities(CAPABILITIES.domains, CAPABILITIES.features ^ {feature})

    result = run(pytester, sound(capabilities=wrong), cases)

    assert result.parseoutcomes()["failed"] >= 1


def test_a_store_that_declares_something_else_than_its_author_fails(
    pytester: pytest.Pytester,
) -> None:
    modest = Capabilities(frozenset(Domain), frozenset())

    result = run(pytester, sound(capabilities=modest), "TestCapabilities.declares")

    result.assert_outcomes(failed=1)


def test_a_case_that_skips_although_all_is_declared_fails(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("""
        import pytest

        def pytest_collection_modifyitems(items):
            for item in items:
                item.add_marker(pytest.mark.skip("too hard"))
    """)

    result = run(pytester, sound(), "TestGetThreadById")

    result.assert_outcomes(errors=2)


def test_a_fixture_in_the_place_of_one_of_ours_is_refused(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("""
        import pytest

        @pytest.fixture
        def memory():
            return None
    """)

    result = run(pytester, sound(), "TestGetThreadById")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*redefines the suite's fixture 'memory'*"])


# --- deviations ---------------------------------------------------------------------------------

TIES = "TestTotalOrderOfMessages.test_equal_times_are_ordered_by_id_in_every_list"


def test_a_deviation_may_fail_and_is_in_the_summary(pytester: pytest.Pytester) -> None:
    deviations = [Deviation(test=TIES, reason="ties are hard")]
    faulty = sound(open=lambda _: store_with(SwapsTies), deviations=deviations)

    result = run(pytester, faulty, TIES)

    result.assert_outcomes(xfailed=1)
    result.stdout.fnmatch_lines(
        [
            "mine *memory *0 *0 *0 *1",
            "deviation: mine: *ties are hard*",
            "mine: no grade, * cases have not run",
        ]
    )


def test_a_deviation_that_was_mended_fails_until_it_is_removed(
    pytester: pytest.Pytester,
) -> None:
    mended = sound(deviations=[Deviation(test=TIES, reason="ties are hard")])

    run(pytester, mended, TIES).assert_outcomes(failed=1)


@pytest.mark.parametrize(
    "deviation",
    [Deviation(test="TestThreads.test_nothing", reason="?"), Deviation(test=TIES, reason=" ")],
)
def test_a_deviation_without_a_case_or_a_reason_is_refused(
    pytester: pytest.Pytester, deviation: Deviation
) -> None:
    result = run(pytester, sound(deviations=[deviation]), "TestGetThreadById")

    result.assert_outcomes(errors=2)


# --- the plugin is a guest ----------------------------------------------------------------------


def test_a_run_without_cases_of_ours_is_left_alone(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest

        @pytest.fixture
        def store():
            return "theirs"

        def test_theirs(store):
            assert store == "theirs"

        def test_skips():
            pytest.skip("as it likes")
        """
    )
    result = pytester.runpytest_inprocess(*OPTIONS)

    result.assert_outcomes(passed=1, skipped=1)
    result.stdout.no_fnmatch_line("=* mastra-storage-conformance *")
