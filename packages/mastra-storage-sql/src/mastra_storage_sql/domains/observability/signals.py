"""Logs, metrics, feedback and scores of spans on any SQL database."""

from operator import itemgetter

from mastra_storage_core.domains.observability.requests import Found, Owner, Row
from mastra_storage_core.domains.observability.signal_requests import SignalQuery
from mastra_storage_core.domains.observability.signal_storage import SignalStorage
from mastra_storage_core.domains.observability.signals import SIGNALS, SIGNALS_BY_NAME, Signal
from pydantic.alias_generators import to_camel

from mastra_storage_sql.domain import SqlDomain
from mastra_storage_sql.domains.observability.statements import ObservabilityStatements
from mastra_storage_sql.domains.observability.statements.signals import values_of_conditions
from mastra_storage_sql.paging import split, window
from mastra_storage_sql.statement import Flow


class SqlSignals(SqlDomain[ObservabilityStatements], SignalStorage):
    """Whoever uses a signal makes its table first, once; spans need none of them."""

    _signals_seen: frozenset[Signal] = frozenset()

    async def _ready(self, signal: Signal) -> None:
        """See to it that the table of a signal is there."""
        if signal not in self._signals_seen:
            await self._db.ensure(self._sql.tables.at_first_use[signal])
            self._signals_seen |= {signal}

    async def _put_signals(self, signal: Signal, rows: list[Row]) -> None:
        await self._ready(signal)
        # In one order for every caller, so that no two transactions wait for each other.
        ordered = sorted(rows, key=itemgetter(signal.key))
        await self._db.fetch(self._sql.signals.put_signal(signal).many(ordered))

    async def _list_signals(self, query: SignalQuery) -> Found:
        await self._ready(query.signal)
        values = values_of_conditions(query.conditions) | window(query.page)
        rows = await self._db.fetch(self._sql.signals.list_signals(query)(**values))
        return Found(*split(rows, query.page, key=to_camel(query.signal.key)))

    async def _get_signal(self, signal: Signal, key: str) -> Row | None:
        await self._ready(signal)
        rows = await self._db.fetch(self._sql.signals.get_signal(signal)(key=key))
        return rows[0] if rows else None

    async def _delete_signals(self, signal: Signal, keys: list[str], owner: Owner) -> int:
        await self._ready(signal)
        statement = self._sql.signals.delete_signals(signal, owner)
        return len(await self._db.fetch(statement(keys=keys, **owner._asdict())))

    def _drop_signals(self, trace_ids: list[str], deleted: list[str], owner: Owner) -> Flow[None]:
        """Delete, as steps of a transaction, what names some traces and is of a tenant, or goes
        with a trace that was deleted and is of nobody.
        """
        values = {"traces": trace_ids, "deleted": deleted, **owner._asdict()}
        if len(self._signals_seen) < len(SIGNALS):
            self._see((yield self._sql.signals.signals_there()()))
        for signal in SIGNALS:
            if signal in self._signals_seen:
                yield self._sql.signals.drop_signals(signal, owner)(**values)

    def _see(self, rows: list[Row]) -> None:
        """Remember the signals whose tables are there."""
        self._signals_seen |= {SIGNALS_BY_NAME[row["name"]] for row in rows}
