"""Observational memory in memory."""

from datetime import datetime

from mastra_storage_core.domains.memory.changes import changed_record
from mastra_storage_core.domains.memory.models import ObservationalMemory
from mastra_storage_core.domains.memory.observational import ObservationalStorage
from mastra_storage_core.domains.memory.records import record_row
from mastra_storage_core.domains.memory.requests import ChangeRecord, GenerationQuery, Row
from mastra_storage_core.domains.memory.rows import read_records
from mastra_storage_core.domains.memory.selection import generations_in
from mastra_storage_core.errors import ConflictError, named

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.memory.tables import GENERATIONS_OF_KEY, MemoryTables


class InMemoryObservational(MemoryTables, ObservationalStorage):
    @atomic
    def _list_generations(self, query: GenerationQuery) -> list[Row]:
        ids = self._observations.ids(GENERATIONS_OF_KEY, query.lookup_key, descending=True)
        return generations_in(query, self._observations.read(ids))

    @atomic
    def _insert_record(self, record: ObservationalMemory) -> None:
        self._observations.put(self._new_row(record))

    @atomic
    def _change_record(self, record_id: str, change: ChangeRecord, at: datetime) -> Row | None:
        row = self._observations.get(record_id)
        becomes = change(*read_records([row])) if row else None
        if row is None or becomes is None:
            return row
        row = changed_record(row, becomes, at)
        new = [] if becomes.successor is None else [self._new_row(becomes.successor)]
        self._observations.put(row, *new)
        return row

    @atomic
    def _delete_generations(self, lookup_key: str, owner: str | None) -> int:
        found = self._observations.read(self._observations.ids(GENERATIONS_OF_KEY, lookup_key))
        ids = [row["id"] for row in found if owner in (None, row["resourceId"])]
        return self._observations.delete(*ids)

    def _new_row(self, record: ObservationalMemory) -> Row:
        if self._observations.get(record.id):
            raise ConflictError(f"observational memory {named(record.id)} exists already")
        return record_row(record)
