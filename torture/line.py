"""A line to a server that can be cut, slow, dead for a while, or lead elsewhere."""

import asyncio
from contextlib import suppress

from mastra_storage_conformance.servers._relay import Relay


class Line(Relay):
    """Passes on what both sides say."""

    def __init__(self, server_url: str) -> None:
        super().__init__(server_url)
        self.delay = 0.0
        """How many seconds each piece takes."""
        self.alive = asyncio.Event()
        """While it is not set, nothing comes through and nobody is told."""
        self.alive.set()

    def cut(self) -> None:
        """End every session."""
        for session in self._sessions:
            session.cancel()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serves one client."""
        theirs, ours = await asyncio.open_connection(*self.upstream)
        pumps = [
            asyncio.create_task(self._pump(reader, ours)),
            asyncio.create_task(self._pump(theirs, writer)),
        ]
        try:
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for pump in pumps:
                pump.cancel()
            await asyncio.gather(*pumps, return_exceptions=True)
            ours.close()

    async def _pump(self, source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await source.read(65_536):
                await self.alive.wait()
                await asyncio.sleep(self.delay)
                to.write(data)
                await to.drain()
