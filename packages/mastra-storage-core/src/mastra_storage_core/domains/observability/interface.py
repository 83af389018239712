"""The observability domain: spans, traces, lists, and the other signals. What is promised here,
conformance tests.
"""

from typing import ClassVar

from mastra_storage_core.domains.observability.discovery import DiscoveryStorage
from mastra_storage_core.domains.observability.feedback import FeedbackStorage
from mastra_storage_core.domains.observability.lists import ListStorage
from mastra_storage_core.domains.observability.logs import LogStorage
from mastra_storage_core.domains.observability.metrics import MetricStorage
from mastra_storage_core.domains.observability.span_scores import SpanScoreStorage
from mastra_storage_core.domains.observability.spans import SpanStorage
from mastra_storage_core.domains.observability.traces import TraceStorage
from mastra_storage_core.pruning import PrunableDomain
from mastra_storage_core.retention import ObservabilityRetention, TablePolicies


class ObservabilityStorage(
    LogStorage,
    MetricStorage,
    SpanScoreStorage,
    FeedbackStorage,
    DiscoveryStorage,
    SpanStorage,
    TraceStorage,
    ListStorage,
    PrunableDomain,
):
    """What an application did. A backend implements the abstract methods of the topics."""

    domain: ClassVar[str] = "observability"
    prunable: ClassVar[type[TablePolicies]] = ObservabilityRetention
