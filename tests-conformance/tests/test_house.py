"""The shape of the tree: what CONTRIBUTING.md says of it is true."""

import ast
import re
import traceback
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import aiosqlite
import pytest
from mastra_storage_libsql import LibSQLStore

ROOT = Path(__file__).parents[2]
TOPICS = {"threads", "messages", "copies", "resources", "observational"}
RINGS = {
    "core": "packages/mastra-storage-core/src/mastra_storage_core/domains",
    "sql": "packages/mastra-storage-sql/src/mastra_storage_sql/domains",
    "memory": "packages/mastra-storage-memory/src/mastra_storage_memory/domains",
}


def sources() -> list[Path]:
    return sorted(path for path in ROOT.glob("*/**/src/**/*.py") if ".nox" not in path.parts)


def imports(path: Path) -> set[str]:
    """Return the modules of ours that a file imports."""
    tree = ast.parse(path.read_text())
    found = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return {node.module or "" for node in found}


def module(path: Path) -> str:
    return ".".join(path.with_suffix("").parts[path.parts.index("src") + 1 :])


def listed_files() -> Iterator[list[Path]]:
    """Yield the five files from `list_messages` to the driver, for each driver."""
    text = (ROOT / "CONTRIBUTING.md").read_text()
    section = text.split("## From `list_messages` to the driver")[1].split("\n## ")[0]
    steps = re.findall(r"^\d\. .*$", section, re.MULTILINE)
    links = [re.findall(r"\((packages/[^)]+)\)", step) for step in steps]
    *path, drivers = [[ROOT / link for link in step] for step in links]
    for driver in drivers:
        yield [*(files[0] for files in path), driver]


@pytest.mark.parametrize("files", list(listed_files()), ids=lambda files: files[-1].name)
def test_each_of_the_five_files_knows_the_next(files: list[Path]) -> None:
    assert len(files) <= 5

    for one, other in pairwise(files):
        known = {name for path in (one, other) for name in imports(path)}

        assert {module(one), module(other)} & known, f"{one.name} and {other.name} are strangers"


@pytest.mark.asyncio
async def test_the_stack_at_the_driver_holds_only_the_listed_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (files,) = [listed for listed in listed_files() if listed[-1].name == "local.py"]
    execute: Any = aiosqlite.Connection._execute
    stacks: list[list[str]] = []

    def spy(*args: Any) -> Any:
        stacks.append([frame.filename for frame in traceback.extract_stack()])
        return execute(*args)

    async with LibSQLStore(":memory:") as store:
        monkeypatch.setattr(aiosqlite.Connection, "_execute", spy)
        await store.memory.list_messages("t")
        (stack,) = stacks

    ours = {Path(name) for name in stack if "/src/mastra_storage" in name}
    assert {path.name for path in ours} - {"domain.py"} <= {path.name for path in files}


@pytest.mark.parametrize("ring", RINGS)
def test_every_ring_has_the_same_topics(ring: str) -> None:
    names = {path.stem for path in (ROOT / RINGS[ring] / "memory").glob("*.py")}

    assert names >= TOPICS


def test_every_topic_has_its_statements() -> None:
    folder = ROOT / RINGS["sql"] / "memory" / "statements"

    assert {path.stem for path in folder.glob("*.py")} >= TOPICS


@pytest.mark.parametrize("path", sources(), ids=lambda path: module(path))
def test_modules_and_functions_stay_short(path: Path) -> None:
    text = path.read_text()
    functions = (
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    )
    long = [node.name for node in functions if _body_lines(node) > 40]

    # A list of names is as long as there are names.
    assert len(text.splitlines()) <= 300 or path.name == "__init__.py"
    assert not long


def _body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a body without its docstring: promises may be long."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    if not body:
        return 0
    return (node.end_lineno or 0) - body[0].lineno + 1
