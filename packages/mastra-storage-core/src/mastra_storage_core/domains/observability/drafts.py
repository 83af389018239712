"""Spans and changes to them on their way in: checked, with JSON as text. The other half of `rows`.

A batch of 500 passes here once, so everything is by name from tables that are made at import.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import ValidationError

from mastra_storage_core import checks
from mastra_storage_core.domains.observability.models import NewSpan, Rejected, SpanUpdate
from mastra_storage_core.domains.observability.requests import Change, Row, SpanKey
from mastra_storage_core.errors import InvalidInputError, NotFoundError, StorageError, named
from mastra_storage_core.jsoncodec import encode
from mastra_storage_core.model import utc

_OBJECTS = frozenset({"scope", "metadata", "attributes", "request_context"})
_LISTS = frozenset({"tags", "links"})
_VALUES = frozenset({"input", "output", "error"})
JSON = _OBJECTS | _LISTS | _VALUES
_OTHERS = frozenset({"trace_id", "span_id", "parent_span_id", "is_event", "started_at", "ended_at"})
FIELDS = tuple(NewSpan.model_fields)
"""What is stored of a span, but for the two times that the store sets."""
_TEXTS = tuple(name for name in FIELDS if name not in JSON | _OTHERS)
_REQUIRED = frozenset({"name", "span_type", "is_event", "started_at"})
_NEEDED = ("trace_id", "span_id", *sorted(_REQUIRED))


class Refusal(NamedTuple):
    """Why something of a batch is not stored."""

    position: int
    key: str | None
    error: StorageError

    def told(self) -> Rejected:
        return Rejected(position=self.position, key=self.key, reason=str(self.error.args[0]))


def listed(records: object) -> list[object]:
    """Return the records of a batch, which may come from anything that gives them once."""
    if isinstance(records, (str, bytes, Mapping)) or not isinstance(records, Iterable):
        raise InvalidInputError(f"a batch must be a list, not {type(records).__name__}")
    return list(records)


class Drafts(NamedTuple):
    """The spans of a batch that can be stored, each key once, and the others."""

    rows: dict[SpanKey, tuple[int, Row]]
    """The last row of each key, with its position."""
    refused: list[Refusal]


def check_spans(records: list[object], max_bytes: int) -> Drafts:
    """Check each span of a batch by itself."""
    rows: dict[SpanKey, tuple[int, Row]] = {}
    refused: list[Refusal] = []
    for position, record in enumerate(records):
        try:
            row = check_span(record, max_bytes)
        except InvalidInputError as error:
            refused.append(Refusal(position, _key_of(record), error))
        else:
            rows[SpanKey(row["trace_id"], row["span_id"])] = position, row
    return Drafts(rows, refused)


def check_span(record: object, max_bytes: int) -> Row:
    """Check one span and return it as a row."""
    row = _EMPTY.copy()
    # `vars`, since going through the fields of a model costs as much as writing its JSON.
    for name, value in vars(made(record, NewSpan, "a span")).items():
        if value is not None and name in row:
            row[name] = _CHECKS[name](value, name, max_bytes)
    for name in _NEEDED:  # A model that was made without checks may lack any of them.
        if row[name] is None:
            raise InvalidInputError(f"{name} must not be empty")
    _check_times(row["started_at"], row["ended_at"])
    return row


class Changes(NamedTuple):
    """The changes of a batch that can be tried, each with its position, and the others."""

    changes: list[tuple[int, Change]]
    refused: list[Refusal]


def check_changes(updates: list[object], max_bytes: int) -> Changes:
    """Check each change of a batch by itself."""
    changes: list[tuple[int, Change]] = []
    refused: list[Refusal] = []
    for position, update in enumerate(updates):
        try:
            changes.append((position, check_change(update, max_bytes)))
        except InvalidInputError as error:
            refused.append(Refusal(position, _key_of(update), error))
    return Changes(changes, refused)


def check_change(update: object, max_bytes: int) -> Change:
    """Check one change: what was given of it."""
    checked = made(update, SpanUpdate, "a change")
    key = SpanKey(
        checks.identifier(checked.trace_id, "trace_id"),
        checks.identifier(checked.span_id, "span_id"),
    )
    given = checked.model_fields_set - {"trace_id", "span_id"}
    values: Row = {}
    for name in FIELDS:
        if name in given:
            value = getattr(checked, name)
            if value is None and name in _REQUIRED:
                raise InvalidInputError(f"{name} must not be empty")
            values[name] = None if value is None else _CHECKS[name](value, name, max_bytes)
    _check_times(values.get("started_at"), values.get("ended_at"))
    return Change(key, values)


def settle(
    changes: Iterable[tuple[int, Change]],
    stored: Mapping[SpanKey, tuple[datetime, datetime | None]],
) -> Changes:
    """Decide which changes fit what is stored of their spans, start and end, one after the other;
    join those of one span into one.
    """
    times = dict(stored)
    joined: dict[SpanKey, tuple[int, Change]] = {}
    refused: list[Refusal] = []
    for position, change in changes:
        key, values = change
        try:
            if key not in times:
                raise NotFoundError(f"no span {named(str(key))}")
            started, ended = times[key]
            started, ended = values.get("started_at", started), values.get("ended_at", ended)
            _check_times(started, ended)
        except StorageError as error:
            refused.append(Refusal(position, str(key), error))
            continue
        times[key] = started, ended
        before = joined[key][1].values if key in joined else {}
        joined[key] = position, Change(key, {**before, **values})
    return Changes(list(joined.values()), refused)


def made(record: object, kind: type[Any], what: str) -> Any:
    """Return a value that may have been given as a mapping, in the names of either language."""
    if isinstance(record, kind):
        return record
    if not isinstance(record, Mapping):
        raise InvalidInputError(
            f"{what} must be a {kind.__name__} or a mapping, not {type(record).__name__}"
        )
    try:
        return kind.model_validate(dict(record))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, first["loc"]))[:200]
        raise InvalidInputError(f"{place}: {first['msg']}") from None


def _key_of(record: object) -> str | None:
    """Return what names a record that is not one, as far as it can be read."""
    found = []
    for name, alias in (("trace_id", "traceId"), ("span_id", "spanId")):
        if isinstance(record, Mapping):
            value = record.get(name, record.get(alias))
        else:
            value = getattr(record, name, None)
        found.append(value[:200] if isinstance(value, str) else "")
    return "/".join(found) if any(found) else None


def _check_times(started: datetime | None, ended: datetime | None) -> None:
    if started is not None and ended is not None and ended < started:
        raise InvalidInputError("ended_at lies before started_at")


def _id(value: object, what: str, max_bytes: int) -> str:
    return checks.identifier(value, what)


def _text(value: object, what: str, max_bytes: int) -> str:
    # The databases of the original index names, types and owners, and an entry has its limits.
    return checks.text(value, what, checks.MAX_ID_BYTES)


def _flag(value: object, what: str, max_bytes: int) -> bool:
    return checks.flag(value, what)


def _time(value: object, what: str, max_bytes: int) -> datetime:
    if not isinstance(value, datetime):
        raise InvalidInputError(f"{what} must be a datetime, not {type(value).__name__}")
    return utc(value)


def _object(value: object, what: str, max_bytes: int) -> str:
    if not isinstance(value, Mapping):
        raise InvalidInputError(f"{what} must be a JSON object, not {type(value).__name__}")
    return encode(dict(value), what, max_bytes).text


def _tags(value: object, what: str, max_bytes: int) -> str:
    if not isinstance(value, (list, tuple)) or not all(isinstance(tag, str) for tag in value):
        raise InvalidInputError(f"{what} must be a list of texts")
    return encode(value, what, max_bytes).text


def _list(value: object, what: str, max_bytes: int) -> str:
    if not isinstance(value, (list, tuple)):
        raise InvalidInputError(f"{what} must be a list, not {type(value).__name__}")
    return encode(value, what, max_bytes).text


def _value(value: object, what: str, max_bytes: int) -> str:
    return encode(value, what, max_bytes).text


_CHECKS: dict[str, Callable[[Any, str, int], Any]] = {
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(("trace_id", "span_id", "parent_span_id"), _id),
    **dict.fromkeys(("started_at", "ended_at"), _time),
    "is_event": _flag,
    **dict.fromkeys(_OBJECTS, _object),
    "tags": _tags,
    "links": _list,
    **dict.fromkeys(_VALUES, _value),
}
"""How each field is checked that has a value."""
_EMPTY: Row = dict.fromkeys(FIELDS)
