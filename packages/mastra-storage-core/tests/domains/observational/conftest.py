"""A backend of forty lines: a dictionary of rows."""

import asyncio
from copy import deepcopy
from datetime import datetime

import pytest
from mastra_storage_core.domains.memory.models import ObservationalMemory
from mastra_storage_core.domains.memory.observational import ObservationalStorage
from mastra_storage_core.domains.memory.records import changed_columns, record_row
from mastra_storage_core.domains.memory.requests import ChangeRecord, GenerationQuery, Row
from mastra_storage_core.domains.memory.rows import read_records
from mastra_storage_core.errors import ConflictError


class Rows(ObservationalStorage):
    """Observational memory in a dictionary."""

    domain = "memory"

    def __init__(self) -> None:
        super().__init__(store_name="FAKE")
        self.rows: dict[str, Row] = {}

    async def _list_generations(self, query: GenerationQuery) -> list[Row]:
        start, end = query.dates.start, query.dates.end
        rows = [
            row
            for row in self.rows.values()
            if row["lookupKey"] == query.lookup_key
            and (start is None or start <= row["createdAt"])
            and (end is None or row["createdAt"] <= end)
        ]
        rows.sort(key=lambda row: (row["generationCount"], row["id"]), reverse=True)
        end_at = None if query.limit is None else query.offset + query.limit
        await asyncio.sleep(0)
        return deepcopy(rows[query.offset : end_at])

    async def _insert_record(self, record: ObservationalMemory) -> None:
        if record.id in self.rows:
            raise ConflictError(f"the id {record.id!r} exists")
        self.rows[record.id] = deepcopy(record_row(record))

    async def _change_record(
        self, record_id: str, change: ChangeRecord, at: datetime
    ) -> Row | None:
        row = self.rows.get(record_id)
        becomes = change(read_records([deepcopy(row)])[0]) if row else None
        if row and becomes:
            if becomes.fields:
                row |= deepcopy(changed_columns({**becomes.fields, "updated_at": at}))
            if becomes.successor:
                await self._insert_record(becomes.successor)
        return row

    async def _delete_generations(self, lookup_key: str, owner: str | None) -> int:
        found = [
            key
            for key, row in self.rows.items()
            if row["lookupKey"] == lookup_key and owner in (None, row["resourceId"])
        ]
        for key in found:
            del self.rows[key]
        return len(found)


@pytest.fixture
def store() -> ObservationalStorage:
    return Rows()
