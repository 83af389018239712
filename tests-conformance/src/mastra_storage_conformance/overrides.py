"""The check that nobody stands in the place of a case of ours, unseen."""

from collections.abc import Sequence

import pytest

from mastra_storage_conformance.recorder import SUITES, is_ours

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
        if isinstance(value, type) and value is not getattr(suites, name, value):
            raise pytest.UsageError(f"{module.nodeid} redefines {name}; {_INSTEAD}")
        ours = isinstance(value, type) and value.__module__.startswith(SUITES)
        if isinstance(value, type) and not ours and _stands_on_ours(value):
            raise pytest.UsageError(f"{module.nodeid}: {name} inherits from the suite; {_INSTEAD}")
