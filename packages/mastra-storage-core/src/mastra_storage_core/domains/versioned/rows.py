"""Rows on their way out, made into values of a kind."""

from collections.abc import Sequence
from typing import Any

from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.domains.versioned.models import C, E, Resolved, Version
from mastra_storage_core.domains.versioned.requests import Pair, Row
from mastra_storage_core.reading import models_of


def read_entities(kind: Kind[E, C], rows: Sequence[Row]) -> list[E]:
    """Make entities of their rows, in the same order."""
    return models_of(kind.entities, rows, kind.table)


def read_entity(kind: Kind[E, C], row: Row) -> E:
    """Make one entity of its row."""
    return read_entities(kind, [row])[0]


def read_versions(kind: Kind[E, C], rows: Sequence[Row]) -> list[Version[C]]:
    """Make versions of their rows, in the same order."""
    nested = [
        {
            "id": row["id"],
            "parent_id": row[kind.parent],
            "version_number": row["versionNumber"],
            "config": config_of(kind, row),
            "changed_fields": row["changedFields"],
            "change_message": row["changeMessage"],
            "created_at": row["createdAt"],
        }
        for row in rows
    ]
    return models_of(kind.versions, nested, kind.version_table)


def read_version(kind: Kind[E, C], row: Row) -> Version[C]:
    """Make one version of its row."""
    return read_versions(kind, [row])[0]


def read_pairs(kind: Kind[E, C], pairs: Sequence[Pair]) -> list[Resolved[E, C]]:
    """Make resolved entities of their rows, in the same order."""
    entities = read_entities(kind, [pair.entity for pair in pairs])
    rows = [pair.version for pair in pairs if pair.version is not None]
    versions = iter(read_versions(kind, rows))
    return [
        Resolved(entity=entity, version=None if pair.version is None else next(versions))
        for entity, pair in zip(entities, pairs, strict=True)
    ]


def config_of(kind: Kind[Any, Any], row: Row) -> dict[str, Any]:
    """Return what a row of a version keeps, by the names of fields."""
    return {field.name: row[field.column] for field in kind.fields}
