"""A buffer at the end of a loop, at the end of its process, and after a fork."""

import asyncio
import os
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest
from mastra_storage_core.domains.observability.ingestion.buffer import SpanBuffer
from span_sinks import Sink, a_span

PROGRAM = """
import asyncio, threading, time
from mastra_storage_core import BusyError
from mastra_storage_core.domains.observability.ingestion.buffer import SpanBuffer
from span_sinks import Sink, a_span

class Printing(Sink):
    async def batch_create_spans(self, spans):
        result = await super().batch_create_spans(spans)
        print(*self.ids, flush=True)
        return result

def fill(*fails, **options):
    buffer = SpanBuffer(Printing(*fails), max_age=60, **options)
    for number in range(3):
        buffer.add(a_span(number))
    return buffer
"""


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-W",
            "error",
            "-W",
            "ignore::ResourceWarning",
            "-c",
            PROGRAM + textwrap.dedent(program),
        ],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=60,
    )


ENDS = {
    "a loop that ends": """
        async def main():
            fill()
        asyncio.run(main())
    """,
    "a loop that ends while the store is busy": """
        async def main():
            fill(BusyError(), BusyError(), first_retry=0.01)
            await asyncio.sleep(0.01)
        asyncio.run(main())
    """,
    "a loop that is left alone": """
        async def main():
            fill()
        loop = asyncio.new_event_loop()
        loop.run_until_complete(main())
    """,
    "a loop on another thread": """
        loop = asyncio.new_event_loop()
        threading.Thread(target=loop.run_forever, daemon=True).start()
        async def main():
            fill()
        asyncio.run_coroutine_threadsafe(main(), loop).result()
    """,
    "no loop at all": "fill()",
}


@pytest.mark.parametrize("program", ENDS.values(), ids=ENDS)
def test_what_is_held_is_written_at_the_end_of(program: str) -> None:
    done = run(program)

    assert (done.returncode, done.stdout, done.stderr) == (0, "s0 s1 s2\n", "")


def test_the_end_waits_no_longer_than_it_may_and_says_what_is_lost() -> None:
    done = run("fill(*[BusyError()] * 1000, exit_timeout=0.2)")

    assert (done.returncode, done.stdout) == (0, "")
    assert "3 spans were not stored; the last error: a lock or a free connection" in done.stderr


def test_what_is_held_when_a_loop_ends_is_written_on_it() -> None:
    sink = Sink()

    async def use() -> None:
        SpanBuffer(sink, max_age=60).add(a_span(1))
        await asyncio.sleep(0)

    asyncio.run(use())
    assert sink.ids == ["s1"]


def test_a_buffer_outlives_its_loop() -> None:
    sink = Sink()
    buffer = SpanBuffer(sink, max_age=0)

    async def use(number: int) -> None:
        buffer.add(a_span(number))
        assert await buffer.flush(5)

    for number in range(2):
        asyncio.run(use(number))
    assert sink.ids == ["s0", "s1"]


def test_what_a_thread_adds_before_there_is_a_loop_is_kept_for_it() -> None:
    sink = Sink()
    buffer = SpanBuffer(sink)
    thread = threading.Thread(target=buffer.add, args=(a_span(1),))
    thread.start()
    thread.join()

    assert asyncio.run(buffer.flush(5))
    assert sink.ids == ["s1"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_child_of_a_fork_starts_empty_and_its_parent_keeps_all() -> None:
    done = run("""
        import os
        buffer = fill()
        if os.fork() == 0:
            buffer.add(a_span(7))
            asyncio.run(buffer.flush())
            os._exit(buffer.pending)
        assert os.wait()[1] == 0
    """)

    assert (done.stdout, done.stderr) == ("s7\ns0 s1 s2\n", "")
