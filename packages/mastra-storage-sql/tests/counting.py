"""A `Database` that counts: which calls reach the driver, and which statements run inside them."""

from dataclasses import dataclass, field
from typing import TypeVar

from mastra_storage_sql import Additions, Call, Database, Flow, Row, Statement

T = TypeVar("T")


@dataclass
class CountingDatabase(Database):
    """Passes everything on to a database, and keeps a record of it."""

    database: Database
    calls: list[str] = field(default_factory=list)
    """Each driver call: its kind, then the verbs of the statements that ran in it."""
    statements: set[Statement] = field(default_factory=set)
    """Every statement that ran since the beginning."""

    async def fetch(self, call: Call) -> list[Row]:
        self.calls.append("fetch:")
        self._note(call)
        return await self.database.fetch(call)

    async def ensure(self, additions: Additions) -> None:
        self.calls.append("ensure:")
        await self.database.ensure(additions)

    async def batch(self, *calls: Call) -> list[list[Row]]:
        self.calls.append("batch:")
        for call in calls:
            self._note(call)
        return await self.database.batch(*calls)

    async def transact(self, flow: Flow[T]) -> T:
        self.calls.append("transact:")
        return await self.database.transact(self._watched(flow))

    def taken(self) -> list[str]:
        """Return the calls since this was last asked."""
        calls, self.calls = self.calls, []
        return calls

    def _watched(self, flow: Flow[T]) -> Flow[T]:
        try:
            call = next(flow)
            while True:
                self._note(call)
                call = flow.send((yield call))
        except StopIteration as stop:
            result: T = stop.value
            return result

    def _note(self, call: Call) -> None:
        self.statements.add(call.statement)
        self.calls[-1] += f" {call.statement.name.partition('.')[2]}"
