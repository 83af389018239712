"""Proves a wheel that is installed alone: it brings what it needs and no more, and it works.

Runs in the environment of that wheel, with the short name of the package as its argument. The
example is the first one of the README, as it is shipped in the wheel.
"""

import re
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import distributions, entry_points, metadata

BRINGS = {
    "core": {"pydantic"},
    "sql": {"pydantic", "sqlalchemy"},
    "libsql": {"aiosqlite", "pydantic", "sqlalchemy"},
    "pg": {"asyncpg", "pydantic", "sqlalchemy"},
    "memory": {"pydantic"},
    "otel": {"opentelemetry-sdk", "pydantic"},
    "conformance": {"hypothesis", "pydantic", "pytest", "pytest-asyncio", "rich"},
}
"""What each package brings, of all that any of them brings."""

EXAMPLE = re.compile(r"(?<!-->\n)^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def refused(make: Callable[[str], object], words: str) -> None:
    """Raise unless a URL is refused with these words."""
    try:
        make("file:traces.db")
    except import_module("mastra_storage_core").UnsupportedError as error:
        if words in str(error):
            return
    raise SystemExit(f"no error names {words}")


def main(name: str) -> None:
    """Raise where the package does not keep its word."""
    import_module(f"mastra_storage_{name}")
    installed = {found.name.lower() for found in distributions()}
    brought = installed & set().union(*BRINGS.values())
    if brought != BRINGS[name]:
        raise SystemExit(f"{name} brings {sorted(brought)}, not {sorted(BRINGS[name])}")
    if name == "conformance":  # its examples need a backend, or its extra
        for script in entry_points(group="console_scripts", name="mastra-storage-conformance"):
            script.load()
        shipped = import_module("mastra_storage_conformance.replay.transcript").shipped()
        if len(list(shipped.glob("*.jsonl"))) != 3:
            raise SystemExit("the transcripts are not in the wheel")
        return
    if name == "otel":  # its example needs a backend, as its error says
        refused(import_module("mastra_storage_otel").MastraSpanExporter, "mastra-storage-libsql")
        return
    example = EXAMPLE.search(str(metadata(f"mastra-storage-{name}").json["description"]))
    if example is None:
        raise SystemExit(f"the README of {name} has no example")
    exec(example[1], {"__name__": "__main__"})


main(sys.argv[1])
