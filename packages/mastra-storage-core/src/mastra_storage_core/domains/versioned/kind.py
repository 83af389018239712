"""What a kind of versioned entity is: two models, two tables, and how each field is kept. Data
only; everything else about the seven is written once, for any kind.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import NoneType, UnionType
from typing import Any, Generic, Union, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from mastra_storage_core.domains.versioned.models import C, Config, E, Entity, Version


class Kept(StrEnum):
    """How the value of a field is kept."""

    TEXT = "text"
    INTEGER = "integer"
    FLAG = "flag"
    JSON = "json"
    """An object, an array, or a boolean."""
    ANY_JSON = "any json"
    """The same, or a text, which stays one even if it looks like JSON."""
    BLOCKS = "blocks"
    """A text, or an array of blocks, which is JSON in a column of text."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model, which is a column of a table."""

    name: str
    column: str
    """Its name in the database, and in TypeScript."""
    kept: Kept
    required: bool


@dataclass(frozen=True, eq=False)
class Kind(Generic[E, C]):
    """A kind of entities that have versions."""

    domain: str
    """The name of the domain, such as `prompt_blocks`."""
    noun: str
    """What errors call one of them."""
    entity: type[E]
    config: type[C]
    table: str
    version_table: str
    favorite: str | None = None
    """How favorites call it, where users may have favorites of it."""

    @property
    def parent(self) -> str:
        """The column in which a version names its entity."""
        return self.config.parent_key

    @cached_property
    def details(self) -> tuple[Field, ...]:
        """What entities of this kind have beside what all have."""
        own = fields_of(self.entity)
        return tuple(field for field in own if field.name not in Entity.model_fields)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """What versions of this kind keep, in the order of Mastra."""
        return tuple(fields_of(self.config))

    @cached_property
    def entities(self) -> TypeAdapter[list[E]]:
        """Validates a whole result at once."""
        return TypeAdapter(list[self.entity])  # type: ignore[name-defined] # known at run time

    @cached_property
    def versions(self) -> TypeAdapter[list[Version[C]]]:
        """Validates a whole result at once."""
        return TypeAdapter(list[Version[self.config]])  # type: ignore[name-defined] # as above

    def has(self, detail: str) -> bool:
        """Return whether entities of this kind have a detail, such as `visibility`."""
        return any(field.name == detail for field in self.details)


def fields_of(model: type[Entity | Config]) -> Iterator[Field]:
    """Yield the fields of a model: a field that must be given is a column that is never empty."""
    for name, info in model.model_fields.items():
        yield Field(name, info.alias or name, _kept(info), info.is_required())


def _kept(info: FieldInfo) -> Kept:
    """Read from the type how a field is kept, unless it is annotated with that."""
    for mark in info.metadata:
        if isinstance(mark, Kept):
            return mark
    kind: Any = info.annotation
    kinds = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    kinds = tuple(each for each in kinds if each is not NoneType)
    if len(kinds) == 1 and kinds[0] in _PLAIN:
        return _PLAIN[kinds[0]]
    return Kept.ANY_JSON if str in kinds else Kept.JSON


_PLAIN: dict[Any, Kept] = {str: Kept.TEXT, int: Kept.INTEGER, bool: Kept.FLAG}
