"""The schemas of a data set: every item fits them, whatever comes first."""

from typing import Any

import pytest
from mastra_storage_core import ConflictError, DatasetsStorage, InvalidInputError, NewItem

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids, version_of

QUESTION: dict[str, Any] = {
    "type": "object",
    "properties": {"q": {"$ref": "#/$defs/text"}, "n": {"type": "array", "items": {"minimum": 0}}},
    "required": ["q"],
    "$defs": {"text": {"type": "string", "pattern": "^[a-z]"}},
}


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestItemsFitTheirSchemas:
    """What does not fit is refused, and nothing of the call is written."""

    async def test_what_fits_is_added_and_an_absent_ground_truth_is_not_held_to_a_schema(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(
            datasets, input_schema=QUESTION, ground_truth_schema={"type": "string"}
        )

        items = await datasets.batch_insert_items(
            [NewItem(input={"q": "a", "n": [1]}, ground_truth="b"), NewItem(input={"q": "c"})],
            dataset_id=dataset.id,
        )
        await datasets.update_item(items[0].id, dataset_id=dataset.id, ground_truth=None)

        assert await version_of(datasets, dataset) == 2

    @pytest.mark.parametrize(
        ("value", "place", "keyword"),
        [
            ({"q": 4711}, "input.q", "type"),
            ({}, "input", "required"),
            ({"q": "4711"}, "input.q", "pattern"),
            ({"q": "a", "n": [1, -4711]}, "input.n[1]", "minimum"),
            (None, "input", "type"),
        ],
    )
    async def test_what_does_not_fit_is_named_by_its_place_and_never_shown(
        self, datasets: DatasetsStorage, make: Make, value: Any, place: str, keyword: str
    ) -> None:
        dataset = await make.dataset(datasets, input_schema=QUESTION)
        (item,) = await make.items(datasets, dataset, {"q": "a"})
        bad = make.new_items({"q": "b"}, value)

        with pytest.raises(InvalidInputError) as batch:
            await datasets.batch_insert_items(bad, dataset_id=dataset.id)
        with pytest.raises(InvalidInputError) as stream:
            await datasets.add_items(bad, dataset_id=dataset.id)
        with pytest.raises(InvalidInputError) as update:
            await datasets.update_item(item.id, dataset_id=dataset.id, input=value)

        for caught, start in ((batch, "items[1]"), (stream, "items[1]"), (update, "item")):
            assert f"{start}.{place} " in str(caught.value)
            assert str(caught.value).endswith(f": {keyword}")
            assert "4711" not in str(caught.value)
        assert (await datasets.list_items(dataset.id)).items == [item]
        assert await version_of(datasets, dataset) == 1

    async def test_ground_truths_are_held_to_their_own_schema(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets, ground_truth_schema={"enum": ["a"]})

        with pytest.raises(InvalidInputError, match=r"item\.ground_truth .*: enum$"):
            await datasets.add_item(dataset_id=dataset.id, input=1, ground_truth="b")

    async def test_a_schema_that_leads_outside_is_never_followed(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        for schema in ({"$ref": "https://example.com/schema.json"}, {"$ref": "#/$defs/none"}):
            dataset = await make.dataset(datasets, input_schema=schema)
            with pytest.raises(InvalidInputError, match="not in it"):
                await datasets.add_item(dataset_id=dataset.id, input=1)


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestSchemasThatChange:
    """A schema becomes another only if all current items fit it."""

    async def test_items_that_would_not_fit_are_named_and_the_schema_stays(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        items = await make.items(datasets, dataset, *range(14), {"q": "a"})

        with pytest.raises(ConflictError) as caught:
            await datasets.update_dataset(dataset.id, name="New", input_schema=QUESTION)

        assert caught.value.constraint == "schema"
        assert list(caught.value.current) == ids(items[:10])  # type: ignore[call-overload] # ids
        found = await datasets.get_dataset_by_id(dataset.id)
        assert found == dataset.model_copy(update={"version": 1})

    async def test_items_of_the_past_are_not_held_to_it(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        changed, gone = await make.items(datasets, dataset, 1, 2)
        await datasets.update_item(changed.id, dataset_id=dataset.id, input={"q": "a"})
        await datasets.delete_item(gone.id, dataset_id=dataset.id)

        updated = await datasets.update_dataset(dataset.id, input_schema=QUESTION)

        assert updated.input_schema == QUESTION

    async def test_a_schema_that_stays_is_not_checked_again_and_one_may_go(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets, input_schema={"const": 1})
        (item,) = await make.items(datasets, dataset, 1)
        await datasets.purge_item(item.id, dataset_id=dataset.id)

        same = await datasets.update_dataset(dataset.id, input_schema={"const": 1})
        gone = await datasets.update_dataset(dataset.id, input_schema=None)

        assert (same.input_schema, gone.input_schema) == ({"const": 1}, None)

    @pytest.mark.parametrize(
        "schema",
        [
            {"type": "text"},
            {"properties": {"a": 1}},
            {"pattern": "("},
            {"properties": {"a": {"patternProperties": {"[": {}}}}},
            {"required": "q"},
        ],
    )
    async def test_what_is_no_schema_is_refused(
        self, datasets: DatasetsStorage, make: Make, schema: Any
    ) -> None:
        dataset = await make.dataset(datasets)
        for field in ("input_schema", "ground_truth_schema", "request_context_schema"):
            with pytest.raises(InvalidInputError, match=f"{field} is no JSON Schema"):
                await datasets.create_dataset(name="n", **{field: schema})
            with pytest.raises(InvalidInputError, match=f"{field} is no JSON Schema"):
                await datasets.update_dataset(dataset.id, **{field: schema})

        assert await datasets.get_dataset_by_id(dataset.id) == dataset
