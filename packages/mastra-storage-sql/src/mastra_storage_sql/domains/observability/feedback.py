"""Whether somebody has looked at feedback, on any SQL database."""

from mastra_storage_core.domains.observability.feedback import FeedbackStorage
from mastra_storage_core.domains.observability.requests import Row
from mastra_storage_core.domains.observability.signals import FEEDBACK

from mastra_storage_sql.domains.observability.aggregates import SqlAggregates


class SqlFeedback(SqlAggregates, FeedbackStorage):
    async def _review_feedback(self, key: str, status: str) -> Row | None:
        await self._ready(FEEDBACK)
        review = self._sql.signals.review_feedback()
        rows = await self._db.fetch(review(key=key, status=status))
        return rows[0] if rows else None
