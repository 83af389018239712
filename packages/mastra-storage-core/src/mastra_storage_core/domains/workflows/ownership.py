"""Who may write a run: leases, and the fences that hold back those who lost theirs.

Mastra 1.71 knows nothing of it: its writers, and ours that pass no fence, are not held back.
"""

from abc import abstractmethod

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.workflows.arguments import (
    MAX_GENERATION,
    checked_generation,
    checked_key,
)
from mastra_storage_core.domains.workflows.models import RunOwnership
from mastra_storage_core.domains.workflows.requests import Claim, Row, RunKey
from mastra_storage_core.domains.workflows.rows import read_ownership
from mastra_storage_core.errors import ConflictError, InvalidInputError, named

MAX_LEASE_MS = 366 * 24 * 60 * 60 * 1000
"""A year. A lease is renewed while its worker lives, and outlives it by what is left."""


class OwnershipStorage(StorageDomain):
    """One worker owns a run at a time, for as long as its lease lasts and is renewed.

    Each claim has a `generation` of its own, which rises and never falls, not even when the run is
    deleted. Who passes it to a write, as `fence`, is held back once the lease has ended or another
    worker has claimed the run. All times are those of the database's clock.
    """

    @operation
    async def claim_run_ownership(
        self,
        *,
        workflow_name: str,
        run_id: str,
        owner_id: str,
        lease_ms: int,
        force: bool = False,
        expected_generation: int | None = None,
    ) -> RunOwnership:
        """Own a run for so many milliseconds, under a new generation; the run need not exist yet.

        A run that another worker holds is `ConflictError`, unless its lease has ended, it has
        released the run, or `force` is set. Who claims its own run again gets a new generation, and
        its old one is worth nothing. With `expected_generation`, a run whose generation is another,
        or that was never claimed, is `ConflictError`. The error's `current` is the generation that
        stands.

        The first claim in a database makes the table that this needs, `mastra_py_run_ownership`.
        """
        claim = Claim(
            key=checked_key(workflow_name, run_id),
            owner_id=checks.identifier(owner_id, "owner_id"),
            lease_ms=_lease(lease_ms),
            force=checks.flag(force, "force"),
            expected_generation=checked_generation(expected_generation, "expected_generation"),
        )
        row, won = await self._claim_run(claim)
        ownership = read_ownership(row)
        if ownership is None or not won:
            raise _in_the_way(claim, ownership)
        return ownership

    @operation
    async def renew_run_ownership(
        self, *, workflow_name: str, run_id: str, generation: int, lease_ms: int
    ) -> RunOwnership:
        """Let the lease end so many milliseconds from now, and keep the generation.

        A lease that has ended can be renewed until another worker claims the run; then, and once
        the run was released or deleted, it is `ConflictError`, whose `current` is the generation
        that stands.
        """
        key = checked_key(workflow_name, run_id)
        mine = checks.count(generation, "generation", MAX_GENERATION)
        row, renewed = await self._renew_run(key, mine, _lease(lease_ms))
        ownership = read_ownership(row)
        if ownership is None or not renewed:
            raise lost(key, ownership)
        return ownership

    @operation
    async def release_run_ownership(
        self, *, workflow_name: str, run_id: str, generation: int
    ) -> bool:
        """Let go of a run, so that another worker can claim it at once.

        Return whether it was still owned under this generation; that it was not is no error.
        """
        key = checked_key(workflow_name, run_id)
        return await self._release_run(key, checks.count(generation, "generation", MAX_GENERATION))

    @operation
    async def get_run_ownership(self, *, workflow_name: str, run_id: str) -> RunOwnership | None:
        """Return who owns a run, or owned it last; `None` if it was never claimed."""
        return read_ownership(await self._get_ownership(checked_key(workflow_name, run_id)))

    @abstractmethod
    async def _claim_run(self, claim: Claim) -> tuple[Row | None, bool]:
        """Store what `claimed` makes of the stored ownership, in one atomic step; return the
        ownership as it is then, with `now`, and whether it was won.

        A generation is one more than the last, and at least the clock in milliseconds, so that it
        rises even where the table was lost.
        """

    @abstractmethod
    async def _renew_run(
        self, key: RunKey, generation: int, lease_ms: int
    ) -> tuple[Row | None, bool]:
        """Let `expires_at` be the clock plus the lease where the run `is_owned` under that
        generation; return the ownership as it is then, with `now`, and whether it was renewed.
        """

    @abstractmethod
    async def _release_run(self, key: RunKey, generation: int) -> bool:
        """Let `owner_id` be null where the run `is_owned` under that generation; return whether."""

    @abstractmethod
    async def _get_ownership(self, key: RunKey) -> Row | None:
        """Return the ownership of a run with `now`, the time in milliseconds by the clock that its
        own times are of; `None` for a run that was never claimed.
        """


def lost(key: RunKey, ownership: RunOwnership | None) -> ConflictError:
    """Return the error for a worker that does not own the run any more, or never did."""
    return ConflictError(
        f"run {named(key.run_id)} is not owned under this generation any more; nothing was written",
        constraint="fence",
        current=None if ownership is None else ownership.generation,
    )


def _in_the_way(claim: Claim, ownership: RunOwnership | None) -> ConflictError:
    if ownership is None:
        return ConflictError(
            f"run {named(claim.key.run_id)} was never claimed", constraint="expected_generation"
        )
    if claim.expected_generation in (None, ownership.generation):
        until = f"{ownership.expires_at.isoformat(timespec='milliseconds')}"
        what = f"{named(ownership.owner_id)} owns run {named(claim.key.run_id)} until {until}"
        return ConflictError(what, constraint="owner_id", current=ownership.generation)
    return ConflictError(
        f"run {named(claim.key.run_id)} has another generation than the one expected",
        constraint="expected_generation",
        current=ownership.generation,
    )


def _lease(value: object) -> int:
    lease = checks.count(value, "lease_ms", MAX_LEASE_MS)
    if lease == 0:
        raise InvalidInputError("lease_ms must be at least 1")
    return lease
