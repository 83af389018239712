"""What a program that is traced leaves behind: runs of agents with their model calls and tools, in
traces of 20 spans, and one trace of 500.

The same number of spans makes the same spans.
"""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from itertools import count
from random import Random

from mastra_storage_core import NewSpan
from pydantic_core import to_json

from benchmarks.contender import Json, Tables
from benchmarks.prose import BEGIN, text

SPANS_OF_TRACE, LARGE_TRACE, USERS, PER_PAGE = 20, 500, 50, 5
LARGE = "large-trace"
SMALL = 10_000
"""How many spans there are at first in the small table."""
TIMES = ("startedAt", "endedAt", "createdAt", "updatedAt")
JSON = frozenset({"metadata", "tags", "attributes", "input", "output", "error"})

_new = count()
_random = Random(3)


def span(trace_id: str, place: int, number: int, random: Random) -> NewSpan:
    """Make a span: an agent's run, or below it a call of a model or a tool."""
    began = BEGIN + timedelta(seconds=number, milliseconds=40 * place)
    kind = "agent_run" if place == 0 else "tool_call" if place % 4 == 1 else "model_generation"
    failed = place % 97 == 96 or (place == 0 and number % 10 == 9)
    return NewSpan(
        trace_id=trace_id,
        span_id=f"{place:016x}",
        parent_span_id=None if place == 0 else f"{(place - 1) // 4:016x}",
        name=f"{kind} {place}",
        span_type=kind,
        started_at=began,
        ended_at=began + timedelta(milliseconds=random.randint(5, 900)),
        entity_type="agent",
        entity_id=f"agent-{number % 7}",
        entity_name="Support agent",
        user_id=f"user-{number % USERS}",
        organization_id="acme",
        run_id=f"run-{number}",
        thread_id=f"thread-{number % 5_000}",
        environment="production",
        service_name="support",
        source="local",
        metadata={"tenant": "acme", "attempt": number % 3},
        tags=["support", "v2"] if place == 0 else None,
        attributes={
            "model": "gpt-5",
            "provider": "openai",
            "usage": {"inputTokens": random.randint(50, 5_000), "outputTokens": 300},
            "parameters": {"temperature": 0.2, "maxTokens": 1_000},
        },
        input={"messages": [{"role": "user", "content": text(random, 30)}]},
        output={"text": text(random, 40)},
        error={"message": "the tool timed out"} if failed else None,
    )


def new_batch(size: int) -> list[NewSpan]:
    """Make spans that are not there yet."""
    number = next(_new)
    return [
        span(f"new-{number}-{place // SPANS_OF_TRACE}", place % SPANS_OF_TRACE, number, _random)
        for place in range(size)
    ]


def columns(each: NewSpan) -> Json:
    """Return a span by the columns of the table, its JSON as values."""
    return each.model_dump(by_alias=True)


def _rows(size: int) -> Iterator[Json]:
    random = Random(4)
    for place in range(LARGE_TRACE):
        yield _row(span(LARGE, place, 0, random))
    # Fifty traces come again and again, under new names and at other times.
    pool = [
        [_row(span("", place, trace, random)) for place in range(SPANS_OF_TRACE)]
        for trace in range(USERS)
    ]
    for number in range(size - LARGE_TRACE):
        trace, place = divmod(number, SPANS_OF_TRACE)
        row = pool[trace % USERS][place]
        later = timedelta(seconds=trace - trace % USERS)
        times = {name: row[name] + later for name in TIMES}
        names = {"traceId": f"trace-{trace}", "runId": f"run-{trace}"}
        yield {**row, **names, "threadId": f"thread-{trace % 5_000}", **times}


def _row(each: NewSpan) -> Json:
    given = columns(each)
    found = ((name, given[name]) for name in JSON if given[name] is not None)
    texts = {name: to_json(value).decode() for name, value in found}
    return {**given, **texts, "createdAt": each.started_at, "updatedAt": each.started_at}


def tables(size: int | None) -> Tables:
    """Return the small table, or the large one with so many spans."""
    return {"mastra_ai_spans": partial(_rows, size or SMALL)}
