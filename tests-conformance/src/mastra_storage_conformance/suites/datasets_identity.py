"""Items that are known elsewhere: an external id is added once."""

from typing import Any

import pytest
from mastra_storage_core import ConflictError, DatasetsStorage, IdentityConflict, NewItem

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import version_of


def known(name: str, value: Any = 1) -> NewItem:
    return NewItem(input=value, external_id=name)


def identity_conflicts(error: ConflictError) -> tuple[IdentityConflict, ...]:
    """Return what an error says of external ids."""
    assert isinstance(error.current, tuple)
    return error.current


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestExternalIds:
    """An item with an external id that the data set has known is not added again."""

    async def test_equal_content_returns_the_item_that_is_there(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        content: dict[str, Any] = {"input": {"b": 1, "a": [1.0]}, "metadata": {"x": None}}
        item = await datasets.add_item(dataset_id=dataset.id, external_id="x", **content)
        same: dict[str, Any] = {"input": {"a": [1], "b": 1.0}, "metadata": {"x": None}}

        again = await datasets.add_item(dataset_id=dataset.id, external_id="x", **same)

        assert again == item
        assert await version_of(datasets, dataset) == 1

    async def test_a_batch_returns_known_items_at_their_places(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        one = await datasets.add_item(dataset_id=dataset.id, external_id="one", input=1)

        items = await datasets.batch_insert_items(
            [known("new", 2), known("one"), NewItem(input=3), known("new", 2)],
            dataset_id=dataset.id,
        )

        assert items[1] == one
        assert items[3] == items[0]
        assert [item.dataset_version for item in items] == [2, 1, 2, 2]
        assert (await datasets.list_items(dataset.id)).total == 3

    @pytest.mark.parametrize(
        ("stored", "given"),
        [
            ({"input": 1}, {"input": True}),
            ({"input": "1"}, {"input": 1}),
            ({"input": {"a": None}}, {"input": {}}),
            ({"input": 1}, {"input": 1, "ground_truth": 0}),
            ({"input": 1, "metadata": {"a": 1}}, {"input": 1}),
            ({"input": 1, "unmocked_tool_policy": "a"}, {"input": 1}),
            ({"input": [1, 2]}, {"input": [2, 1]}),
        ],
    )
    async def test_another_content_is_a_conflict_and_nothing_is_added(
        self,
        datasets: DatasetsStorage,
        make: Make,
        stored: dict[str, Any],
        given: dict[str, Any],
    ) -> None:
        dataset = await make.dataset(datasets)
        item = await datasets.add_item(dataset_id=dataset.id, external_id="x", **stored)
        another = NewItem(external_id="x", **given)

        with pytest.raises(ConflictError) as caught:
            await datasets.batch_insert_items(
                [NewItem(input="new"), another], dataset_id=dataset.id
            )

        assert caught.value.constraint == "external_id"
        assert caught.value.current == (
            IdentityConflict(
                index=1, external_id="x", existing_item_id=item.id, reason="payload_mismatch"
            ),
        )
        assert (await datasets.list_items(dataset.id)).items == [item]
        assert await version_of(datasets, dataset) == 1

    async def test_the_first_accepted_content_counts_whatever_became_of_it(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        item = await datasets.add_item(dataset_id=dataset.id, external_id="x", input=1)
        changed = await datasets.update_item(item.id, dataset_id=dataset.id, input=2)

        again = await datasets.add_item(dataset_id=dataset.id, external_id="x", input=1)

        assert again == changed
        with pytest.raises(ConflictError):
            await datasets.add_item(dataset_id=dataset.id, external_id="x", input=2)
        assert await version_of(datasets, dataset) == 2

    async def test_a_deleted_item_is_a_conflict(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        item = await datasets.add_item(dataset_id=dataset.id, external_id="x", input=1)
        await datasets.delete_item(item.id, dataset_id=dataset.id)

        with pytest.raises(ConflictError) as caught:
            await datasets.add_item(dataset_id=dataset.id, external_id="x", input=1)

        (conflict,) = identity_conflicts(caught.value)
        assert (conflict.reason, conflict.existing_item_id) == ("deleted", item.id)

    async def test_a_batch_that_contradicts_itself_is_a_conflict(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)

        with pytest.raises(ConflictError) as caught:
            await datasets.batch_insert_items([known("x", 1), known("x", 2)], dataset_id=dataset.id)

        (conflict,) = identity_conflicts(caught.value)
        assert (conflict.index, conflict.reason) == (1, "payload_mismatch")
        assert await version_of(datasets, dataset) == 0

    async def test_data_sets_know_their_own_ids_only_and_ids_are_no_patterns(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        one, two = await make.dataset(datasets), await make.dataset(datasets)
        names = ["a", "A", "a%", "%", "a_", "ä", "a ", "'", '"', "[1]"]

        first = await datasets.batch_insert_items(map(known, names), dataset_id=one.id)
        second = await datasets.batch_insert_items(map(known, names), dataset_id=two.id)

        assert len({item.id for item in first + second}) == 2 * len(names)

    async def test_a_repeated_import_adds_what_is_new(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        """Across the steps in which many items are inserted, too."""
        dataset = await make.dataset(datasets)
        names = [f"{n}" for n in range(1_100)]
        await datasets.add_items(map(known, names[:600]), dataset_id=dataset.id)

        done = await datasets.add_items(map(known, [*names, *names[-20:]]), dataset_id=dataset.id)

        assert (done.version, done.added, done.known) == (2, 500, 620)
        assert (await datasets.list_items(dataset.id, per_page=0)).total == 1_100
