"""Observational memory: generations of records of what an agent has seen."""

from datetime import datetime

from mastra_storage_core import MemoryStorage, ObservationalMemory
from mastra_storage_core.backend.memory import (
    ChangeRecord,
    GenerationQuery,
    changed_record,
    generations_in,
    read_records,
)

from mastra_storage_lmdb.domain import reads, writes
from mastra_storage_lmdb.memory_tables import GENERATIONS, Tables
from mastra_storage_lmdb.pruning import LmdbPruning
from mastra_storage_lmdb.rows import Row


class LmdbObservational(LmdbPruning[Tables], MemoryStorage):
    @reads
    def _list_generations(self, tables: Tables, query: GenerationQuery) -> list[Row]:
        ids = tables.records.ids(GENERATIONS, query.lookup_key, descending=True)
        return generations_in(query, tables.records.read(ids))

    @writes
    def _insert_record(self, tables: Tables, record: ObservationalMemory) -> None:
        tables.insert_record(record)

    @writes
    def _change_record(
        self, tables: Tables, record_id: str, change: ChangeRecord, at: datetime
    ) -> Row | None:
        row = tables.records.get(record_id)
        becomes = change(*read_records([row])) if row else None
        if row is None or becomes is None:
            return row
        row = changed_record(row, becomes, at)
        tables.records.put(row)
        if becomes.successor is not None:
            tables.insert_record(becomes.successor)
        return row

    @writes
    def _delete_generations(self, tables: Tables, lookup_key: str, owner: str | None) -> int:
        found = tables.records.read(list(tables.records.ids(GENERATIONS, lookup_key)))
        return tables.records.delete(
            *[row["id"] for row in found if owner in (None, row["resourceId"])]
        )
