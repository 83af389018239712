"""A relay that speaks TLS in front of a server built without it, with certificates of its own."""

import asyncio
import ssl
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import trustme

from mastra_storage_conformance.servers._relay import Relay
from mastra_storage_conformance.servers._wire import (
    GSSENC_REQUEST,
    SSL_REQUEST,
    read_startup,
    startup_code,
)


class TlsRelay(Relay):
    """Lets clients reach a server only by TLS; one that does not ask for it is hung up on.

    `ca_file` is the certificate of the authority that signed the relay's, `other_ca_file` that of
    one that did not. `names` are the hosts in the relay's certificate: clients reach it by
    `localhost`, so any other name alone makes the certificate a wrong one.
    """

    def __init__(self, server_url: str, *, names: Sequence[str] = ("localhost",)) -> None:
        super().__init__(server_url)
        self._names = names

    async def __aenter__(self) -> Self:
        self._files = tempfile.TemporaryDirectory(prefix="mastra-tls-")
        self.ca_file = Path(self._files.name) / "ca.pem"
        self.other_ca_file = Path(self._files.name) / "other-ca.pem"
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(self.ca_file))
        trustme.CA().cert_pem.write_to_path(str(self.other_ca_file))
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert(*self._names).configure_cert(self._context)
        return await super().__aenter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await super().__aexit__(kind, error, trace)
        self._files.cleanup()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serves one client: the question for TLS in clear, the handshake, then bytes."""
        while (request := startup_code(await read_startup(reader))) == GSSENC_REQUEST:
            writer.write(b"N")
        if request != SSL_REQUEST:
            return
        writer.write(b"S")
        await writer.start_tls(self._context)
        server_reader, server_writer = await asyncio.open_connection(*self.upstream)
        await asyncio.gather(_copy(reader, server_writer), _copy(server_reader, writer))


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Copies to the end, then hangs up on the other side, which ends the copy that goes back."""
    try:
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    finally:
        writer.close()
