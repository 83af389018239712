"""Records of signals on their way in, checked, and out, made into models."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter
from pydantic.alias_generators import to_camel

from mastra_storage_core import checks
from mastra_storage_core.domains.observability.drafts import Refusal, made
from mastra_storage_core.domains.observability.numbers import checked_number
from mastra_storage_core.domains.observability.requests import Row
from mastra_storage_core.domains.observability.signals import (
    FEEDBACK,
    SIGNALS,
    Field,
    Kind,
    Signal,
)
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.jsoncodec import encode
from mastra_storage_core.model import utc
from mastra_storage_core.reading import models_of

_RECORDS: dict[Signal, TypeAdapter[list[Any]]] = {
    signal: TypeAdapter(list[signal.model])  # type: ignore[name-defined] # a value, not a type
    for signal in SIGNALS
}


def checked_record(signal: Signal, record: object, max_bytes: int) -> Row:
    """Check a record; return its values by the names of fields, with JSON as text."""
    values = vars(made(record, signal.model, "a record"))
    if signal is FEEDBACK:
        values = _by_column(values)
    return {
        field.name: _checked(field, values.get(field.name), max_bytes) for field in signal.fields
    }


def checked_records(
    signal: Signal, records: list[object], max_bytes: int
) -> tuple[dict[str, tuple[int, Row]], list[Refusal]]:
    """Check each record by itself; return the last of each id, with its position, and what is wrong
    with those that are not sound.
    """
    rows: dict[str, tuple[int, Row]] = {}
    refused: list[Refusal] = []
    for position, record in enumerate(records):
        try:
            row = checked_record(signal, record, max_bytes)
        except InvalidInputError as error:
            refused.append(Refusal(position, _key_of(signal, record), error))
        else:
            rows[row[signal.key]] = position, row
    return rows, refused


def read_records(signal: Signal, rows: Sequence[Row]) -> list[Any]:
    """Make records of their rows, in the same order."""
    return models_of(_RECORDS[signal], rows, signal.table, key=[to_camel(signal.key)])


def _key_of(signal: Signal, record: object) -> str | None:
    """Return what names a record that is not one, as far as it can be read."""
    if isinstance(record, Mapping):
        key = record.get(signal.key, record.get(to_camel(signal.key)))
    else:
        key = getattr(record, signal.key, None)
    return key[:200] if isinstance(key, str) else None


def _by_column(values: Mapping[str, Any]) -> Row:
    """Put the value of feedback into one of its two columns."""
    value = values.get("value")
    if value is None:
        raise InvalidInputError("value must not be empty")
    column = "value_string" if isinstance(value, str) else "value_number"
    return {**values, column: value}


def _checked(field: Field, value: Any, max_bytes: int) -> Any:
    if value is not None:
        value = _CHECKS[field.kind](value, field.name, max_bytes)
    if value is None and field.required:
        raise InvalidInputError(f"{field.name} must not be empty")
    return value


def _key(value: Any, what: str, max_bytes: int) -> str:
    return checks.identifier(value, what)


def _word(value: Any, what: str, max_bytes: int) -> str | None:
    return checks.identifier(value, what) if value != "" else None


def _time(value: Any, what: str, max_bytes: int) -> Any:
    if not hasattr(value, "astimezone"):
        raise InvalidInputError(f"{what} must be a datetime, not {type(value).__name__}")
    return utc(value)


def _number(value: Any, what: str, max_bytes: int) -> float:
    return checked_number(value, what)


def _tags(value: Any, what: str, max_bytes: int) -> str:
    tags = [checks.text(tag, f"one of the {what}") for tag in checks.instances(value, str, what)]
    return encode(tags, what, max_bytes).text


def _object(value: Any, what: str, max_bytes: int) -> str:
    if not isinstance(value, Mapping):
        raise InvalidInputError(f"{what} must be a JSON object, not {type(value).__name__}")
    return encode(dict(value), what, max_bytes).text


def _labels(value: Any, what: str, max_bytes: int) -> str:
    if not isinstance(value, Mapping):
        raise InvalidInputError(f"{what} must be a JSON object, not {type(value).__name__}")
    for name, label in value.items():
        checks.identifier(name, f"the name of one of the {what}")
        checks.identifier(label, f"one of the {what}")
    return encode(dict(value), what, max_bytes).text


_CHECKS: dict[Kind, Callable[[Any, str, int], Any]] = {
    Kind.KEY: _key,
    Kind.WORD: _word,
    Kind.TEXT: checks.text,
    Kind.TIME: _time,
    Kind.NUMBER: _number,
    Kind.TAGS: _tags,
    Kind.LABELS: _labels,
    Kind.OBJECT: _object,
}
