"""What is in an item comes back as it went in, and is the caller's."""

import json
import re
from typing import Any

import pytest
from mastra_storage_core import DatasetsStorage, Feature, InvalidInputError, NewItem

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites.isolation import deep, spoil
from mastra_storage_conformance.suites.values import json_values, nested

LOOKS_LIKE_JSON = ["1", "true", "null", "{}", '{"a":1}', "[1]", '"quoted"', "", "NaN"]


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestValuesOfItems:
    """JSON is kept as JSON, wherever in an item it is (rule 10)."""

    @json_values
    async def test_items_keep_it_through_all_that_becomes_of_them(
        self, datasets: DatasetsStorage, make: Make, value: Any
    ) -> None:
        dataset = await make.dataset(datasets, metadata={"v": value})
        item = await datasets.add_item(
            dataset_id=dataset.id, input=value, ground_truth={"v": value}, tool_mocks=[value]
        )
        await datasets.update_item(item.id, dataset_id=dataset.id, metadata={"v": value})
        await datasets.delete_item(item.id, dataset_id=dataset.id)

        for row in await datasets.get_item_history(item.id):
            told = [row.input, row.ground_truth, row.tool_mocks]
            expected = [value, {"v": value}, [value]]
            assert json.dumps(told, sort_keys=True) == json.dumps(expected, sort_keys=True)
        found = await datasets.get_dataset_by_id(dataset.id)
        assert found is not None
        assert found.metadata == {"v": value}

    @pytest.mark.parametrize("text", LOOKS_LIKE_JSON)
    async def test_a_text_stays_a_text_whatever_it_looks_like(
        self, datasets: DatasetsStorage, make: Make, text: str
    ) -> None:
        dataset = await make.dataset(datasets)
        item = await datasets.add_item(dataset_id=dataset.id, input=text, ground_truth=text)

        found = await datasets.get_item_by_id(item.id)

        assert found is not None
        assert (found.input, found.ground_truth) == (text, text)

    async def test_two_hundred_levels_are_kept_and_one_more_is_refused(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        (item,) = await make.items(datasets, dataset, nested(200))

        with pytest.raises(InvalidInputError, match=r"items\[1\]\.input.* 200 levels"):
            await make.items(datasets, dataset, 1, nested(201))

        assert await datasets.get_item_by_id(item.id) == item
        assert (await datasets.list_items(dataset.id)).total == 1

    async def test_what_is_passed_and_returned_is_the_callers(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets, metadata=deep())
        passed = NewItem(input=deep(), metadata=deep())
        (item,) = await datasets.batch_insert_items([passed], dataset_id=dataset.id)
        page = await datasets.list_items(dataset.id)

        for each in (passed, item, *page.items):
            spoil(each.input)
            spoil(each.metadata)
        spoil(dataset.metadata)

        found = await datasets.get_item_by_id(item.id)
        assert found is not None
        assert (found.input, found.metadata) == (deep(), deep())
        again = await datasets.get_dataset_by_id(dataset.id)
        assert again is not None
        assert again.metadata == deep()


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestFeaturesOfItems:
    """The features of JSON hold for items as they do elsewhere."""

    @pytest.mark.parametrize("value", ["a\0b", "\ud800", {"\0": "\udfff"}])
    async def test_nul_and_surrogates_survive_or_become_the_replacement_character(
        self, datasets: DatasetsStorage, backend: Backend, make: Make, value: Any
    ) -> None:
        dataset = await make.dataset(datasets)
        item = await datasets.add_item(dataset_id=dataset.id, input=value, external_id="x")
        again = await datasets.add_item(dataset_id=dataset.id, input=value, external_id="x")

        found = await datasets.get_item_by_id(item.id)

        assert found is not None
        survives = Feature.JSON_NUL in backend.capabilities.features
        replaced = re.sub(r"\\u(0000|d[8-f]..)", r"\\ufffd", json.dumps(value))
        assert found.input == (value if survives else json.loads(replaced))
        assert again == found

    async def test_numbers_keep_their_spelling_or_their_value(
        self, datasets: DatasetsStorage, backend: Backend, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        (item,) = await make.items(datasets, dataset, [1e23, -0.0, 1.5])

        found = await datasets.get_item_by_id(item.id)

        assert found is not None
        spelled = Feature.JSON_NUMBER_SPELLING in backend.capabilities.features
        expected = "[1e+23, -0.0, 1.5]" if spelled else f"[{10**23}, 0.0, 1.5]"
        assert json.dumps(found.input) == expected
