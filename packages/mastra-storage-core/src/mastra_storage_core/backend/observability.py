"""What a backend of the observability domain imports: its topics, what their methods
receive, and plain functions for what every backend has to decide alike.
"""

from mastra_storage_core.domains.observability.aggregates import AggregateStorage
from mastra_storage_core.domains.observability.discovery import DiscoveryStorage
from mastra_storage_core.domains.observability.drafts import JSON, Refusal, settle
from mastra_storage_core.domains.observability.feedback import FeedbackStorage
from mastra_storage_core.domains.observability.lists import ListStorage
from mastra_storage_core.domains.observability.models import status_of
from mastra_storage_core.domains.observability.numbers import SHARES, exact_sum, rank, total
from mastra_storage_core.domains.observability.requests import (
    EVERYTHING,
    Change,
    Found,
    Owner,
    Row,
    SpanConditions,
    SpanKey,
    SpanQuery,
)
from mastra_storage_core.domains.observability.rows import TABLE, branch_of
from mastra_storage_core.domains.observability.signal_requests import (
    DistinctQuestion,
    Names,
    PercentileQuestion,
    Question,
    SignalConditions,
    SignalQuery,
)
from mastra_storage_core.domains.observability.signal_storage import SignalStorage
from mastra_storage_core.domains.observability.signals import (
    FEEDBACK,
    LOGS,
    METRICS,
    SCORES,
    SIGNALS,
    SIGNALS_BY_NAME,
    Field,
    Kind,
    Signal,
)
from mastra_storage_core.domains.observability.spans import SpanStorage
from mastra_storage_core.domains.observability.traces import TraceStorage

__all__ = [
    "EVERYTHING",
    "FEEDBACK",
    "JSON",
    "LOGS",
    "METRICS",
    "SCORES",
    "SHARES",
    "SIGNALS",
    "SIGNALS_BY_NAME",
    "TABLE",
    "AggregateStorage",
    "Change",
    "DiscoveryStorage",
    "DistinctQuestion",
    "FeedbackStorage",
    "Field",
    "Found",
    "Kind",
    "ListStorage",
    "Names",
    "Owner",
    "PercentileQuestion",
    "Question",
    "Refusal",
    "Row",
    "Signal",
    "SignalConditions",
    "SignalQuery",
    "SignalStorage",
    "SpanConditions",
    "SpanKey",
    "SpanQuery",
    "SpanStorage",
    "TraceStorage",
    "branch_of",
    "exact_sum",
    "rank",
    "settle",
    "status_of",
    "total",
]
