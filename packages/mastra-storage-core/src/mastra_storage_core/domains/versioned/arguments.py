"""What the topics of these domains check alike."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mastra_storage_core import checks
from mastra_storage_core.domains.versioned.kind import Field, Kept, Kind
from mastra_storage_core.domains.versioned.models import Config, EntityStatus, Visibility
from mastra_storage_core.errors import InvalidInputError, named
from mastra_storage_core.jsoncodec import encode

LARGEST = 2**31 - 1
"""The largest number that a column of PostgreSQL holds."""


def checked_config(kind: Kind[Any, Any], config: object, max_bytes: int) -> dict[str, Any]:
    """Check a configuration, a model or a mapping; return a copy, every field by its name."""
    model = _model(kind, config)
    return {
        field.name: _checked(field, getattr(model, field.name, None), max_bytes)
        for field in kind.fields
    }


def given_fields(kind: Kind[Any, Any], config: object) -> dict[str, Any]:
    """Return the fields that a caller gave, a model or a mapping, by their names, in their order.
    The names are checked, and nothing else is.
    """
    if isinstance(config, kind.config):
        given = config.model_fields_set
        return {each.name: getattr(config, each.name) for each in kind.fields if each.name in given}
    if not isinstance(config, Mapping):
        raise _no_config(kind, config)
    names: dict[str, Any] = kind.config.names(config)
    return names


def checked_fields(kind: Kind[Any, Any], config: object, max_bytes: int) -> dict[str, Any]:
    """Check the fields that a caller gave, each by itself; return copies, by their names."""
    given = given_fields(kind, config)
    _check_types(kind, given)
    return {
        field.name: _checked(field, given[field.name], max_bytes)
        for field in kind.fields
        if field.name in given
    }


def checked_detail(field: Field, value: object, max_bytes: int) -> Any:
    """Check a value of a field of an entity, which may be `None`."""
    if field.name == "visibility" and value is not None:
        return checked_word(value, field.name, Visibility)
    if field.kept is Kept.JSON and value is not None:
        return checks.json_object(value, field.name, max_bytes)
    return checks.optional_identifier(value, field.name)


def checked_word(value: object, what: str, words: type[EntityStatus] | type[Visibility]) -> str:
    """Check a word of which there are few."""
    if isinstance(value, str) and value in set(words):
        return str(value)
    raise InvalidInputError(f"no {what} {named(value)}; there are: {', '.join(words)}")


def _model(kind: Kind[Any, Any], config: object) -> Config:
    if isinstance(config, kind.config):
        model: Config = config
        return model
    if not isinstance(config, Mapping):
        raise _no_config(kind, config)
    try:
        found: Config = kind.config.model_validate(dict(config))
    except ValidationError as error:
        raise _misfit(kind, _misfits(error)[0]) from None
    return found


def _check_types(kind: Kind[Any, Any], given: Mapping[str, Any]) -> None:
    """Check the types of some fields; the others may be missing."""
    try:
        kind.config.model_validate(given)
    except ValidationError as error:
        for misfit in _misfits(error):
            if misfit["type"] != "missing":
                raise _misfit(kind, misfit) from None


def _misfits(error: ValidationError) -> list[ErrorDetails]:
    return error.errors(include_input=False, include_url=False, include_context=False)


def _misfit(kind: Kind[Any, Any], misfit: ErrorDetails) -> InvalidInputError:
    where = ".".join(map(str, misfit["loc"]))
    return InvalidInputError(f"{kind.config.__name__}.{where}: {misfit['msg']}")


def _checked(field: Field, value: Any, max_bytes: int) -> Any:
    if value is None:
        if field.required:
            raise InvalidInputError(f"{field.name} must not be empty")
        return None
    if field.kept is Kept.TEXT or (field.kept is Kept.BLOCKS and isinstance(value, str)):
        return checks.text(value, field.name, max_bytes)
    if field.kept is Kept.INTEGER:
        return checks.count(value, field.name, LARGEST)
    if field.kept is Kept.FLAG:
        return checks.flag(value, field.name)
    return encode(value, field.name, max_bytes).value


def _no_config(kind: Kind[Any, Any], config: object) -> InvalidInputError:
    return InvalidInputError(
        f"the configuration must be {kind.config.__name__}, or an object with its fields, not "
        f"{type(config).__name__}"
    )
