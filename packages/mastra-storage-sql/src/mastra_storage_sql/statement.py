"""Statements: named, compiled once to text and an order of parameters, run by a driver. No I/O."""

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from mastra_storage_core.errors import CorruptDataError, named
from mastra_storage_core.reading import at_once
from sqlalchemy import Column
from sqlalchemy.engine import Dialect as Compiler
from sqlalchemy.sql import Delete, Insert, Select, Update
from sqlalchemy.sql.compiler import SQLCompiler

from mastra_storage_sql.columns import ReadAll, Reading, one_by_one

if TYPE_CHECKING:  # A backend imports its own dialect of SQLAlchemy, and no other.
    from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
    from sqlalchemy.dialects.sqlite import Insert as SqliteInsert

Row: TypeAlias = dict[str, Any]
"""One result row, by the database's column names, which are the aliases of the models."""
Upsert: TypeAlias = "PostgresInsert | SqliteInsert"
Clause: TypeAlias = Select[Any] | Insert | Update | Delete


class Statement:
    """One SQL statement with its parameters' names. Call it with values to get something that a
    driver runs.
    """

    def __init__(self, name: str, clause: Clause, compiler: Compiler) -> None:
        self.name = name
        """Domain and verb, such as `memory.list_messages`."""
        self.writes = isinstance(clause, (Insert, Update, Delete))
        self._clause = clause
        self._compiler = compiler

    def __call__(self, **values: Any) -> "Call":
        return Call(self, [values], many=False)

    def many(self, rows: Iterable[dict[str, Any]]) -> "Call":
        """Run the statement once for each row, as one operation that returns nothing."""
        return Call(self, list(rows), many=True)

    @property
    def sql(self) -> str:
        return self._compiled[0]

    @cached_property
    def _compiled(self) -> tuple[str, tuple["_Parameter", ...]]:
        compiled = self._clause.compile(dialect=self._compiler)
        assert isinstance(compiled, SQLCompiler)
        binds = [compiled.binds[name] for name in compiled.positiontup or ()]
        return compiled.string, tuple(
            _Parameter(
                _value_name(bind.key) if bind.required else None,
                bind.type.bind_processor(self._compiler) if bind.required else None,
                bind.value,
            )
            for bind in binds
        )

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the result columns."""
        return tuple(str(column.name) for column in self._results)

    @cached_property
    def _decoders(self) -> tuple[tuple[int, ReadAll], ...]:
        return tuple(
            (index, decode.every if isinstance(decode, Reading) else one_by_one(decode))
            for index, column in enumerate(self._results)
            if (decode := column.type.result_processor(self._compiler, None))
        )

    @cached_property
    def _results(self) -> Sequence[Any]:
        return tuple(self._clause.exported_columns)

    def encode(self, values: dict[str, Any]) -> list[Any]:
        """Put one set of values into the order and form that the driver wants."""
        encoded = []
        for name, encode, constant in self._compiled[1]:
            value = constant if name is None else values[name]
            encoded.append(value if value is None or encode is None else encode(value))
        return encoded

    def decode(self, rows: Sequence[Sequence[Any]]) -> list[Row]:
        """Turn the driver's rows into dictionaries; `CorruptDataError` names the row that cannot be
        read.
        """
        return at_once(len(rows), lambda: self._decoded(rows))

    def _decoded(self, rows: Sequence[Sequence[Any]]) -> list[Row]:
        # Column by column: that takes two thirds of the time of going row by row.
        columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
        for index, decode in self._decoders if rows else ():
            try:
                columns[index] = decode(columns[index])
            except _UNREADABLE as error:
                raise self._corrupt(index, rows) from error
        return list(map(dict, map(zip, repeat(self.columns), zip(*columns, strict=True))))

    def _corrupt(self, index: int, rows: Sequence[Sequence[Any]]) -> CorruptDataError:
        """Name the first row whose column cannot be read."""
        decode = self._results[index].type.result_processor(self._compiler, None)
        row = next(each for each in rows if not _readable(each[index], decode))
        origins = (base for result in self._results for base in result.base_columns)
        table: Any = next((base.table for base in origins if isinstance(base, Column)), None)
        values = dict(zip(self.columns, row, strict=True))
        names = table.info.get("key", ("id",)) if table is not None else ()
        key = "/".join(str(values[name]) for name in names if values.get(name) is not None) or None
        return CorruptDataError(
            f"{self.columns[index]} of the row {named(key)} of {getattr(table, 'name', None)} "
            "cannot be read",
            table=getattr(table, "name", None),
            key=key,
        )


_UNREADABLE = (ValueError, OverflowError, RecursionError)


def _readable(value: Any, decode: Callable[[Any], Any]) -> bool:
    try:
        if value is not None:
            decode(value)
    except _UNREADABLE:
        return False
    return True


class _Parameter(NamedTuple):
    name: str | None
    """Absent where the statement itself brings the value, such as an offset of 0."""
    encode: Callable[[Any], Any] | None
    constant: Any


@dataclass(frozen=True, slots=True)
class Call:
    """A statement with values."""

    statement: Statement
    rows: list[dict[str, Any]]
    many: bool


T = TypeVar("T")
Flow: TypeAlias = Generator[Call, list[Row], T]
"""Dependent steps of one transaction: yields calls, is sent their rows, returns a result. It never
awaits, so that a driver can run it where the connection is.
"""


def _value_name(parameter: str) -> str:
    # A mirror takes the value of the column that it mirrors, and `name__form` is another form of
    # the value `name`.
    return parameter.partition("__")[0].removesuffix("_z")
