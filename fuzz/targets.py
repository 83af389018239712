"""What is fuzzed: each takes bytes, and raises only if there is a defect."""

import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from mastra_storage_core import InvalidInputError, Message, StorageError, compose
from mastra_storage_core.checks import metadata_filter
from mastra_storage_core.domains.datasets.files import read_cell, read_lines, write_cell
from mastra_storage_core.domains.memory.formats import is_v2, normalise, stored_content
from mastra_storage_core.domains.memory.legacy import to_v1
from mastra_storage_core.ids import now
from mastra_storage_core.jsoncodec import DEFAULT_MAX_BYTES, decode, encode
from mastra_storage_core.matching import matches
from mastra_storage_libsql import jsonb
from mastra_storage_libsql.config import LibSQLConfig
from mastra_storage_pg import PostgresConfig

Json = dict[str, Any]


def read_jsonb(data: bytes) -> None:
    """A blob is a value or `ValueError`, and a value can be written as JSON."""
    try:
        value = jsonb.decode(data)
    except ValueError:
        return
    _written_and_read(value)


def _written_and_read(value: object) -> None:
    with suppress(InvalidInputError):  # deeper than we write
        written = encode(value, "value")
        assert decode(written.text) == written.value


def read_json(data: bytes) -> None:
    """What is read is written and read again as the same."""
    try:
        value = decode(data)
    except (ValueError, RecursionError):
        return
    _written_and_read(value)


def read_content(data: bytes) -> None:
    """A stored content, whatever it is, becomes a message of both generations."""
    content = stored_content(data.decode(errors="surrogateescape"))
    stored: Json = {"id": "m", "threadId": "t", "role": "assistant", "content": content}
    (message,) = normalise([stored])
    assert is_v2(message["content"])
    read = Message(
        id="m", thread_id="t", role="assistant", content=message["content"], created_at=now()
    )
    to_v1([read])


def filter_metadata(data: bytes) -> None:
    """A filter is refused, or answers; what it is made of matches itself."""
    try:
        wanted = metadata_filter(decode(data), DEFAULT_MAX_BYTES)
    except (InvalidInputError, ValueError, RecursionError):
        return
    assert matches(wanted, wanted)
    assert not wanted or not matches({}, wanted)


def check_urls(data: bytes) -> None:
    """A URL is a setting, or an error that does not show it."""
    text = data.decode(errors="replace")
    secret = "hunter2-" + "x" * 20
    for check in (LibSQLConfig.check, PostgresConfig.check):
        for url in (text, f"postgresql://u:{secret}@{text}", f"file:{text}"):
            try:
                shown = repr(check(url=url)) if check is PostgresConfig.check else ""
            except StorageError as error:
                shown = str(error)
            assert secret not in shown
    with suppress(StorageError):
        PostgresConfig.check(host="h", schema_name=text)


def read_configuration(data: bytes) -> None:
    """A configuration is a store, or an error of ours."""
    try:
        config = json.loads(data)
    except (ValueError, RecursionError):
        config = {"default": data.decode(errors="replace")}
    with suppress(StorageError):
        compose(config)


def read_files(data: bytes) -> None:
    """A line is an item, or says what is wrong with it; cells that are written are read again."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        for form in ("jsonl", "csv"):
            for line in read_lines(Path(file.name), form, 10_000):
                assert line.problem is None or len(line.problem) < 1_000
    text = data.decode(errors="replace")
    assert read_cell(write_cell(text)) == text


TARGETS: dict[str, Callable[[bytes], None]] = {
    "jsonb": read_jsonb,
    "json": read_json,
    "content": read_content,
    "filter": filter_metadata,
    "urls": check_urls,
    "configuration": read_configuration,
    "files": read_files,
}
"""By the names of the folders in `fuzz/corpus`, where what was found is kept."""
