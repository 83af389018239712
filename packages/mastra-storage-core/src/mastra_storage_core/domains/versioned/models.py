"""The values of every versioned entity. What a kind adds is in `kinds`.

An entity is what there is of a thing whatever its version: its status, its author. A configuration
is what its versions keep. In TypeScript both are one flat object; `model_dump(by_alias=True)` is
that object.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Generic, TypeAlias, TypeVar

from pydantic import (
    BeforeValidator,
    ConfigDict,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)

from mastra_storage_core.errors import CorruptDataError, InvalidInputError, named, nearest
from mastra_storage_core.model import JsonObject, StorageModel, UtcDatetime

Json: TypeAlias = dict[str, Any] | list[Any]
"""A JSON object or array. It is checked when it is written."""


class EntityStatus(StrEnum):
    """Where an entity stands. A store sets it to what it is told; nothing moves it by itself."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Visibility(StrEnum):
    """Who may see an entity. The application decides what that means; a store only keeps it."""

    PRIVATE = "private"
    PUBLIC = "public"


class Config(StorageModel):
    """What a version keeps: every field of a kind. The base of the seven.

    A field that the kind lacks is `InvalidInputError`, which names the nearest one that it has.
    """

    model_config = ConfigDict(strict=True)

    parent_key: ClassVar[str]
    """The field, and the column, in which a version names its entity, such as `agentId`."""

    @model_validator(mode="before")
    @classmethod
    def _is_known(cls, values: Any) -> Any:
        if isinstance(values, Mapping):
            cls.names(values)
        return values

    @classmethod
    def names(cls, values: Mapping[Any, Any]) -> dict[str, Any]:
        """Return the values by the names of fields, in either spelling."""
        known = {info.alias or name: name for name, info in cls.model_fields.items()}
        known |= {name: name for name in cls.model_fields}
        if unknown := [key for key in values if key not in known]:
            raise InvalidInputError(
                f"{cls.__name__} has no field {named(unknown[0])}; "
                f"{nearest(unknown[0], cls.model_fields)}"
            )
        return {known[key]: value for key, value in values.items()}


class Entity(StorageModel):
    """What there is of a thing whatever its version. The base of the seven."""

    id: str
    status: str
    """A `EntityStatus`, unless somebody else wrote another."""
    active_version_id: str | None = None
    """The version that is published; without one it is the latest."""
    author_id: str | None = None
    created_at: UtcDatetime
    updated_at: UtcDatetime
    """Of the entity: a new version does not move it."""


class WithMetadata(Entity):
    """An entity that has metadata of the caller's."""

    metadata: JsonObject | None = None


FavoriteCount = Annotated[int, BeforeValidator(lambda count: count or 0)]
"""How many users have an entity as a favorite; an empty column is 0."""


E = TypeVar("E", bound=Entity)
C = TypeVar("C", bound=Config)
T = TypeVar("T")


class Version(StorageModel, Generic[C]):
    """One version of an entity. Once made, it never changes."""

    id: str
    parent_id: str
    """The entity."""
    version_number: int
    """From 1, one more with each version of the entity."""
    config: C
    changed_fields: list[str] | None = None
    """What is different from the version before, in the names of Mastra, such as `defaultOptions`;
    of the first version, what was given.
    """
    change_message: str | None = None
    created_at: UtcDatetime

    @model_serializer(mode="wrap")
    def _flat(
        self, handler: SerializerFunctionWrapHandler, info: SerializationInfo
    ) -> dict[str, Any]:
        fields: dict[str, Any] = handler(self)
        if not info.by_alias:
            return fields
        head = {
            "id": fields.pop("id"),
            self.config.parent_key: fields.pop("parentId"),
            "versionNumber": fields.pop("versionNumber"),
        }
        return {**head, **fields.pop("config"), **fields}


class Resolved(StorageModel, Generic[E, C]):
    """An entity together with one of its versions."""

    entity: E
    version: Version[C] | None
    """`None` where the entity has no version at all, which only a writer that crashed leaves."""

    @property
    def id(self) -> str:
        return self.entity.id

    @property
    def config(self) -> C:
        """The configuration. `CorruptDataError` where the entity has no version at all."""
        if self.version is None:
            raise CorruptDataError(
                f"{named(self.id)} has no version; create one, or delete it", key=self.id
            )
        return self.version.config

    @property
    def resolved_version_id(self) -> str | None:
        return self.version.id if self.version else None

    @model_serializer(mode="wrap")
    def _flat(
        self, handler: SerializerFunctionWrapHandler, info: SerializationInfo
    ) -> dict[str, Any]:
        fields: dict[str, Any] = handler(self)
        if not info.by_alias:
            return fields
        config = self.version.config.model_dump(by_alias=True) if self.version else {}
        return {**fields["entity"], **config, "resolvedVersionId": self.resolved_version_id}


class EntityPage(StorageModel, Generic[T]):
    """One page of entities, or of resolved ones, and how many there are."""

    items: list[T]
    total: int | None
    """How many match, on all pages; `None` where the caller asked not to count."""
    page: int
    per_page: int | None
    """`None` is everything, which TypeScript writes as `false`."""
    has_more: bool


class VersionPage(StorageModel, Generic[C]):
    """One page of the versions of an entity, and how many there are."""

    versions: list[Version[C]]
    total: int | None
    page: int
    per_page: int | None
    has_more: bool
