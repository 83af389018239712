"""Bad values for experiments: refused on every backend alike, before any I/O; and their store."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ClosedError, ExperimentsStorage, NotFoundError, OrderBy, Store

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._refusals import (
    BLANK,
    NAIVE,
    NO_COUNT,
    NUL,
    TOO_LONG,
    Call,
    CallWith,
    grid,
    refused,
)
from mastra_storage_conformance.suites._support import keeper
from mastra_storage_conformance.suites.values import nested

ExperimentCall: TypeAlias = Call[ExperimentsStorage]
SOUND: dict[str, Any] = {"experiment_id": "x", "item_id": "i", "input": 1}
SOUND |= {"started_at": Make.noon, "completed_at": Make.noon}

EXPERIMENT_METHODS: dict[str, Callable[..., ExperimentCall]] = {
    "create": lambda **x: lambda e: e.create_experiment(**{"total_items": 1, **x}),
    "get": lambda **x: lambda e: e.get_experiment_by_id(**{"experiment_id": "x", **x}),
    "update": lambda **x: lambda e: e.update_experiment(**{"experiment_id": "x", **x}),
    "delete": lambda **x: lambda e: e.delete_experiment(**{"experiment_id": "x", **x}),
    "list": lambda **x: lambda e: e.list_experiments(**x),
    "add": lambda **x: lambda e: e.add_experiment_result(**{**SOUND, **x}),
    "upsert": lambda **x: lambda e: e.upsert_experiment_result(**{**SOUND, **x}),
    "recount": lambda **x: lambda e: e.recount_experiment(**{"experiment_id": "x", **x}),
    "review": lambda **x: lambda e: e.update_experiment_result(**{"result_id": "r", **x}),
    "get_result": lambda **x: lambda e: e.get_experiment_result_by_id(**{"result_id": "r", **x}),
    "results": lambda **x: lambda e: e.list_experiment_results(**{"experiment_id": "x", **x}),
    "delete_results": lambda **x: (
        lambda e: e.delete_experiment_results(**{"experiment_id": "x", **x})
    ),
    "summary": lambda **x: lambda e: e.get_review_summary(**x),
}
"""A sound call of each method, but for the arguments that are given."""


def of_experiments(
    methods: str, argument: str, *values: object, **others: Any
) -> dict[str, ExperimentCall]:
    """Return a call of each method with each value of an argument."""

    def with_value(method: str) -> CallWith[ExperimentsStorage]:
        return lambda e, x: EXPERIMENT_METHODS[method](**{argument: x, **others})(e)

    return grid(values, {f"{method} {argument}": with_value(method) for method in methods.split()})


NO_NAME = (*BLANK, *NUL, *TOO_LONG, 5, b"bytes", ["a"], None)
EVERY = " ".join(EXPERIMENT_METHODS)
NAMES_OF_EXPERIMENTS = {
    **of_experiments(
        "get update delete add upsert recount results delete_results", "experiment_id", *NO_NAME
    ),
    **of_experiments("review get_result", "result_id", *NO_NAME),
    **of_experiments("add upsert", "item_id", *NO_NAME),
    **of_experiments(EVERY, "organization_id", *NO_NAME[:-1]),
    **of_experiments(EVERY, "project_id", *NO_NAME[:-1]),
    **of_experiments("create review", "experiment_id", *NO_NAME[:-1]),
    **of_experiments("create list", "dataset_id", *NO_NAME[:-1]),
    **of_experiments("create list", "target_id", *NO_NAME[:-1]),
    **of_experiments("create list", "variant_id", *NO_NAME[:-1]),
    **of_experiments("add upsert results", "trace_id", *NO_NAME[:-1]),
    **of_experiments("results", "tags", "text", 5, {"a": 1}, [""], [None]),
}
NO_STATE = ("", "Running", "done", 5, b"running", ["running"], ...)
STATES_OF_EXPERIMENTS = {
    **of_experiments("update", "status", *NO_STATE, "reviewed", None),
    **of_experiments("list", "status", *NO_STATE, "reviewed"),
    **of_experiments("add upsert review results", "status", *NO_STATE, "running"),
    **of_experiments("create list", "target_type", "", "Agent", "tool", 5),
}
NO_MOMENT = (NAIVE, "2024-03-01T12:00:00Z", 1_709_294_400_000, NAIVE.date())
NUMBERS_OF_EXPERIMENTS = {
    **of_experiments("create update", "total_items", *NO_COUNT, None),
    **of_experiments("update", "succeeded_count", *NO_COUNT, None),
    **of_experiments("update", "failed_count", *NO_COUNT, None),
    **of_experiments("update", "skipped_count", *NO_COUNT, None),
    **of_experiments("create list", "trial_index", *NO_COUNT),
    **of_experiments("create", "dataset_version", *NO_COUNT, 2**31, dataset_id="d"),
    **of_experiments("create", "dataset_version", 1),
    **of_experiments("add upsert", "item_dataset_version", *NO_COUNT),
    **of_experiments("add upsert", "retry_count", *NO_COUNT, None),
    **of_experiments("add upsert", "attempt", *NO_COUNT, None),
    **of_experiments("add upsert", "recount", 1, None),
    **of_experiments("update", "started_at", *NO_MOMENT),
    **of_experiments("update", "completed_at", *NO_MOMENT),
    **of_experiments("add upsert", "started_at", *NO_MOMENT, None),
    **of_experiments("add upsert", "completed_at", *NO_MOMENT, None),
    **of_experiments("list results", "page", *NO_COUNT, None),
    **of_experiments("list results", "per_page", *NO_COUNT),
    **of_experiments("list results", "order_by", OrderBy("id"), OrderBy("name"), "status", None),
}
NO_THING: tuple[Any, ...] = (5, True, "text", [], b"{}", {1, 2}, ...)
NO_CONTENT = (..., {1}, b"x", NAIVE, {1: 2}, nested(201), 10**4300)
CONTENTS_OF_EXPERIMENTS = {
    **of_experiments("create update", "metadata", *NO_THING, {"k": {1}}),
    **of_experiments("create", "provenance", *NO_THING),
    **of_experiments("create", "runner_attestation", *NO_THING),
    **of_experiments("create update", "name", *NUL, 5, b"x"),
    **of_experiments("add upsert", "error", *NO_THING),
    **of_experiments("add upsert", "metadata", *NO_THING, {"__purged": True}),
    **of_experiments("add upsert", "input", *NO_CONTENT),
    **of_experiments("add upsert", "output", *NO_CONTENT),
    **of_experiments("add upsert", "ground_truth", *NO_CONTENT),
    **of_experiments("add upsert", "tool_mock_report", *NO_CONTENT),
    **of_experiments("add upsert review", "tags", "text", 5, [5], ["a\0"]),
    **of_experiments("review", "comment", *NUL, 5),
}


@pytest.mark.mastra_domain("experiments")
@pytest.mark.asyncio(loop_scope="session")
class TestBadInputForExperiments:
    """What no backend stores is refused in the same way by all."""

    @pytest.mark.parametrize(
        "group",
        [
            NAMES_OF_EXPERIMENTS,
            STATES_OF_EXPERIMENTS,
            NUMBERS_OF_EXPERIMENTS,
            CONTENTS_OF_EXPERIMENTS,
        ],
    )
    async def test_it_is_refused_before_any_io(
        self, open_fresh: Callable[[], Store], group: dict[str, ExperimentCall]
    ) -> None:
        """Even by a store that is closed: there is nothing to ask it."""
        store = open_fresh()
        await store.close()

        for call in group.values():
            await refused(call, store.experiments)


@pytest.mark.mastra_domain("experiments")
@pytest.mark.asyncio(loop_scope="session")
class TestExperimentsAndTheirStore:
    """Any call may be the first, none is made after the last, and errors say where they are."""

    async def test_any_call_may_be_the_first(self, open_fresh: Callable[[], Store]) -> None:
        for name, call in EXPERIMENT_METHODS.items():
            if name in ("update", "add", "upsert", "recount", "review"):
                with pytest.raises(NotFoundError):
                    await call()(open_fresh().experiments)
            else:
                await call()(open_fresh().experiments)

    async def test_any_use_after_close_is_closed(self, empty_store: Store) -> None:
        await empty_store.experiments.create_experiment(total_items=1)
        await empty_store.close()

        for call in EXPERIMENT_METHODS.values():
            with pytest.raises(ClosedError):
                await call()(empty_store.experiments)

    async def test_errors_name_the_store_and_the_method(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        name = make.id("experiment")

        with pytest.raises(NotFoundError, match=name) as caught:
            await experiments.update_experiment(name, status="failed")

        expected = f"MASTRA_STORAGE_{keeper(experiments)}_UPDATE_EXPERIMENT_NOT_FOUND"
        assert caught.value.mastra_id == expected
