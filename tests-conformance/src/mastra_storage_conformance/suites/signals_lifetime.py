"""How long signals stay: they go with their traces, and have ages of their own."""

import pytest
from mastra_storage_core import ObservabilityStorage, Store, pruning

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._signals import SIGNALS, Signal
from mastra_storage_conformance.suites.signals_discovery import a_span
from mastra_storage_conformance.suites.signals_records import each_signal


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestSignalsOfTraces:
    """`batch_delete_traces` deletes what names the traces (rule 13)."""

    @each_signal
    async def test_a_signal_goes_with_its_trace(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        """Also where the trace has no spans, and then it is no trace that was deleted."""
        span, other = a_span(make), a_span(make)
        await observability.batch_create_spans([span, other])
        bare = make.id("trace")
        records = [
            signal.record(make, trace_id=trace)
            for trace in (span["trace_id"], bare, other["trace_id"], None)
        ]
        await signal.write(observability, *records)

        deleted = await observability.batch_delete_traces([span["trace_id"], bare])

        assert deleted == 1
        assert await signal.read(observability, make) == records[2:]

    @each_signal
    async def test_a_signal_of_another_tenant_stays(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        """Rule 16: one of nobody goes with the trace, and stays with one that stays."""
        ours = a_span(make, organization_id="ours")
        theirs = a_span(make, organization_id="theirs")
        await observability.batch_create_spans([ours, theirs])
        traces = [ours["trace_id"], theirs["trace_id"]]
        records = [
            signal.record(make, trace_id=trace, organization_id=owner)
            for trace in traces
            for owner in ("ours", "theirs", None)
        ]
        await signal.write(observability, *records)

        assert await observability.batch_delete_traces(traces, organization_id="ours") == 1
        assert await signal.read(observability, make) == [records[1], *records[4:]]


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestPruneSignals:
    """`prune` deletes old signals by their times, each kind after its own age."""

    @each_signal
    async def test_what_lies_before_the_cutoff_goes(
        self, empty_store: Store, make: Make, signal: Signal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        storage = empty_store.observability
        monkeypatch.setattr(pruning, "now", lambda: make.after(3600))
        records = [signal.record(make, timestamp=make.after(n)) for n in (-2, -0.001, 0, 1)]
        await signal.write(storage, *records)
        retention = {"observability": {signal.name: {"max_age": "1h", "batch_size": 1}}}

        (dry,) = await empty_store.prune(retention, dry_run=True)
        (report,) = await empty_store.prune(retention, pause=0)

        assert (dry.deleted, report.deleted, report.done) == (2, 2, True)
        assert (report.table, report.cutoff) == (signal.name, make.noon)
        assert await signal.read(storage, make) == records[2:]

    async def test_traces_and_signals_do_not_go_with_one_another(
        self, empty_store: Store, make: Make
    ) -> None:
        storage = empty_store.observability
        span = a_span(make)
        await storage.create_span(span)
        for signal in SIGNALS.values():
            await signal.write(storage, signal.record(make, trace_id=span["trace_id"]))

        await empty_store.prune({"observability": {"metrics": "1d"}})
        assert await storage.get_trace(span["trace_id"]) is not None
        await empty_store.prune({"observability": {"spans": "1d"}})

        left = {name for name, each in SIGNALS.items() if await each.read(storage, make)}
        assert left == {"logs", "scores", "feedback"}

    @each_signal
    async def test_a_signal_that_nobody_used_can_be_pruned(
        self, empty_store: Store, signal: Signal
    ) -> None:
        retention = {"observability": {signal.name: "1d"}}

        for dry_run in (True, False):
            (report,) = await empty_store.prune(retention, dry_run=dry_run)

            assert (report.deleted, report.done) == (0, True)
