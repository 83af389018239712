"""The statements of all topics, built once for each kind of database and schema."""

from dataclasses import dataclass

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.scores.statements.legacy import LegacyStatements
from mastra_storage_sql.domains.scores.statements.pruning import PruningStatements
from mastra_storage_sql.domains.scores.statements.scores import ScoreRowStatements
from mastra_storage_sql.domains.scores.tables import ScoreTables, score_tables
from mastra_storage_sql.tables import kept


@dataclass(frozen=True, slots=True)
class ScoreStatements:
    tables: ScoreTables
    scores: ScoreRowStatements
    legacy: LegacyStatements
    pruning: PruningStatements


@kept
def score_statements(dialect: Dialect, schema: str | None = None) -> ScoreStatements:
    """Return the statements for a dialect and a schema, which every store of that kind shares."""
    tables = score_tables(dialect, schema)
    return ScoreStatements(
        tables, ScoreRowStatements(tables), LegacyStatements(tables), PruningStatements(tables)
    )
