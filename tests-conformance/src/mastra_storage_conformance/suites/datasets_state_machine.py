"""Random programs of items against the model: what one case at a time does not find."""

import itertools
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant
from mastra_storage_core import DatasetsStorage, NewItem, NotFoundError

from mastra_storage_conformance.suites._datasets_model import Model
from mastra_storage_conformance.suites._programs import Programs, StorageMachine, initialize, rule
from mastra_storage_conformance.suites._runs_values import json_values

external_ids = st.none() | st.sampled_from(["x", "y", "é"])
given_items = st.lists(st.tuples(json_values | st.sampled_from([1, 2]), external_ids), max_size=3)
item_numbers = st.integers(0, 9)


class DatasetsMachine(StorageMachine):
    """The items of one data set."""

    @property
    def storage(self) -> DatasetsStorage:
        return self._next().datasets

    def __init__(self) -> None:
        super().__init__()
        self._model = Model()
        self._items: list[str] = []

    @initialize()
    def start(self) -> None:
        self._set = self._id("dataset")
        self._run(self.storage.create_dataset(name="n", dataset_id=self._set))

    def _item(self, number: int) -> str:
        """Return one of the items that ever were, or one that never was."""
        return self._items[number % len(self._items)] if self._items else self._id("none")

    @rule(given=given_items)
    def add(self, given: list[tuple[Any, str | None]]) -> None:
        items = [NewItem(input=value, external_id=name) for value, name in given]
        call = self.storage.batch_insert_items(items, dataset_id=self._set)
        outcomes = self._model.add(given)
        if isinstance(outcomes, type):
            with pytest.raises(outcomes):
                self._run(call)
            return
        added = self._run(call)
        fresh = []
        for item, (value, name), outcome in zip(added, given, outcomes, strict=True):
            if outcome is None:
                fresh.append((item.id, value, name))
            else:
                assert item.id == outcome or outcome == item.external_id
        if fresh:
            self._model.added(fresh)
            self._items += [item for item, _, _ in fresh]

    @rule(number=item_numbers, value=json_values)
    def update(self, number: int, value: Any) -> None:
        item = self._item(number)
        call = self.storage.update_item(item, dataset_id=self._set, input=value)
        if self._model.update(item, value) is NotFoundError:
            with pytest.raises(NotFoundError):
                self._run(call)
        else:
            assert self._run(call).dataset_version == self._model.version

    @rule(chosen=st.lists(item_numbers, max_size=4))
    def delete(self, chosen: list[int]) -> None:
        items = [self._item(number) for number in chosen]
        call = self.storage.batch_delete_items(items, dataset_id=self._set)
        assert self._run(call) == self._model.delete(items)

    @rule(back=st.integers(0, 5))
    def read_a_version(self, back: int) -> None:
        version = max(0, self._model.version - back)
        found = self._run(self.storage.get_items_by_version(self._set, version=version))
        assert {item.id: item.input for item in found} == self._model.states[version]
        assert all(item.dataset_version <= version for item in found)

    @rule(number=item_numbers)
    def read_a_history(self, number: int) -> None:
        """Its rows follow one another, and each is what the item was as long as it was valid."""
        item = self._item(number)
        rows = self._run(self.storage.get_item_history(item))
        for newer, older in itertools.pairwise(rows):
            assert older.valid_to == newer.dataset_version
        for row in rows:
            end = self._model.version + 1 if row.valid_to is None else row.valid_to
            for state in self._model.states[row.dataset_version : end]:
                assert (item in state) is not row.is_deleted
                assert row.is_deleted or state[item] == row.input

    @invariant()
    def versions_are_without_a_gap(self) -> None:
        if hasattr(self, "_set"):
            page = self._run(self.storage.list_dataset_versions(self._set))
            told = [each.version for each in page.versions]
            assert told == list(range(self._model.version, 0, -1))[:100]


@pytest.mark.mastra_domain("datasets")
class TestRandomProgramsOfItems:
    """Whatever the program, the store says what the model says."""

    def test_random_programs_agree_with_the_model(self, programs: Programs) -> None:
        programs(DatasetsMachine)
