"""The checks that nobody stands in the place of a case or a fixture of ours, unseen."""

from collections.abc import Sequence

import pytest

from mastra_storage_conformance.recorder import SUITES, is_ours

_OURS = "mastra_storage_conformance."
"""How the names of our modules begin."""
_FIXTURES = {
    "agent_writers",
    "agents",
    "another_store",
    "datasets",
    "elsewhere",
    "empty_store",
    "experiments",
    "entities",
    "favorites",
    "make",
    "memory",
    "observability",
    "open_fresh",
    "programs",
    "score_writers",
    "scores",
    "store",
    "stores",
    "trips",
    "workflow_writers",
    "workflows",
    "writers",
}
_INSTEAD = "declare a Deviation with a reason instead"


def refuse_overrides(items: Sequence[pytest.Item]) -> None:
    """Raise `UsageError` for a class of the suite that is redefined, inherited from, or changed.

    Only modules that hold a class of the suite are looked at: elsewhere its names are anybody's.
    """
    for item in items:
        owner = getattr(item, "cls", None)
        if owner is not None and not is_ours(item) and _stands_on_ours(owner):
            raise pytest.UsageError(f"{item.nodeid} overrides a case of the suite; {_INSTEAD}")
    modules = {item.getparent(pytest.Module) for item in filter(is_ours, items)}
    for module in filter(None, modules):
        _refuse_redefinitions(module)


def _stands_on_ours(owner: type) -> bool:
    return any(base.__module__.startswith(SUITES) for base in owner.__mro__)


def _refuse_redefinitions(module: pytest.Module) -> None:
    from mastra_storage_conformance import suites  # not earlier: its asserts are rewritten

    for name, value in vars(module.obj).items():
        if name in suites.__all__ and value is not getattr(suites, name):
            raise pytest.UsageError(f"{module.nodeid} redefines {name}; {_INSTEAD}")
        ours = isinstance(value, type) and value.__module__.startswith(SUITES)
        if isinstance(value, type) and not ours and _stands_on_ours(value):
            raise pytest.UsageError(f"{module.nodeid}: {name} inherits from the suite; {_INSTEAD}")


def refuse_other_fixtures(items: Sequence[pytest.Item]) -> None:
    """Raise `UsageError` for a fixture of an author's by the name of ours: cases would take it."""
    for item in filter(is_ours, items):
        info = item._fixtureinfo  # type: ignore[attr-defined] # noqa: SLF001 - nothing public tells
        for name in _FIXTURES.intersection(item.fixturenames):  # type: ignore[attr-defined] # as above
            definition = info.name2fixturedefs[name][-1]
            if not definition.func.__module__.startswith(_OURS):
                raise pytest.UsageError(
                    f"{definition.baseid} redefines the suite's fixture {name!r}"
                )
