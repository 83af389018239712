"""The tables of a kind of versioned entity, column by column and index by index as Mastra 1.71
creates them, from what the kind says of itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mastra_storage_core.domains.versioned.kind import Field, Kept, Kind
from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.favorites.tables import favorite_tables
from mastra_storage_sql.domains.versioned.types import Blocks, JsonOnce
from mastra_storage_sql.schema import NAME_LENGTH, index_prefix, with_mirrors
from mastra_storage_sql.tables import DomainTables, kept
from mastra_storage_sql.types import Flag, Json, Utc


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class VersionedTables(DomainTables):
    """The tables as one kind of database, and one schema in it, has them."""

    kind: Kind[Any, Any]
    entities: Table
    versions: Table
    favorites: Table
    """Of the domain of that name, which makes it."""

    @property
    def all(self) -> tuple[Table, ...]:
        return (self.entities, self.versions)


@kept
def versioned_tables(
    kind: Kind[Any, Any], dialect: Dialect, schema: str | None = None
) -> VersionedTables:
    """Declare the tables of a kind for a dialect, in a schema or in the default one."""
    metadata = MetaData(schema=schema)

    def table(name: str, columns: list[Column[Any]]) -> Table:
        return Table(name, metadata, *(with_mirrors(columns) if dialect.mirrors else columns))

    entities = table(kind.table, _entity_columns(kind))
    versions = table(kind.version_table, _version_columns(kind))
    unique = _unique(kind, dialect, schema, versions)
    return VersionedTables(
        dialect=dialect,
        kind=kind,
        entities=entities,
        versions=versions,
        favorites=favorite_tables(dialect, schema).favorites,
        required=() if unique is None else (unique,),
        additions=_additions(dialect, entities, versions, numbered=unique is not None),
    )


def _entity_columns(kind: Kind[Any, Any]) -> list[Column[Any]]:
    return [
        Column("id", Text, primary_key=True, nullable=False),
        Column("status", Text, nullable=False),
        Column("activeVersionId", Text, key="active_version_id"),
        Column("authorId", Text, key="author_id"),
        *_columns(kind.details),
        _time("createdAt", "created_at"),
        _time("updatedAt", "updated_at"),
    ]


def _version_columns(kind: Kind[Any, Any]) -> list[Column[Any]]:
    return [
        Column("id", Text, primary_key=True, nullable=False),
        Column(kind.parent, Text, key="parent_id", nullable=False),
        Column("versionNumber", Integer, key="version_number", nullable=False),
        *_columns(kind.fields),
        Column("changedFields", Json, key="changed_fields"),
        Column("changeMessage", Text, key="change_message"),
        _time("createdAt", "created_at"),
    ]


def _columns(fields: Iterable[Field]) -> list[Column[Any]]:
    return [
        Column(field.column, _TYPES[field.kept], key=field.name, nullable=not field.required)
        for field in fields
    ]


_TYPES: dict[Kept, Any] = {
    Kept.TEXT: Text,
    Kept.INTEGER: Integer,
    Kept.FLAG: Flag,
    Kept.JSON: Json,
    Kept.ANY_JSON: JsonOnce,
    Kept.BLOCKS: Blocks,
}


def _time(name: str, key: str) -> Column[Any]:
    return Column(name, Utc, key=key, nullable=False)


_ORIGINAL: dict[str, tuple[str, ...]] = {
    "mastra_agent_versions": (),
    "mastra_prompt_block_versions": ("idx_prompt_block_versions_block_version",),
    "mastra_scorer_definition_versions": (
        "idx_scorer_definition_versions_scorer_version",
        "idx_scorer_definition_versions_def_version",
    ),
    "mastra_mcp_client_versions": ("idx_mcp_client_versions_client_version",),
    "mastra_mcp_server_versions": ("idx_mcp_server_versions_server_version",),
    "mastra_workspace_versions": ("idx_workspace_versions_workspace_version",),
    "mastra_skill_versions": ("idx_skill_versions_skill_version",),
}
"""The unique indexes by number that the original makes; the last name where constraints have names,
the first elsewhere. Of agents there is none: a unique one on a table of the original's might refuse
what it writes.
"""


def _unique(
    kind: Kind[Any, Any], dialect: Dialect, schema: str | None, versions: Table
) -> Index | None:
    names = _ORIGINAL.get(kind.version_table, (f"idx_{kind.version_table}_number",))
    if not names:
        return None
    name = f"{index_prefix(schema)}{names[-1 if dialect.names_constraints else 0]}"
    return Index(name[:NAME_LENGTH], versions.c.parent_id, versions.c.version_number, unique=True)


def _additions(
    dialect: Dialect, entities: Table, versions: Table, *, numbered: bool
) -> tuple[Index, ...]:
    """Declare our indexes: entities by the time at which they were made, of an author and of all;
    versions of one by number, where the original has no index for that.
    """
    stem = entities.name.removeprefix("mastra_")
    time = (dialect.instant(entities, "created_at"), dialect.exact(entities.c.id))
    by_time = (
        Index(f"mastra_py_{stem}_created_idx", *time),
        Index(f"mastra_py_{stem}_author_idx", entities.c.author_id, *time),
    )
    if numbered:
        return by_time
    number = (versions.c.parent_id, versions.c.version_number)
    return (*by_time, Index(f"mastra_py_{stem}_number_idx", *number))
