"""A relay that behaves like an old PgBouncer in transaction mode, to meet its traps everywhere.

Only what such a pooler does to a client is here: it authenticates nobody and tunes nothing.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import TracebackType

from mastra_storage_conformance.servers._relay import Relay
from mastra_storage_conformance.servers._wire import (
    CANCEL_REQUEST,
    GSSENC_REQUEST,
    SSL_REQUEST,
    MessageStream,
    cancel_request,
    fatal_error,
    message,
    read_startup,
    startup_code,
    startup_parameters,
)

# What PgBouncer takes at the start of a session; anything else, such as `search_path`, it refuses.
_STARTUP_PARAMETERS = {
    "user",
    "database",
    "client_encoding",
    "datestyle",
    "timezone",
    "standard_conforming_strings",
    "application_name",
}
_QUERY, _SYNC, _FUNCTION, _TERMINATE = b"Q", b"S", b"F", b"X"
_AUTHENTICATION, _KEY, _ERROR, _READY = b"R", b"K", b"E", b"Z"
_IDLE = b"I"


class _RefusedError(Exception):
    """The session cannot begin; the argument is the message that tells the client."""


class _Server:
    """A connection to the real server: `greeting` is what it said at first, `key` cancels."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.messages = MessageStream(reader)
        self.writer = writer
        self.greeting = b""
        self.key = b""
        self.cancelling = asyncio.Lock()

    async def begin(self, startup: bytes) -> None:
        """Starts the session; raises `_RefusedError` if the server does not let it in."""
        self.writer.write(startup)
        while True:
            for answer in await self.messages.read():
                if answer.startswith(_READY):
                    return
                self._take(answer)

    def _take(self, answer: bytes) -> None:
        if answer.startswith(_ERROR):
            raise _RefusedError(answer)
        if answer.startswith(_AUTHENTICATION) and answer[5:9] != bytes(4):
            raise _RefusedError(fatal_error("28000", "the pooled server must ask no password"))
        if answer.startswith(_KEY):
            self.key = answer[5:]
        else:
            self.greeting += answer


class _Client:
    """A client's session: what it asks next, and the server that it has in a transaction."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.messages = MessageStream(reader)
        self.writer = writer
        self.key = os.urandom(8)
        self.server: _Server | None = None
        self.expect_requests()

    def expect_requests(self) -> None:
        """Begins to read what comes next; an unfinished read outlives the transaction."""
        self.requests = asyncio.create_task(self.messages.read())


class TransactionPooler(Relay):
    """Gives each transaction the next of `size` server connections, in turn.

    Sessions that begin with the same parameters share them. So a client loses what it keeps in a
    session beyond a transaction: prepared statements, settings, advisory locks. The server must let
    every user in without a password.
    """

    def __init__(self, server_url: str, *, size: int = 3) -> None:
        super().__init__(server_url)
        self._size = size
        self._pools: dict[bytes, asyncio.Queue[_Server | None]] = {}
        self._clients: dict[bytes, _Client] = {}

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await super().__aexit__(kind, error, trace)
        for pool in self._pools.values():
            while not pool.empty():
                if server := pool.get_nowait():
                    server.writer.close()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serves one client: encryption refused, a cancellation passed on, or a session."""
        startup = await read_startup(reader)
        while startup_code(startup) in (SSL_REQUEST, GSSENC_REQUEST):
            writer.write(b"N")
            startup = await read_startup(reader)
        if startup_code(startup) == CANCEL_REQUEST:
            await self._cancel(startup[8:])
            return
        try:
            await self._greet(writer, startup)
        except _RefusedError as refusal:
            writer.write(refusal.args[0])
            return
        client = _Client(reader, writer)
        self._clients[client.key] = client
        try:
            writer.write(message(_KEY, client.key) + message(_READY, _IDLE))
            await self._transactions(client, startup)
        finally:
            del self._clients[client.key]
            await _abandon(client.requests)

    async def _greet(self, writer: asyncio.StreamWriter, startup: bytes) -> None:
        for name in startup_parameters(startup):
            if name.lower() not in _STARTUP_PARAMETERS:
                raise _RefusedError(fatal_error("08P01", f"unsupported startup parameter: {name}"))
        async with self._borrowed(startup) as server:
            writer.write(server.greeting)

    async def _transactions(self, client: _Client, startup: bytes) -> None:
        while not (await client.requests)[0].startswith(_TERMINATE):
            async with self._borrowed(startup) as client.server:
                await _forward_transaction(client, client.server)
            client.server = None

    async def _cancel(self, key: bytes) -> None:
        client = self._clients.get(key)
        if client and client.server:
            # The real server hangs up once it has passed the request on. Until then the connection
            # that it is about must not serve another client.
            async with client.server.cancelling:
                reader, writer = await asyncio.open_connection(*self.upstream)
                writer.write(cancel_request(client.server.key))
                await reader.read()
                writer.close()

    @asynccontextmanager
    async def _borrowed(self, startup: bytes) -> AsyncIterator[_Server]:
        """Takes the connection that was idle longest; one left in mid-transaction is closed."""
        pool = self._pools.get(startup)
        if pool is None:
            pool = self._pools[startup] = asyncio.Queue()
            for _ in range(self._size):
                pool.put_nowait(None)
        server = await pool.get()
        try:
            if server is None:
                server = _Server(*await asyncio.open_connection(*self.upstream))
                await server.begin(startup)
            yield server
            async with server.cancelling:
                pass
        except BaseException:
            if server is not None:
                server.writer.close()
            server = None
            raise
        finally:
            pool.put_nowait(server)


async def _forward_transaction(client: _Client, server: _Server) -> None:
    """Forwards both ways until the server is idle and owes no answer.

    Nothing waits for a slow reader, because a client and a server that both write would then wait
    for each other.
    """
    owed, status = 0, b""
    answers = asyncio.create_task(server.messages.read())
    try:
        while owed or status != _IDLE:
            await asyncio.wait({client.requests, answers}, return_when=asyncio.FIRST_COMPLETED)
            if client.requests.done():
                requests = client.requests.result()
                if requests[-1].startswith(_TERMINATE):
                    raise ConnectionResetError
                owed += sum(request.startswith((_QUERY, _SYNC, _FUNCTION)) for request in requests)
                server.writer.writelines(requests)
                client.expect_requests()
            if answers.done():
                client.writer.writelines(answers.result())
                ready = [answer[-1:] for answer in answers.result() if answer.startswith(_READY)]
                owed -= len(ready)
                status = ready[-1] if ready else status
                answers = asyncio.create_task(server.messages.read())
    finally:
        await _abandon(answers)


async def _abandon(reading: asyncio.Task[list[bytes]]) -> None:
    """Ends a read that nobody waits for any more, whatever came of it."""
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
