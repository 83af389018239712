"""What there is to filter by, on any SQL database."""

from mastra_storage_core.domains.observability.discovery import DiscoveryStorage
from mastra_storage_core.domains.observability.signal_requests import DistinctQuestion, Names
from mastra_storage_core.domains.observability.signals import METRICS, Signal

from mastra_storage_sql.domains.observability.signals import SqlSignals
from mastra_storage_sql.statement import Call


class SqlDiscovery(SqlSignals, DiscoveryStorage):
    async def _metric_names(self, names: Names) -> list[str]:
        await self._ready(METRICS)
        statement = self._sql.discovery.metric_names(names)
        return await self._named(statement(prefix=names.prefix, limit=names.limit))

    async def _label_keys(self, metric: str) -> list[str]:
        await self._ready(METRICS)
        return sorted(await self._named(self._sql.discovery.label_keys()(metric=metric)))

    async def _label_values(self, metric: str, label: str, names: Names) -> list[str]:
        await self._ready(METRICS)
        statement = self._sql.discovery.label_values(names)
        return await self._named(statement(metric=metric, label=label, **names._asdict()))

    async def _different(self, question: DistinctQuestion) -> list[str]:
        """Ask the tables that are there: an application may have spans and no other signals."""
        if not self._signals_seen.issuperset(question.signals):
            self._see(await self._db.fetch(self._sql.signals.signals_there()()))
        seen = [each for each in question.signals if each in self._signals_seen]
        answers = await self._db.batch(*(self._asked(each, question) for each in (None, *seen)))
        return sorted({row["name"] for rows in answers for row in rows} - {None, ""})

    async def _named(self, call: Call) -> list[str]:
        return [row["name"] for row in await self._db.fetch(call)]

    def _asked(self, signal: Signal | None, question: DistinctQuestion) -> Call:
        statement = self._sql.discovery.different(signal, question)
        return statement(entity_type=question.entity_type)
