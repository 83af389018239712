"""The driver contract: three ways to run statements, and one to make tables of ours. Everything
else about a database is its driver's own business.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:  # SQLAlchemy, which these import, is loaded when a store opens.
    from collections.abc import Callable

    from mastra_storage_sql.statement import Call, Flow, Row
    from mastra_storage_sql.tables import Additions

T = TypeVar("T")


class Database(ABC):
    """Runs statements. Each is one trip: one hop to a thread, one checked-out connection,
    one request.

    Errors of the driver arrive as those of `mastra_storage_core`. A call that is cancelled happens
    wholly or not at all.
    """

    @abstractmethod
    async def fetch(self, call: Call) -> list[Row]:
        """Run one statement and return its rows."""

    @abstractmethod
    async def batch(self, *calls: Call) -> list[list[Row]]:
        """Run independent statements, all or none where any of them writes; return the rows of
        each.
        """

    @abstractmethod
    async def ensure(self, additions: Additions) -> None:
        """Make what of ours is missing, as `init` would, when the feature that needs it is first
        used.

        Nothing is made where `disable_init` is set: a table that is missing then is
        `ConfigurationError`, an index is left out.
        """

    @abstractmethod
    async def transact(self, flow: Flow[T]) -> T:
        """Run dependent steps in one transaction; an error inside rolls back and reaches the
        caller.
        """

    async def transact_anew(self, begin: Callable[[], Flow[T]]) -> T:
        """As `transact`, of a flow that may be begun anew, in another transaction, after the first
        was rolled back. So nothing that it was sent has to be kept, however many steps it takes.
        """
        return await self.transact(begin())
