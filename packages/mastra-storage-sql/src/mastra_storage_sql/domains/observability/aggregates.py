"""Answers about numbers of signals on any SQL database, which puts them together itself."""

from mastra_storage_core.domains.observability.aggregates import AggregateStorage
from mastra_storage_core.domains.observability.requests import Row
from mastra_storage_core.domains.observability.signal_requests import PercentileQuestion, Question

from mastra_storage_sql.domains.observability.signals import SqlSignals
from mastra_storage_sql.domains.observability.statements.signals import values_of_conditions
from mastra_storage_sql.statement import Call


class SqlAggregates(SqlSignals, AggregateStorage):
    async def _answer(self, questions: list[Question]) -> list[list[Row]]:
        for signal in {question.signal for question in questions}:
            await self._ready(signal)
        return await self._db.batch(*map(self._asking, questions))

    async def _rank(self, question: PercentileQuestion) -> list[Row]:
        await self._ready(question.signal)
        return await self._db.fetch(
            self._sql.aggregates.percentiles(question)(
                **values_of_conditions(question.conditions),
                interval=question.interval,
                shares=[[share] for share in question.shares],
            )
        )

    def _asking(self, question: Question) -> Call:
        labels = {
            f"label_{number}": name
            for number, (name, is_label) in enumerate(question.dimensions)
            if is_label
        }
        return self._sql.aggregates.aggregate(question)(
            **values_of_conditions(question.conditions),
            **labels,
            interval=question.interval,
            limit=question.limit,
        )
