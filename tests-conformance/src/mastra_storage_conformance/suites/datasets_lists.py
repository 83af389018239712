"""Lists of data sets and of items: what they show, in which order, and cut into pages."""

from functools import partial
from typing import Any

import pytest
from mastra_storage_core import (
    CREATED_AT_ASC,
    DatasetItem,
    DatasetPage,
    DatasetsStorage,
    ItemPage,
    NotFoundError,
    OrderBy,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._pages import Listing, PagesOfAList, Seed, walk
from mastra_storage_conformance.suites._support import ids

CONDITIONS_OF_DATASETS: dict[str, Any] = {
    "target_type": ("agent", "workflow"),
    "target_ids": (["a", "b"], ["b", "c"]),
    "candidate_key": ("k", "l"),
    "candidate_id": ("1", "2"),
}


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestListDatasets:
    """`list_datasets` shows the data sets that meet all conditions."""

    @pytest.mark.parametrize("field", CONDITIONS_OF_DATASETS)
    async def test_a_condition_shows_those_that_meet_it(
        self, datasets: DatasetsStorage, make: Make, field: str
    ) -> None:
        organization = make.id("org")
        ours, others = [
            await make.dataset(datasets, organization_id=organization, **{field: value})
            for value in CONDITIONS_OF_DATASETS[field]
        ]
        await make.dataset(datasets, organization_id=organization)
        wanted: Any = ["a", "none"] if field == "target_ids" else CONDITIONS_OF_DATASETS[field][0]

        page = await datasets.list_datasets(organization_id=organization, **{field: wanted})

        assert (page.datasets, page.total) == ([ours], 1)
        if field == "target_ids":
            both = await datasets.list_datasets(organization_id=organization, target_ids=["b"])
            assert ids(both.datasets) == [others.id, ours.id]

    async def test_no_targets_ask_for_nothing(self, datasets: DatasetsStorage, make: Make) -> None:
        organization = make.id("org")
        made = await make.dataset(datasets, organization_id=organization)

        page = await datasets.list_datasets(organization_id=organization, target_ids=[])

        assert page.datasets == [made]

    @pytest.mark.parametrize(
        ("part", "found"),
        [
            ("set", ["A set", "SETS"]),
            ("SeT", ["A set", "SETS"]),
            ("%", ["100%"]),
            ("_", ["a_b"]),
            ("Ä", ["Äpfel"]),
            ("ä", ["äpfel"]),
            ("'", ["it's"]),
            ("nothing", []),
            ("", ["100%", "A set", "SETS", "a_b", "it's", "Äpfel", "äpfel"]),
        ],
    )
    async def test_a_part_of_a_name_is_no_pattern_and_only_the_case_of_a_to_z_is_open(
        self, datasets: DatasetsStorage, make: Make, part: str, found: list[str]
    ) -> None:
        organization = make.id("org")
        for name in ("A set", "SETS", "100%", "a_b", "Äpfel", "äpfel", "it's"):
            await make.dataset(datasets, organization_id=organization, name=name)

        page = await datasets.list_datasets(
            organization_id=organization, name=part, order_by=OrderBy("name", "asc")
        )

        assert [each.name for each in page.datasets] == found

    @pytest.mark.parametrize("field", ["created_at", "updated_at", "name"])
    async def test_the_order_is_by_field_and_then_by_id_in_one_direction(
        self, datasets: DatasetsStorage, make: Make, field: str
    ) -> None:
        organization = make.id("org")
        for number in (2, 0, 1, 3):
            await make.dataset(
                datasets, organization_id=organization, name=f"{'aBé😀'[number // 2]}"
            )
        for each in (await datasets.list_datasets(organization_id=organization)).datasets[1:3]:
            await datasets.update_dataset(each.id, metadata={})
        read = partial(datasets.list_datasets, organization_id=organization)

        up = (await read(order_by=OrderBy(field, "asc"))).datasets
        down = (await read(order_by=OrderBy(field, "desc"))).datasets

        assert up == sorted(up, key=lambda each: (getattr(each, field), each.id))
        assert down == up[::-1]
        assert len(up) == 4


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestListItems:
    """`list_items` shows the items of one data set in a total order (rule 2)."""

    @pytest.mark.parametrize("field", ["created_at", "updated_at"])
    async def test_items_of_one_time_are_ordered_by_id_in_the_direction_of_the_list(
        self, datasets: DatasetsStorage, make: Make, field: str
    ) -> None:
        dataset = await make.dataset(datasets)
        items = await make.items(datasets, dataset, *range(4))
        await datasets.update_item(items[1].id, dataset_id=dataset.id, input="changed")

        up = (await datasets.list_items(dataset.id, order_by=OrderBy(field, "asc"))).items
        down = (await datasets.list_items(dataset.id, order_by=OrderBy(field, "desc"))).items

        assert up == sorted(up, key=lambda each: (getattr(each, field), each.id))
        assert down == up[::-1]

    async def test_the_newest_come_first_unless_told_otherwise(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        items = await make.items(datasets, dataset, *range(3))

        assert (await datasets.list_items(dataset.id)).items == items[::-1]

    async def test_an_unknown_data_set_is_an_empty_page(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        page = await datasets.list_items(make.id("dataset"))

        assert (page.items, page.total, page.has_more) == ([], 0, False)


SEARCHED: dict[str, Any] = {
    "plain": "Refund me",
    "deep": {"a": [{"b": ["please REFUND"]}]},
    "key": {"refund": 1},
    "number": {"n": 4711},
    "odd": {"n": "50%_off 'now'", "ä": "Straße"},
    "json": '{"refund": "text"}',
}


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestSearchItems:
    """`search` looks into the texts of inputs and ground truths."""

    @pytest.mark.parametrize(
        ("search", "found"),
        [
            ("refund", ["plain", "deep", "json"]),
            ("REFUND M", ["plain"]),
            ("4711", []),
            ("%", ["odd"]),
            ("0%_o", ["odd"]),
            ("'", ["odd"]),
            ("straße", ["odd"]),
            ("STRASSE", []),
            ("", list(SEARCHED)),
        ],
    )
    async def test_it_is_found_in_any_text_and_is_no_pattern(
        self, datasets: DatasetsStorage, make: Make, search: str, found: list[str]
    ) -> None:
        dataset = await make.dataset(datasets)
        names = dict(
            zip(ids(await make.items(datasets, dataset, *SEARCHED.values())), SEARCHED, strict=True)
        )

        page = await datasets.list_items(dataset.id, search=search, order_by=CREATED_AT_ASC)

        assert [names[item.id] for item in page.items] == found
        assert page.total == len(found)

    async def test_ground_truths_are_searched_as_they_were_at_the_version(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        item = await datasets.add_item(dataset_id=dataset.id, input=1, ground_truth=["Paris"])
        await datasets.update_item(item.id, dataset_id=dataset.id, ground_truth="Rome")

        async def found(text: str, version: int | None = None) -> list[DatasetItem]:
            return (await datasets.list_items(dataset.id, search=text, version=version)).items

        assert await found("paris", 1) == [item]
        assert await found("paris") == await found("rome", 1) == []
        assert len(await found("rome")) == 1


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestIterateItems:
    """`iterate_items` goes through the items of one version, in the order of their adding."""

    @pytest.mark.parametrize("batch_size", [1, 3, 7, 8])
    async def test_changes_meanwhile_are_not_seen(
        self, datasets: DatasetsStorage, make: Make, batch_size: int
    ) -> None:
        dataset = await make.dataset(datasets)
        items = await make.items(datasets, dataset, *range(7))
        seen = []

        async for item in datasets.iterate_items(dataset.id, batch_size=batch_size):
            seen.append(item)
            await datasets.update_item(items[-1].id, dataset_id=dataset.id, input="changed")
            await make.items(datasets, dataset, "new")
            assert len(seen) <= len(items)

        assert seen == items

    async def test_an_unknown_data_set_is_not_found(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        with pytest.raises(NotFoundError):
            async for _ in datasets.iterate_items(make.id("dataset")):
                pass


async def of_organization(datasets: DatasetsStorage, make: Make, rows: int) -> Listing:
    """Data sets of an organization."""
    organization = make.id("org")
    made = [await make.dataset(datasets, organization_id=organization) for _ in range(rows)]
    read = partial(datasets.list_datasets, organization_id=organization)
    return Listing(ids(made[::-1]), read, datasets_of)


def datasets_of(page: DatasetPage) -> list[str]:
    """Return the ids of a page."""
    return ids(page.datasets)


async def of_dataset(datasets: DatasetsStorage, make: Make, rows: int) -> Listing:
    """Items of a data set, among others that were deleted, all of one time."""
    dataset = await make.dataset(datasets)
    items = await make.items(datasets, dataset, *range(2 * rows))
    await datasets.batch_delete_items(ids(items[1::2]), dataset_id=dataset.id)
    return Listing(ids(items[::2][::-1]), partial(datasets.list_items, dataset.id), items_of)


async def of_version(datasets: DatasetsStorage, make: Make, rows: int) -> Listing:
    """Items that match a search, as they were at a version."""
    dataset = await make.dataset(datasets)
    items = await make.items(datasets, dataset, *(["yes", "no"] * rows))
    await datasets.batch_delete_items(ids(items), dataset_id=dataset.id)
    read = partial(datasets.list_items, dataset.id, version=1, search="YES")
    return Listing(ids(items[::2][::-1]), read, items_of)


def items_of(page: ItemPage) -> list[str]:
    """Return the ids of a page."""
    return ids(page.items)


@pytest.mark.parametrize("seed", [of_organization, of_dataset, of_version])
@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestPagesOfDatasets(PagesOfAList):
    """Lists of data sets and of items are cut into pages as every list is (rule 5)."""

    @pytest.fixture
    def domain(self, datasets: DatasetsStorage) -> DatasetsStorage:
        return datasets

    @pytest.mark.parametrize("per_page", [1, 3, 7])
    @pytest.mark.parametrize("include_total", [True, False])
    async def test_pages_of_any_size_make_the_whole_list(
        self,
        datasets: DatasetsStorage,
        make: Make,
        seed: Seed,
        per_page: int,
        include_total: bool,
    ) -> None:
        """`has_more` is true exactly when the next page of this size would have a row."""
        listing = await seed(datasets, make, 7)

        pages = await walk(listing, per_page=per_page, include_total=include_total)

        assert [row for page in pages for row in listing.rows(page)] == listing.expected
        assert all(listing.rows(page) for page in pages)
        assert {page.total for page in pages} == {7 if include_total else None}
