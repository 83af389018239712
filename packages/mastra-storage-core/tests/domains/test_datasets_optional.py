"""What data sets do with packages that need not be installed, and without them."""

import sys
from types import ModuleType
from typing import Any

import pytest
from mastra_storage_core import (
    ConfigurationError,
    DatasetItem,
    InvalidInputError,
    TransferProgress,
    progress_bar,
)
from mastra_storage_core.domains.datasets import frames, schemas
from mastra_storage_core.ids import now


class Frame:
    """What a library makes of columns."""

    def __init__(self, columns: dict[str, list[Any]]) -> None:
        self.columns = columns


def stand_in(name: str) -> ModuleType:
    module = ModuleType(name)
    vars(module)["DataFrame"] = Frame
    return module


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that says which of two libraries there are."""

    def only(*names: str) -> None:
        for name in frames.LIBRARIES:
            monkeypatch.setitem(sys.modules, name, stand_in(name) if name in names else None)

    return only


@pytest.mark.parametrize(
    ("there", "asked", "found"),
    [
        (("pandas", "polars"), None, "pandas"),
        (("polars",), None, "polars"),
        (("pandas", "polars"), "polars", "polars"),
    ],
)
def test_a_frame_is_of_the_library_that_is_there(
    installed: Any, there: tuple[str, ...], asked: str | None, found: str
) -> None:
    installed(*there)

    assert frames.library(asked).__name__ == found


@pytest.mark.parametrize(("there", "asked"), [((), None), (("pandas",), "polars")])
def test_without_a_library_it_is_said_which_to_install(
    installed: Any, there: tuple[str, ...], asked: str | None
) -> None:
    installed(*there)

    with pytest.raises(ConfigurationError, match=r"needs .*polars; install"):
        frames.library(asked)
    with pytest.raises(InvalidInputError, match="no library 'numpy'"):
        frames.library("numpy")


def test_columns_of_a_frame_hold_texts_or_nothing() -> None:
    at = now()
    items = [
        DatasetItem(id="a", dataset_id="d", dataset_version=1, created_at=at, updated_at=at, **each)
        for each in ({"input": "France", "ground_truth": None}, {"input": {"q": 1}, "metadata": {}})
    ]

    columns = frames.columns(items)

    assert columns["id"] == ["a", "a"]
    assert columns["input"] == ["France", '{"q": 1}']
    assert (columns["ground_truth"], columns["metadata"]) == ([None, None], [None, "{}"])


def test_without_jsonschema_a_schema_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    schemas._library.cache_clear()
    schemas._compiled.cache_clear()
    monkeypatch.setitem(sys.modules, "jsonschema.validators", None)

    with pytest.raises(ConfigurationError, match=r"mastra-storage-core\[schemas\]"):
        schemas.checked_schema({}, "input_schema", 100)

    monkeypatch.undo()
    assert schemas.checked_schema({}, "input_schema", 100) == "{}"


def test_a_bar_is_drawn_with_rich(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("rich")

    with progress_bar("Capitals") as progress:
        progress(TransferProgress(items=1, done=10, total=20))
        progress(TransferProgress(items=2, done=20, total=20))

    printed = capsys.readouterr().out
    assert "Capitals" in printed
    assert "100%" in printed


def test_without_rich_there_is_no_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "rich.progress", None)

    with progress_bar() as progress:
        progress(TransferProgress(items=1, done=10, total=None))

    assert capsys.readouterr().out == ""
