"""Every developer command. `nox -l` lists them; nothing else is documented as a way to run things.

Sessions that run the tree's own code share one environment, which `env` makes.
"""

import os
import sys
from functools import partial
from itertools import takewhile
from pathlib import Path

import nox

sys.path.insert(0, str(Path(__file__).parent / ".ci"))

from environments import (
    IN_PARALLEL,
    NAMES,
    PROJECTS,
    PYTHONS,
    WITH_POSTGRES,
    WITH_SERVERS,
    groups,
    install,
    oldest_postgres,
    requirements,
    reveal_pyenv,
    run,
    say_where_postgres_is,
    shared,
)

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.sessions = ["lint", "types", "unit", "conformance(memory)", "conformance(libsql-file)"]

TRANSCRIPTS = "tests-conformance/golden/public"
GOLDEN_SQL = Path("packages/mastra-storage-sql/tests/golden")
INSTRUMENTED = ["packages/mastra-storage-otel/tests/test_instrumented.py"]

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
"""Where it is set, each process compiles what it imports anew: 1.2 s of CPU, every time."""

in_env = partial(nox.session, venv_backend="none", requires=["env"])
"""Decorates a session that runs in the shared environment."""

reveal_pyenv()


# --- the two commands of the README -------------------------------------------------------------


@nox.session
def demo(session: nox.Session) -> None:
    """Show the main job on a SQLite file, or with `-- postgres` on a PostgreSQL started for it."""
    projects = [f"packages/mastra-storage-{name}" for name in ("core", "sql", "libsql", "otel")]
    if "postgres" in session.posargs:
        projects += ["packages/mastra-storage-pg", WITH_SERVERS]
    install(session, "demo", projects=projects)
    session.run("python", "examples/demo.py", *session.posargs)


@in_env()
def tests(session: nox.Session) -> None:
    """Run every test: all packages, all backends, real servers, which the tests start."""
    say_where_postgres_is(session)
    run(session, "pytest", *IN_PARALLEL, *session.posargs)


@nox.session(reuse_venv=True)
def env(session: nox.Session) -> None:
    """Make the shared environment: every package, editable, and what tests and types need."""
    install(session, "test", "traced", "types")


# --- parts of `tests`, and the same on other versions -------------------------------------------


@in_env()
def unit(session: nox.Session) -> None:
    """Run the fast part of `tests`: no server, no conformance suite."""
    suites = "--ignore-glob=*/tests/conformance"
    run(session, "pytest", suites, "-m", "not server", *session.posargs)


BACKENDS = {
    "memory": ("memory", ""),
    "libsql-file": ("libsql", "libsql-file"),
    "libsql-memory": ("libsql", "libsql-memory"),
    "composite": ("libsql", "composite"),
    "pg": ("pg", "not pgbouncer"),
    "pg-oldest": ("pg", "not pgbouncer and not of-mastra"),
    "pgbouncer": ("pg", "pgbouncer"),
}
"""The package whose suite runs, and which of its stores (`pytest -k`)."""


@in_env()
@nox.parametrize("backend", [nox.param(name, id=name) for name in BACKENDS])
def conformance(session: nox.Session, backend: str) -> None:
    """Run the conformance suite on one backend; `-- NAME` leaves out the others."""
    chosen = [word for word in session.posargs if word in BACKENDS]
    if backend not in (chosen or BACKENDS):
        session.skip("another one was asked for")
    package, stores = BACKENDS[backend]
    env = {}
    if backend == "pg-oldest":
        env["MASTRA_TEST_POSTGRES_BIN"] = oldest_postgres(session)
    elif package == "pg":
        say_where_postgres_is(session)
    rest = [word for word in session.posargs if word not in BACKENDS]
    suite = f"packages/mastra-storage-{package}/tests/conformance"
    run(session, "pytest", suite, *IN_PARALLEL, "-k", stores, *rest, **env)


@nox.session(python=PYTHONS, reuse_venv=True, requires=["env"])
def pythons(session: nox.Session) -> None:
    """Run all of `tests` on each supported Python; one that is not installed is reported.
    `-- oldest-postgres`: with the oldest PostgreSQL.
    """
    install(session, "test", "traced")
    rest = [word for word in session.posargs if word != "oldest-postgres"]
    old = len(rest) < len(session.posargs)
    env = {"MASTRA_TEST_POSTGRES_BIN": oldest_postgres(session)} if old else {}
    say_where_postgres_is(session)
    session.run("pytest", *IN_PARALLEL, *rest, env=env)


@nox.session
def minimum(session: nox.Session) -> None:
    """Run all of `tests` on the lowest version that each package allows of what it needs."""
    needed = {name for project in PROJECTS for name in requirements(project)}
    lowest = sorted(name.replace(">=", "==") for name in needed if "mastra-storage-" not in name)
    session.log("the lowest versions: %s", ", ".join(lowest))
    session.install(*lowest)
    install(session, "test")
    # The libraries that these are about want newer versions of what we need.
    without = [f"--ignore={path}" for path in INSTRUMENTED]
    session.run("pytest", *IN_PARALLEL, *without, *session.posargs)


@in_env()
def duckdb(session: nox.Session) -> None:
    """Run the suite on DuckDB: what the SQL ring does with a third dialect."""
    run(session, "pytest", "packages/mastra-storage-sql/tests/on_duckdb", *session.posargs)


@in_env()
def replay(session: nox.Session) -> None:
    """Replay the recorded transcripts on a store of each backend, or on `-- URL`."""
    command = ["mastra-storage-conformance", "replay", "--store"]
    for url in session.posargs or ["memory:", ":memory:"]:
        run(session, *command, url, TRANSCRIPTS)
    if not session.posargs:
        say_where_postgres_is(session)
        words = [shared(session, command[0]), *command[1:], "$DATABASE_URL", TRANSCRIPTS]
        run(session, "python", WITH_POSTGRES, *words)


@in_env()
def mutants(session: nox.Session) -> None:
    """Run the suite on stores with a planted fault each; fail if one survives; `-- NAME`: on it."""
    run(session, "python", "tests-conformance/tests/hunt.py", *session.posargs)


@in_env()
def deep(session: nox.Session) -> None:
    """Run 100,000 steps of random programs of each domain on each backend, or on `-- BACKEND`.

    What else may follow, such as `--domain`, `--steps` and `--seed`, `-- --help` explains.
    """
    urls = {"memory": "memory:", "pg": "$DATABASE_URL"}
    urls["libsql"] = f"file:{session.create_tmp()}/{{space}}.db"
    # Backends come first; after an option, `memory` is a domain.
    chosen = list(takewhile(urls.__contains__, session.posargs))
    options = session.posargs[len(chosen) :]
    stores = [f"{name}={urls[name]}" for name in chosen or sorted(urls)]
    command = [shared(session, "mastra-storage-conformance"), "deep", *stores, *options]
    run(session, "python", WITH_POSTGRES, *command)


@in_env()
def matrix(session: nox.Session) -> None:
    """Run the suite on memory, a file and PostgreSQL, and write the page of their grades."""
    say_where_postgres_is(session)
    run(session, "python", "docs/matrix.py", f"{session.cache_dir}/matrix", *session.posargs)


@in_env()
def golden(session: nox.Session) -> None:
    """Write the golden SQL anew; fail if that changed a file, for somebody has to review it."""
    before = {path: path.read_text() for path in GOLDEN_SQL.rglob("*.sql")}
    run(session, "pytest", f"{GOLDEN_SQL.parent}/test_golden_sql.py", "--update-golden")
    after = {path: path.read_text() for path in GOLDEN_SQL.rglob("*.sql")}
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    if changed:
        session.error("changed: " + ", ".join(sorted(map(str, changed))))


@in_env()
def interop(session: nox.Session) -> None:
    """Prove with Mastra's own packages that both languages may use one database.

    `-- hammer`: both write at once, for ten minutes on each database; `-- newest`: with the newest
    releases, and what fails is a warning; `-- pinned`, or neither: with those of the lock file.
    """
    say_where_postgres_is(session)
    run(session, "python", "-m", "interop", f"{session.cache_dir}/interop", *session.posargs)


@in_env()
def torture(session: nox.Session) -> None:
    """Kill writers, crowd the databases and break their networks, at length; `-- --help` says what
    can be chosen. `-- --short` does little of each, as `tests` does.
    """
    say_where_postgres_is(session)
    run(session, "python", "-m", "torture", *session.posargs)


@nox.session(reuse_venv=True)
def fuzz(session: nox.Session) -> None:
    """Look for bytes that decoders and checks cannot stand, a minute for each: `-- jsonb urls`."""
    projects = [
        f"packages/mastra-storage-{name}" for name in ("core", "memory", "sql", "libsql", "pg")
    ]
    install(session, "fuzz", projects=projects)
    for target in session.posargs or sorted(path.name for path in Path("fuzz/corpus").iterdir()):
        session.run("python", "-m", "fuzz", target, "60", f"{session.cache_dir}/fuzz/{target}")


@in_env()
def economy(session: nox.Session) -> None:
    """Check what calls cost: driver calls per method, round trips of `init`, plans of the lists."""
    say_where_postgres_is(session)
    run(session, "pytest", "-k", "economy or plans", *session.posargs)


@nox.session(reuse_venv=True)
def bench(session: nox.Session) -> None:
    """Time the workloads of each domain on each backend, beside the driver, Mastra itself and
    Python peers; `-- --domain workflows`: of one domain. `-- --large 10_000_000`: on larger tables.
    `-- --publish`: into the documentation. `-- prune --rows 10_000_000`: how a table is pruned.
    `-- flames`: draw where the time of three calls goes.
    """
    install(session, "bench")
    others = {"prune": "benchmarks.pruning", "flames": "benchmarks.flames"}
    module = others.get("".join(session.posargs[:1]), "benchmarks")
    session.run("python", "-m", module, *session.posargs[module != "benchmarks" :])


@in_env(name="bench-compare")
def bench_compare(session: nox.Session) -> None:
    """Fail if the run `-- [OLD.json] NEW.json` is slower than an older one, beyond noise."""
    run(session, "python", "-m", "benchmarks.compare", *session.posargs)


# --- the code itself ----------------------------------------------------------------------------


@nox.session(reuse_venv=True)
def lint(session: nox.Session) -> None:
    """Check the format, the rules of ruff, and the rings: imports point inward only."""
    session.install(*groups("lint"))
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")
    sources = os.pathsep.join(f"{project}/src" for project in PROJECTS)
    session.run("lint-imports", env={"PYTHONPATH": sources})


@in_env()
def types(session: nox.Session) -> None:
    """Check the types, strictly: all packages, their tests, examples, benchmarks, and this file."""
    sources = [f"{project}/src" for project in PROJECTS]
    others = [".ci", "conftest.py", "noxfile.py", "benchmarks", "docs", "examples"]
    others += ["fuzz", "interop", "torture"]
    run(session, "mypy", *sources, *others)
    for project in PROJECTS:  # one at a time: each has a conftest of its own
        run(session, "mypy", f"{project}/tests", MYPYPATH=f"{project}/tests")


# --- what is released ---------------------------------------------------------------------------


@nox.session
def packages(session: nox.Session) -> None:
    """Build each wheel, install it alone in an empty environment, run the example of its README."""
    install(session, "packages", projects=["packages/mastra-storage-core", WITH_SERVERS])
    home = Path(session.create_tmp()).resolve()
    wheels = str(home / "wheels")
    for project in PROJECTS:
        with session.chdir(project):
            session.run("hatchling", "build", "-t", "wheel", "-d", wheels, silent=True)
    for name in [*NAMES, "conformance"]:
        session.run("virtualenv", "--quiet", "--clear", str(home / name))
        command = [str(home / name / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        session.run(*command, f"--find-links={wheels}", f"mastra-storage-{name}", external=True)
        command = [command[0], str(Path(".ci/alone.py").resolve()), name]
        if name == "pg":
            command = ["python", WITH_POSTGRES, *command]
        with session.chdir(home):
            session.run(*command, external=True)


@nox.session(name="third-party")
def third_party(session: nox.Session) -> None:
    """Prove the example backend of somebody else: from wheels, in an empty environment. `-- -n2`:
    in two processes.
    """
    session.install(*groups("build", "packages"))
    home = f"{session.cache_dir}/third-party"
    session.run("python", ".ci/third_party.py", home, *session.posargs)


@nox.session(reuse_venv=True, requires=["env"])
def docs(session: nox.Session) -> None:
    """Write the page of names and the pictures anew, build the documentation strictly, and run
    every example. The pictures need a Chromium, which comes from npm where there is none.
    """
    run(session, "python", "docs/parity.py")
    run(session, "python", "docs/pictures.py", str(session.cache_dir), PYTHONPATH="examples")
    session.install(*groups("docs"))
    # Not --quiet: it drops the warnings before --strict counts them.
    session.run("mkdocs", "build", "--strict", *session.posargs)
    run(session, "pytest", "docs")
