"""Observational memory records as rows: checked, put into columns, read from any version's."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from pydantic.alias_generators import to_camel

from mastra_storage_core import checks
from mastra_storage_core.domains.memory.models import ObservationalMemory, ObservationChunk, whole
from mastra_storage_core.domains.memory.requests import Row
from mastra_storage_core.errors import CorruptDataError, InvalidInputError, named
from mastra_storage_core.jsoncodec import decode
from mastra_storage_core.model import iso, utc

OBSERVATIONS = "mastra_observational_memory"

COLUMNS = (
    "id",
    "lookupKey",
    "scope",
    "resourceId",
    "threadId",
    "activeObservations",
    "activeObservationsPendingUpdate",
    "originType",
    "config",
    "generationCount",
    "lastObservedAt",
    "lastReflectionAt",
    "pendingMessageTokens",
    "totalTokensObserved",
    "observationTokenCount",
    "isObserving",
    "isReflecting",
    "observedMessageIds",
    "observedTimezone",
    "bufferedObservations",
    "bufferedObservationTokens",
    "bufferedMessageIds",
    "bufferedReflection",
    "bufferedReflectionTokens",
    "bufferedReflectionInputTokens",
    "reflectedObservationLineCount",
    "bufferedObservationChunks",
    "isBufferingObservation",
    "isBufferingReflection",
    "lastBufferedAtTokens",
    "lastBufferedAtTime",
    "metadata",
    "createdAt",
    "updatedAt",
)
"""The columns in the order in which the original creates them."""

OBJECTS = ("config", "metadata")
"""The columns that hold a JSON object, decoded in rows; the database has `config` as JSON text."""
LISTS = ("observedMessageIds", "bufferedMessageIds", "bufferedObservationChunks")
"""The columns that hold a JSON list, decoded in rows. The times inside a chunk are ISO text."""

PENDING = "activeObservationsPendingUpdate"
"""Where the original reads `bufferedObservations` from; it never reads the column of that name."""

_CHUNK_DEFAULTS: dict[str, Any] = {"cycleId": "", "messageIds": [], "messageTokens": 0}
"""What the oldest chunks lack."""
_OPTIONAL_TEXTS = {"suggestedContinuation", "currentTask", "threadTitle"}
_TEXTS = (
    "origin_type",
    "active_observations",
    "observed_timezone",
    "buffered_observations",
    "buffered_reflection",
)
_COUNTS = (
    "generation_count",
    "pending_message_tokens",
    "total_tokens_observed",
    "observation_token_count",
    "buffered_observation_tokens",
    "buffered_reflection_tokens",
    "buffered_reflection_input_tokens",
    "reflected_observation_line_count",
    "last_buffered_at_tokens",
)


def lookup_key(thread_id: str | None, resource_id: str | None) -> str:
    """Return what all generations of a thread, or of a resource, have in common."""
    if thread_id is not None:
        return f"thread:{thread_id}"
    if resource_id is not None:
        return f"resource:{resource_id}"
    raise InvalidInputError("thread_id or resource_id must be given")


def first_id(key: str) -> str:
    """Return the id of the first generation of a lookup key.

    It follows from the key, so that of concurrent first writers the primary key lets one through.
    """
    return str(uuid5(NAMESPACE_URL, f"mastra:observational-memory:{key}"))


def tokens(value: object, what: str) -> int:
    """Check a number of tokens; fractions are rounded, as the original does for PostgreSQL."""
    return checks.count(whole(value), what)


def number(value: object, what: str, largest: float = 2**53) -> float:
    """Check a number from 0 to `largest`, which need not be whole."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= largest:
        return value
    raise InvalidInputError(f"{what} must be a number from 0 to {largest:g}, not {named(value)}")


def moment(value: object, what: str) -> datetime:
    """Check a time; return it in UTC, cut to the millisecond."""
    if not isinstance(value, datetime):
        raise InvalidInputError(f"{what} must be a datetime, not {type(value).__name__}")
    return utc(value)


def optional_moment(value: object, what: str) -> datetime | None:
    """Check a time that may be absent."""
    return None if value is None else moment(value, what)


def check_chunk(chunk: ObservationChunk, max_bytes: int) -> ObservationChunk:
    """Check a chunk; return a copy that shares nothing with the caller's."""
    (chunk,) = checks.instances([chunk], ObservationChunk, "chunk")
    checks.identifier(chunk.id, "a chunk's id")
    checks.identifier(chunk.cycle_id, "a chunk's cycle_id")
    for name in ("observations", "suggested_continuation", "current_task", "thread_title"):
        if getattr(chunk, name) is not None:
            checks.text(getattr(chunk, name), f"a chunk's {name}", max_bytes)
    checks.count(chunk.token_count, "a chunk's token_count")
    checks.count(chunk.message_tokens, "a chunk's message_tokens")
    ids = checks.identifiers(chunk.message_ids, "a chunk's message_ids")
    values = checks.json_object(_chunk_json(chunk), "a chunk", max_bytes)
    return ObservationChunk.model_validate({**values, "messageIds": ids})


def check_record(record: ObservationalMemory, max_bytes: int) -> ObservationalMemory:
    """Check a whole record; return a copy that shares nothing with the caller's."""
    (record,) = checks.instances([record], ObservationalMemory, "record")
    checks.identifier(record.id, "the record's id")
    checks.optional_identifier(record.thread_id, "the record's thread_id")
    checks.optional_identifier(record.resource_id, "the record's resource_id")
    lookup_key(record.thread_id, record.resource_id)
    given = {name for name in type(record).model_fields if getattr(record, name) is not None}
    for name in given.intersection(_TEXTS):
        checks.text(getattr(record, name), f"the record's {name}", max_bytes)
    for name in given.intersection(_COUNTS):
        checks.count(getattr(record, name), f"the record's {name}")
    copies: dict[str, Any] = {}
    for name in given & {"observed_message_ids", "buffered_message_ids"}:
        copies[name] = checks.identifiers(getattr(record, name), f"the record's {name}")
    for name in given.intersection(OBJECTS):
        copies[name] = checks.json_object(getattr(record, name), f"the record's {name}", max_bytes)
    if record.buffered_observation_chunks is not None:
        chunks = record.buffered_observation_chunks
        copies["buffered_observation_chunks"] = [check_chunk(chunk, max_bytes) for chunk in chunks]
    return record.model_copy(update=copies)


def record_row(record: ObservationalMemory) -> Row:
    """Make the row of a record, with every column in order. It shares its JSON with the record."""
    values = changed_columns({name: getattr(record, name) for name in type(record).model_fields})
    values["lookupKey"] = lookup_key(record.thread_id, record.resource_id)
    return {column: values.get(column) for column in COLUMNS}


def changed_columns(fields: Mapping[str, Any]) -> Row:
    """Make columns of some fields of a record, such as those of a `RecordChange`."""
    values = {to_camel(name): value for name, value in fields.items()}
    if chunks := values.get("bufferedObservationChunks"):
        values["bufferedObservationChunks"] = [_chunk_json(chunk) for chunk in chunks]
    if "bufferedObservations" in values:
        values[PENDING] = values.pop("bufferedObservations")
    return values


def record_values(row: Row) -> Row:
    """Return what a row says, as the model has it; the row itself is not changed.

    JSON may be decoded or text, and chunks may lack what later versions added. What is null is left
    out: a column that was added to an old table is null in its rows, and the model has the default.
    """
    values = dict(row)
    values["bufferedObservations"] = row.get(PENDING) or row.get("bufferedObservations")
    for column in (*OBJECTS, *LISTS):
        values[column] = _decoded(row, column)
    chunks = values["bufferedObservationChunks"]
    if isinstance(chunks, list):
        values["bufferedObservationChunks"] = [_chunk_values(chunk) for chunk in chunks]
    return {column: value for column, value in values.items() if value is not None}


def _chunk_json(chunk: ObservationChunk) -> dict[str, Any]:
    values = chunk.model_dump(by_alias=True)
    values["lastObservedAt"] = iso(chunk.last_observed_at)
    values["createdAt"] = iso(chunk.created_at)
    return {
        key: value
        for key, value in values.items()
        if value is not None or key not in _OPTIONAL_TEXTS
    }


def _chunk_values(chunk: Any) -> Any:
    if not isinstance(chunk, dict):
        return chunk
    missing = {key: value for key, value in _CHUNK_DEFAULTS.items() if chunk.get(key) is None}
    times = {key: _time(chunk.get(key)) for key in ("lastObservedAt", "createdAt") if key in chunk}
    return {**chunk, **missing, **times}


def _time(value: Any) -> Any:
    """Read ISO text; without a zone it is UTC. Anything else is left to the model to judge."""
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return value
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _decoded(row: Row, column: str) -> Any:
    value = row.get(column)
    try:
        # The original's PostgreSQL adapter may encode twice: jsonb that is a string of JSON.
        value = (decode(value) if value else None) if isinstance(value, str) else value
        if value is None or isinstance(value, dict if column in OBJECTS else list):
            return value
    except (ValueError, RecursionError):
        pass
    raise CorruptDataError(
        f"the row {named(row.get('id'))} of {OBSERVATIONS} does not fit its model at {column}",
        table=OBSERVATIONS,
        key=row.get("id"),
    )
