"""Transcripts of calls on the original: reading the lines, and decoding what JSON cannot say.

A directory holds one transcript for each backend of the original, `libsql.jsonl` and so on. What
the recording store made up itself, an id or a time, is a placeholder there: `Made`, or `Template`
inside a longer text.
"""

import base64
import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, TypeAlias

from mastra_storage_core.errors import (
    ConflictError,
    InvalidInputError,
    NotFoundError,
    StorageError,
    UnsupportedError,
)
from pydantic.alias_generators import to_snake

BACKENDS = ("libsql", "pg", "memory", "redis")
"""The original's backends, in the order in which they are asked for an equal answer."""

_FILES = Path(__file__).parents[1] / "transcripts"
_RECORDED = Path(__file__).parents[3] / "golden" / "public"


def shipped() -> Path:
    """Return the directory of the transcripts that belong to this package: beside the code where a
    wheel put them, or where they are recorded, in a checkout.
    """
    return _FILES if _FILES.is_dir() else _RECORDED


Kind: TypeAlias = Literal["date", "isodate", "ms", "uuid"]


@dataclass(frozen=True, slots=True)
class Made:
    """A time or an id that the store made up."""

    kind: Kind
    number: int | None
    """Of an id: equal numbers, equal ids. Of a time: the call during which it was made; `None` if
    the database server made it.
    """
    plus_ms: int = 0
    """How far a time lies behind the clock of its call."""


@dataclass(frozen=True, slots=True)
class Template:
    """Text with placeholders in it; every second piece is one."""

    pieces: tuple[str | Made, ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """The call returned this; `undefined` and null are both `None`."""

    value: Any


@dataclass(frozen=True, slots=True)
class Raised:
    """The call failed."""

    kind: type[StorageError] | None
    """Our class for such an error; `None` where there is none."""
    text: str


Answer: TypeAlias = Returned | Raised


@dataclass(frozen=True, slots=True)
class Call:
    """One recorded call: the question and the answer."""

    seq: int
    """The same call in all transcripts of a directory."""
    domain: str
    """In snake_case, as stores call it."""
    method: str
    args: tuple[Any, ...]
    answer: Answer

    @property
    def options(self) -> dict[str, Any]:
        """The arguments by name; empty for methods that take them by position."""
        return self.args[0] if self.args and isinstance(self.args[0], dict) else {}

    @property
    def reads(self) -> bool:
        """Whether the call leaves the store as it is."""
        return self.method.startswith(("get", "list", "load", "count", "is"))


Transcript: TypeAlias = list[Call]


def read_transcripts(directory: Path) -> dict[str, Transcript]:
    """Read the transcripts of a directory, by backend. `FileNotFoundError` if it holds none."""
    paths = {name: directory / f"{name}.jsonl" for name in BACKENDS}
    found = {name: read_transcript(path) for name, path in paths.items() if path.is_file()}
    if not found:
        raise FileNotFoundError(f"no transcript in {str(directory)!r}: {', '.join(BACKENDS)}.jsonl")
    return found


def read_transcript(path: Path) -> Transcript:
    """Read the lines of a transcript in their order."""
    with path.open(encoding="utf-8") as lines:
        return [_call(json.loads(line)) for line in lines]


def _call(line: dict[str, Any]) -> Call:
    if "error" in line:
        error = line["error"]
        answer: Answer = Raised(error_class(error), f"{error['name']}: {error['message']}")
    else:
        answer = Returned(decode(line["result"]))
    args = tuple(map(decode, line["args"]))
    return Call(line["seq"], to_snake(line["domain"]), line["method"], args, answer)


def decode(value: Any) -> Any:
    """Decode a recorded value: times, placeholders, and what of JavaScript is not JSON."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return [decode(item) for item in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        ((tag, inner),) = value.items()
        if decoder := _DECODERS.get(tag):
            return decoder(inner)
    if "$any" in value:
        number = value.get("n", value.get("call"))
        return Made(value["$any"], number, value.get("plusMs", 0))
    return {_text(key): decode(item) for key, item in value.items()}


_DECODERS: dict[str, Any] = {
    "$date": datetime.fromisoformat,
    "$undefined": lambda _: None,
    "$map": lambda pairs: [[decode(key), decode(item)] for key, item in pairs],
    "$set": lambda items: [decode(item) for item in items],
    "$bytes": base64.b64decode,
    "$bigint": int,
    "$number": float,
}
_PLACEHOLDER = re.compile("<<(uuid|isodate):([0-9]+)>>")


def _text(text: str) -> str | Template:
    first, *rest = _PLACEHOLDER.split(text)
    if not rest:
        return text
    pieces: list[str | Made] = [first]
    for kind, number, after in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        pieces += [Made("uuid" if kind == "uuid" else "isodate", int(number)), after]
    return Template(tuple(pieces))


_ERROR_CLASSES: tuple[tuple[str, re.Pattern[str], type[StorageError]], ...] = (
    ("id", re.compile("_NOT_FOUND$"), NotFoundError),
    ("message", re.compile(" not found(: .*)?$"), NotFoundError),
    ("id", re.compile("_EXISTS$|_NO_CONTENT$|^DATASET_[A-Z_]*CONFLICT$"), ConflictError),
    (
        "message",
        re.compile(" already exists|^duplicate key value|UNIQUE constraint"),
        ConflictError,
    ),
    ("id", re.compile("_NOT_IMPLEMENTED$"), UnsupportedError),
    ("message", re.compile(" is not implemented by this storage adapter"), UnsupportedError),
    ("id", re.compile("_INVALID_[A-Z_]+$|_VALIDATION_FAILED$"), InvalidInputError),
    ("name", re.compile("^(TypeError|ZodError|SchemaValidationError)$"), InvalidInputError),
    (
        "message",
        re.compile(
            " must be | is required$|^Expected to find a|^Invalid |too large$"
            "|NOT NULL constraint|violates not-null constraint"
        ),
        InvalidInputError,
    ),
)
"""Which class of ours an error of the original corresponds to; the first that fits.

The original has one class for nearly everything and tells errors apart by id, or not at all: some
backends throw plain errors, and say "NOT NULL constraint failed" for a title that is missing.
"""


def error_class(error: dict[str, Any]) -> type[StorageError] | None:
    """Return our class for a recorded error; `None` if it is none that a caller could handle."""
    for field, pattern, kind in _ERROR_CLASSES:
        if pattern.search(error.get(field) or ""):
            return kind
    return None
