"""Where a run took place: the versions of what has to do with it, and the machine."""

import platform
from importlib.metadata import distributions
from re import match


def versions() -> dict[str, str]:
    """Return the versions of Python, of pytest and hypothesis, of `mastra-storage-core` and of
    every installed package that needs it, a backend among them.
    """
    found = {"python": platform.python_version()}
    for each in distributions():
        needs = {_name(line) for line in each.requires or ()}
        if each.name in _ALWAYS or "mastra-storage-core" in needs:
            found[each.name] = each.version
    return dict(sorted(found.items()))


_ALWAYS = frozenset({"hypothesis", "mastra-storage-core", "pytest", "pytest-asyncio"})


def environment() -> dict[str, str]:
    """Return the implementation of Python and the kind of machine, and no name of anybody."""
    return {
        "implementation": platform.python_implementation(),
        "system": platform.system(),
        "machine": platform.machine(),
    }


def _name(requirement: str) -> str:
    found = match(r"[\w.-]+", requirement)
    return found.group() if found else ""
