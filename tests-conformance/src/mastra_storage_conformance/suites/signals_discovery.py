"""What there is to filter by: different values, each once, in the order of code points."""

from typing import Any

import pytest
from mastra_storage_core import InvalidInputError, ObservabilityStorage, Store

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._signals import METRICS, SIGNALS

NAMES = ["B", "Z1", "_x", "a", "z0", "é", "一", "😀"]


def a_span(make: Make, **fields: Any) -> dict[str, Any]:
    """Return a span that is not stored."""
    at = {"started_at": make.noon, "ended_at": make.after(1)}
    named = {"trace_id": make.id("trace"), "span_id": make.id("span")}
    return {"name": "a span", "span_type": "generic", **named, **at, **fields}


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestMetricNames:
    """`get_metric_names`, and the labels of a metric."""

    async def test_names_are_those_that_are_stored_each_once_in_order(
        self, empty_store: Store, make: Make
    ) -> None:
        storage = empty_store.observability
        assert await storage.get_metric_names() == []

        for name in (*NAMES[::-3], *NAMES):
            await METRICS.write(storage, METRICS.record(make, name=name))

        assert await storage.get_metric_names() == NAMES
        assert await storage.get_metric_names(limit=3) == NAMES[:3]
        assert await storage.get_metric_names(limit=99, prefix="") == NAMES

    @pytest.mark.parametrize(
        ("prefix", "expected"),
        [
            ("to", ["to", "token", "tokens.%"]),
            ("token", ["token", "tokens.%"]),
            ("tokens.%", ["tokens.%"]),
            ("%", []),
            ("t_k", []),
            ("TO", ["TOKENS"]),
            ("😀", ["😀"]),
            ("zzz", []),
        ],
    )
    async def test_a_prefix_is_data_and_no_pattern(
        self, empty_store: Store, make: Make, prefix: str, expected: list[str]
    ) -> None:
        storage = empty_store.observability
        for name in ("tokens.%", "TOKENS", "token", "to", "t", "tp", "😀"):
            await METRICS.write(storage, METRICS.record(make, name=name))

        assert await storage.get_metric_names(prefix=prefix) == expected
        assert await storage.get_metric_names(prefix=prefix, limit=1) == expected[:1]

    async def test_labels_of_a_metric_have_names_and_values(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        name, odd = make.id("metric"), "'\"`$.a"
        labels: list[dict[str, str]] = [{"a": "2", odd: "x"}, {"a": "1"}, {"a": "10", "b": "1"}, {}]
        for each in labels:
            await METRICS.write(observability, METRICS.record(make, name=name, labels=each))
        await METRICS.write(observability, METRICS.record(make, labels={"other": "y"}))

        async def values(label: str, **some: Any) -> list[str]:
            return await observability.get_metric_label_values(
                metric_name=name, label_key=label, **some
            )

        assert await observability.get_metric_label_keys(name) == [odd, "a", "b"]
        assert await values("a") == ["1", "10", "2"]
        assert (await values("a", prefix="1"), await values("a", limit=2)) == (["1", "10"],) * 2
        assert (await values(odd), await values("other")) == (["x"], [])

    @pytest.mark.parametrize("bad", [0, -1, 1.5, True, "1"])
    async def test_a_limit_is_a_positive_number(
        self, observability: ObservabilityStorage, bad: Any
    ) -> None:
        with pytest.raises(InvalidInputError):
            await observability.get_metric_names(limit=bad)
        with pytest.raises(InvalidInputError):
            await observability.get_metric_label_values(metric_name="m", label_key="l", limit=bad)


OF_ALL = {"get_service_names": "service_name", "get_environments": "environment"}
OF_ENTITIES = {"get_entity_types": "entity_type", "get_entity_names": "entity_name"}


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestDiscovery:
    """What spans and signals say of where they come from."""

    @pytest.mark.parametrize(("method", "field"), [*OF_ALL.items(), *OF_ENTITIES.items()])
    async def test_values_are_those_of_spans_and_signals_each_once_in_order(
        self, empty_store: Store, make: Make, method: str, field: str
    ) -> None:
        """Scores and feedback are about the entities of spans, and do not count there."""
        storage = empty_store.observability
        assert await getattr(storage, method)() == []
        spans = [a_span(make, **{field: value}) for value in ("é", "a", "é", "", None)]
        await storage.batch_create_spans(spans)
        assert await getattr(storage, method)() == ["a", "é"]

        for name, signal in SIGNALS.items():
            values = (f"of {name}", "a", None)
            await signal.write(storage, *(signal.record(make, **{field: v}) for v in values))

        told = ["logs", "metrics"] if field.startswith("entity") else sorted(SIGNALS)
        found = await getattr(storage, method)()
        assert found == ["a", *(f"of {name}" for name in sorted(told)), "é"]

    async def test_names_and_tags_may_be_of_one_type_of_entities(
        self, empty_store: Store, make: Make
    ) -> None:
        storage = empty_store.observability
        agent = {"entity_type": "agent", "entity_name": "A", "tags": ["b", "a"]}
        tool = {"entity_type": "tool", "entity_name": "T", "tags": ["b", "c", ""]}
        await storage.batch_create_spans([a_span(make, **agent), a_span(make, tags=["d"])])
        await METRICS.write(storage, METRICS.record(make, **tool), METRICS.record(make))

        assert await storage.get_entity_names(entity_type="agent") == ["A"]
        assert await storage.get_entity_names(entity_type="AGENT") == []
        assert await storage.get_tags() == ["a", "b", "c", "d"]
        assert await storage.get_tags(entity_type="tool") == ["b", "c"]

    async def test_what_is_deleted_is_not_found_any_more(
        self, empty_store: Store, make: Make
    ) -> None:
        storage = empty_store.observability
        span = a_span(make, environment="dev", tags=["x"])
        await storage.create_span(span)
        log = SIGNALS["logs"].record(make, trace_id=span["trace_id"], environment="test")
        await SIGNALS["logs"].write(storage, log)
        assert await storage.get_environments() == ["dev", "test"]

        await storage.batch_delete_traces([span["trace_id"]])

        assert (await storage.get_environments(), await storage.get_tags()) == ([], [])
