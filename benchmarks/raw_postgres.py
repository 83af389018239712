"""The driver alone: asyncpg on one held connection, statements prepared beforehand, SQL by hand.

Otherwise as `raw_sqlite`.
"""

from datetime import datetime
from typing import Any, ClassVar, Self

import asyncpg

from benchmarks.contender import Contender, Tables


class RawPostgres(Contender):
    """Holds the connection; the statements and jobs of a domain are in its folder."""

    crowds: ClassVar[bool] = False
    statements: ClassVar[dict[str, str]]

    def __init__(self, connection: Any, prepared: dict[str, Any]) -> None:
        self.connection = connection
        self.prepared = prepared

    @classmethod
    async def connect(cls, url: str) -> Self:
        connection = await asyncpg.connect(url)
        prepared = {name: await connection.prepare(sql) for name, sql in cls.statements.items()}
        return cls(connection, prepared)

    async def close(self) -> None:
        await self.connection.close()

    async def fill(self, tables: Tables) -> None:
        """Write the rows that the workloads are about, and what the server does after a while by
        itself, which would be in the middle of a race.
        """
        for table, rows in tables.items():
            columns = list(next(iter(rows())))
            times = [column for column in columns if column.endswith("At")]
            await self.connection.copy_records_to_table(
                table,
                columns=[*columns, *(f"{column}Z" for column in times)],
                records=(
                    [*map(_stored, row.values()), *(row[column] for column in times)]
                    for row in rows()
                ),
            )
        await self.connection.execute("VACUUM ANALYZE")
        await self.connection.execute("CHECKPOINT")


def _stored(value: Any) -> Any:
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value
