"""The rows of the experiments domain, and the data sets beside them."""

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.domains.datasets.items import within
from mastra_storage_core.domains.experiments.requests import Row, Scope
from mastra_storage_core.lifecycle import Lifecycle

from mastra_storage_memory.collection import Collection, Order
from mastra_storage_memory.domain import InMemoryDomain
from mastra_storage_memory.domains.datasets.tables import DatasetTables, shown

RESULTS_OF = Order("experimentId", "startedAt")
EXPERIMENT_JSON = ("metadata", "provenance", "runnerAttestation", "scorerIds")
RESULT_JSON = ("input", "output", "groundTruth", "metadata", "error", "tags", "toolMockReport")


class ExperimentTables(InMemoryDomain):
    """Holds the rows, which are those of the database tables; the topics share them. JSON is held
    as text, and decoded on every read.
    """

    def __init__(
        self, lifecycle: Lifecycle, *, store_name: str, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        super().__init__(lifecycle, store_name=store_name, limits=limits)
        self._experiments = Collection()
        self._results = Collection(RESULTS_OF)

    def beside(self, datasets: DatasetTables) -> None:
        """Share the lock of the data sets, so that what concerns both is one step."""
        self._lock = datasets._lock  # noqa: SLF001 # of the same kind

    def _datasets(self) -> DatasetTables | None:
        """Return the data sets of the same store."""
        found = self.store.get_store("datasets") if self.store else None
        return found if isinstance(found, DatasetTables) else None

    def _experiment(self, experiment_id: str, scope: Scope) -> Row | None:
        """Return an experiment, as it is held, if it is there for who asks."""
        row = self._experiments.get(experiment_id)
        return row if row and within(row, scope) else None

    def _results_of(self, experiment_id: str) -> list[Row]:
        """Return the results of an experiment, as they are held."""
        return list(self._results.read(self._results.ids(RESULTS_OF, experiment_id)))


def shown_experiment(row: Row) -> Row:
    """Return an experiment as it is read."""
    return shown(row, EXPERIMENT_JSON)


def shown_result(row: Row) -> Row:
    """Return a result as it is read."""
    return shown(row, RESULT_JSON)
