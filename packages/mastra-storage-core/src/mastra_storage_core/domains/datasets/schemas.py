"""The JSON Schemas of a data set: what is one, and whether items fit.

The package `jsonschema` does the work, which the extra `schemas` installs. Nothing is ever fetched:
a `$ref` leads to a place in the schema itself.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from mastra_storage_core.domains.datasets.arguments import object_text
from mastra_storage_core.domains.datasets.requests import CheckItems, Row, Values
from mastra_storage_core.errors import ConfigurationError, ConflictError, InvalidInputError, named
from mastra_storage_core.jsoncodec import decode, encode
from mastra_storage_core.matching import equal

MOST_FAILURES = 10
"""How many items an error names."""

_SCHEMAS = {
    "input": ("inputSchema", "input_schema"),
    "ground_truth": ("groundTruthSchema", "ground_truth_schema"),
}
"""What is held to a schema: the column of it, and its name."""

Fits = Callable[[Row, Sequence[Values], int], None]


def checked_schema(value: object, what: str, limit: int) -> str | None:
    """Check a JSON Schema, which may be absent; return it as text. `InvalidInputError` if it is
    none, or if it has a pattern that is no regular expression.
    """
    text = object_text(value, what, limit)
    if text is not None:
        _validator(decode(text), what)
    return text


def fits(place: Callable[[int], str]) -> Fits:
    """Return what raises where contents do not fit the schemas of a data set; `place` names one
    by its number in the call.
    """

    def check(dataset: Row, contents: Sequence[Values], first: int) -> None:
        for field, validator, name in _validators(dataset):
            for number, content in enumerate(contents, first):
                if content.get(field) is None:
                    continue
                if problem := _problem(validator, decode(content[field])):
                    raise InvalidInputError(
                        f"{place(number)}.{field}{problem[0]} does not fit the {name} of data set "
                        f"{named(dataset['id'])}: {problem[1]}"
                    )

    return check


def holds(changes: Values) -> Callable[[Row], CheckItems | None]:
    """Return what says how the current items are to be checked when a data set is changed: not at
    all, unless one of its schemas becomes another.
    """

    def chosen(dataset: Row) -> CheckItems | None:
        after = dict(dataset)
        for column, name in _SCHEMAS.values():
            if name in changes:
                text = changes[name]
                after[column] = None if text is None else decode(text)
        new = [
            each
            for each in _validators(after)
            if not equal(dataset[_SCHEMAS[each[0]][0]], after[_SCHEMAS[each[0]][0]])
        ]
        return _Existing(named(dataset["id"]), new) if new else None

    return chosen


class _Existing:
    """Collects the items that do not fit, and raises once there are enough, or no more."""

    def __init__(self, dataset: str, validators: list[tuple[str, Any, str]]) -> None:
        self._dataset = dataset
        self._validators = validators
        self._failed: list[str] = []

    def __call__(self, rows: Sequence[Row]) -> None:
        """Look at some rows of items; at none, once all of them were looked at."""
        for row in rows:
            if len(self._failed) < MOST_FAILURES and not self._fits(row):
                self._failed.append(row["id"])
        if self._failed and (not rows or len(self._failed) == MOST_FAILURES):
            raise ConflictError(
                f"the schema of data set {self._dataset} was not changed: items that it has would "
                f"not fit: {', '.join(map(named, self._failed))}",
                constraint="schema",
                current=tuple(self._failed),
            )

    def _fits(self, row: Row) -> bool:
        for field, validator, _ in self._validators:
            value = row["groundTruth" if field == "ground_truth" else field]
            if (field == "input" or value is not None) and _problem(validator, value):
                return False
        return True


def _validators(dataset: Row) -> Iterable[tuple[str, Any, str]]:
    """Yield what is held to a schema, by what, and what that is called."""
    for field, (column, name) in _SCHEMAS.items():
        if (schema := dataset[column]) is not None:
            yield field, _validator(schema, name), name


def _problem(validator: Any, value: Any) -> tuple[str, str] | None:
    """Return where a value does not fit, and which keyword of the schema says so. What the value
    is stays out of the error.
    """
    try:
        error = next(iter(validator.iter_errors(value)), None)
    except RecursionError:
        raise InvalidInputError("a schema of the data set refers to itself without end") from None
    except _library().unresolvable as failure:
        raise InvalidInputError(
            "a schema of the data set refers to something that is not in it"
        ) from failure
    if error is None:
        return None
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in error.absolute_path)
    return "".join(steps)[:200], str(error.validator)


def _validator(schema: Any, what: str) -> Any:
    return _compiled(encode(schema, what).text, what)


@lru_cache(maxsize=64)
def _compiled(text: str, what: str) -> Any:
    """Compile a schema once: to look whether it is one takes as long as a hundred items."""
    library, schema = _library(), decode(text)
    kind = library.validators.validator_for(schema, default=library.newest)
    try:
        kind.check_schema(schema, format_checker=kind.FORMAT_CHECKER)
    except library.schema_error as error:
        place = ".".join(map(str, error.absolute_path))[:200]
        raise InvalidInputError(
            f"{what} is no JSON Schema{f' at {place}' if place else ''}"
        ) from None
    return kind(schema, registry=library.nothing)


class _Library:
    """The package, imported when the first schema is met: that takes 60 ms."""

    def __init__(self) -> None:
        try:
            self.validators: Any = import_module("jsonschema.validators")
        except ImportError as error:
            raise ConfigurationError(
                "a data set with a JSON Schema needs the package jsonschema: "
                "pip install 'mastra-storage-core[schemas]'"
            ) from error
        referencing: Any = import_module("referencing")
        exceptions: Any = import_module("referencing.exceptions")
        self.newest: Any = self.validators.Draft202012Validator
        self.schema_error: type[Any] = import_module("jsonschema.exceptions").SchemaError
        self.unresolvable: type[Exception] = exceptions.Unresolvable
        self.nothing: Any = referencing.Registry()


@cache
def _library() -> _Library:
    return _Library()
