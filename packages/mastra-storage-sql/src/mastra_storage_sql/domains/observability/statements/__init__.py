"""The statements of all topics, built once for each kind of database and schema."""

from dataclasses import dataclass

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.observability.statements.aggregates import AggregateStatements
from mastra_storage_sql.domains.observability.statements.discovery import DiscoveryStatements
from mastra_storage_sql.domains.observability.statements.lists import ListStatements
from mastra_storage_sql.domains.observability.statements.pruning import PruningStatements
from mastra_storage_sql.domains.observability.statements.signals import SignalStatements
from mastra_storage_sql.domains.observability.statements.spans import SpanStatements
from mastra_storage_sql.domains.observability.statements.traces import TraceStatements
from mastra_storage_sql.domains.observability.tables import (
    ObservabilityTables,
    observability_tables,
)
from mastra_storage_sql.tables import kept


@dataclass(frozen=True, slots=True)
class ObservabilityStatements:
    tables: ObservabilityTables
    spans: SpanStatements
    traces: TraceStatements
    lists: ListStatements
    pruning: PruningStatements
    signals: SignalStatements
    aggregates: AggregateStatements
    discovery: DiscoveryStatements


@kept
def observability_statements(
    dialect: Dialect, schema: str | None = None
) -> ObservabilityStatements:
    """Return the statements for a dialect and a schema, which every store of that kind shares."""
    tables = observability_tables(dialect, schema)
    return ObservabilityStatements(
        tables,
        SpanStatements(tables),
        TraceStatements(tables),
        ListStatements(tables),
        PruningStatements(tables),
        SignalStatements(tables),
        AggregateStatements(tables),
        DiscoveryStatements(tables),
    )
