"""What guards the writes of a run: its owner's fence, and the resource that it belongs to."""

from typing import Any

from mastra_storage_core.domains.workflows.changes import check_fence
from mastra_storage_core.domains.workflows.requests import RunKey

from mastra_storage_sql.database import Database
from mastra_storage_sql.domains.workflows.statements import WorkflowStatements
from mastra_storage_sql.statement import Flow


class Fences:
    """Steps of transactions that have to do with owners.

    The table of owners is ours, and made by the first claim: every method works on a database that
    has never seen one. Once it was seen, it is not looked for again.
    """

    _db: Database
    _sql: WorkflowStatements
    _owners_seen = False

    def _owners(self) -> Flow[bool]:
        """Return whether the table of owners is there."""
        if not self._owners_seen:
            self._owners_seen = bool((yield self._sql.owners.owners_table()()))
        return self._owners_seen

    def _hold(self, key: RunKey, fence: int | None, *, alone: bool = False) -> Flow[bool]:
        """Keep others from claiming a run until the transaction ends, and raise where the fence is
        not that of its owner; return whether there may be an owner at all.
        """
        if not (yield from self._owners()):
            check_fence(key, fence, None)
            return False
        found = yield self._sql.owners.hold_owner(alone=alone)(**of_run(key))
        check_fence(key, fence, found[0] if found else None)
        return True


def of_run(key: RunKey) -> dict[str, Any]:
    """Return the parameters that name a run, and its owner."""
    return {"workflow": key.workflow_name, "run": key.run_id, "owner": key.owner}
