"""Old evaluations and spans in memory."""

from collections.abc import Iterator
from itertools import count

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.domains.scores.legacy import LegacyStorage
from mastra_storage_core.domains.scores.legacy_models import LegacyEval, LegacyTrace
from mastra_storage_core.domains.scores.requests import EvalQuery, Found, Row, TraceQuery
from mastra_storage_core.jsoncodec import encode
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_core.matching import matches

from mastra_storage_memory.collection import Collection, Id, Order
from mastra_storage_memory.domain import InMemoryDomain, atomic
from mastra_storage_memory.paging import read_page

BY_TIME = Order(None, "created_at")
BY_START = Order(None, "startTime")


class InMemoryLegacy(InMemoryDomain, LegacyStorage):
    """Holds the rows, which are those of the old tables."""

    def __init__(
        self, lifecycle: Lifecycle, *, store_name: str, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        super().__init__(lifecycle, store_name=store_name, limits=limits)
        self._evals = Collection(BY_TIME, json=("result", "test_info"))
        self._numbers = count()
        json = ("attributes", "status", "events", "links")
        self._traces = Collection(BY_START, json=json)

    @atomic
    def _save_eval(self, new: LegacyEval) -> None:
        # The number tells rows apart that no order does.
        row = new.model_dump() | {"id": (new.run_id, new.metric_name, next(self._numbers))}
        self._evals.put(row)

    @atomic
    def _list_evals(self, query: EvalQuery) -> Found:
        ids = self._evals.ids(BY_TIME, None, descending=query.order_by.descending)
        return Found(*read_page(self._evals, self._chosen_evals(ids, query), query.page))

    def _chosen_evals(self, ids: Iterator[Id], query: EvalQuery) -> Iterator[Id]:
        for row_id in ids:
            (row,) = self._evals.read([row_id])
            tested = (row["test_info"] or {}).get("testPath") is not None
            if (
                query.agent_name in (None, row["agent_name"])
                and query.tests in (None, tested)
                and query.dates.contains(row["created_at"])
            ):
                yield row_id

    @atomic
    def _save_trace(self, new: LegacyTrace) -> None:
        other = None if new.other is None else encode(new.other, "other").text
        self._traces.put(new.model_dump(by_alias=True) | {"other": other})

    @atomic
    def _list_traces(self, query: TraceQuery) -> Found:
        ids = self._traces.ids(BY_START, None, descending=True)
        chosen = (row_id for row_id in ids if self._fits(self._trace(row_id), query))
        return Found(*read_page(self._traces, chosen, query.page))

    def _trace(self, row_id: Id) -> Row:
        (row,) = self._traces.read([row_id])
        return row

    @staticmethod
    def _fits(row: Row, query: TraceQuery) -> bool:
        return (
            row["name"].startswith(query.name or "")
            and query.scope in (None, row["scope"])
            and (not query.attributes or matches(row["attributes"], query.attributes))
            and query.dates.contains(row["createdAt"])
        )
