"""Several processes on one file."""

import sqlite3
from collections.abc import Callable

import pytest

Crowd = Callable[[int, str], str]


def test_eight_processes_may_be_the_first_at_once(crowd: Crowd, raw: sqlite3.Connection) -> None:
    crowd(
        8,
        """
        async with LibSQLStore(url) as store:
            await store.memory.create_thread(resource_id="r", thread_id=f"t{number}")
        """,
    )

    assert raw.execute("SELECT count(*) FROM mastra_threads").fetchone() == (8,)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_of_what_four_processes_append_and_merge_nothing_is_lost(
    crowd: Crowd, raw: sqlite3.Connection
) -> None:
    crowd(
        4,
        """
        async with LibSQLStore(url) as store:
            await store.memory.save_thread(Thread(id="t", resource_id="r", title=""))
            for step in range(25):
                await store.memory.save_messages([
                    NewMessage(id=f"m{number}-{step}-{part}", thread_id="t", resource_id="r",
                               role="user", content={"format": 2, "parts": []})
                    for part in range(3)
                ])
                await store.memory.update_resource("r", metadata={f"k{number}-{step}": step})
        """,
    )

    assert raw.execute("SELECT count(*) FROM mastra_messages").fetchone() == (300,)
    keys = "SELECT count(*) FROM mastra_resources, json_each(metadata)"
    assert raw.execute(keys).fetchone() == (100,)
    assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("after", [0.02, 0.05])
def test_a_writer_that_is_killed_leaves_whole_calls(
    crowd: Crowd, raw: sqlite3.Connection, after: float
) -> None:
    acknowledged = crowd(
        1,
        f"""
        import signal
        done = 0
        store = LibSQLStore(url)
        await store.memory.create_thread(resource_id="r", thread_id="t")
        signal.signal(signal.SIGALRM, lambda *_: (os.write(1, b"%d" % done), os._exit(0)))
        signal.setitimer(signal.ITIMER_REAL, {after})
        while True:
            await store.memory.save_messages([
                NewMessage(thread_id="t", resource_id="r", role="user", content="x")
                for _ in range(10)
            ])
            done += 1
        """,
    )
    (count,) = raw.execute("SELECT count(*) FROM mastra_messages").fetchone()

    assert count % 10 == 0
    assert int(acknowledged) * 10 <= count <= int(acknowledged) * 10 + 10
    assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_of_the_first_results_of_32_processes_none_is_lost(
    crowd: Crowd, raw: sqlite3.Connection
) -> None:
    crowd(
        32,
        """
        async with LibSQLStore(url, busy_timeout_ms=60_000) as store:
            await store.workflows.update_workflow_results(
                workflow_name="w", run_id="r", step_id=f"s{number}", result={"output": [number]}
            )
        """,
    )

    steps = "SELECT count(*) FROM mastra_workflow_snapshot, json_each(snapshot, '$.context')"
    assert raw.execute(steps).fetchone() == (32,)
    assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_of_the_first_claims_of_32_processes_one_wins(
    crowd: Crowd, raw: sqlite3.Connection
) -> None:
    said = crowd(
        32,
        """
        async with LibSQLStore(url, busy_timeout_ms=60_000) as store:
            try:
                await store.workflows.claim_run_ownership(
                    workflow_name="w", run_id="r", owner_id=f"worker {number}", lease_ms=60_000
                )
                os.write(1, b"won ")
            except ConflictError:
                os.write(1, b"lost ")
        """,
    )

    assert (said.count("won"), said.count("lost")) == (1, 31)
