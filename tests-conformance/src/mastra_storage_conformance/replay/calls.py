"""From a recorded call to a call of our API, and from its outcome to an answer.

Names follow by rule: `getThreadById({threadId})` is `get_thread_by_id(thread_id=…)`. Where the
original's arguments have another shape, the table `SHAPES` says which.
"""

from inspect import signature
from typing import Any

from mastra_storage_core.domains.datasets.models import NewItem
from mastra_storage_core.domains.memory.models import (
    Include,
    ObservationalMemory,
    ObservationChunk,
    Resource,
    Thread,
)
from mastra_storage_core.domains.observability.filters import TraceFilter
from mastra_storage_core.domains.scores.models import NewScore
from mastra_storage_core.errors import InvalidInputError, StorageError
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import OrderBy
from mastra_storage_core.store import Store
from pydantic import BaseModel, ValidationError
from pydantic.alias_generators import to_camel, to_snake

from mastra_storage_conformance.replay.shapes import SHAPES, Shape
from mastra_storage_conformance.replay.transcript import Answer, Call, Raised, Returned

_BY_RULE = Shape()

_MODELS: dict[str, type[BaseModel]] = {
    "buffered_chunks": ObservationChunk,
    "chunk": ObservationChunk,
    "current_record": ObservationalMemory,
    "date_range": DateRange,
    "filters": TraceFilter,
    "include": Include,
    "items": NewItem,
    "record": ObservationalMemory,
    "resource": Resource,
    "score": NewScore,
    "thread": Thread,
}
"""Arguments that are values of the API; all others are passed as they are."""


async def perform(store: Store, call: Call, args: tuple[Any, ...]) -> Answer:
    """Make a recorded call with `args`, in which placeholders have values; return the answer.

    Arguments that a model refuses count as `InvalidInputError`: the caller learns of both before
    any I/O. So do those that a method does not have, where the original refuses them as well.
    """
    shape = SHAPES.get((call.domain, call.method), _BY_RULE)
    method = getattr(store.get_store(call.domain), to_snake(call.method), None)
    if method is None:
        return Raised(None, f"{to_snake(call.method)} is missing")
    try:
        given = arguments(shape, args)
        if shape.strict and (unknown := given.keys() - signature(method).parameters.keys()):
            return Raised(InvalidInputError, f"no argument {min(unknown)!r}")
        value = plain(await method(**given))
    except ValidationError as error:
        return Raised(InvalidInputError, str(error))
    except StorageError as error:
        return Raised(type(error), str(error))
    except Exception as error:  # noqa: BLE001 # any other failure is a finding, and must not end the replay
        return Raised(None, repr(error))
    if shape.paged:
        value = _with_pagination(value)
    if shape.items:
        value[shape.items] = value.pop("items")
    if shape.wrapped and value is not None:
        value = {shape.wrapped: value}
    if shape.echoed:
        value[to_camel(shape.echoed)] = given[shape.echoed]
    return Returned(value)


def arguments(shape: Shape, args: tuple[Any, ...]) -> dict[str, Any]:
    """Return the keyword arguments of our method."""
    if shape.positional:
        fields = dict(zip(shape.positional, args, strict=False))
    else:
        fields = {to_snake(key): value for arg in args for key, value in arg.items()}
    for name in shape.lifted:
        lifted = fields.pop(name, None) or {}
        fields |= {to_snake(key): value for key, value in lifted.items()}
    for name in shape.ignored:
        fields.pop(name, None)
    if shape.gathered:
        return {shape.gathered: fields}
    if shape.beside_config:
        others = [name for name in fields if name not in shape.beside_config]
        fields["config"] = {name: fields.pop(name) for name in others}
    fields = {**shape.defaults, **fields}
    ends = [fields.pop(name, None) for name in shape.dates]
    if any(ends):
        fields["date_range"] = {"start": ends[0], "end": ends[1]}
    return {
        shape.renamed.get(name, name): _argument(shape, name, value)
        for name, value in fields.items()
    }


def _argument(shape: Shape, name: str, value: Any) -> Any:
    if name == "per_page":
        return None if value is False else value
    if name == "order_by":
        column, direction = value.get("field"), value.get("direction")
        return OrderBy(
            to_snake(column) if column else shape.order.field,
            direction.lower() if direction else shape.order.direction,
        )
    if name == "records":
        return [_with_updates(dict(each)) for each in value]
    model = shape.messages if name == "messages" else _MODELS.get(name)
    if model is None or value is None:
        return value
    if isinstance(value, list):
        return [model.model_validate(item) for item in value]
    return model.model_validate(value)


def _with_updates(record: dict[str, Any]) -> dict[str, Any]:
    updates: dict[str, Any] = record.pop("updates", {})
    return record | updates


def plain(value: Any) -> Any:
    """Return a result as the original spells it: objects with camelCase keys. Times stay times."""
    if isinstance(value, BaseModel):
        return value.model_dump(by_alias=True)
    if isinstance(value, list):
        return [plain(item) for item in value]
    return sorted(value) if isinstance(value, set) else value


_PAGINATION = ("total", "page", "perPage", "hasMore")


def _with_pagination(page: dict[str, Any]) -> dict[str, Any]:
    rows = {key: value for key, value in page.items() if key not in _PAGINATION}
    return {**rows, "pagination": {key: page[key] for key in _PAGINATION}}
