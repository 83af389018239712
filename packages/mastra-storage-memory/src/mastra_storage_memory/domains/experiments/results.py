"""Results in memory."""

from mastra_storage_core.domains.datasets.items import within
from mastra_storage_core.domains.datasets.requests import EVERYONE
from mastra_storage_core.domains.experiments.arguments import no_experiment
from mastra_storage_core.domains.experiments.outcomes import (
    KEPT,
    in_the_way,
    is_erased,
    theirs,
)
from mastra_storage_core.domains.experiments.requests import (
    Found,
    ResultChange,
    ResultDraft,
    ResultQuery,
    Row,
    Scope,
)
from mastra_storage_core.domains.experiments.results import ResultStorage
from mastra_storage_core.ids import now
from pydantic.alias_generators import to_camel

from mastra_storage_memory.collection import Order
from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.datasets.datasets import page_of
from mastra_storage_memory.domains.datasets.tables import columns, shown_item
from mastra_storage_memory.domains.experiments.tables import (
    ExperimentTables,
    shown_experiment,
    shown_result,
)


class InMemoryResults(ExperimentTables, ResultStorage):
    @atomic
    def _put_result(self, draft: ResultDraft) -> Row:
        values = draft.values
        experiment = self._experiment(values["experiment_id"], EVERYONE)
        if experiment is None or theirs(experiment, draft):
            raise no_experiment(values["experiment_id"])
        row = columns(values)
        if self._is_erased(experiment["datasetId"], values["item_id"]):
            row |= columns(draft.erased)
        old = self._attempt(row)
        if not draft.replace and (old or self._results.get(row["id"])):
            raise in_the_way(values)
        if old is not None:
            row |= {to_camel(name): old[to_camel(name)] for name in KEPT}
        self._results.put(row)
        if draft.recount:
            self._count(experiment)
        return shown_result(row)

    @atomic
    def _recount(self, experiment_id: str, scope: Scope) -> Row | None:
        experiment = self._experiment(experiment_id, scope)
        return experiment and shown_experiment(self._count(experiment))

    @atomic
    def _update_result(self, change: ResultChange) -> Row | None:
        row = self._results.get(change.result_id)
        if row is None or not within(row, change.scope):
            return None
        if change.experiment_id not in (None, row["experimentId"]):
            return None
        row |= columns(change.values)
        if is_erased(shown_result(row)["metadata"]):
            row |= {"tags": None, "comment": None}
        self._results.put(row)
        return shown_result(row)

    @atomic
    def _get_result(self, result_id: str, scope: Scope) -> Row | None:
        row = self._results.get(result_id)
        return shown_result(row) if row and within(row, scope) else None

    @atomic
    def _list_results(self, query: ResultQuery) -> Found:
        rows = map(shown_result, self._results_of(query.experiment_id))
        found = [row for row in rows if _matches(row, query)]
        return page_of(found, query.page, to_camel(query.order.field), query.order.descending)

    @atomic
    def _delete_results(self, experiment_id: str, scope: Scope) -> int:
        if self._experiment(experiment_id, scope) is None:
            return 0
        return self._results.delete(*[row["id"] for row in self._results_of(experiment_id)])

    @atomic
    def _summaries(self, scope: Scope) -> list[Row]:
        every = self._experiments.read(self._experiments.ids(Order(None, "id"), None))
        return [
            _summary(row["id"], results)
            for row in every
            if within(row, scope) and (results := self._results_of(row["id"]))
        ]

    def _is_erased(self, dataset_id: str | None, item_id: str) -> bool:
        datasets = self._datasets()
        if dataset_id is None or datasets is None:
            return False
        rows = datasets._rows_of(item_id)[:1]  # noqa: SLF001 # of the same store
        return any(
            row["datasetId"] == dataset_id and is_erased(shown_item(row)["metadata"])
            for row in rows
        )

    def _attempt(self, row: Row) -> Row | None:
        """Return the result of the same item and attempt."""
        return next(
            (
                old
                for old in self._results_of(row["experimentId"])
                if (old["itemId"], old["attempt"]) == (row["itemId"], row["attempt"])
            ),
            None,
        )

    def _count(self, experiment: Row) -> Row:
        """Bring the counts of an experiment up to date; return it as it is held."""
        last = {row["itemId"]: row for row in sorted(self._results_of(experiment["id"]), key=_try)}
        failed = sum(row["error"] is not None for row in last.values())
        row = {
            **experiment,
            "succeededCount": len(last) - failed,
            "failedCount": failed,
            "updatedAt": now(),
        }
        self._experiments.put(row)
        return row


def _try(row: Row) -> int:
    return int(row["attempt"])


def _matches(row: Row, query: ResultQuery) -> bool:
    tags = row["tags"] if isinstance(row["tags"], list) else []
    return (
        within(row, query.scope)
        and query.trace_id in (None, row["traceId"])
        and query.status in (None, row["status"])
        and set(query.tags) <= set(tags)
    )


def _summary(experiment_id: str, results: list[Row]) -> Row:
    def count(status: str) -> int:
        return sum(row["status"] == status for row in results)

    return {
        "experimentId": experiment_id,
        "total": len(results),
        "needsReview": count("needs-review"),
        "reviewed": count("reviewed"),
        "complete": count("complete"),
    }
