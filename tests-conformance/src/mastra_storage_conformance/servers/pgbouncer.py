"""Starts the pgbouncer of this machine in transaction mode, or takes the one that is named.

Environment: `MASTRA_TEST_PGBOUNCER_URL` names a running one to use instead.
"""

import os
import shutil
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

from mastra_storage_conformance.servers._client import run_sync, wait_until_ready
from mastra_storage_conformance.servers._process import (
    Process,
    ServerError,
    Workspace,
    choose_account,
    free_port,
)

URL_VARIABLE = "MASTRA_TEST_PGBOUNCER_URL"

# Few server connections, taken in turn, so that every client soon meets another one's session.
_CONFIGURATION = """
[databases]
* = host={host} port={port} {login}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {listen_port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
server_round_robin = 1
"""


class PgBouncer:
    """A pgbouncer in front of a server; `url` leads through it to that server's database."""

    def __init__(self, url: str, undo: ExitStack) -> None:
        self.url = url
        self._undo = undo

    @classmethod
    def start(cls, server_url: str) -> Self:
        """Starts one and returns when it answers, or returns the one in the environment.

        Everybody who connects to it becomes the user of `server_url`. Raises `ServerError` if
        there is no pgbouncer or it does not start.
        """
        if url := os.environ.get(URL_VARIABLE):
            return cls(url, ExitStack())
        program = find_pgbouncer()
        workspace = Workspace("pgbouncer", choose_account(program))
        with ExitStack() as undo:
            undo.callback(workspace.remove)
            port = free_port()
            configuration = workspace.path / "pgbouncer.ini"
            configuration.write_text(_configuration(server_url, port))
            process = Process(workspace, [str(program), str(configuration)])
            undo.callback(process.stop)
            parts = urlsplit(server_url)
            url = f"postgresql://{parts.username}@127.0.0.1:{port}{parts.path}"
            run_sync(wait_until_ready(process, url, "select 1", 1))
            return cls(url, undo.pop_all())

    def stop(self) -> None:
        """Ends it and removes its files; one that ran before is left alone."""
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


def find_pgbouncer() -> Path:
    """Returns the program on the PATH or among the system's servers; raises `ServerError`."""
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin"])
    if program := shutil.which("pgbouncer", path=path):
        return Path(program)
    raise ServerError(f"no pgbouncer found: install one on the PATH, or set {URL_VARIABLE}")


def _configuration(server_url: str, listen_port: int) -> str:
    parts = urlsplit(server_url)
    login = f"user={_quoted(parts.username)}"
    if parts.password:
        login += f" password={_quoted(parts.password)}"
    return _CONFIGURATION.format(
        host=parts.hostname, port=parts.port or 5432, login=login, listen_port=listen_port
    )


def _quoted(text: str | None) -> str:
    return "'" + unquote(text or "").replace("'", "''") + "'"
