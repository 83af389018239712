"""Writes `reference/typescript-parity.md`: which name in Python each name of Mastra's storage has.

The names of Mastra 1.71 are in `mastra_names`. What is ours comes from the code, and where
arguments follow no rule, from the table with which recorded calls are replayed. Exits with 1 if the
page changed.
"""

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from mastra_names import (
    AGENTS,
    DATASETS,
    EXPERIMENTS,
    FAVORITES,
    MEMORY,
    OBSERVABILITY,
    OLDER,
    OTHERS,
    SCORES,
    STORE,
    WORKFLOWS,
)
from mastra_storage_conformance.replay.shapes import SHAPES, Shape
from mastra_storage_core import (
    AgentsStorage,
    DatasetsStorage,
    ExperimentsStorage,
    FavoritesStorage,
    MemoryStorage,
    ObservabilityStorage,
    ScoresStorage,
    StorageDomain,
    Store,
    WorkflowsStorage,
)
from pydantic.alias_generators import to_snake

PAGE = Path(__file__).parent / "reference" / "typescript-parity.md"

HERE: dict[type[StorageDomain], dict[str, str]] = {
    MemoryStorage: MEMORY,
    WorkflowsStorage: WORKFLOWS,
    DatasetsStorage: DATASETS,
    ExperimentsStorage: EXPERIMENTS,
    ObservabilityStorage: OBSERVABILITY,
    ScoresStorage: SCORES,
    AgentsStorage: AGENTS,
    FavoritesStorage: FAVORITES,
}

REMARKS: dict[type[StorageDomain], str] = {
    MemoryStorage: "Mastra has a `createThread` in the layer above storage.",
    WorkflowsStorage: "[Suspend and resume](../how-to/suspend-and-resume.md) is about these.",
    ExperimentsStorage: (
        "[Compare two experiments](../how-to/compare-two-experiments.md) is about these."
    ),
    DatasetsStorage: (
        "They take any number of items, which need not fit into memory, but for a frame."
    ),
    ObservabilityStorage: "[The domain](domains/observability.md) has an example.",
    ScoresStorage: "They are about tables of Mastra before 1.0, and have the names of its store.",
    AgentsStorage: (
        "The methods of `promptBlocks`, `scorerDefinitions`, `mcpClients`, `mcpServers`, "
        "`workspaces` and `skills` have the same pairs, where `agent` is another word. `*` is "
        "every field of a version: they are one argument here, `config`, and one attribute of what "
        "is returned; a page has its entities in `items`."
    ),
    FavoritesStorage: "",
}
"""What there is to say of the methods that only we have."""

UNRECORDED = {
    "updateThreadMetadata": Shape(renamed={"id": "thread_id"}),
    "prune": Shape(renamed={"pause_ms": "pause"}),
    "purgeItem": Shape(renamed={"id": "item_id"}),
}
"""Shapes of methods that no transcript has: one takes a function, one goes by the clock. Where
`prune` takes a signal that ends it, a task is cancelled.
"""

TEMPLATE = """\
# Names in TypeScript and Python

A name of Mastra's is the same name in snake_case here: methods, arguments, fields of values. This
page is generated: the left side is Mastra 1.71, the right side is the code.

| TypeScript | Python |
|---|---|
| `storage.listMessages({threadId: "t1"})` | `await store.list_messages("t1")` |
| one object of arguments | keyword arguments; the first obvious one also by position |
| fields of `filter`, `filters`, `pagination`, `options`, … | arguments like the others |
| an argument that is `undefined` | left out |
| `null` | `None` |
| `perPage: false` | `per_page=None` |
| `filter: {metadata: {topic: "travel"}}` | `metadata={"topic": "travel"}` |
| `filter: {dateRange: {start, end}}` | `date_range=DateRange(start=start, end=end)` |
| `orderBy: {field: "createdAt", direction: "DESC"}` | `order_by=OrderBy("created_at", "desc")` |
| `include: [{id, withNextMessages: 2}]` | `include=[Include(id=id, with_next_messages=2)]` |
| a `Date` | an aware `datetime` |
| an object such as a thread | a model: `thread.resource_id`, `thread.model_dump(by_alias=True)` |
| metadata, contents, snapshots | dictionaries, in which every name stays as it is |

```python
from mastra_storage_core import OrderBy, open_store

async with open_store("memory:") as store:
    await store.create_thread(resource_id="ada", title="Travel plans")
    page = await store.list_threads(per_page=None, order_by=OrderBy("updated_at", "asc"))
    print(sorted(page.model_dump(by_alias=True)))
```

```text
['hasMore', 'page', 'perPage', 'threads', 'total']
```

What is different besides names is in [What differs from Mastra](differences.md).

## The store

| TypeScript | Python |
|---|---|
%(store)s

`get_store` needs no `await`, nor does `supports_concurrent_updates` below.

## The domains

The third column has the arguments whose names do not follow from the rules above, and those that
Mastra's method lacks. A method with a star is one of the store itself, too: `store.list_messages`.

%(domains)s

### Not yet

| domain | its chief methods |
|---|---|
%(others)s
"""

DOMAIN = """\
### %(name)s

%(done)d of %(all)d methods.

| TypeScript | Python | arguments | returns |
|---|---|---|---|
%(methods)s

%(added)s%(remark)s"""


def main() -> None:
    text = page()
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    if text != before:
        PAGE.write_text(text, encoding="utf-8")
        sys.exit(f"changed: {PAGE.name}; review it")


def page() -> str:
    """Return the page as it should be."""
    return TEMPLATE % {
        "store": "\n".join(map(_of_store, STORE.split())),
        "domains": "\n\n".join(map(_of_domain, HERE)),
        "others": "\n".join(_of_others(methods) for methods in dict.fromkeys(OTHERS.values())),
    }


def _of_store(name: str) -> str:
    if hasattr(Store, to_snake(name)):
        return f"| `{name}` | `{to_snake(name)}` |"
    return f"| `{name}` | not yet |"


def _of_domain(domain: type[StorageDomain]) -> str:
    """Return the section of a domain that is here."""
    originals = HERE[domain]
    ours = {to_snake(name) for name in originals}
    older = {name: now for name, now in OLDER.items() if now in originals}
    public = [name for name in dir(domain) if not name.startswith("_")]
    known = {"domain", "kind", "prunable", *dir(StorageDomain), *ours, *map(to_snake, older)}
    added = [f"`{name}`{_star(name)}" for name in public if name not in known]
    rows = [_of_method(domain, name) for name in originals]
    rows += [_of_older(domain, name, now) for name, now in older.items()]
    return DOMAIN % {
        "name": domain.domain.capitalize(),
        "done": len(ours.intersection(public)),
        "all": len(ours),
        "methods": "\n".join(rows),
        "added": f"Only here: {', '.join(added)}. " if added else "",
        "remark": REMARKS[domain],
    }


def _of_others(methods: str) -> str:
    """Return the row of the domains that have these methods."""
    names = [name for name in OTHERS if OTHERS[name] == methods]
    if here := [name for name in names if hasattr(Store, to_snake(name))]:
        sys.exit(f"{', '.join(here)}: no longer one of those that are not here")
    cells = (", ".join(f"`{each}`" for each in group) for group in (names, methods.split()))
    return f"| {' | '.join(cells)} |"


def _of_method(domain: type[StorageDomain], name: str) -> str:
    ours = to_snake(name)
    method = getattr(domain, ours, None)
    if method is None:
        return f"| `{name}` | not yet | | |"
    signature = inspect.signature(method)
    originals = HERE[domain][name].split()
    shape = UNRECORDED.get(name) or SHAPES.get((domain.domain, name), Shape())
    pairs = dict(_pairs(shape, originals))
    if unknown := set(pairs.values()) - set(signature.parameters):
        sys.exit(f"{name}: {ours} has no {', '.join(sorted(unknown))}")
    notes = [f"`{old}` is `{new}`" for old, new in pairs.items() if _by_rule(old) != new]
    added = [f"`{each}`" for each in signature.parameters if each not in {"self", *pairs.values()}]
    notes += [f"only here: {', '.join(added)}"] if added else []
    returns = re.sub(r"[a-z_]+\.", "", str(signature).rpartition(" -> ")[2]).replace("|", "or")
    entity = getattr(domain, "kind", None) and vars(domain)["kind"].entity.__name__
    returns = returns.replace("Optional[~E]", f"{entity} or None").replace("~E", str(entity))
    returns = f"`{returns}`" + (f" for `{{{shape.wrapped}}}`" if shape.wrapped else "")
    return f"| `{name}` | `{ours}`{_star(ours)} | {'; '.join(notes)} | {returns} |"


def _of_older(domain: type[StorageDomain], name: str, now: str) -> str:
    ours = to_snake(name)
    if getattr(domain, ours) is not getattr(domain, to_snake(now)):
        sys.exit(f"{ours} is not {to_snake(now)}")
    return f"| `{name}` | `{ours}`{_star(ours)} | an older name of `{now}` | |"


def _star(name: str) -> str:
    return " *" if hasattr(Store, name) else ""


def _pairs(shape: Shape, originals: list[str]) -> Iterator[tuple[str, str]]:
    """Pair each argument of the original with the one of ours that takes its value."""
    by_position = dict(zip(originals, shape.positional, strict=False))
    for original in originals:
        name = _by_rule(original)
        if shape.gathered:
            yield original, shape.gathered
        elif name == "*":
            yield original, "config"
        elif name in shape.dates:
            yield original, "date_range"
        elif original in by_position and "." not in original:
            yield original, by_position[original]
        else:
            yield original, shape.renamed.get(name, name)


def _by_rule(original: str) -> str:
    return to_snake(original.rpartition(".")[2])


if __name__ == "__main__":
    main()
