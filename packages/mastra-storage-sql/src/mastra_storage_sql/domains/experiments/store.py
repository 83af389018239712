"""The experiments domain on any `Database`. One public method makes one call to it."""

from mastra_storage_core.domains.experiments.interface import ExperimentsStorage

from mastra_storage_sql.domain import SqlDomain
from mastra_storage_sql.domains.experiments.experiments import SqlExperimentTopic
from mastra_storage_sql.domains.experiments.results import SqlResults
from mastra_storage_sql.domains.experiments.statements import ExperimentStatements


class SqlExperiments(
    SqlExperimentTopic, SqlResults, SqlDomain[ExperimentStatements], ExperimentsStorage
):
    """Joins the topics, which share the database and the statements."""
