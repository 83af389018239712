"""Owners of runs on any SQL database."""

from mastra_storage_core.domains.workflows.ownership import OwnershipStorage
from mastra_storage_core.domains.workflows.requests import Claim, Row, RunKey

from mastra_storage_sql.domains.workflows.fences import Fences, of_run
from mastra_storage_sql.statement import Call, Flow


class SqlOwnership(Fences, OwnershipStorage):
    async def _claim_run(self, claim: Claim) -> tuple[Row | None, bool]:
        if not self._owners_seen:
            await self._db.ensure(self._sql.tables.at_first_claim)
            self._owners_seen = True
        values = {**of_run(claim.key), "owner": claim.owner_id, "lease": claim.lease_ms}
        if claim.expected_generation is None:
            call = self._sql.owners.claim_run(force=claim.force)(**values)
        else:
            statement = self._sql.owners.claim_expected(force=claim.force)
            call = statement(**values, expected=claim.expected_generation)
        return await self._db.transact(self._attempt(claim.key, call))

    async def _renew_run(
        self, key: RunKey, generation: int, lease_ms: int
    ) -> tuple[Row | None, bool]:
        statement = self._sql.owners.renew_run()
        call = statement(**of_run(key), generation=generation, lease=lease_ms)
        return await self._db.transact(self._attempt(key, call))

    async def _release_run(self, key: RunKey, generation: int) -> bool:
        call = self._sql.owners.release_run()(**of_run(key), generation=generation)
        _, released = await self._db.transact(self._attempt(key, call))
        return released

    async def _get_ownership(self, key: RunKey) -> Row | None:
        row, _ = await self._db.transact(self._attempt(key, None))
        return row

    def _attempt(self, key: RunKey, call: Call | None) -> Flow[tuple[Row | None, bool]]:
        """Try a change, and return what came of it; where nothing did, who is in the way."""
        if not (yield from self._owners()):
            return None, False
        changed = (yield call) if call else []
        if changed:
            return changed[0], True
        found = yield self._sql.owners.get_owner()(**of_run(key))
        return (found[0] if found else None), False
