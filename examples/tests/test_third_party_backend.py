"""The example of a backend: it needs nothing but what is public, and it works on what is here now.

Its own tests, and the whole suite, are `nox -s third-party`.
"""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from mastra_storage_core import NewMessage
from mastra_storage_lmdb import LmdbStore

SOURCES = Path(__file__).parent.parent / "third-party-backend" / "src"
TEXT = {"format": 2, "parts": [{"type": "text", "text": "Where should I go in May?"}]}


def imported() -> Iterator[tuple[str, str]]:
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("mastra_storage_c"):
                yield from ((str(node.module), alias.name) for alias in node.names)


def test_all_that_it_imports_is_public() -> None:
    found = set(imported())

    assert len(found) > 50
    assert [
        (module, name)
        for module, name in sorted(found)
        if name not in getattr(importlib.import_module(module), "__all__", ())
    ] == []


@pytest.mark.asyncio
async def test_what_it_keeps_outlives_its_store(tmp_path: Path) -> None:
    async with LmdbStore(tmp_path / "app.lmdb") as store:
        thread = await store.memory.create_thread(resource_id="ada")
        message = NewMessage(thread_id=thread.id, resource_id="ada", role="user", content=TEXT)
        await store.memory.save_messages([message])
        await store.workflows.persist_workflow_snapshot(
            workflow_name="refund",
            run_id="order-42",
            snapshot={"status": "suspended", "context": {}},
        )

    async with LmdbStore(tmp_path / "app.lmdb") as store:
        page = await store.memory.list_messages(thread.id)
        runs = await store.workflows.list_workflow_runs(status="suspended")

    assert [each.content for each in page.messages] == [TEXT]
    assert [each.run_id for each in runs.runs] == ["order-42"]
