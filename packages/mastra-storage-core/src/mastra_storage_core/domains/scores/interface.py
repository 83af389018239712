"""The scores domain: what scorers said of agents and workflows. What is promised here, conformance
tests.
"""

from typing import ClassVar

from mastra_storage_core.domains.scores.legacy import LegacyStorage
from mastra_storage_core.domains.scores.lists import ScoreLists
from mastra_storage_core.domains.scores.scores import ScoreStorage
from mastra_storage_core.pruning import PrunableDomain
from mastra_storage_core.retention import ScoreRetention, TablePolicies


class ScoresStorage(ScoreStorage, ScoreLists, LegacyStorage, PrunableDomain):
    """Scores, one row for each, and what there was before them. A backend implements the abstract
    methods of the topics.
    """

    domain: ClassVar[str] = "scores"
    prunable: ClassVar[type[TablePolicies]] = ScoreRetention
