"""Old evaluations and spans on any SQL database."""

from mastra_storage_core.domains.scores.legacy import LegacyStorage
from mastra_storage_core.domains.scores.legacy_models import LegacyEval, LegacyTrace
from mastra_storage_core.domains.scores.requests import EvalQuery, Found, TraceQuery
from mastra_storage_core.jsoncodec import encode

from mastra_storage_sql.database import Database
from mastra_storage_sql.domains.scores.statements import ScoreStatements
from mastra_storage_sql.paging import split, window
from mastra_storage_sql.statement import Statement


class SqlLegacy(LegacyStorage):
    """The tables need not be there. Once they were seen, they are not looked for again."""

    _db: Database
    _sql: ScoreStatements
    _evals_seen = _traces_seen = False

    async def _save_eval(self, new: LegacyEval) -> None:
        if not self._evals_seen:
            await self._db.ensure(self._sql.tables.at_first_eval)
            self._evals_seen = True
        values = {name: getattr(new, name) for name in LegacyEval.model_fields}
        call = self._sql.legacy.save_eval()(**values, created_at_again=new.created_at)
        await self._db.fetch(call)

    async def _list_evals(self, query: EvalQuery) -> Found:
        call = self._sql.legacy.list_evals(query)(
            agent_name=query.agent_name,
            start=query.dates.start,
            end=query.dates.end,
            **window(query.page),
        )
        if not self._evals_seen:
            self._evals_seen = await self._is_there(self._sql.legacy.evals_exist())
        rows = await self._db.fetch(call) if self._evals_seen else []
        return Found(*split(rows, query.page, key="created_at"))

    async def _save_trace(self, new: LegacyTrace) -> None:
        if not self._traces_seen:
            await self._db.ensure(self._sql.tables.at_first_trace)
            self._traces_seen = True
        values = {name: getattr(new, name) for name in LegacyTrace.model_fields}
        values["other"] = None if new.other is None else encode(new.other, "other").text
        await self._db.fetch(self._sql.legacy.save_trace()(**values))

    async def _list_traces(self, query: TraceQuery) -> Found:
        call = self._sql.legacy.list_traces(query)(
            begins=query.name,
            scope=query.scope,
            attributes=dict(query.attributes),
            start=query.dates.start,
            end=query.dates.end,
            **window(query.page),
        )
        if not self._traces_seen:
            self._traces_seen = await self._is_there(self._sql.legacy.traces_exist())
        rows = await self._db.fetch(call) if self._traces_seen else []
        return Found(*split(rows, query.page))

    async def _is_there(self, exists: Statement) -> bool:
        return bool(await self._db.fetch(exists()))
