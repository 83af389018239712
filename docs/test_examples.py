"""Runs every Python example of the documentation and the READMEs, and follows their links.

The examples of a page are one program, from top to bottom: a later one may use what an earlier one
made, and `await` works outside of functions. A page whose examples read `DATABASE_URL` gets a fresh
PostgreSQL database. A fragment that cannot run says so, with a comment `<!-- not run: why -->`.
"""

import ast
import asyncio
import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import pytest
from mastra_storage_conformance.servers.postgres import PostgresServer

ROOT = Path(__file__).parent.parent
FOLDERS = [ROOT, ROOT / "tests-conformance", *ROOT.glob("packages/*"), *ROOT.glob("docs/**/")]
PAGES = [page for folder in FOLDERS for page in sorted(folder.glob("*.md"))]
EXAMPLE = re.compile(
    r"^(?P<skip> *<!-- not run: .+? -->\n)? *```python\n(?P<code>.*?)^ *```$",
    re.MULTILINE | re.DOTALL,
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)(?P<target>[^)#\s]+)")
TABLE = re.compile(r"^CREATE TABLE .+?;$", re.MULTILINE | re.DOTALL)
GOLDEN = ROOT / "packages" / "mastra-storage-sql" / "tests" / "golden"


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def examples(page: Path) -> list[CodeType]:
    """Return the examples of a page, compiled so that an error names its page and line."""
    text = page.read_text(encoding="utf-8")
    return [
        compile(
            "\n" * text.count("\n", 0, found.start("code")) + textwrap.dedent(found["code"]),
            str(page),
            "exec",
            flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT,
        )
        for found in EXAMPLE.finditer(text)
        if not found["skip"]
    ]


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    with PostgresServer.start() as server:
        yield server


@pytest.mark.parametrize("page", [page for page in PAGES if examples(page)], ids=name)
def test_examples_run(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(tmp_path)
    programs = examples(page)
    if "DATABASE_URL" in page.read_text(encoding="utf-8"):
        server: PostgresServer = request.getfixturevalue("postgres")
        monkeypatch.setenv("DATABASE_URL", server.create_database())
    names: dict[str, object] = {"__name__": "__main__"}
    with asyncio.Runner() as runner:
        for program in programs:
            if program.co_flags & inspect.CO_COROUTINE:
                runner.run(eval(program, names))
            else:
                exec(program, names)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize(
    "page", [page for page in PAGES if TABLE.search(page.read_text())], ids=name
)
def test_a_table_is_shown_as_both_databases_are_sent_it(page: Path) -> None:
    sent = ["".join(map(Path.read_text, folder.glob("*.sql"))) for folder in GOLDEN.iterdir()]
    for table in TABLE.findall(page.read_text(encoding="utf-8")):
        assert [table in every for every in sent] == [True, True]
