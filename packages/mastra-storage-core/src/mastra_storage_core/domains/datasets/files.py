"""Items in files: JSON Lines, and CSV for spreadsheets. No store is known here.

In JSON Lines each line is an object with the names of Mastra, such as `groundTruth`. In CSV the
first line has these names, and a cell is JSON where it can be, else a text: `France`, `42`,
`{"a": 1}`. A text that looks like JSON, or that a spreadsheet would take for a formula, is written
as JSON, in quotes. What is absent is left out, or an empty cell.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TextIO

from pydantic.alias_generators import to_camel
from pydantic_core import from_json

from mastra_storage_core.domains.datasets.payloads import FIELDS
from mastra_storage_core.errors import InvalidInputError, named, nearest

COLUMNS = {name: to_camel(name) for name in (*FIELDS, "external_id")}
"""What of an item is in a file: our names, and those of Mastra."""

_KNOWN = {spelled: name for name, wire in COLUMNS.items() for spelled in (name, wire)}
_FORMULAS = tuple("=+-@\t\r")
"""How a cell begins that a spreadsheet would run."""

FORMATS = ("jsonl", "csv")


class Line(NamedTuple):
    """One item of a file, or what is wrong with it."""

    number: int
    """From 1, as editors count; in CSV that on which the item ends."""
    fields: dict[str, Any]
    problem: str | None
    end: int
    """How far into the file the item reaches, in bytes, as far as that is known."""


def checked_format(value: object, path: Path) -> str:
    """Check a format, or tell it by the end of a name: `.jsonl`, `.ndjson`, `.csv`."""
    if value is None:
        value = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}.get(path.suffix.lower())
        if value is None:
            raise InvalidInputError(f"name a format, jsonl or csv: {named(path.name)} tells none")
    if value not in FORMATS:
        raise InvalidInputError(f"no format {named(value)}; there are: {', '.join(FORMATS)}")
    return str(value)


def read_lines(path: Path, form: str, longest: int) -> Iterator[Line]:
    """Go through the items of a file, those that are broken included. Blank lines are passed over.

    `longest` is the largest cell of CSV, in characters. `OSError` where the file cannot be read.
    """
    with path.open("rb") as file:
        yield from _jsonl(file) if form == "jsonl" else _csv(file, longest)


def _jsonl(file: BinaryIO) -> Iterator[Line]:
    end = 0
    for number, raw in enumerate(file, 1):
        end += len(raw)
        text = raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw
        if not text.strip():
            continue
        try:
            value = from_json(text, allow_inf_nan=False)
        except ValueError:
            yield Line(number, {}, "it is no JSON", end)
            continue
        if isinstance(value, dict):
            yield _line(number, value, end)
        else:
            yield Line(number, {}, "it is no JSON object", end)


def _csv(file: BinaryIO, longest: int) -> Iterator[Line]:
    old = csv.field_size_limit(longest)
    try:
        # Latin-1 passes every byte on: what is no UTF-8 is found cell by cell, and named.
        lines = (raw.decode("latin-1") for raw in file)
        reader = csv.reader(lines, strict=True)
        header: list[str] = []
        while True:
            try:
                cells = [cell.encode("latin-1").decode() for cell in next(reader)]
            except StopIteration:
                return
            except (csv.Error, UnicodeDecodeError) as error:
                yield Line(reader.line_num, {}, _words(error), file.tell())
                continue
            if not header:
                header = [cell.removeprefix("\ufeff").strip() for cell in cells]
            elif any(cells):
                yield _row(reader.line_num, header, cells, file.tell())
    finally:
        csv.field_size_limit(old)


def _words(error: Exception) -> str:
    return "it is no UTF-8" if isinstance(error, UnicodeDecodeError) else "it is no CSV"


def _row(number: int, header: list[str], cells: list[str], end: int) -> Line:
    if len(cells) > len(header):
        return Line(number, {}, f"it has {len(cells)} cells, and {len(header)} have names", end)
    filled = zip(header, cells, strict=False)
    return _line(number, {name: read_cell(cell) for name, cell in filled if cell}, end)


def _line(number: int, given: Mapping[Any, Any], end: int) -> Line:
    fields: dict[str, Any] = {}
    for name, value in given.items():
        known = _KNOWN.get(name)
        if known is None:
            return Line(number, {}, f"there is no field {named(name)}; {_nearest(name)}", end)
        if known in fields:
            return Line(number, {}, f"it names the field {named(name)} twice", end)
        fields[known] = value
    if "input" not in fields:
        return Line(number, {}, "it has no input", end)
    return Line(number, fields, None, end)


def _nearest(name: object) -> str:
    return nearest(name, COLUMNS.values())


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """Write a file that takes its place when it is whole, and not before."""
    draft = path.with_name(f".{path.name}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="") as file:
            yield file
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_items(file: TextIO, form: str, items: Iterable[Any], *, first: bool) -> None:
    """Write some items; the first ones of CSV with the names of the columns before them."""
    if form == "jsonl":
        for item in items:
            given = {wire: getattr(item, name) for name, wire in COLUMNS.items()}
            kept = {k: v for k, v in given.items() if v is not None or k == "input"}
            file.write(json.dumps(kept, ensure_ascii=_is_odd(kept)) + "\n")
        return
    writer = csv.writer(file)
    if first:
        writer.writerow(COLUMNS.values())
    for item in items:
        writer.writerow(write_cell(getattr(item, name), name) for name in COLUMNS)


def write_cell(value: Any, name: str = "") -> str:
    """Return what stands for a value in a cell."""
    if value is None:
        return "null" if name == "input" else ""
    if isinstance(value, str) and _stays_text(value):
        return value
    return json.dumps(value, ensure_ascii=_is_odd(value))


def read_cell(cell: str) -> Any:
    """Return the value that a cell stands for."""
    try:
        return from_json(cell, allow_inf_nan=False)
    except ValueError:
        return cell


def _stays_text(text: str) -> bool:
    """Return whether a text is read back as itself."""
    return (
        bool(text.strip())
        and not text.startswith(_FORMULAS)
        and not _is_odd(text)
        and "\0" not in text
        and read_cell(text) is text
    )


def _is_odd(value: Any) -> bool:
    """Return whether a value has lone surrogates, which UTF-8 cannot write."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False
