"""The main job, on real input: a copy of a database that Mastra, in TypeScript, wrote.

`nox -s demo` runs it on a SQLite file, `nox -s demo -- postgres` on a PostgreSQL server that is
started for it. First comes what an application would do, and nothing in it knows which database it
is; then the second process that looks again; then where the databases come from.
"""

import argparse
import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple, Self
from urllib.parse import urlsplit

from _demo_survival import MEMORY_VARIABLE, PARTS, Urls, open_both, play, survive
from _demo_trace import show_a_trace
from _demo_view import (
    console,
    draw_hints,
    draw_messages,
    draw_threads,
    draw_working_memory,
    heading,
    verdict,
)
from mastra_storage_core import (
    DateRange,
    Include,
    MemoryStorage,
    Message,
    NewMessage,
    OrderBy,
    Resource,
    Thread,
    open_store,
)
from pydantic import BaseModel

OWNER = "p-alice"
LATEST_FIRST = OrderBy("updated_at", "desc")


# --- the job ------------------------------------------------------------------------------------


async def tell(urls: Urls) -> "Kept":
    """Do the whole job on one store, and show each step."""
    async with open_both(urls) as store:
        memory = store.memory
        await show_threads(memory)
        thread = await show_conversation(memory)
        await continue_conversation(memory, thread)
        question = await recall(memory, thread)
        await branch_off(memory, thread, question)
        await remember(memory)
        return await Kept.read(memory)


async def show_threads(memory: MemoryStorage) -> None:
    """List the threads that were active last, whoever owns them."""
    page = await memory.list_threads(per_page=12, order_by=LATEST_FIRST)
    said = await memory.list_messages([thread.id for thread in page.threads], per_page=None)
    heading(f"The latest {len(page.threads)} of {page.total} threads", "list_threads")
    draw_threads(page.threads, said.messages)


async def show_conversation(memory: MemoryStorage) -> Thread:
    """Find a thread of one owner by its metadata, and show what was said."""
    page = await memory.list_threads(resource_id=OWNER, metadata={"category": "support"})
    thread = page.threads[0]
    said = await memory.list_messages(thread.id)
    heading(f"“{thread.title}”, a conversation of {OWNER}", "list_messages")
    draw_messages(said.messages)
    return thread


async def continue_conversation(memory: MemoryStorage, thread: Thread) -> None:
    """Save a question and an answer in one call, which keeps both or none."""
    forecast = {
        "state": "result",
        "toolCallId": "call_2",
        "toolName": "getWeather",
        "args": {"city": "München", "day": "tomorrow"},
        "result": {"temp": 17, "conditions": ["sun"]},
    }
    called = {"type": "tool-invocation", "toolInvocation": forecast}
    question = new_message(thread, "user", says("And tomorrow? I would like to cycle."))
    answer = new_message(thread, "assistant", called, says("17°C and sunny: take the bicycle."))
    saved = await memory.save_messages([question, answer])
    heading("It goes on (the demo wrote this answer, no model did)", "save_messages")
    draw_messages(saved)


async def recall(memory: MemoryStorage, thread: Thread) -> Message:
    """Find an old message by its metadata, then read it with its neighbours."""
    found = await memory.list_messages(thread.id, metadata={"topic": "climate"})
    question = found.messages[0]
    window = Include(id=question.id, with_previous_messages=1, with_next_messages=1)
    around = await memory.list_messages(thread.id, include=[window], per_page=0)
    heading("An old message, recalled with its neighbours", "list_messages(include=…)")
    draw_messages(around.messages, marked=question.id)
    return question


async def branch_off(memory: MemoryStorage, thread: Thread, question: Message) -> None:
    """Copy the thread up to the question, and go another way from there."""
    until = DateRange(end=question.created_at)
    clone = await memory.clone_thread(thread.id, title="What if it were Zürich?", date_range=until)
    saved = await memory.save_messages(
        [new_message(clone.thread, "user", says("Make that Zürich."))]
    )
    heading(f"“{clone.thread.title}”, a branch from there", "clone_thread")
    draw_messages([*clone.cloned_messages, *saved])


async def remember(memory: MemoryStorage) -> None:
    """Add a line to what is remembered of the owner, in all threads."""
    before = await memory.get_resource_by_id(OWNER)
    known = before.working_memory if before else None
    lines = [*(known or "").splitlines(), "- cycles when it is dry"]
    after = await memory.update_resource(OWNER, working_memory="\n".join(lines))
    heading(f"The working memory of {OWNER}, with one more line", "update_resource")
    draw_working_memory(after)


def says(text: str) -> dict[str, Any]:
    """Return text as a part of a message."""
    return {"type": "text", "text": text}


def new_message(thread: Thread, role: str, *parts: dict[str, Any]) -> NewMessage:
    """Return a message of the thread's owner; the store will date it."""
    content = {"format": 2, "parts": list(parts)}
    return NewMessage(
        thread_id=thread.id, resource_id=thread.resource_id, role=role, content=content
    )


class Kept(BaseModel):
    """What the demo leaves behind, and a second process must find, to the last field."""

    threads: list[Thread]
    messages: list[Message]
    owner: Resource | None

    @classmethod
    async def read(cls, memory: MemoryStorage) -> Self:
        """Read the owner's two latest threads: the conversation and its branch."""
        page = await memory.list_threads(resource_id=OWNER, per_page=2, order_by=LATEST_FIRST)
        said = await memory.list_messages([thread.id for thread in page.threads], per_page=None)
        owner = await memory.get_resource_by_id(OWNER)
        return cls(threads=page.threads, messages=said.messages, owner=owner)


async def look_again(url: str, expected: Kept) -> bool:
    """Show what a store holds, and return whether it is what was left there."""
    async with open_store(url) as store:
        found = await Kept.read(store.memory)
    heading(f"A second process ({os.getpid()}) opens the same database", "open_store")
    draw_threads(found.threads, found.messages)
    console.print()
    draw_messages(found.messages[-3:])
    console.print()
    draw_working_memory(found.owner)
    same = found == expected
    verdict(same, "✓ all is there, to the last field" if same else "✗ this is not what was left")
    return same


# --- the databases ------------------------------------------------------------------------------

TREE = Path(__file__).resolve().parent.parent
RECORDED = TREE / "tests-conformance" / "golden" / "public"


class Place(NamedTuple):
    """A database for the demo, and what a reader may do next."""

    url: str
    runs: Path
    """A file of its own for runs of workflows, whatever the other database is."""
    fate: str
    """What becomes of it."""
    hints: dict[str, str]
    """Commands, each with what it does."""


@contextmanager
def sqlite() -> Iterator[Place]:
    """Copy the recorded file into a fresh folder, and leave it there."""
    path = fresh_folder() / "mastra.db"
    shutil.copyfile(RECORDED / "mastra.sqlite", path)
    hints = {
        f'open_store("{path.as_uri()}")': "go on in Python, or with Mastra in TypeScript",
        "nox -s demo -- postgres": "the same, on a PostgreSQL server",
        python("first_store.py"): "a first store of your own",
    }
    fate = f"The databases are yours: {path} and {path.with_name('runs.db')}"
    yield Place(path.as_uri(), path.with_name("runs.db"), fate, hints)


def fresh_folder() -> Path:
    """Return a new folder for files of the demo."""
    return Path(tempfile.mkdtemp(prefix="mastra-demo-"))


@contextmanager
def postgres() -> Iterator[Place]:
    """Start a server, load the recorded dump; both end with the demo."""
    from mastra_storage_conformance.servers import postgres as servers

    with console.status("starting PostgreSQL"):
        server = servers.PostgresServer.start()
    with server:
        url = server.create_database("mastra_demo", dump=RECORDED / "postgres.dump.sql")
        elsewhere = f"{servers.URL_VARIABLE}=postgresql://you@host/db nox -s demo -- postgres"
        hints = {
            "nox -s demo": "the same, on a file that you keep",
            elsewhere: "the same, on your own server",
            python("first_store.py"): "a first store of your own",
        }
        fate = f"The first database ends with this demo: {without_password(url)}"
        yield Place(url, fresh_folder() / "runs.db", fate, hints)


def python(example: str) -> str:
    """Return the command that runs an example."""
    paths = [Path(sys.executable), TREE / "examples" / example]
    here = Path.cwd()
    return " ".join(str(p.relative_to(here) if p.is_relative_to(here) else p) for p in paths)


def without_password(url: str) -> str:
    """Return a URL that may be shown."""
    parts = urlsplit(url)
    user, at, host = parts.netloc.rpartition("@")
    return parts._replace(netloc=user.partition(":")[0] + at + host, query="").geturl()


# --- the command --------------------------------------------------------------------------------

DATABASES = {"sqlite": sqlite, "postgres": postgres}
LOOK_AGAIN = "look-again"
"""What the demo calls itself with, as a second process."""


def show(place: Place) -> bool:
    """Do the job in this process, look at it from another, and say where things are."""
    heading("A database that Mastra wrote, used from Python")
    console.print(without_password(place.url), markup=False, soft_wrap=True)
    urls = Urls(place.url, place.runs.as_uri())
    kept = asyncio.run(tell(urls))
    command = [sys.executable, __file__, LOOK_AGAIN]
    left = kept.model_dump_json().encode()
    looked = subprocess.run(command, input=left, env=urls.environment())
    survived = asyncio.run(survive(urls, without_password))
    traced = show_a_trace(place.url, place.runs.with_name("trace.html"))
    draw_hints(place.fate, place.hints)
    return looked.returncode == 0 and survived and traced


def main() -> int:
    """Run the demo; the exit status is 0 if the second process found everything."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # not every terminal has every character
    parser = argparse.ArgumentParser(description="The main job of mastra-storage.")
    parser.add_argument(
        "database",
        nargs="?",
        default="sqlite",
        choices=[*DATABASES, LOOK_AGAIN, *PARTS],
        metavar=" | ".join(DATABASES),
    )
    database = parser.parse_args().database
    if database == LOOK_AGAIN:
        left = Kept.model_validate_json(sys.stdin.buffer.read())
        return not asyncio.run(look_again(os.environ[MEMORY_VARIABLE], left))
    if database in PARTS:
        asyncio.run(play(database))
        return 0
    with DATABASES[database]() as place:
        return not show(place)


if __name__ == "__main__":
    sys.exit(main())
