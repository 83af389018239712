"""What the topics of this domain check alike."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domains.datasets.models import TargetType
from mastra_storage_core.domains.datasets.requests import Scope
from mastra_storage_core.errors import InvalidInputError, named
from mastra_storage_core.jsoncodec import encode

MAX_VERSION = 2**31 - 1
"""The largest integer of the columns that hold versions."""


def checked_scope(organization_id: object, project_id: object) -> Scope:
    """Check whose rows are meant."""
    return Scope(
        checks.optional_identifier(organization_id, "organization_id"),
        checks.optional_identifier(project_id, "project_id"),
    )


def checked_version(value: object, what: str) -> int | None:
    """Check a version of a data set, which may be absent."""
    return None if value is None else checks.count(value, what, MAX_VERSION)


def one_of(kind: type[StrEnum], value: object, what: str) -> str | None:
    """Check one of a few words, which may be absent."""
    if value is None:
        return None
    if isinstance(value, str) and value in set(kind):
        return str(value)
    raise InvalidInputError(f"no {what} {named(value)}; there are: {', '.join(kind)}")


def target_type(value: object) -> str | None:
    """Check what the items are run on."""
    return one_of(TargetType, value, "target_type")


def id_list(values: object, what: str, limit: int) -> str | None:
    """Check ids; return them as JSON text."""
    return None if values is None else encode(checks.identifiers(values, what), what, limit).text


def text_list(values: object, what: str, limit: int) -> str | None:
    """Check texts, such as tags; return them as JSON text."""
    if values is None:
        return None
    if not isinstance(values, (list, tuple)):
        raise InvalidInputError(f"{what} must be a list of texts, not {type(values).__name__}")
    return encode([checks.text(value, f"a text in {what}") for value in values], what, limit).text


def json_text(value: object, what: str, limit: int) -> str:
    """Check a JSON value; return it as text."""
    return encode(value, what, limit).text


def object_text(value: object, what: str, limit: int) -> str | None:
    """Check a JSON object, which may be absent; return it as text."""
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise InvalidInputError(f"{what} must be a JSON object, not {type(value).__name__}")
    plain: dict[Any, Any] = dict(value)
    return encode(plain, what, limit).text
