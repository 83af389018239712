"""Owners of runs in memory."""

from mastra_storage_core.domains.workflows.changes import claimed, is_owned
from mastra_storage_core.domains.workflows.ownership import OwnershipStorage
from mastra_storage_core.domains.workflows.requests import Claim, Row, RunKey

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.workflows.tables import WorkflowTables, clock


class InMemoryOwnership(WorkflowTables, OwnershipStorage):
    @atomic
    def _claim_run(self, claim: Claim) -> tuple[Row | None, bool]:
        key = claim.key.workflow_name, claim.key.run_id
        ownership = claimed(claim, self._owners.get(key), clock())
        if ownership is not None:
            self._owners[key] = ownership
        return self._ownership(claim.key), ownership is not None

    @atomic
    def _renew_run(self, key: RunKey, generation: int, lease_ms: int) -> tuple[Row | None, bool]:
        owned = self._owned(key, generation)
        if owned is not None:
            owned["expires_at"] = clock() + lease_ms
        return self._ownership(key), owned is not None

    @atomic
    def _release_run(self, key: RunKey, generation: int) -> bool:
        owned = self._owned(key, generation)
        if owned is not None:
            owned["owner_id"] = None
        return owned is not None

    @atomic
    def _get_ownership(self, key: RunKey) -> Row | None:
        return self._ownership(key)

    def _owned(self, key: RunKey, generation: int) -> Row | None:
        """Return the ownership itself, if it is under this generation and was not released."""
        stored = self._owners.get((key.workflow_name, key.run_id))
        return stored if is_owned(stored, generation) else None
