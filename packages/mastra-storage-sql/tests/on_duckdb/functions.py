"""SQL functions that the dialect uses: what DuckDB's JSON says otherwise than the contract."""

import json
from typing import Any

import duckdb
from duckdb.func import FunctionNullHandling
from mastra_storage_core.domains.observability.numbers import exact_sum
from mastra_storage_core.jsoncodec import decode, decode_or_text, encode
from mastra_storage_core.matching import matches

_NO_LIMIT = 2**63
_NULLS = FunctionNullHandling.SPECIAL
"""They are called with nulls, too."""
_SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def _matches(stored: str | None, wanted: str) -> bool:
    return matches(_decoded(stored), decode(wanted))


def _merge(stored: str | None, change: str) -> str:
    old = _decoded(stored)
    return _text({**old, **decode(change)}) if isinstance(old, dict) else change


def _members(stored: str | None, wanted: str) -> str:
    found, names = _decoded(stored), set(decode(wanted))
    members = found.items() if isinstance(found, dict) else ()
    return _text({name: value for name, value in members if name in names})


def _text_at(stored: str | None, path: str) -> str | None:
    found = _at(_decoded(stored), json.loads(path))
    return found if found is None or isinstance(found, str) else _text(found)


def _any_text(stored: str | None, paths: str, wanted: str) -> bool:
    document = _decoded(stored)
    for parent, where, leaf in json.loads(paths):
        found = _at(document, [parent])
        if where is None:
            fitting = [found]
        else:
            members = found.values() if isinstance(found, dict) else ()
            fitting = [each for each in members if _at(each, where[:1]) == where[1]]
        if any(_at(each, leaf) == wanted for each in fitting):
            return True
    return False


def _texts(stored: str | None) -> str:
    found = _decoded(stored)
    return _text([each for each in found if isinstance(each, str)] if type(found) is list else [])


def _text_within(stored: str | None, part: str) -> bool:
    waiting = [_decoded(stored)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str) and part in value.translate(_SMALL):
            return True
        if isinstance(value, (dict, list)):
            waiting += value.values() if isinstance(value, dict) else value
    return False


def _total(numbers: list[float | None] | None) -> float | None:
    found = [each for each in numbers or () if each is not None]
    return float(exact_sum(found)) if found else None


def _decoded(stored: str | None) -> Any:
    """Read stored JSON; an object that was encoded twice is one all the same."""
    found = None if stored is None else decode(stored)
    return decode_or_text(found) if isinstance(found, str) else found


def _at(document: Any, path: list[str]) -> Any:
    for name in path:
        document = document.get(name) if isinstance(document, dict) else None
    return document


def _text(value: Any) -> str:
    return encode(value, "a JSON value", _NO_LIMIT).text


_FUNCTIONS: dict[str, tuple[Any, list[Any], str]] = {
    "mastra_matches": (_matches, ["VARCHAR", "VARCHAR"], "BOOLEAN"),
    "mastra_merge": (_merge, ["VARCHAR", "VARCHAR"], "VARCHAR"),
    "mastra_members": (_members, ["VARCHAR", "VARCHAR"], "VARCHAR"),
    "mastra_text_at": (_text_at, ["VARCHAR", "VARCHAR"], "VARCHAR"),
    "mastra_any_text": (_any_text, ["VARCHAR", "VARCHAR", "VARCHAR"], "BOOLEAN"),
    "mastra_texts": (_texts, ["VARCHAR"], "VARCHAR"),
    "mastra_text_within": (_text_within, ["VARCHAR", "VARCHAR"], "BOOLEAN"),
    "mastra_total": (_total, ["DOUBLE[]"], "DOUBLE"),
}


def register(raw: duckdb.DuckDBPyConnection) -> None:
    """Offer the functions in a database, which has them until its last connection is closed."""
    for name, (function, parameters, result) in _FUNCTIONS.items():
        try:
            raw.create_function(name, function, parameters, result, null_handling=_NULLS)
        except duckdb.CatalogException:
            return  # Another connection of this process has offered them.
