"""Databases with enough rows for plans to matter: 2,000 threads of 200 owners, most of them short,
one of 10,000 messages and one of 200,000; 20,000 runs of 20 workflows; 20,000 spans in traces of
20, of which four anchor a branch, and one trace of 2,000; 20,000 scores; 2,000 agents, one with
5,000 versions.
"""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import asyncpg
from mastra_storage_core.domains.observability.signals import SIGNALS, Kind, Signal
from mastra_storage_core.model import iso
from mastra_storage_libsql.dialect import SQLITE
from mastra_storage_libsql.functions import register
from mastra_storage_libsql.schema import ensure
from mastra_storage_pg import PostgresStore
from mastra_storage_pg.dialect import POSTGRES
from mastra_storage_sql import (
    dataset_tables,
    experiment_tables,
    memory_tables,
    observability_tables,
    score_tables,
    versioned_domain_tables,
    workflow_tables,
)
from pydantic.alias_generators import to_camel

BEGIN = datetime(2024, 1, 1, tzinfo=UTC)
LENGTHS = {"short": 10, "long": 10_000, "longest": 200_000}
"""The threads whose costs are compared; every other one has five messages."""
OWNERS = 200

Row = dict[str, Any]


def threads() -> Iterator[Row]:
    for number, thread_id in enumerate([*LENGTHS, *(f"t-{i}" for i in range(2_000))]):
        at = BEGIN + timedelta(hours=number)
        yield {
            "id": thread_id,
            "resourceId": f"r-{number % OWNERS}",
            "title": "A conversation",
            "metadata": '{"key":"value"}',
            "createdAt": at,
            "updatedAt": at + timedelta(days=number % 7),
        }


def messages() -> Iterator[Row]:
    """Two messages share each millisecond, and each fiftieth is hidden."""
    for thread in threads():
        for number in range(LENGTHS.get(thread["id"], 5)):
            yield {
                "id": f"{thread['id']}:{number}",
                "thread_id": thread["id"],
                "content": '{"format":2,"parts":[{"type":"text","text":"Hello."}]}',
                "role": "user" if number % 50 else "system",
                "type": "v2",
                "createdAt": thread["createdAt"] + timedelta(milliseconds=number // 2),
                "resourceId": thread["resourceId"],
            }


def resources() -> Iterator[Row]:
    for number in range(2_000):
        yield {"id": f"r-{number}", "createdAt": BEGIN, "updatedAt": BEGIN}


def observations() -> Iterator[Row]:
    counts = ("generationCount", "pendingMessageTokens", "totalTokensObserved")
    marks = ("observationTokenCount", "lastBufferedAtTokens")
    flags = ("isObserving", "isReflecting", "isBufferingObservation", "isBufferingReflection")
    for number in range(5_000):
        yield {
            "id": f"o-{number}",
            "lookupKey": f"thread:t-{number % 500}",
            "scope": "thread",
            "activeObservations": "",
            "originType": "initial",
            "config": "{}",
            "createdAt": BEGIN + timedelta(hours=number),
            "updatedAt": BEGIN,
            **dict.fromkeys((*counts, *marks), number // 500),
            **dict.fromkeys(flags, False),
        }


STATUSES = ("running", "success", "success", "success", "suspended")


def runs() -> Iterator[Row]:
    """Four runs share each second, so that ids decide their order."""
    for number in range(20_000):
        at = BEGIN + timedelta(seconds=number // 4)
        yield {
            "workflow_name": f"w-{number % 20}",
            "run_id": f"run-{number}",
            "resourceId": f"r-{number % OWNERS}",
            "snapshot": f'{{"status":"{STATUSES[number % 5]}","context":{{"input":{{}}}}}}',
            "createdAt": at,
            "updatedAt": at + timedelta(seconds=1),
        }


def owners() -> Iterator[Row]:
    for run in runs():
        yield {
            "workflow_name": run["workflow_name"],
            "run_id": run["run_id"],
            "owner_id": "worker",
            **dict.fromkeys(("generation", "claimed_at", "expires_at"), 1),
        }


def scores() -> Iterator[Row]:
    """Four scores share each second, so that ids decide their order; half of all are of one scorer,
    who scored every entity.
    """
    for number in range(20_000):
        at = BEGIN + timedelta(seconds=number // 4)
        yield {
            "id": f"score-{number}",
            "scorerId": f"s-{number % 20 if number % 2 else 0}",
            "runId": f"run-{number // 2}",
            "traceId": f"trace-{number // 10}",
            "spanId": f"span-{number % 2}",
            "entityId": f"e-{number % OWNERS}",
            "entityType": "AGENT",
            "source": "LIVE" if number % 3 else "TEST",
            "organizationId": f"o-{number % 5}",
            "projectId": f"p-{number % 7}",
            "score": number % 10 / 10,
            **dict.fromkeys(("scorer", "entity", "input", "output"), '{"key":"value"}'),
            "createdAt": at,
            "updatedAt": at,
        }


def evals() -> Iterator[Row]:
    for number in range(5_000):
        names = ("input", "output", "instructions", "global_run_id")
        yield {
            **dict.fromkeys(names, "text"),
            "result": '{"score":1}',
            "agent_name": f"a-{number % 50}",
            "metric_name": "m",
            "run_id": f"run-{number}",
            "created_at": BEGIN + timedelta(seconds=number),
        }


def traces() -> Iterator[Row]:
    for number in range(5_000):
        yield {
            "id": f"span-{number}",
            "name": f"agent.{number % 5}",
            "traceId": f"trace-{number // 5}",
            "scope": "default",
            "kind": 1,
            "attributes": '{"key":"value"}',
            "startTime": number,
            "endTime": number + 1,
            "createdAt": BEGIN + timedelta(seconds=number),
        }


SPANS_OF_TRACE = 20
LARGE_TRACE = 2_000


def spans() -> Iterator[Row]:
    """The spans of a trace hang below one another in fours."""
    for number in range(20_000 + LARGE_TRACE):
        trace, place = divmod(number, SPANS_OF_TRACE)
        if number >= 20_000:
            trace, place = -1, number - 20_000
        at = BEGIN + timedelta(seconds=trace // 2, milliseconds=place)
        yield {
            "traceId": "large" if trace < 0 else f"trace-{trace}",
            "spanId": f"span-{place}",
            "parentSpanId": f"span-{(place - 1) // 4}" if place else None,
            "name": "a step",
            "spanType": "tool_call" if place % 5 == 1 else "generic" if place else "agent_run",
            "isEvent": False,
            "startedAt": at,
            "endedAt": None if trace % 10 == 3 else at + timedelta(milliseconds=7),
            "threadId": f"t-{trace % 500}",
            "userId": f"u-{trace % 500}",
            "entityId": f"entity-{trace % 500}",
            "tags": '["tag"]',
            "metadata": '{"key":"value"}',
            "error": '{"message":"x"}' if place % 7 == 6 else None,
            "createdAt": at,
            "updatedAt": at,
        }


SIGNALS_OF_A_KIND = 20_000
OF_SIGNALS: dict[str, Callable[[int], Any]] = {
    "level": lambda n: ("info", "warn", "error")[n % 3],
    "name": lambda n: f"metric-{n % 20}",
    "scorer_id": lambda n: f"scorer-{n % 20}",
    "feedback_type": lambda n: f"type-{n % 20}",
    "feedback_source": lambda n: "user",
    "review_status": lambda n: "reviewed" if n % 100 else "needs-review",
    "trace_id": lambda n: f"trace-{n // 5}",
    "labels": lambda n: f'{{"kind":"{n % 3}"}}',
    "metadata": lambda n: '{"key":"value"}',
}
OF_KINDS: dict[Kind, Callable[[int], Any]] = {
    Kind.KEY: lambda n: f"{n:06}",
    Kind.TIME: lambda n: BEGIN + timedelta(seconds=n // 2),
    Kind.NUMBER: lambda n: Decimal(n % 100),
    Kind.TEXT: lambda n: "A text.",
}


def records(signal: Signal) -> Iterator[Row]:
    """Two records share each second."""
    makers = {
        to_camel(field.name): OF_SIGNALS.get(field.name) or OF_KINDS.get(field.kind, _nothing)
        for field in signal.fields
    }
    for number in range(SIGNALS_OF_A_KIND):
        yield {column: make(number) for column, make in makers.items()}


def _nothing(number: int) -> None:
    return None


def agents() -> Iterator[Row]:
    for number in range(2_000):
        yield {
            "id": f"a-{number}",
            "status": "draft" if number % 3 else "published",
            "activeVersionId": None if number % 3 else f"a-{number}:3",
            "authorId": f"r-{number % OWNERS}",
            "metadata": '{"key":"value"}',
            "favoriteCount": 1,
            "createdAt": BEGIN + timedelta(seconds=number // 2),
            "updatedAt": BEGIN + timedelta(seconds=number),
        }


def agent_versions() -> Iterator[Row]:
    """Five of each agent, but for one that has 5,000."""
    for agent in agents():
        for number in range(1, 5_001 if agent["id"] == "a-0" else 6):
            yield {
                "id": f"{agent['id']}:{number}",
                "agentId": agent["id"],
                "versionNumber": number,
                "name": "An agent",
                "instructions": "Be kind.",
                "model": "{}",
                "createdAt": agent["createdAt"],
            }


def favorites() -> Iterator[Row]:
    for number in range(5_000):
        key = {"userId": f"u-{number % 100}", "entityType": "agent", "entityId": f"a-{number // 3}"}
        yield {**key, "createdAt": BEGIN + timedelta(seconds=number)}


def datasets() -> Iterator[Row]:
    for number in range(2_000):
        at = BEGIN + timedelta(minutes=number)
        yield {
            "id": f"d-{number}",
            "name": f"Set {number}",
            "organizationId": f"org-{number % 20}",
            "projectId": f"p-{number % 200}",
            "version": 10,
            "createdAt": at,
            "updatedAt": at,
        }


def items() -> Iterator[Row]:
    """Ten items share each time; each tenth was changed, and the row before is kept."""
    for number in range(20_000):
        at = BEGIN + timedelta(seconds=number // 10)
        changed = number % 10 == 0
        row = {
            "id": f"i-{number}",
            "datasetId": f"d-{number % 40}",
            "datasetVersion": 1,
            "externalId": f"e-{number}",
            "organizationId": f"org-{number % 20}",
            "projectId": f"p-{number % 40}",
            "validTo": 2 if changed else None,
            "isDeleted": False,
            "input": f'{{"question":"Number {number}?"}}',
            "createdAt": at,
            "updatedAt": at,
        }
        yield row
        if changed:
            yield row | {"datasetVersion": 2, "validTo": None}


def dataset_versions() -> Iterator[Row]:
    for number in range(20_000):
        yield {
            "id": f"v-{number}",
            "datasetId": f"d-{number % 2_000}",
            "version": number // 2_000 + 1,
            "createdAt": BEGIN,
        }


def experiments() -> Iterator[Row]:
    counts = ("totalItems", "succeededCount", "failedCount", "skippedCount")
    for number in range(2_000):
        at = BEGIN + timedelta(minutes=number)
        yield {
            "id": f"x-{number}",
            "experimentSetId": f"s-{number % 200}",
            "datasetId": f"d-{number % 400}",
            "datasetVersion": 1,
            "organizationId": f"org-{number % 20}",
            "projectId": f"p-{number % 200}",
            "status": STATUSES[number % 5],
            "createdAt": at,
            "updatedAt": at,
            **dict.fromkeys(counts, 10),
        }


def results() -> Iterator[Row]:
    for number in range(20_000):
        at = BEGIN + timedelta(seconds=number // 10)
        yield {
            "id": f"e-{number}",
            "experimentId": f"x-{number % 2_000}",
            "itemId": f"i-{number // 2_000}",
            "input": "{}",
            "startedAt": at,
            "completedAt": at,
            "createdAt": at,
            "retryCount": 0,
            "attempt": 0,
        }


TABLES: dict[str, Callable[[], Iterator[Row]]] = {
    "mastra_datasets": datasets,
    "mastra_dataset_items": items,
    "mastra_dataset_versions": dataset_versions,
    "mastra_experiments": experiments,
    "mastra_experiment_results": results,
    "mastra_threads": threads,
    "mastra_messages": messages,
    "mastra_resources": resources,
    "mastra_observational_memory": observations,
    "mastra_workflow_snapshot": runs,
    "mastra_py_run_ownership": owners,
    "mastra_ai_spans": spans,
    **{signal.table: partial(records, signal) for signal in SIGNALS},
    "mastra_scorers": scores,
    "mastra_evals": evals,
    "mastra_traces": traces,
    "mastra_agents": agents,
    "mastra_agent_versions": agent_versions,
    "mastra_favorites": favorites,
}


def seeded_sqlite(path: str = ":memory:") -> sqlite3.Connection:
    """Return a connection to a new database. Nobody runs ANALYZE on the databases of users."""
    connection = sqlite3.connect(path, isolation_level=None)
    register(connection)
    workflows, scored = workflow_tables(SQLITE), score_tables(SQLITE)
    domains = [memory_tables(SQLITE), workflows, observability_tables(SQLITE), scored]
    aged = (each for tables in domains for each in tables.pruning.values())
    late = [workflows.at_first_claim, scored.at_first_eval, scored.at_first_trace]
    late += [each.needs for each in aged]
    entities = [*versioned_domain_tables(SQLITE).values()]
    entities += [dataset_tables(SQLITE), experiment_tables(SQLITE)]
    ensure(connection, [*domains, *late, *entities])
    connection.execute("BEGIN")
    for table, rows in TABLES.items():
        columns = list(next(rows()))
        names = ", ".join(f'"{column}"' for column in columns)
        connection.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})",
            ([_text(value) for value in row.values()] for row in rows()),
        )
    connection.execute("COMMIT")
    return connection


async def seeded_postgres(url: str) -> None:
    """Fill a database, and gather statistics as the server does by itself after a while."""
    async with PostgresStore(url) as store:
        await make_table_of_owners(store)
        await make_legacy_tables(store)
        for tables in (
            memory_tables(POSTGRES, "public"),
            workflow_tables(POSTGRES, "public"),
            observability_tables(POSTGRES, "public"),
            score_tables(POSTGRES, "public"),
        ):
            for aged in tables.pruning.values():
                await store._db.ensure(aged.needs)
    connection = await asyncpg.connect(url)
    for table, rows in TABLES.items():
        columns = list(next(rows()))
        mirrored = [column for column in columns if column.endswith(("At", "created_at"))]
        await connection.copy_records_to_table(
            table,
            columns=[*columns, *(f"{column}Z" for column in mirrored)],
            records=(
                [*map(_naive, row.values()), *(row[column] for column in mirrored)]
                for row in rows()
            ),
        )
    await connection.execute("VACUUM ANALYZE")
    await connection.close()


async def make_table_of_owners(store: PostgresStore) -> None:
    await store.workflows.claim_run_ownership(
        workflow_name="none", run_id="none", owner_id="worker", lease_ms=1
    )


async def make_legacy_tables(store: PostgresStore) -> None:
    tables = score_tables(POSTGRES, "public")
    for late in (tables.at_first_eval, tables.at_first_trace):
        await store._db.ensure(late)


def _text(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return iso(value) if isinstance(value, datetime) else value


def _naive(value: Any) -> Any:
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value
