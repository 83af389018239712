"""Owners of runs in memory."""

from mastra_storage_core.domains.workflows.ownership import OwnershipStorage
from mastra_storage_core.domains.workflows.requests import Claim, Row, RunKey
from mastra_storage_core.domains.workflows.rows import read_ownership

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.workflows.tables import WorkflowTables, clock


class InMemoryOwnership(WorkflowTables, OwnershipStorage):
    @atomic
    def _claim_run(self, claim: Claim) -> tuple[Row | None, bool]:
        key, at, stored = claim.key, clock(), self._ownership(claim.key)
        if claim.expected_generation not in (None, stored and stored["generation"]):
            return stored, False
        holder = read_ownership(stored)
        if holder and holder.held and holder.owner_id != claim.owner_id and not claim.force:
            return stored, False
        self._owners[key.workflow_name, key.run_id] = {
            "workflow_name": key.workflow_name,
            "run_id": key.run_id,
            "owner_id": claim.owner_id,
            "generation": max(at, stored["generation"] + 1) if stored else at,
            "claimed_at": at,
            "expires_at": at + claim.lease_ms,
        }
        return self._ownership(key), True

    @atomic
    def _renew_run(self, key: RunKey, generation: int, lease_ms: int) -> tuple[Row | None, bool]:
        stored = self._owned(key, generation)
        if stored is not None:
            stored["expires_at"] = clock() + lease_ms
        return self._ownership(key), stored is not None

    @atomic
    def _release_run(self, key: RunKey, generation: int) -> bool:
        stored = self._owned(key, generation)
        if stored is not None:
            stored["owner_id"] = None
        return stored is not None

    @atomic
    def _get_ownership(self, key: RunKey) -> Row | None:
        return self._ownership(key)

    def _owned(self, key: RunKey, generation: int) -> Row | None:
        """Return the ownership itself, if it is under this generation and was not released."""
        stored = self._owners.get((key.workflow_name, key.run_id))
        owned = stored and stored["generation"] == generation and stored["owner_id"] is not None
        return stored if owned else None
