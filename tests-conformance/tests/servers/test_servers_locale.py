"""The locale that is made where a machine has none."""

import os
from pathlib import Path

import pytest
from mastra_storage_conformance.servers._locale import NAME, make_locale


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a line for each time that `localedef` ran, which is a program of ours."""
    told = tmp_path / "told"
    program = tmp_path / "bin" / "localedef"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho called >> {told}\nfor last; do :; done\nmkdir "$last"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    return told


def test_it_is_made_once(calls: Path, tmp_path: Path) -> None:
    folders = {make_locale(tmp_path) for _ in range(2)}

    (folder,) = folders
    assert folder
    assert [path.name for path in folder.iterdir()] == [NAME]
    assert calls.read_text().splitlines() == ["called"]


def test_where_two_make_it_the_second_takes_that_of_the_first(calls: Path, tmp_path: Path) -> None:
    program = tmp_path / "bin" / "localedef"
    first = '"$(dirname "$(dirname "$last")")"/' + NAME
    program.write_text(f"{program.read_text()}mkdir {first}\necho 1 > {first}/made\n")

    folder = make_locale(tmp_path)
    assert folder
    assert (folder / NAME / "made").exists()


def test_a_folder_of_somebody_else_is_not_trusted(
    calls: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_locale(tmp_path)
    assert folder
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    folder.rename(folder.with_name(folder.name.replace(f"-{me}-", f"-{me + 1}-")))

    assert make_locale(tmp_path) is None


def test_without_the_program_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert make_locale(tmp_path) is None


def test_a_program_that_fails_makes_none(calls: Path, tmp_path: Path) -> None:
    (tmp_path / "bin" / "localedef").write_text("#!/bin/sh\nexit 1\n")
    assert make_locale(tmp_path) is None
