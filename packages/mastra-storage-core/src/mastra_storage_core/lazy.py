"""Names of a package that are loaded when they are first used (PEP 562).

A process that keeps threads imports nothing of the other domains: that is two thirds of what the
import of everything takes, most of it the making of models.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def exports(
    package: str, homes: Mapping[str, str]
) -> tuple[list[str], Callable[[str], Any], Callable[[], list[str]]]:
    """Return `__all__`, `__getattr__` and `__dir__` of a package, from its modules and the names
    that each offers, in one text. Type checkers read them in its `__init__.pyi`.
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}
    offered = sorted(home_of, key=_constants_first)

    def load(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, value)  # the next use does not ask again
        return value

    return offered, load, lambda: offered


def _constants_first(name: str) -> tuple[int, str]:
    """Sort as ruff does: constants, classes, the rest."""
    return (0 if name.isupper() else 1 if name[:1].isupper() else 2), name
