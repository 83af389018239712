"""What the statements of all topics share."""

from typing import ClassVar

from mastra_storage_sql.domain import DomainStatements
from mastra_storage_sql.domains.scores.tables import ScoreTables


class Statements(DomainStatements[ScoreTables]):
    domain: ClassVar[str] = "scores"
