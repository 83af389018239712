"""What nobody should pass, passed to every parameter of every method. For cases, and for longer
runs by others; nothing here is a test.

What a call refuses it refuses before any I/O: a store that is closed refuses it as well. What it
takes, the database takes: no error of a driver, of Python or of the server comes out.
"""

import inspect
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from functools import partial
from typing import Any

from mastra_storage_core import (
    BatchResult,
    ClosedError,
    ConfigurationError,
    ConflictError,
    InvalidInputError,
    NotFoundError,
    OrderBy,
    Store,
    UnsupportedError,
)
from mastra_storage_core.jsoncodec import MAX_DEPTH
from pydantic import BaseModel, ValidationError

from mastra_storage_conformance.examples import Call, Example, Names

TEXTS: list[Any] = [
    *(
        "",
        " ",
        "%",
        "_",
        "a%b_c\\",
        "a'b\"c`d",
        "'; DROP TABLE mastra_threads; --",
        "$1",
        ":id",
        "?",
    ),
    *(
        "a\0b",
        "a\ud800",
        "\u202eabc\u200f",
        "\U0001f4a5",
        "e\u0301",
        "a\nb\r\t",
        "\ufeff",
        "\u2028",
    ),
    *("null", "{}", "[]", "$.a", "a.b", "__proto__", "NaN", "../../etc/passwd", "x" * 1_000_000),
    *("\u00e9" * 512, "\u00e9" * 513, "createdAt", "id; --", "0", "-1", "1e999"),
]
NUMBERS: list[Any] = [
    *(0, -1, 1, 1.5, True, False, 2**31 - 1, 2**31, 2**53, 2**63, -(2**63), 10**30, 10**5_000),
    *(math.nan, math.inf, -math.inf, -0.0, 1e308, -1e308, 5e-324, 1e290, 1e291, 1e-300),
    Decimal("1.5"),
]
TIMES: list[Any] = [
    datetime(2024, 3, 1, 12),  # noqa: DTZ001 - naive on purpose
    datetime.min.replace(tzinfo=UTC),
    datetime.max.replace(tzinfo=UTC),
    datetime.min.replace(tzinfo=timezone(timedelta(hours=14))),
    datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=timezone(-timedelta(hours=23, minutes=59))),
    date(2024, 3, 1),
    "2024-03-01T12:00:00Z",
    timedelta(days=1),
]


_order_by: Any = OrderBy


def _deep(levels: int, inner: Any = 1) -> Any:
    for number in range(levels):
        inner = [inner] if number % 2 else {"a": inner}
    return inner


def _endless() -> dict[str, Any]:
    found: dict[str, Any] = {}
    found["a"] = found
    return found


OBJECTS: list[Any] = [
    *({}, {"": ""}, {"a": None}, {1: 2}, {None: 1}, {"a\0": 1}, {"\ud800": 1}),
    *({"a": "\0\ud800"}, {"a": math.nan}, {"a": 10**4_299}, {"a": 10**5_000}, {"a": -0.0}),
    *({"a": 1e23}, {"a": b"bytes"}, {"a": {1}}, {"a": ...}, {"a": Decimal(1)}, {"a": (1, 2)}),
    *({"__proto__": 1}, {"a' OR '1'='1": 1}, {'a"."b': 1}, {"a.b": 1}, {"x" * 200: 1}),
    *({"a": _deep(MAX_DEPTH - 2)}, {"a": _deep(MAX_DEPTH + 1)}, {"a": _deep(100_000)}, _endless()),
    *({str(number): number for number in range(10_000)}, {"a": list(range(20_000))}),
]
LISTS: list[Any] = [
    *([], [None], ["a", "a"], [["a"]], [1], ["a\0"], ["%"], [{}], ("a",), {"a"}, iter("ab")),
    *([str(number) for number in range(5_000)], _deep(100_000), [b"a"], [OrderBy("id")]),
]
OTHERS: list[Any] = [
    *(None, b"bytes", object(), ..., Exception, OrderBy("id", "asc"), len),
    *(_order_by("created_at", "asc; DROP TABLE x"), OrderBy("created_at' --"), OrderBy("title")),
]
EVERY: list[Any] = [*TEXTS, *NUMBERS, *TIMES, *OBJECTS, *LISTS, *OTHERS]
"""All of it. What an iterator gives is taken once, and is nothing afterwards."""

UNTRUSTED = {"progress", "update"}
"""Parameters that take functions: what these raise, or answer, is the caller's own business."""

BESIDE_STORED = {
    *("update_workflow_results", "update_workflow_state"),
    *("add_item", "add_items", "batch_insert_items", "import_items", "update_item"),
    "update_dataset",
}
"""Methods for which it depends on what is stored whether a value is refused: they merge it into
that, or there is a schema that it has to fit.
"""


@dataclass
class Findings:
    """What was tried, and what was wrong."""

    calls: int = 0
    refused: int = 0
    taken: int = 0
    problems: list[str] = field(default_factory=list)

    def add(self, other: "Findings") -> None:
        """Add what was found elsewhere."""
        self.calls += other.calls
        self.refused += other.refused
        self.taken += other.taken
        self.problems += other.problems


def hostile_calls(domain: object, call: Call) -> Iterator[tuple[str, Callable[[], Call | None]]]:
    """Yield the call with one argument after the other replaced by each value, and its models with
    one field after the other; what yields `None` cannot be made, because a model refuses it.
    """
    bound = inspect.signature(getattr(domain, call.method)).bind(*call.args, **call.kwargs)
    for name in sorted(set(bound.signature.parameters) - UNTRUSTED):
        given = bound.arguments.get(name)
        for number, value in enumerate(EVERY):
            yield f"{call.method}({name}=#{number})", partial(_with, call, bound, name, value)
        for field_name in _fields(given):
            for number, value in enumerate(EVERY):
                label = f"{call.method}({name}.{field_name}=#{number})"
                yield label, partial(_within, call, bound, name, field_name, value)


def _with(call: Call, bound: inspect.BoundArguments, name: str, value: Any) -> Call:
    arguments = {**bound.arguments, name: value}
    other = inspect.BoundArguments(bound.signature, arguments)
    return Call(call.method, *other.args, **other.kwargs)


def _first(given: Any) -> Any:
    return given[0] if isinstance(given, list) and given else given


def _fields(given: Any) -> list[str]:
    model = _first(given)
    return list(type(model).model_fields) if isinstance(model, BaseModel) else []


def _within(
    call: Call, bound: inspect.BoundArguments, name: str, field_name: str, value: Any
) -> Call | None:
    given = bound.arguments[name]
    model = _first(given)
    values = {each: getattr(model, each) for each in type(model).model_fields}
    try:
        other = type(model)(**(values | {field_name: value}))
    except (ValidationError, InvalidInputError, RecursionError, ValueError):
        return None
    return _with(call, bound, name, [other, *given[1:]] if isinstance(given, list) else other)


async def attack(
    store: Store,
    closed: Store,
    example: Example,
    names: Names,
    *,
    index: int,
    one_in: int = 1,
    share: int = 0,
) -> Findings:
    """Pass all values to one call of an example, or one in so many of them: which, `share` says.
    `closed` is another store of the same kind, which was closed.
    """
    found = Findings()
    domain, shut = getattr(store, example.domain), getattr(closed, example.domain)
    call = example.calls(names)[index]
    for number, (label, make) in enumerate(hostile_calls(domain, call)):
        if (number + share) % one_in:
            continue
        hostile = make()
        if hostile is None:
            continue
        found.calls += 1
        problem = await _refused_or_taken(shut, domain, hostile, found)
        if problem:
            found.problems.append(f"{example.domain}.{label}: {problem}")
    return found


async def _refused_or_taken(shut: Any, domain: Any, call: Call, found: Findings) -> str | None:
    try:
        await call.made_of(shut)
    except (InvalidInputError, ConfigurationError, UnsupportedError) as error:
        found.refused += 1
        return None if len(str(error)) < 1_000 else "a message without end"
    except ClosedError:
        pass
    except Exception as error:  # noqa: BLE001 - any other is what is looked for
        return f"{type(error).__name__} of a closed store: {str(error)[:100]}"
    else:
        found.taken += 1
        return None
    found.taken += 1
    try:
        answer = await call.made_of(domain)
    except (NotFoundError, ConflictError, UnsupportedError):
        return None
    except InvalidInputError as error:
        return None if call.method in BESIDE_STORED else f"refused after I/O: {str(error)[:100]}"
    except Exception as error:  # noqa: BLE001 - any other is what is looked for
        return f"{type(error).__name__}: {str(error)[:100]}"
    return "rejected without reason" if _nameless(answer) else None


def _nameless(answer: Any) -> bool:
    """Return whether records were rejected, but with no word about why."""
    if not isinstance(answer, BatchResult):
        return False
    return any(not each.reason for each in answer.rejected)
