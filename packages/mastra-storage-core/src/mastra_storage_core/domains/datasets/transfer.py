"""Items that come from files and go into files, and into frames."""

import asyncio
from collections.abc import Callable, Iterator
from os import PathLike
from pathlib import Path
from typing import Any, Literal, TypeAlias

from mastra_storage_core import checks
from mastra_storage_core.domain import operation
from mastra_storage_core.domains.datasets.arguments import checked_scope, checked_version
from mastra_storage_core.domains.datasets.bulk import BulkStorage
from mastra_storage_core.domains.datasets.datasets import no_dataset
from mastra_storage_core.domains.datasets.files import (
    Line,
    checked_format,
    read_lines,
    replacing,
    write_items,
)
from mastra_storage_core.domains.datasets.frames import columns, library
from mastra_storage_core.domains.datasets.models import (
    DatasetItem,
    ImportReport,
    LineFailure,
    TransferProgress,
)
from mastra_storage_core.domains.datasets.payloads import FIELDS, draft
from mastra_storage_core.domains.datasets.reads import ItemReads
from mastra_storage_core.domains.datasets.requests import ItemDraft, Row
from mastra_storage_core.domains.datasets.schemas import fits
from mastra_storage_core.domains.datasets.spool import CHUNK, Spool
from mastra_storage_core.errors import ConfigurationError, InvalidInputError, named

Format: TypeAlias = Literal["jsonl", "csv"]
OnError: TypeAlias = Literal["stop", "skip"]
Progress: TypeAlias = Callable[[TransferProgress], object]

MOST_FAILURES = 100
"""How many lines a report names."""


class TransferStorage(BulkStorage, ItemReads):
    """Files of JSON Lines or CSV, whose form is in `mastra_storage_core.domains.datasets.files`.

    `progress` is called now and then, and at the end (`mastra_storage_core.progress_bar` makes one
    that draws a bar). What it raises ends the call: nothing is written then.
    """

    @operation
    async def import_items(
        self,
        path: str | PathLike[str],
        *,
        dataset_id: str,
        format: Format | None = None,
        on_error: OnError = "stop",
        progress: Progress | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> ImportReport:
        """Add the items of a file to a data set, all as one version; say what became of them.

        The format is told by the end of the name unless it is given. A line that is broken, has an
        unknown field or does not fit the schemas of the data set is `InvalidInputError` that names
        the line, and nothing is added; with `on_error="skip"` it is left out and reported, and the
        others are added. What stands in the way of an external id is `ConflictError` either way,
        and nothing is added.

        Memory does not grow with the file. `NotFoundError` for an unknown data set;
        `ConfigurationError` where the file cannot be read.
        """
        source = _path(path)
        form = checked_format(format, source)
        name = checks.identifier(dataset_id, "dataset_id")
        scope = checked_scope(organization_id, project_id)
        if on_error not in ("stop", "skip"):
            raise InvalidInputError(f"on_error is 'stop' or 'skip', not {named(on_error)}")
        size = _size(source)
        dataset = await self._get_dataset(name, scope)
        if dataset is None:
            raise no_dataset(name)
        failures: list[LineFailure] = []
        failed = 0
        with Spool() as spool:
            for line in _lines(source, form, self._limits.max_json_bytes):
                try:
                    spool.add(self._checked(line, dataset))
                except InvalidInputError as error:
                    if on_error == "stop":
                        raise
                    failed += 1
                    if len(failures) < MOST_FAILURES:
                        failures.append(LineFailure(line=line.number, reason=str(error)))
                if (spool.count + failed) % CHUNK == 0:
                    _tell(progress, spool.count, line.end, size)
                    await asyncio.sleep(0)  # Others have their turn.
            done = await self._insert_spool(spool, name, scope)
            _tell(progress, spool.count, size, size)
        return ImportReport(
            version=done.dataset["version"],
            added=done.added,
            known=done.known_count,
            failed=failed,
            failures=failures,
        )

    @operation
    async def export_items(
        self,
        path: str | PathLike[str],
        *,
        dataset_id: str,
        version: int | None = None,
        format: Format | None = None,
        progress: Progress | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> int:
        """Write the items of a data set, as they are or as they were at a version, to a file, in
        the order in which they were added; return how many there were.

        The file is there once it is whole, in the place of one of that name. What it holds is what
        `import_items` reads: contents and external ids. Memory does not grow with the number of
        items. `NotFoundError` for an unknown data set; `ConfigurationError` where the file cannot
        be written.
        """
        target = _path(path)
        form = checked_format(format, target)
        found = await self._list_total(dataset_id, version, organization_id, project_id)
        items = self.iterate_items(
            dataset_id,
            version=version,
            organization_id=organization_id,
            project_id=project_id,
        )
        count, batch = 0, list[DatasetItem]()
        try:
            with replacing(target) as file:
                async for item in items:
                    batch.append(item)
                    if len(batch) == CHUNK:
                        write_items(file, form, batch, first=count == 0)
                        count += len(batch)
                        batch.clear()
                        _tell(progress, count, count, found)
                write_items(file, form, batch, first=count == 0)
        except OSError as error:
            raise ConfigurationError(f"cannot write {named(target.name)}") from error
        count += len(batch)
        _tell(progress, count, count, count)
        return count

    @operation
    async def items_frame(
        self,
        dataset_id: str,
        *,
        version: int | None = None,
        library: Literal["pandas", "polars"] | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> Any:
        """Return the items of a data set as a frame of pandas, or of Polars: a row for each, in the
        order in which they were added, JSON as it is in a cell of CSV.

        Without a `library` it is the one that is installed, pandas if both are; without either it
        is `ConfigurationError`. `NotFoundError` for an unknown data set.
        """
        chosen = _library(library)
        items = self.iterate_items(
            dataset_id, version=version, organization_id=organization_id, project_id=project_id
        )
        return chosen.DataFrame(columns([item async for item in items]))

    def _checked(self, line: Line, dataset: Row) -> ItemDraft:
        """Check one line; every error names it."""
        where = f"line {line.number}"
        if line.problem is not None:
            raise InvalidInputError(f"{where}: {line.problem}")
        given = {name: line.fields.get(name) for name in FIELDS}
        external_id = line.fields.get("external_id")
        limit = self._limits.max_json_bytes
        new = draft(given, external_id, where, limit)
        fits(lambda _: where)(dataset, [new.payload], 0)
        return new

    async def _list_total(
        self, dataset_id: str, version: int | None, organization_id: Any, project_id: Any
    ) -> int | None:
        """Count what is exported, for those who are told of the progress."""
        checked_version(version, "version")
        page = await self.list_items(
            dataset_id,
            version=version,
            organization_id=organization_id,
            project_id=project_id,
            per_page=0,
        )
        return page.total


_library = library


def _path(path: object) -> Path:
    if not isinstance(path, (str, PathLike)) or not str(path):
        raise InvalidInputError(f"path must name a file, not {named(path)}")
    return Path(path)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise ConfigurationError(f"cannot read {named(path.name)}") from error


def _lines(path: Path, form: str, limit: int) -> Iterator[Line]:
    try:
        yield from read_lines(path, form, limit)
    except OSError as error:
        raise ConfigurationError(f"cannot read {named(path.name)}") from error


def _tell(progress: Progress | None, items: int, done: int, total: int | None) -> None:
    if progress is not None:
        progress(TransferProgress(items=items, done=done, total=total))
