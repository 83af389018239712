"""Whether somebody has looked at feedback, in memory."""

from mastra_storage_core.domains.observability.feedback import FeedbackStorage
from mastra_storage_core.domains.observability.requests import Row
from mastra_storage_core.domains.observability.signals import FEEDBACK

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.observability.aggregates import InMemoryAggregates
from mastra_storage_memory.domains.observability.signals import shown


class InMemoryFeedback(InMemoryAggregates, FeedbackStorage):
    @atomic
    def _review_feedback(self, key: str, status: str) -> Row | None:
        records = self._signals[FEEDBACK]
        row = records.get(key)
        if row is None:
            return None
        row["review_status"] = status
        records.put(row)
        return shown(FEEDBACK, row)
