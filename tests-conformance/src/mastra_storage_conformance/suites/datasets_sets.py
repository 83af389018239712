"""Data sets themselves: made once, changed in part, deleted whole."""

from typing import Any

import pytest
from mastra_storage_core import ConflictError, DatasetsStorage, NotFoundError, TargetType

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import moment_between

EVERYTHING: dict[str, Any] = {
    "name": "Questions",
    "description": "What people ask",
    "metadata": {"b": [1, None], "a": {}},
    "input_schema": {"type": "object"},
    "ground_truth_schema": {"type": "string"},
    "request_context_schema": {"type": "object", "properties": {}},
    "tags": ["nightly", "nightly"],
    "target_type": TargetType.AGENT,
    "target_ids": ["a1", "a2"],
    "scorer_ids": ["s1"],
}
IDENTITY = {
    "organization_id": "org",
    "project_id": "project",
    "candidate_key": "key",
    "candidate_id": "candidate",
}


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestCreateDataset:
    """`create_dataset` makes an empty data set, once."""

    async def test_it_is_stored_as_given_with_version_0(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        between = moment_between()
        made = await make.dataset(datasets, **EVERYTHING, **IDENTITY)

        assert await datasets.get_dataset_by_id(made.id) == made
        given = made.model_dump(include={*EVERYTHING, *IDENTITY})
        assert given == EVERYTHING | IDENTITY
        assert made.version == 0
        assert made.created_at == made.updated_at
        between(made.created_at)

    async def test_all_but_the_name_may_be_absent(self, datasets: DatasetsStorage) -> None:
        made = await datasets.create_dataset(name="n")

        found = await datasets.get_dataset_by_id(made.id)

        assert found == made
        assert {field for field, value in made if value is not None} == {
            "id",
            "name",
            "version",
            "created_at",
            "updated_at",
        }

    async def test_an_id_that_exists_returns_the_data_set_that_has_it(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        made = await make.dataset(datasets, **IDENTITY)
        await make.items(datasets, made, 1)

        again = await datasets.create_dataset(
            dataset_id=made.id, **{**EVERYTHING, **IDENTITY, "name": "Another"}
        )

        assert again == made.model_copy(update={"version": 1})

    @pytest.mark.parametrize("differs", IDENTITY)
    async def test_an_id_of_another_organization_project_or_candidate_is_a_conflict(
        self, datasets: DatasetsStorage, make: Make, differs: str
    ) -> None:
        made = await make.dataset(datasets, **IDENTITY)

        for other in ("other", None):
            with pytest.raises(ConflictError) as caught:
                await make.dataset(datasets, dataset_id=made.id, **{**IDENTITY, differs: other})
            assert caught.value.constraint == "id"

        assert await datasets.get_dataset_by_id(made.id) == made


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateDataset:
    """`update_dataset` touches what it names (rule 7)."""

    @pytest.mark.parametrize("field", EVERYTHING)
    async def test_only_what_is_given_is_replaced(
        self, datasets: DatasetsStorage, make: Make, field: str
    ) -> None:
        others: dict[str, Any] = {"metadata": {"a": 1}, "target_type": "workflow"}
        schemas = ("input_schema", "ground_truth_schema", "request_context_schema")
        others |= {key: {} for key in schemas} | dict.fromkeys(("name", "description"), "Other")
        others |= {key: ["other"] for key in ("tags", "target_ids", "scorer_ids")}
        made = await make.dataset(datasets, **EVERYTHING)
        between = moment_between()

        updated = await datasets.update_dataset(made.id, **{field: others[field]})

        between(updated.updated_at)
        changed = {field: others[field], "updated_at": updated.updated_at}
        assert updated == made.model_copy(update=changed)
        assert await datasets.get_dataset_by_id(made.id) == updated

    async def test_none_clears_all_but_the_name(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        made = await make.dataset(datasets, **EVERYTHING)
        nothing: dict[str, Any] = dict.fromkeys(EVERYTHING.keys() - {"name"})

        updated = await datasets.update_dataset(made.id, **nothing)

        assert updated.model_dump(include=set(nothing)) == nothing
        assert updated.name == made.name

    async def test_the_version_stays(self, datasets: DatasetsStorage, make: Make) -> None:
        made = await make.dataset(datasets)
        await make.items(datasets, made, 1)

        updated = await datasets.update_dataset(made.id, name="n")

        assert updated.version == 1
        assert (await datasets.list_dataset_versions(made.id)).total == 1

    async def test_an_unknown_data_set_is_not_found(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        name = make.id("dataset")

        with pytest.raises(NotFoundError, match=name):
            await datasets.update_dataset(name, name="n")

        assert await datasets.get_dataset_by_id(name) is None


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestDeleteDataset:
    """`delete_dataset` leaves nothing behind (rule 13)."""

    async def test_items_versions_and_history_go_with_it(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        made, other = await make.dataset(datasets), await make.dataset(datasets)
        (item, gone), (kept,) = (
            await make.items(datasets, made, 1, 2),
            await make.items(datasets, other, 3),
        )
        await datasets.delete_item(gone.id, dataset_id=made.id)

        assert await datasets.delete_dataset(made.id)

        assert await datasets.get_dataset_by_id(made.id) is None
        assert (await datasets.list_items(made.id, version=1)).items == []
        assert (await datasets.list_dataset_versions(made.id)).versions == []
        for each in (item, gone):
            assert await datasets.get_item_history(each.id) == []
        assert await datasets.get_item_by_id(kept.id) == kept

    async def test_it_says_whether_there_was_one(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        made = await make.dataset(datasets)

        assert await datasets.delete_dataset(made.id) is True
        assert await datasets.delete_dataset(made.id) is False

    async def test_a_data_set_of_that_id_starts_anew(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        made = await make.dataset(datasets)
        await make.items(datasets, made, 1)
        await datasets.delete_dataset(made.id)

        again = await make.dataset(datasets, dataset_id=made.id)
        (item,) = await make.items(datasets, again, 2)

        assert (again.version, item.dataset_version) == (0, 1)
        assert (await datasets.list_items(made.id)).items == [item]
