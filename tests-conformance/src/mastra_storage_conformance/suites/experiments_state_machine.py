"""Random programs of experiments against a model: what one case at a time does not find."""

from datetime import datetime
from itertools import count
from typing import Any

import pytest
from hypothesis import strategies as st
from mastra_storage_core import (
    ConflictError,
    Experiment,
    ExperimentResult,
    ExperimentsStorage,
    NotFoundError,
    OrderBy,
)
from mastra_storage_core.ids import now

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._programs import Programs, StorageMachine, initialize, rule
from mastra_storage_conformance.suites._runs_values import json_values, texts

names = st.sampled_from(["a", "é"])
items = st.sampled_from(["i", "I", "😀"])
moments = st.integers(0, 2).map(Make().after)
statuses = st.sampled_from(["needs-review", "reviewed", "complete"])
tags = st.none() | st.lists(st.sampled_from(["x", "é", ""]), max_size=2, unique=True)
errors = st.none() | st.none() | st.builds(lambda text: {"message": text}, texts)
results = st.fixed_dictionaries(
    {
        "item_id": items,
        "attempt": st.integers(0, 1),
        "input": json_values,
        "started_at": moments,
        "completed_at": moments,
        "error": errors,
    },
    optional={
        "output": json_values,
        "metadata": st.dictionaries(texts, json_values, max_size=1),
        "status": statuses,
        "tags": tags,
        "trace_id": st.sampled_from(["t", "u"]),
        "retry_count": st.integers(0, 2**31 - 1),
    },
)
reviews = st.fixed_dictionaries(
    {}, optional={"status": st.none() | statuses, "tags": tags, "comment": st.none() | texts}
)
changes = st.fixed_dictionaries(
    {},
    optional={
        "name": st.none() | texts,
        "status": st.sampled_from(["running", "completed", "failed"]),
        "metadata": st.none() | st.dictionaries(texts, json_values, max_size=1),
        "total_items": st.integers(0, 2**31 - 1),
        "skipped_count": st.integers(0, 9),
        "started_at": st.none() | moments,
    },
)
conditions = st.fixed_dictionaries(
    {},
    optional={
        "status": statuses,
        "trace_id": st.just("t"),
        "tags": st.sampled_from([["x"], ["x", "é"]]),
    },
)

__all__ = ["TestRandomProgramsOfExperiments"]
GIVEN = ("input", "started_at", "completed_at", "error", "output", "metadata", "status", "tags")
"""What of a result is as it was given, or absent."""
Key = tuple[str, int]
"""The item and the attempt of a result."""


class ExperimentsMachine(StorageMachine):
    """Two experiments and their results."""

    def __init__(self) -> None:
        super().__init__()
        self._experiments: dict[str, Experiment] = {}
        self._results: dict[str, dict[Key, ExperimentResult]] = {}

    @property
    def storage(self) -> ExperimentsStorage:
        return self._next().experiments

    @initialize()
    def start(self) -> None:
        self.create("a", 2)

    def _refused(self, call: Any, error: type[Exception]) -> None:
        with pytest.raises(error):
            self._run(call)

    @rule(name=names, total=st.integers(0, 5))
    def create(self, name: str, total: int) -> None:
        key, since = self._id(name), now()
        call = self.storage.create_experiment(experiment_id=key, total_items=total)
        if key in self._experiments:
            self._refused(call, ConflictError)
            return
        made = self._run(call)
        assert since <= made.created_at == made.updated_at <= now()
        assert (made.id, made.status, made.total_items) == (key, "pending", total)
        assert (made.succeeded_count, made.failed_count, made.skipped_count) == (0, 0, 0)
        self._experiments[key], self._results[key] = made, {}

    def _check_changed(self, found: Experiment, since: datetime, **expected: Any) -> None:
        assert since <= found.updated_at <= now()
        old = self._experiments[found.id]
        assert found == old.model_copy(update={**expected, "updated_at": found.updated_at})
        self._experiments[found.id] = found

    @rule(name=names, given=changes)
    def update(self, name: str, given: dict[str, Any]) -> None:
        key, since = self._id(name), now()
        call = self.storage.update_experiment(key, **given)
        if key in self._experiments:
            self._check_changed(self._run(call), since, **given)
        else:
            self._refused(call, NotFoundError)

    def _counts(self, key: str) -> dict[str, int]:
        """Return what the last attempts of the items come to."""
        last = {item: result for (item, _), result in sorted(self._results[key].items())}
        failed = sum(result.error is not None for result in last.values())
        return {"succeeded_count": len(last) - failed, "failed_count": failed}

    def _check_result(self, result: ExperimentResult, given: dict[str, Any]) -> None:
        """Check a result that was put, and note it."""
        place = (given["item_id"], given.get("attempt", 0))
        old = self._results[result.experiment_id].get(place)
        fields = {name: given.get(name) for name in (*GIVEN, "trace_id")}
        kept = old or result
        expected = result.model_copy(
            update={
                **fields,
                "retry_count": given.get("retry_count", 0),
                "attempt": place[1],
                "id": kept.id,
                "created_at": kept.created_at,
                "comment": old.comment if old else None,
            }
        )
        assert result == expected
        self._results[result.experiment_id][place] = result

    @rule(name=names, given=results, replace=st.booleans(), recount=st.booleans())
    def put(self, name: str, given: dict[str, Any], replace: bool, recount: bool) -> None:
        key, since = self._id(name), now()
        storage = self.storage
        put = storage.upsert_experiment_result if replace else storage.add_experiment_result
        call = put(experiment_id=key, recount=recount, **given)
        if key not in self._experiments:
            self._refused(call, NotFoundError)
        elif not replace and (given["item_id"], given["attempt"]) in self._results[key]:
            self._refused(call, ConflictError)
        else:
            self._check_result(self._run(call), given)
            if recount:
                self._check_counts(key, since)

    def _check_counts(self, key: str, since: datetime) -> None:
        found = self._run(self.storage.get_experiment_by_id(key))
        assert found is not None
        self._check_changed(found, since, **self._counts(key))

    @rule(
        name=names,
        given=st.lists(results, min_size=2, max_size=3, unique_by=lambda each: each["item_id"]),
    )
    def put_at_once(self, name: str, given: list[dict[str, Any]]) -> None:
        """Several workers put results of different items, and count: none is miscounted."""
        key, since = self._id(name), now()
        if key not in self._experiments:
            return
        answers = self._at_once(
            *(
                self.storage.upsert_experiment_result(experiment_id=key, recount=True, **each)
                for each in given
            )
        )
        for answer, each in zip(answers, given, strict=True):
            assert isinstance(answer, ExperimentResult)
            self._check_result(answer, each)
        self._check_counts(key, since)

    @rule(name=names, number=st.integers(0, 5), given=reviews)
    def review(self, name: str, number: int, given: dict[str, Any]) -> None:
        key = self._id(name)
        results = self._results.get(key, {})
        place = list(results)[number % len(results)] if results else None
        result_id = results[place].id if place else self._id("none")
        call = self.storage.update_experiment_result(result_id, experiment_id=key, **given)
        if place is None:
            self._refused(call, NotFoundError)
            return
        found = self._run(call)
        assert found == results[place].model_copy(update=given)
        results[place] = found

    @rule(name=names, keep=st.booleans())
    def delete(self, name: str, keep: bool) -> None:
        """Delete an experiment, or its results alone."""
        key = self._id(name)
        if keep:
            gone = self._results.get(key, {})
            assert self._run(self.storage.delete_experiment_results(key)) == len(gone)
            gone.clear()
        else:
            there = self._experiments.pop(key, None) is not None
            self._results.pop(key, None)
            assert self._run(self.storage.delete_experiment(key)) is there

    @rule(name=names, given=conditions, descending=st.booleans(), size=st.integers(1, 4))
    def read(self, name: str, given: dict[str, Any], descending: bool, size: int) -> None:
        key = self._id(name)
        assert self._run(self.storage.get_experiment_by_id(key)) == self._experiments.get(key)
        expected = sorted(
            (each for each in self._results.get(key, {}).values() if _meets(each, given)),
            key=lambda each: (each.started_at, each.id),
            reverse=descending,
        )
        order = OrderBy("started_at", "desc" if descending else "asc")
        walked: list[ExperimentResult] = []
        for number in count():
            page = self._run(
                self.storage.list_experiment_results(
                    key, **given, order_by=order, page=number, per_page=size
                )
            )
            walked += page.results
            assert page.total == len(expected)
            if not page.has_more:
                break
        assert walked == expected


def _meets(result: ExperimentResult, given: dict[str, Any]) -> bool:
    return (
        given.get("status") in (None, result.status)
        and given.get("trace_id") in (None, result.trace_id)
        and set(given.get("tags", ())) <= set(result.tags or ())
    )


@pytest.mark.mastra_domain("experiments")
class TestRandomProgramsOfExperiments:
    """Whatever the program, the store says what the model says."""

    def test_random_programs_agree_with_the_model(self, programs: Programs) -> None:
        programs(ExperimentsMachine)
