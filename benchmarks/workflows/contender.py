"""The jobs of the workflows domain."""

from abc import abstractmethod
from collections.abc import Sequence

from benchmarks.contender import Contender, Json


class WorkflowsContender(Contender):
    @abstractmethod
    async def persist(self, workflow: str, run_id: str, snapshot: Json) -> None:
        """Insert a run, or replace its snapshot unless it belongs to another resource."""

    @abstractmethod
    async def load(self, workflow: str, run_id: str) -> object:
        """Return the snapshot of a run."""

    @abstractmethod
    async def update_results(
        self, workflow: str, run_id: str, step_id: str, result: Json
    ) -> object:
        """Merge the result of a step into the snapshot under lock; return the context."""

    @abstractmethod
    async def runs_of(self, workflow: str, size: int, *, total: bool) -> Sequence[object]:
        """Return the newest runs of a workflow, and count all or see whether there are more."""

    @abstractmethod
    async def run(self, workflow: str, run_id: str) -> object:
        """Return a run whole."""

    @abstractmethod
    async def status_of(self, workflow: str, run_id: str) -> object:
        """Return a run with nothing of its snapshot but the status."""
