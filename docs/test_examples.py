"""Runs every Python example of the documentation and the READMEs, and follows their links.

The examples of a page are one program, from top to bottom: a later one may use what an earlier one
made, and `await` works outside of functions. A page whose examples read `DATABASE_URL` gets a fresh
PostgreSQL database. A fragment that cannot run says so, with a comment `<!-- not run: why -->`. One
that begins with the name of a file, as `# store.py`, is a piece of that file of the example of a
backend, word for word.
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
from mastra_storage_core import MemoryStorage, StorageDomain, WorkflowsStorage

ROOT = Path(__file__).parent.parent
FOLDERS = [ROOT, ROOT / "tests-conformance", *ROOT.glob("packages/*"), *ROOT.glob("docs/**/")]
PAGES = [page for folder in FOLDERS for page in sorted(folder.glob("*.md"))]
EXAMPLE = re.compile(
    r"^(?P<skip> *<!-- not run: .+? -->\n)? *```python\n(?!# [\w/]+\.py\n)(?P<code>.*?)^ *```$",
    re.MULTILINE | re.DOTALL,
)
PIECE = re.compile(
    r"(?<!-->\n)^```(?:python|toml)\n# (?P<file>[\w/]+\.(?:py|toml))\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
BACKEND = ROOT / "examples" / "third-party-backend"
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
    monkeypatch.setenv("PYTHONPATH", str(BACKEND / "src"))  # for processes that an example starts
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


@pytest.mark.parametrize(
    "page", [page for page in PAGES if PIECE.search(page.read_text())], ids=name
)
def test_a_piece_of_a_file_is_what_the_file_says(page: Path) -> None:
    for piece in PIECE.finditer(page.read_text(encoding="utf-8")):
        folders = (BACKEND, BACKEND / "src" / "mastra_storage_lmdb")
        (file,) = (each / piece["file"] for each in folders if (each / piece["file"]).exists())
        assert piece["code"] in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("domain", [MemoryStorage, WorkflowsStorage])
def test_the_page_for_backends_has_each_method_that_they_implement(
    domain: type[StorageDomain],
) -> None:
    page = (ROOT / "docs" / "reference" / "backends.md").read_text(encoding="utf-8")
    assert [each for each in domain.__abstractmethods__ if f"- {each}\n" not in page] == []
