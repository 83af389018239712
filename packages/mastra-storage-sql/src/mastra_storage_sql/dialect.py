"""Where databases differ, each difference with a name. A backend fills this in; nothing else asks
which database it is.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Literal, TypeAlias

from sqlalchemy import Column, CompoundSelect, FromClause, Index, Select, Table
from sqlalchemy.engine import Dialect as Compiler
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.statement import Upsert

Layout: TypeAlias = Literal["sqlite", "postgresql"]
"""The databases for which the original declares tables."""


@dataclass(frozen=True, slots=True)
class TextPath:
    """Where texts are in JSON: at a path below an object, or below some of its members."""

    parent: str
    where: tuple[str, str] | None
    """Not below the object itself, but below each of its members that is an object and says so: it
    has this text under this name.
    """
    leaf: tuple[str, ...]


class Dialect(ABC):
    """How one kind of database says what SQL leaves open."""

    name: ClassVar[str]
    """The folder of its golden SQL."""
    layout: ClassVar[Layout]
    """Which of the original's two sets of constraints and indexes the tables have."""
    mirrors: ClassVar[bool]
    """Whether each time column has a `timestamptz` mirror, named with a `Z` at the end."""
    filters_content: ClassVar[bool]
    """Whether `contains` works on message contents, which are text and need not be JSON."""

    names_constraints: ClassVar[bool]
    """Whether the original adds unique constraints by name, once a table is there."""
    empty_unless_told: ClassVar[bool]
    """Whether a column may be empty of which the original's schema does not say."""

    largest_entry: ClassVar[int | None]
    """How many bytes an entry of an index may have; `None` where that is no concern."""

    compiler: Compiler
    """Turns expressions into text; it never executes anything. By its name `types` knows in which
    form values are stored: for `postgresql` as PostgreSQL has them, for any other as SQLite has.
    """

    @abstractmethod
    def exact(self, column: ColumnElement[str]) -> ColumnElement[str]:
        """Compare and sort text by code point, whatever the collation of the database."""

    @abstractmethod
    def one_of(self, column: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
        """Whether the column is one of a list of texts, which is one parameter."""

    def one_of_keys(self, column: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
        """As `one_of`, of a column whose values all differ: how to search it does not depend on the
        list.
        """
        return self.one_of(column, parameter)

    @abstractmethod
    def in_rows_of(
        self, column: ColumnElement[str], rows: Select[tuple[str]] | CompoundSelect[tuple[str]]
    ) -> ColumnElement[bool]:
        """Whether the column is among the rows of a subquery, as a search in the column's index."""

    @abstractmethod
    def table_of(self, parameter: str, columns: Sequence[str]) -> FromClause:
        """A table of texts, given as one parameter: a list of rows."""

    @abstractmethod
    def contains(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        """Whether a JSON column matches a metadata filter, as `mastra_storage_core.matching`
        defines it.
        """

    @abstractmethod
    def has_all(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        """Whether a JSON column is an array with every text of a list, which is one parameter."""

    @abstractmethod
    def absent_last(self, key: ColumnElement[Any]) -> ColumnElement[Any]:
        """A sort key of a time column in which rows without a time come last, ascending, and first,
        descending.
        """

    @abstractmethod
    def merged(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[Any]:
        """A JSON object with the keys of another put over its own; absent counts as empty."""

    @abstractmethod
    def overlaps(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        """Whether a JSON column is an array with any of a list of texts, which is one parameter."""

    @abstractmethod
    def includes(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        """Whether a JSON column is an array with all of a list of texts, which is one parameter."""

    @abstractmethod
    def present(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """Whether a JSON column holds anything but null."""

    @abstractmethod
    def text_within(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        """Whether any text in a JSON column, at any depth, contains the parameter, whose letters A
        to Z are small. Of these letters the case does not matter.
        """

    @abstractmethod
    def part_of(self, column: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
        """Whether a text contains the parameter, whose letters A to Z are small. Of these letters
        the case does not matter.
        """

    @abstractmethod
    def later(self, table: Table, key: str, parameter: str) -> Mapping[str, ColumnElement[Any]]:
        """What to set a time column and its mirror to: the later of its value and the parameter."""

    @abstractmethod
    def instant(self, table: FromClause, key: str) -> ColumnElement[Any]:
        """A time column as it is read and sorted: at millisecond precision, from its mirror where
        that is the truth.
        """

    @abstractmethod
    def text_at(self, column: ColumnElement[Any], path: Sequence[str]) -> ColumnElement[Any]:
        """The text at a path of a JSON column; null where there is none."""

    @abstractmethod
    def any_text(
        self, column: ColumnElement[Any], paths: Sequence[TextPath], parameter: str
    ) -> ColumnElement[bool]:
        """Whether the parameter is among the texts at some paths of a JSON column."""

    @abstractmethod
    def text_index(
        self, name: str, column: Column[Any], paths: Sequence[TextPath]
    ) -> tuple[Index, ...]:
        """An index for `any_text`, where there is such a thing."""

    @abstractmethod
    def found_first(self, key: ColumnElement[Any]) -> ColumnElement[Any]:
        """A sort key of rows that an index for `any_text` finds: spelled so that no index has its
        order, where a planner might walk that order instead, past every row that does not match.
        """

    @abstractmethod
    def members(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[Any]:
        """The object in a JSON column with some of its members: those in a list of names, which is
        one parameter. Their values are kept to the letter.
        """

    @abstractmethod
    def member_text(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[Any]:
        """The text of one member of the object in a JSON column, by its name; null where there is
        none.
        """

    @abstractmethod
    def names_in(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        """The names of the members of the object in a JSON column, a row for each: the column of a
        table function, which a statement joins.
        """

    @abstractmethod
    def texts_in(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        """The texts in the array in a JSON column, a row for each, joined as those of `names_in`;
        none where it is no array.
        """

    @abstractmethod
    def total(self, number: ColumnElement[Any]) -> ColumnElement[float]:
        """The sum of numbers, as `mastra_storage_core` adds them up: exact, then rounded once."""

    @abstractmethod
    def seconds(self, column: ColumnElement[Any]) -> ColumnElement[int]:
        """The whole seconds from 1970 to a time; before, they are negative, and rounded down."""

    @abstractmethod
    def clock(self) -> ColumnElement[int]:
        """The time by the database's clock when a row is worked on, in milliseconds since 1970."""

    @abstractmethod
    def exists(self, table: Table) -> Select[Any]:
        """One row if the database has a table, or none."""

    @abstractmethod
    def anchor(self, column: Column[datetime]) -> ColumnElement[datetime]:
        """A time column as pruning compares it, whatever form an update of the original left it in.

        It is an expression that no list uses. With an index by the column itself, a planner walks
        everybody's messages from the newest on to find the last page of one thread.
        """

    @abstractmethod
    def upsert(self, table: Table) -> Upsert:
        """An insert that can say what happens to a row that exists."""
