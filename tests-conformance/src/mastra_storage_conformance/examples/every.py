"""The examples of all domains. A domain is a line here; a test finds methods that lack one."""

import inspect
from typing import Any

from mastra_storage_core import Domain, StorageDomain

from mastra_storage_conformance.examples.datasets import DATASETS
from mastra_storage_conformance.examples.example import Example
from mastra_storage_conformance.examples.experiments import EXPERIMENTS
from mastra_storage_conformance.examples.favorites import FAVORITES
from mastra_storage_conformance.examples.memory import MEMORY
from mastra_storage_conformance.examples.observability import OBSERVABILITY
from mastra_storage_conformance.examples.scores import SCORES
from mastra_storage_conformance.examples.versioned import KINDS
from mastra_storage_conformance.examples.workflows import WORKFLOWS

_EVERY = (MEMORY, WORKFLOWS, DATASETS, EXPERIMENTS, OBSERVABILITY, SCORES, *KINDS, FAVORITES)

DOMAINS: dict[str, Example] = {Domain(each.domain): each for each in _EVERY}
"""The example of each domain, by its name."""

_WITHOUT_IO = {*dir(StorageDomain), "kind", "prunable", "supports_concurrent_updates"}
"""Public names of domains that reach no database."""


def methods_of(interface: type[Any]) -> set[str]:
    """Return the names of the public methods of a domain that reach its database."""
    members = inspect.getmembers(interface, callable)
    return {name for name, _ in members if not name.startswith("_")} - _WITHOUT_IO
