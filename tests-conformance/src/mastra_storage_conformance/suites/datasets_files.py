"""Items that go into files and come from files: nothing is lost, and a broken line is named."""

import json
from pathlib import Path
from typing import Any

import pytest
from mastra_storage_core import (
    ConfigurationError,
    ConflictError,
    DatasetsStorage,
    InvalidInputError,
    NewItem,
    NotFoundError,
    TransferProgress,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import version_of
from mastra_storage_conformance.suites.datasets_items import CONTENT

FORMATS_OF_FILES = pytest.mark.parametrize("form", ["jsonl", "csv"])
ODD_TEXTS = ["1", "null", "", " ", "=1+1", "-x", "@a", '"', "a,b", "a\nb", "ä😀", "{}", "NaN", "\t"]
ODD_VALUES: list[Any] = [*ODD_TEXTS, None, 0, 1.5, True, [], {}, {"a": [None, "1"]}, 10**20]


async def contents(datasets: DatasetsStorage, dataset_id: str) -> list[dict[str, Any]]:
    """Return what is in the items of a data set, in their order."""
    fields = {*CONTENT, "external_id"}
    return [item.model_dump(include=fields) async for item in datasets.iterate_items(dataset_id)]


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestExportAndImport:
    """`export_items` writes what `import_items` reads."""

    @FORMATS_OF_FILES
    async def test_what_is_exported_is_imported_as_it_was(
        self, datasets: DatasetsStorage, make: Make, tmp_path: Path, form: str
    ) -> None:
        dataset, copy = await make.dataset(datasets), await make.dataset(datasets)
        items = [NewItem(input=value, ground_truth=value) for value in ODD_VALUES]
        items.append(NewItem(external_id="=x", **CONTENT))
        await datasets.batch_insert_items(items, dataset_id=dataset.id)
        path = tmp_path / f"items.{form}"

        written = await datasets.export_items(path, dataset_id=dataset.id)
        report = await datasets.import_items(path, dataset_id=copy.id)

        assert written == report.added == len(items)
        assert (report.version, report.failed, report.failures) == (1, 0, [])
        assert await contents(datasets, copy.id) == await contents(datasets, dataset.id)

    @FORMATS_OF_FILES
    async def test_a_version_is_exported_as_it_was(
        self, datasets: DatasetsStorage, make: Make, tmp_path: Path, form: str
    ) -> None:
        dataset, copy = await make.dataset(datasets), await make.dataset(datasets)
        one, two = await make.items(datasets, dataset, "one", "two")
        await datasets.update_item(one.id, dataset_id=dataset.id, input="changed")
        await datasets.delete_item(two.id, dataset_id=dataset.id)
        path = tmp_path / f"items.{form}"

        assert await datasets.export_items(path, dataset_id=dataset.id, version=1) == 2
        await datasets.import_items(path, dataset_id=copy.id)

        page = await datasets.list_items(copy.id)
        assert [item.input for item in page.items] == ["two", "one"]

    async def test_a_file_is_replaced_only_by_one_that_is_whole(
        self, datasets: DatasetsStorage, make: Make, tmp_path: Path
    ) -> None:
        dataset = await make.dataset(datasets)
        await make.items(datasets, dataset, *range(1_100))
        path = tmp_path / "items.jsonl"
        path.write_text("before")

        def breaks(told: TransferProgress) -> None:
            raise KeyError(told.items)

        with pytest.raises(KeyError):
            await datasets.export_items(path, dataset_id=dataset.id, progress=breaks)
        with pytest.raises(NotFoundError):
            await datasets.export_items(path, dataset_id=make.id("dataset"))

        assert path.read_text() == "before"
        assert list(tmp_path.iterdir()) == [path]  # noqa: ASYNC240 - a test is alone on its loop

    async def test_progress_rises_to_its_total(
        self, datasets: DatasetsStorage, make: Make, tmp_path: Path
    ) -> None:
        dataset, copy = await make.dataset(datasets), await make.dataset(datasets)
        await make.items(datasets, dataset, *range(1_100))
        path = tmp_path / "items.csv"
        told: list[TransferProgress] = []

        await datasets.export_items(path, dataset_id=dataset.id, progress=told.append)
        assert [each.items for each in told] == [500, 1_000, 1_100]
        assert {each.total for each in told} == {1_100}

        told.clear()
        await datasets.import_items(path, dataset_id=copy.id, progress=told.append)
        assert [each.items for each in told] == [500, 1_000, 1_100]
        assert told[-1].done == told[-1].total == path.stat().st_size


def lines_of(count: int, broken: dict[int, str]) -> str:
    """Return JSON Lines with so many items, some of them broken, by the numbers of their lines."""
    return "".join(
        broken.get(number, json.dumps({"input": number})) + "\n" for number in range(1, count + 1)
    )


BROKEN: dict[str, tuple[str, str]] = {
    "no JSON": ('{"input": ', "no JSON"),
    "no object": ("[1]", "no JSON object"),
    "an unknown field": (
        '{"input": 1, "grundTruth": 2}',
        "'grundTruth'; the nearest is 'groundTruth'",
    ),
    "a field twice": ('{"input": 1, "groundTruth": 2, "ground_truth": 3}', "'ground_truth' twice"),
    "no input": ('{"groundTruth": 1}', "no input"),
    "metadata of a number": (
        '{"input": 1, "metadata": 2}',
        "metadata must be a JSON object",
    ),
    "an empty id": ('{"input": 1, "externalId": ""}', "external_id must not be empty"),
    "what does not fit": ('{"input": "text"}', "does not fit the input_schema"),
}


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestBrokenLines:
    """A broken line is named; all or nothing is the caller's choice."""

    @pytest.mark.parametrize("kind", ["no JSON", "an unknown field", "what does not fit"])
    async def test_line_5001_is_named_and_nothing_is_added(
        self, datasets: DatasetsStorage, make: Make, tmp_path: Path, kind: str
    ) -> None:
        dataset = await make.dataset(datasets, input_schema={"type": "number"})
        line, words = BROKEN[kind]
        path = tmp_path / "items.jsonl"
        path.write_text(lines_of(5_001, {5_001: line}))

        with pytest.raises(InvalidInputError) as caught:
            await datasets.import_items(path, dataset_id=dataset.id)

        assert "line 5001" in str(caught.value)
        assert words in str(caught.value)
        assert await version_of(datasets, dataset) == 0

    async def test_the_others_are_added_where_broken_lines_are_to_be_skipped(
        self, datasets: DatasetsStorage, make: Make, tmp_path: Path
    ) -> None:
        dataset = await make.dataset(datasets, input_schema={"type": "number"})
        lines = [line for line, _ in BROKEN.values()]
        path = tmp_path / "items.jsonl"
        path.write_text(lines_of(20, dict(enumerate(lines, 5))))

        report = await datasets.import_items(path, dataset_id=dataset.id, on_error="skip")

        assert (report.version, report.added, report.failed) == (1, 12, len(BROKEN))
        assert [each.line for each in report.failures] == list(range(5, 13))
        for failure, (_, words) in zip(report.failures, BROKEN.values(), strict=True):
            assert words in failure.reason
        page = await datasets.list_items(dataset.id)
        assert sorted(item.input for item in page.items) == [*range(1, 5), *range(13, 21)]

    async def test_lines_of_csv_are_named_as_editors_count_them(
        self, datasets: DatasetsStorage, make: Make, tmp_path: Path
    ) -> None:
        dataset = await make.dataset(datasets)
        path = tmp_path / "items.csv"
        rows = [b"input,metadata", b'"a\nb",', b"c,{", b'"x"y,', b"\xff,", b"d,{},e", b"", b"f,"]
        path.write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(rows))

        report = await datasets.import_items(path, dataset_id=dataset.id, on_error="skip")

        assert [each.line for each in report.failures] == [4, 5, 6, 7]
        assert report.added == 2

    async def test_an_external_id_in_the_way_is_a_conflict_either_way(
        self, datasets: DatasetsStorage, make: Make, tmp_path: Path
    ) -> None:
        dataset = await make.dataset(datasets)
        await datasets.add_item(dataset_id=dataset.id, input=1, external_id="x")
        path = tmp_path / "items.jsonl"
        path.write_text('{"input": 2}\n{"input": 3, "externalId": "x"}\n')

        with pytest.raises(ConflictError):
            await datasets.import_items(path, dataset_id=dataset.id, on_error="skip")

        assert await version_of(datasets, dataset) == 1

    async def test_what_is_no_file_no_format_and_no_data_set_is_refused(
        self, datasets: DatasetsStorage, make: Make, tmp_path: Path
    ) -> None:
        dataset, path = await make.dataset(datasets), tmp_path / "items.jsonl"
        bad: Any
        for bad in (None, 5, "", b"x", tmp_path / "items.txt"):
            with pytest.raises(InvalidInputError):
                await datasets.import_items(bad, dataset_id=dataset.id)
            with pytest.raises(InvalidInputError):
                await datasets.export_items(bad, dataset_id=dataset.id)
        for bad in ({"format": "xml"}, {"on_error": "ignore"}):
            with pytest.raises(InvalidInputError):
                await datasets.import_items(path, dataset_id=dataset.id, **bad)
        with pytest.raises(ConfigurationError, match="cannot read"):
            await datasets.import_items(path, dataset_id=dataset.id)
        with pytest.raises(ConfigurationError, match="cannot write"):
            await datasets.export_items(tmp_path / "none" / "x.csv", dataset_id=dataset.id)
        path.write_text("")
        with pytest.raises(NotFoundError):
            await datasets.import_items(path, dataset_id=make.id("dataset"))
        assert (await datasets.import_items(path, dataset_id=dataset.id)).added == 0
