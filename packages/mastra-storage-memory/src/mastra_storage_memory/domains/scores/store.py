"""The scores domain in plain Python: the readable specification of what every backend does."""

from datetime import datetime

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.domains.scores.drafts import ANY_JSON, OBJECTS, OPTIONAL_OBJECTS
from mastra_storage_core.domains.scores.interface import ScoresStorage
from mastra_storage_core.domains.scores.requests import Found, Row, ScoreDraft, ScoreQuery
from mastra_storage_core.lifecycle import Lifecycle
from pydantic.alias_generators import to_camel

from mastra_storage_memory.collection import Collection, Order
from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.scores.legacy import InMemoryLegacy
from mastra_storage_memory.paging import read_page
from mastra_storage_memory.pruning import Aged, InMemoryPruning

ORDERS = {name: Order(to_camel(name), "createdAt") for name in ("scorer_id", "run_id", "entity_id")}
"""Scores by what lists are about; those of a span are few, and picked from its trace."""
ORDERS["trace_id"] = Order("traceId", "createdAt")

JSON = tuple(map(to_camel, (*OBJECTS, *OPTIONAL_OBJECTS, *ANY_JSON)))


class InMemoryScores(InMemoryLegacy, InMemoryPruning, ScoresStorage):
    """Holds the rows, which are those of the database table."""

    def __init__(
        self, lifecycle: Lifecycle, *, store_name: str, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        super().__init__(lifecycle, store_name=store_name, limits=limits)
        self._scores = Collection(*ORDERS.values(), json=JSON)

    @atomic
    def _save_score(self, draft: ScoreDraft) -> datetime:
        row = {to_camel(name): value for name, value in draft.values.items()}
        if stored := self._scores.get(draft.id):
            row["createdAt"] = stored["createdAt"]
        self._scores.put(row)
        created_at: datetime = row["createdAt"]
        return created_at

    @atomic
    def _get_score(self, score_id: str) -> Row | None:
        return self._scores.get(score_id)

    @atomic
    def _list_scores(self, query: ScoreQuery) -> Found:
        first, *others = query.wanted
        ids = self._scores.ids(
            ORDERS[first], query.wanted[first], descending=query.order_by.descending
        )
        if others:
            ids = (row_id for row_id in ids if self._matches(row_id, query))
        return Found(*read_page(self._scores, ids, query.page))

    def _matches(self, row_id: str, query: ScoreQuery) -> bool:
        (row,) = self._scores.read([row_id])
        return all(row[to_camel(name)] == value for name, value in query.wanted.items())

    def _aged(self, table: str) -> Aged:
        return {"scorers": Aged(self._scores, "createdAt")}[table]

    def _drop(self, table: str, row: Row) -> None:
        self._scores.delete(row["id"])
