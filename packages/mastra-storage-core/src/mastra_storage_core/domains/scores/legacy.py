"""Two tables of Mastra before 1.0, which today's Mastra neither makes nor reads: the evaluations
that scores have replaced, and the traces that were read beside them.
"""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, Literal

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.scores.legacy_drafts import (
    check_eval,
    check_trace,
    read_evals,
    read_traces,
)
from mastra_storage_core.domains.scores.legacy_models import (
    LegacyEval,
    LegacyEvalPage,
    LegacyTrace,
    LegacyTracePage,
)
from mastra_storage_core.domains.scores.requests import EvalQuery, Found, TraceQuery
from mastra_storage_core.errors import InvalidInputError, named
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import CREATED_AT_DESC, OrderBy, PageRequest

ALWAYS = DateRange()


class LegacyStorage(StorageDomain):
    """A database of an older Mastra is read as it is. Where there is no such table, lists are
    empty, and the first save makes it as the older Mastra did.
    """

    @operation
    async def save_eval(self, eval: LegacyEval) -> LegacyEval:
        """Add an evaluation, and return it as stored. It has no id: saved twice, it is there twice.

        A `result` without a `score` that is a finite number is `InvalidInputError`, and so is
        whatever else does not fit; nothing is saved then.
        """
        checked = check_eval(eval, self._limits.max_json_bytes)
        await self._save_eval(checked)
        return checked

    @operation
    async def list_evals(
        self,
        *,
        agent_name: str | None = None,
        type: Literal["test", "live"] | None = None,
        date_range: DateRange = ALWAYS,
        page: int = 0,
        per_page: int | None = 100,
        order_by: OrderBy = CREATED_AT_DESC,
        include_total: bool = True,
    ) -> LegacyEvalPage:
        """Return one page of the evaluations that meet all conditions, the newest first unless told
        otherwise: by `created_at`, then by `run_id`, then by `metric_name`, all in one direction.

        A `test` is one whose `test_info` has a `testPath`; any other is `live`. `date_range` is
        about `created_at`.
        """
        (order,) = checks.instances([order_by], OrderBy, "order_by")
        (dates,) = checks.instances([date_range], DateRange, "date_range")
        query = EvalQuery(
            agent_name=checks.optional_identifier(agent_name, "agent_name"),
            tests=_tests(type),
            dates=dates,
            order_by=order.check(("created_at",)),
            page=PageRequest.check(page, per_page, include_total),
        )
        found = await self._list_evals(query)
        rows, has_more = query.page.cut(found.rows, found.total)
        return LegacyEvalPage(
            evals=read_evals(rows),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    get_evals = list_evals
    """What the original called `list_evals`."""

    @operation
    async def get_evals_by_agent_name(
        self, agent_name: str, *, type: Literal["test", "live"] | None = None
    ) -> list[LegacyEval]:
        """Return all evaluations of an agent, as `list_evals` does."""
        name = checks.identifier(agent_name, "agent_name")
        page = PageRequest.check(0, None, False)
        query = EvalQuery(name, _tests(type), ALWAYS, CREATED_AT_DESC, page)
        return read_evals((await self._list_evals(query)).rows)

    @operation
    async def save_trace(self, trace: LegacyTrace) -> LegacyTrace:
        """Insert a span of an old trace, or replace the one of its id; return it as stored.

        An end before the start is `InvalidInputError`, and so is whatever else does not fit;
        nothing is saved then.
        """
        checked = check_trace(trace, self._limits.max_json_bytes)
        await self._save_trace(checked)
        return checked

    @operation
    async def get_traces_paginated(
        self,
        *,
        name: str | None = None,
        scope: str | None = None,
        attributes: Mapping[str, Any] | None = None,
        date_range: DateRange = ALWAYS,
        page: int = 0,
        per_page: int | None = 100,
        include_total: bool = True,
    ) -> LegacyTracePage:
        """Return one page of the spans that meet all conditions, the latest first: by `start_time`,
        then by id, both descending.

        `name` is what their names begin with. `attributes` must all be there, with values of the
        same type: `1` is not `"1"`. `date_range` is about `created_at`.
        """
        return await self._trace_page(
            name, scope, attributes, date_range, PageRequest.check(page, per_page, include_total)
        )

    @operation
    async def get_traces(
        self,
        *,
        name: str | None = None,
        scope: str | None = None,
        attributes: Mapping[str, Any] | None = None,
        date_range: DateRange = ALWAYS,
        page: int = 0,
        per_page: int | None = 100,
    ) -> list[LegacyTrace]:
        """Return the spans of one page of `get_traces_paginated`, and count nothing."""
        request = PageRequest.check(page, per_page, False)
        return (await self._trace_page(name, scope, attributes, date_range, request)).traces

    async def _trace_page(
        self,
        name: object,
        scope: object,
        attributes: object,
        date_range: DateRange,
        page: PageRequest,
    ) -> LegacyTracePage:
        (dates,) = checks.instances([date_range], DateRange, "date_range")
        query = TraceQuery(
            name=None if name is None else self._text(name, "name"),
            scope=None if scope is None else self._text(scope, "scope"),
            attributes={} if attributes is None else self._object(attributes, "attributes"),
            dates=dates,
            page=page,
        )
        found = await self._list_traces(query)
        rows, has_more = page.cut(found.rows, found.total)
        return LegacyTracePage(
            traces=read_traces(rows),
            total=found.total,
            page=page.page,
            per_page=page.per_page,
            has_more=has_more,
        )

    @abstractmethod
    async def _save_eval(self, new: LegacyEval) -> None: ...

    @abstractmethod
    async def _list_evals(self, query: EvalQuery) -> Found: ...

    @abstractmethod
    async def _save_trace(self, new: LegacyTrace) -> None: ...

    @abstractmethod
    async def _list_traces(self, query: TraceQuery) -> Found: ...


def _tests(kind: object) -> bool | None:
    """Check a kind of evaluations; return whether it is that of tests."""
    if kind is None:
        return None
    if isinstance(kind, str) and kind in ("test", "live"):
        return kind == "test"
    raise InvalidInputError(f"the type is 'test' or 'live', not {named(kind)}")
