"""The experiments domain in plain Python: the readable specification of what every backend does."""

from mastra_storage_core.domains.experiments.interface import ExperimentsStorage

from mastra_storage_memory.domains.experiments.experiments import InMemoryExperimentTopic
from mastra_storage_memory.domains.experiments.results import InMemoryResults


class InMemoryExperiments(InMemoryExperimentTopic, InMemoryResults, ExperimentsStorage):
    """Joins the topics, which share the tables."""
