"""Lists of traces and branches on any SQL database."""

from mastra_storage_core.domains.observability.lists import ListStorage
from mastra_storage_core.domains.observability.requests import Found, SpanQuery

from mastra_storage_sql.domain import SqlDomain
from mastra_storage_sql.domains.observability.statements import ObservabilityStatements
from mastra_storage_sql.paging import split, window


class SqlLists(SqlDomain[ObservabilityStatements], ListStorage):
    async def _list_spans(self, query: SpanQuery) -> Found:
        wanted = query.conditions
        call = self._sql.lists.list_spans(query)(
            **wanted.texts,
            started_start=wanted.started.start,
            started_end=wanted.started.end,
            ended_start=wanted.ended.start,
            ended_end=wanted.ended.end,
            in_scope=wanted.scope,
            in_metadata=wanted.metadata,
            with_tags=list(wanted.tags),
            **window(query.page),
        )
        return Found(*split(await self._db.fetch(call), query.page, key="spanId"))
