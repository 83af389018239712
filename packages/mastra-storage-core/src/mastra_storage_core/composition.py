"""A composite store from data: from a dictionary, or from a file of TOML."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StrictStr, Tag, ValidationError
from pydantic_core import ErrorDetails

from mastra_storage_core.composite import CompositeStore, Override
from mastra_storage_core.environment import expand
from mastra_storage_core.errors import ConfigurationError, StorageError, named, nearest
from mastra_storage_core.registry import open_store
from mastra_storage_core.store import Store

MAX_DEPTH = 20
"""How deep a description may be nested: far deeper than anybody joins stores."""


def compose(config: Mapping[str, Any] | str | PathLike[str]) -> CompositeStore:
    """Return the composite store that a dictionary describes, or a file of TOML. Nothing is opened
    yet.

    The keys are `id`, `default`, `editor`, `domains` and `retention`, as of `CompositeStore`. Each
    store is a URL, or a table of its `url` and the options of its backend, or a table of such keys
    again; `false` is no store. The same URL with the same options is one store, wherever it stands.
    Texts may hold `${NAME}` or `${NAME:-fallback}`, from the environment.

    `ConfigurationError` names the place that does not fit, such as `domains.workflows.url`, and
    never shows what is written there. `UnsupportedError` names a package that is missing.
    """
    if isinstance(config, Mapping):
        return _Composer().compose(config)
    path = _path(config)
    with _within(named(str(path))):
        return _Composer().compose(_read(path))


# --- what may be written -------------------------------------------------------------------------


class _Table(BaseModel):
    """One store. What is not its URL is an option of its backend, which checks it."""

    model_config = ConfigDict(extra="allow")

    url: StrictStr


class _Joined(BaseModel):
    """Several stores, as `CompositeStore` takes them, which knows the domains."""

    model_config = ConfigDict(extra="forbid")

    id: StrictStr = "composite"
    default: "_Source | None" = None
    editor: "_Source | None" = None
    domains: "dict[StrictStr, _Source]" = Field(default_factory=dict)
    retention: dict[StrictStr, Any] = Field(default_factory=dict)


def _form(value: object) -> str | None:
    """Return in which of its forms a source is written, if in any."""
    if isinstance(value, dict):
        is_joined = "url" not in value and value.keys() & {"default", "editor", "domains"}
        return "<joined>" if is_joined else "<table>"
    return "<url>" if isinstance(value, str) else "<none>" if value is False else None


_Source: TypeAlias = Annotated[
    Annotated[StrictStr, Tag("<url>")]
    | Annotated[_Table, Tag("<table>")]
    | Annotated[_Joined, Tag("<joined>")]
    | Annotated[Literal[False], Tag("<none>")],
    Discriminator(_form),
]

_NOT_WRITTEN = {"<url>", "<table>", "<joined>", "<none>", "[key]"}
"""What Pydantic adds to the place of an error."""

_PROBLEMS = {
    "missing": "is missing; write the URL of a store, or stores to join: default, domains",
    "string_type": "must be text, not {kind}",
    "union_tag_not_found": "must be a URL, a table or false, not {kind}",
    "dict_type": "must be a table, not {kind}",
    "invalid_key": "is not text, as a key must be",
}


def _checked(config: object) -> _Joined:
    try:
        return _Joined.model_validate(config)
    except ValidationError as error:
        problems = [_problem(each) for each in error.errors()[:5]]
        raise ConfigurationError("; ".join(problems)) from None


def _problem(error: ErrorDetails) -> str:
    """Return what is wrong and where; of what is written there only the type."""
    if error["type"] == "extra_forbidden":
        *above, key = error["loc"]
        unknown = f"unknown key {named(key)}; {nearest(key, _Joined.model_fields)}"
        return f"{_place(*above)}: {unknown}" if above else unknown
    what = _PROBLEMS.get(error["type"], "does not fit")
    return f"{_place(*error['loc'])} {what.format(kind=type(error['input']).__name__)}"


# --- from what is written to stores --------------------------------------------------------------


class _Composer:
    """Makes what one description says, and one store of equal sources."""

    def __init__(self) -> None:
        self._made: list[tuple[_Table, Store]] = []

    def compose(self, config: Mapping[str, Any]) -> CompositeStore:
        return self._join(_checked(_expanded(config, (), ())), ())

    def _join(self, joined: _Joined, place: tuple[str, ...]) -> CompositeStore:
        default = self._store(joined.default, (*place, "default"))
        editor = self._store(joined.editor, (*place, "editor"))
        domains: dict[str, Override] = {
            name: self._store(source, (*place, "domains", name)) or False
            for name, source in joined.domains.items()
        }
        with _within(*place):
            return CompositeStore(
                id=joined.id,
                default=default,
                editor=editor,
                domains=domains,
                retention=joined.retention,
            )

    def _store(self, source: _Source | None, place: tuple[str, ...]) -> Store | None:
        if source is None or source is False:
            return None
        if isinstance(source, _Joined):
            return self._join(source, place)
        table = _Table(url=source) if isinstance(source, str) else source
        for known, store in self._made:
            if known == table:
                return store
        with _within(*place):
            made = _make(table)
        self._made.append((table, made))
        return made


def _make(table: _Table) -> Store:
    options = table.model_extra or {}
    try:
        return open_store(table.url, **options)
    except TypeError:  # whose text may hold a value
        names = ", ".join(map(named, options)) or "none"
        raise ConfigurationError(f"the backend does not take these options: {names}") from None


def _expanded(value: Any, place: tuple[str, ...], above: tuple[int, ...]) -> Any:
    """Return a copy with every text expanded; what is nested for ever, or too deep, is refused."""
    if isinstance(value, str):
        with _within(*place):
            return expand(value)
    if not isinstance(value, (Mapping, list, tuple)):
        return value
    if id(value) in above:
        raise ConfigurationError(f"{_place(*place)} contains itself; write a copy of what is meant")
    if len(above) == MAX_DEPTH:
        raise ConfigurationError(
            f"{_place(*place)} is nested more than {MAX_DEPTH} deep; join stores side by side"
        )
    inside = (*above, id(value))
    if isinstance(value, Mapping):
        return {key: _expanded(each, (*place, _word(key)), inside) for key, each in value.items()}
    return [_expanded(each, (*place, str(index)), inside) for index, each in enumerate(value)]


# --- a file --------------------------------------------------------------------------------------


def _path(config: object) -> Path:
    path = os.fspath(config) if isinstance(config, (str, PathLike)) else None
    if not isinstance(path, str):
        raise ConfigurationError(
            f"compose takes a dictionary or the path of a TOML file, not {type(config).__name__}"
        )
    if isinstance(config, str) and re.match(r":|[A-Za-z][A-Za-z0-9+.-]+:", config):
        raise ConfigurationError("compose takes the path of a TOML file; open_store takes a URL")
    return Path(path)


def _read(path: Path) -> dict[str, Any]:
    try:
        written = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no path"
        raise ConfigurationError(f"the file cannot be read: {reason.lower()}") from error
    try:
        return tomllib.loads(written.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        raise ConfigurationError(f"the file is not UTF-8, at line {line}") from None
    except (ValueError, RecursionError) as error:  # whose text may quote the file
        found = re.search(r"\(at (line \d+|end of document)", str(error))
        where = f", at {found[1]}" if found else ""
        raise ConfigurationError(f"the file is no valid TOML{where}") from None


# --- places --------------------------------------------------------------------------------------


@contextmanager
def _within(*place: str) -> Iterator[None]:
    """Let an error say in which place of the description it arose."""
    try:
        yield
    except StorageError as error:
        if not place:
            raise
        raise error.within(_place(*place)) from error.__cause__


def _place(*keys: object) -> str:
    """Return a place as it is written: `domains.workflows.url`, cut where that would be long."""
    text = ".".join(_word(key) for key in keys if key not in _NOT_WRITTEN) or "the description"
    return text if len(text) <= 200 else text[:199] + "…"


def _word(key: object) -> str:
    return key if isinstance(key, str) else named(key)
