"""All domains of a store, none of which is imported before it is used. The tables of all are in
`every_table`, for `init`.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from mastra_storage_core.capabilities import Domain
from mastra_storage_core.domain import StorageDomain

from mastra_storage_sql.database import Database

if TYPE_CHECKING:
    from mastra_storage_sql.dialect import Dialect

Build: TypeAlias = Callable[["Dialect", str | None], Any]
"""Builds the statements of a domain for a dialect and a schema."""
Parts: TypeAlias = tuple[Callable[..., StorageDomain], Build]
"""The class of a domain, or what makes one like a class, and its statements."""


def sql_domains(
    db: Database,
    dialect: Callable[[], "Dialect"],
    schema: str | None = None,
    *,
    instead: Mapping[Domain, Callable[[], Parts]] | None = None,
    **common: Any,
) -> dict[Domain, Callable[[], StorageDomain]]:
    """Return what makes each domain on a database, when it is first used.

    `instead` says what the database has of its own.
    """

    def make(domain: Domain, load: Callable[[], Parts]) -> StorageDomain:
        make_domain, build = load()
        return make_domain(db, build(dialect(), schema), **common)

    loads = _LOADS | dict(instead or {})
    return {domain: partial(make, domain, load) for domain, load in loads.items()}


def _memory() -> Parts:
    from mastra_storage_sql.domains.memory.statements import memory_statements
    from mastra_storage_sql.domains.memory.store import SqlMemory

    return SqlMemory, memory_statements


def _workflows() -> Parts:
    from mastra_storage_sql.domains.workflows.statements import workflow_statements
    from mastra_storage_sql.domains.workflows.store import SqlWorkflows

    return SqlWorkflows, workflow_statements


def _datasets() -> Parts:
    from mastra_storage_sql.domains.datasets.statements import dataset_statements
    from mastra_storage_sql.domains.datasets.store import SqlDatasets

    return SqlDatasets, dataset_statements


def _experiments() -> Parts:
    from mastra_storage_sql.domains.experiments.statements import experiment_statements
    from mastra_storage_sql.domains.experiments.store import SqlExperiments

    return SqlExperiments, experiment_statements


def _observability() -> Parts:
    from mastra_storage_sql.domains.observability.statements import observability_statements
    from mastra_storage_sql.domains.observability.store import SqlObservability

    return SqlObservability, observability_statements


def _scores() -> Parts:
    from mastra_storage_sql.domains.scores.statements import score_statements
    from mastra_storage_sql.domains.scores.store import SqlScores

    return SqlScores, score_statements


def _favorites() -> Parts:
    from mastra_storage_sql.domains.versioned.every import favorites

    return favorites()


def _kind(domain: Domain) -> Parts:
    from mastra_storage_sql.domains.versioned.every import versioned

    return versioned(domain)


_KINDS = (
    Domain.AGENTS,
    Domain.PROMPT_BLOCKS,
    Domain.SCORER_DEFINITIONS,
    Domain.MCP_CLIENTS,
    Domain.MCP_SERVERS,
    Domain.WORKSPACES,
    Domain.SKILLS,
)

_LOADS: dict[Domain, Callable[[], Parts]] = {
    Domain.MEMORY: _memory,
    Domain.WORKFLOWS: _workflows,
    Domain.DATASETS: _datasets,
    Domain.EXPERIMENTS: _experiments,
    Domain.OBSERVABILITY: _observability,
    Domain.SCORES: _scores,
    **{domain: partial(_kind, domain) for domain in _KINDS},
    Domain.FAVORITES: _favorites,
}
