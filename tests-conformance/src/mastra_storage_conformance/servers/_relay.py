"""A listener on the loopback in front of a PostgreSQL server; subclasses say what it does."""

import abc
import asyncio
import re
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit


class Relay(abc.ABC):
    """Listens while it is entered; leaving it ends every session.

    It must be entered in the loop that runs it. `url` is the server's URL with the relay's address.
    """

    host = "localhost"

    def __init__(self, server_url: str) -> None:
        parts = urlsplit(server_url)
        self.upstream = (parts.hostname or "127.0.0.1", parts.port or 5432)
        self._server_url = server_url
        self._sessions: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._listener = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = int(self._listener.sockets[0].getsockname()[1])
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listener.close()
        for session in self._sessions:
            session.cancel()
        await asyncio.gather(*self._sessions, return_exceptions=True)

    @property
    def url(self) -> str:
        """The URL by which a client reaches the server through this relay."""
        address = f"{self.host}:{self.port}"
        return re.sub(r"(?<=://)([^@/?]*@)?[^/?]*", rf"\g<1>{address}", self._server_url, count=1)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        session = asyncio.create_task(self._session(reader, writer))
        self._sessions.add(session)
        session.add_done_callback(self._sessions.discard)

    async def _session(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self.serve(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass  # one of the two sides went away, and so does the other
        finally:
            writer.close()

    @abc.abstractmethod
    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serves one client from its first byte to the end of its session."""
