"""Observational memory on any SQL database."""

from datetime import datetime
from typing import Any

from mastra_storage_core.domains.memory.models import ObservationalMemory
from mastra_storage_core.domains.memory.observational import ObservationalStorage
from mastra_storage_core.domains.memory.records import changed_columns, record_row
from mastra_storage_core.domains.memory.requests import ChangeRecord, GenerationQuery, Row
from mastra_storage_core.domains.memory.rows import read_records
from mastra_storage_core.errors import ConflictError, named
from mastra_storage_core.paging import MAX_OFFSET

from mastra_storage_sql.database import Database
from mastra_storage_sql.domains.memory.statements import MemoryStatements
from mastra_storage_sql.statement import Call, Flow


class SqlObservational(ObservationalStorage):
    _db: Database
    _sql: MemoryStatements

    async def _list_generations(self, query: GenerationQuery) -> list[Row]:
        call = self._sql.observational.list_generations(query)(
            key=query.lookup_key,
            start=query.dates.start,
            end=query.dates.end,
            limit=MAX_OFFSET if query.limit is None else query.limit,
            offset=query.offset,
        )
        return await self._db.fetch(call)

    async def _insert_record(self, record: ObservationalMemory) -> None:
        if not await self._db.fetch(self._insertion(record)):
            raise ConflictError(f"observational memory {named(record.id)} exists already")

    async def _first_or_newest(self, record: ObservationalMemory, key: str) -> ObservationalMemory:
        newest = self._newest(key)

        def flow() -> Flow[list[Row]]:
            found = yield newest
            if found or (yield self._insertion(record)):
                return found
            return (yield newest)

        found = await self._db.transact(flow())
        return read_records(found)[0] if found else record

    def _newest(self, key: str) -> Call:
        query = GenerationQuery(key, limit=1)
        return self._sql.observational.list_generations(query)(key=key, limit=1, offset=0)

    async def _change_record(
        self, record_id: str, change: ChangeRecord, at: datetime
    ) -> Row | None:
        sql = self._sql.observational

        def flow() -> Flow[Row | None]:
            found = yield sql.lock_record()(record=record_id)
            if not found:
                return None
            decided = change(read_records(found)[0])
            if decided is None:
                return found[0]
            row = found[0]
            if decided.fields:
                columns = {**changed_columns(decided.fields), "updatedAt": at}
                update = sql.change_record(frozenset(columns))
                (row,) = yield update(record=record_id, **self._parameters(columns))
            if decided.successor is not None and not (yield self._insertion(decided.successor)):
                raise ConflictError(
                    f"observational memory {named(decided.successor.id)} exists already"
                )
            return row

        return await self._db.transact(flow())

    async def _delete_generations(self, lookup_key: str, owner: str | None) -> int:
        statement = self._sql.observational.delete_generations(owned=owner is not None)
        return len(await self._db.fetch(statement(key=lookup_key, owner=owner)))

    def _insertion(self, record: ObservationalMemory) -> Call:
        return self._sql.observational.insert_record()(**self._parameters(record_row(record)))

    def _parameters(self, columns: Row) -> dict[str, Any]:
        """Rename database columns to the names of parameters."""
        table = self._sql.tables.observations
        return {column.key: columns[column.name] for column in table.c if column.name in columns}
