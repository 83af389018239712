"""Logs: the public methods."""

from collections.abc import Mapping, Sequence
from typing import Any

from mastra_storage_core.domain import operation
from mastra_storage_core.domains.observability.models import BatchResult
from mastra_storage_core.domains.observability.signal_filters import LogFilter
from mastra_storage_core.domains.observability.signal_models import LogPage, LogRecord
from mastra_storage_core.domains.observability.signal_storage import TIMESTAMP_DESC, SignalStorage
from mastra_storage_core.domains.observability.signals import LOGS
from mastra_storage_core.paging import OrderBy, PageRequest

_ALL = LogFilter()


class LogStorage(SignalStorage):
    """What an application wrote into its log, beside the traces that it wrote it in."""

    @operation
    async def batch_create_logs(self, logs: Sequence[LogRecord | Mapping[str, Any]]) -> BatchResult:
        """Store lines of a log; return how many, and which not.

        One that cannot be stored is reported with its position and the reason, and never keeps
        another one from being stored. The others are stored all or none: an error means that the
        whole batch may be sent again, which changes nothing that was stored already. Of one id, the
        last is stored.
        """
        return await self._create_batch(LOGS, logs)

    @operation
    async def list_logs(
        self,
        filters: LogFilter = _ALL,
        *,
        page: int = 0,
        per_page: int | None = 10,
        order_by: OrderBy = TIMESTAMP_DESC,
        include_total: bool = True,
    ) -> LogPage:
        """Return one page of the lines that meet the filters, ordered by `timestamp`, then by
        `log_id`. A page past the end is empty and keeps its `total`.
        """
        request = PageRequest.check(page, per_page, include_total)
        return LogPage(**await self._page(LOGS, LogFilter, filters, order_by, request))
