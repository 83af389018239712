"""PostgreSQL's protocol, version 3, as far as a relay reads it: frames, and the start of a session.

No sockets are opened here and nothing is known of transactions.
"""

import asyncio
import struct

SSL_REQUEST = 80877103
GSSENC_REQUEST = 80877104
CANCEL_REQUEST = 80877102


async def read_startup(reader: asyncio.StreamReader) -> bytes:
    """Returns the first packet of a session, which has a length but no type."""
    head = await reader.readexactly(4)
    return head + await reader.readexactly(struct.unpack("!I", head)[0] - 4)


def startup_code(packet: bytes) -> int:
    """Returns the protocol version that a first packet asks for, or the request that it makes."""
    return int(struct.unpack("!I", packet[4:8])[0])


def startup_parameters(packet: bytes) -> dict[str, str]:
    """Returns the names and values in a startup packet."""
    words = [word.decode() for word in packet[8:].split(b"\0")]
    return {name: value for name, value in zip(words[::2], words[1::2], strict=False) if name}


def message(kind: bytes, body: bytes) -> bytes:
    """Returns a message with its frame."""
    return kind + struct.pack("!I", len(body) + 4) + body


def cancel_request(key: bytes) -> bytes:
    """Returns the packet that cancels what the session with this key runs."""
    return struct.pack("!II", len(key) + 8, CANCEL_REQUEST) + key


def fatal_error(sqlstate: str, text: str) -> bytes:
    """Returns an error that ends the session."""
    fields = {"S": "FATAL", "V": "FATAL", "C": sqlstate, "M": text}
    body = b"".join(f"{kind}{value}\0".encode() for kind, value in fields.items())
    return message(b"E", body + b"\0")


class MessageStream:
    """Cuts what a peer sends into whole messages: type, length and body."""

    def __init__(self, reader: asyncio.StreamReader) -> None:
        self._reader = reader
        self._pending = bytearray()

    async def read(self) -> list[bytes]:
        """Returns the messages that have come, at least one; a cancelled read loses none.

        Raises `ConnectionResetError` at the end of the stream.
        """
        messages: list[bytes] = []
        while not messages:
            if not (data := await self._reader.read(65_536)):
                raise ConnectionResetError
            self._pending += data
            messages = self._cut()
        return messages

    def _cut(self) -> list[bytes]:
        messages = []
        start, size = 0, len(self._pending)
        while start + 5 <= size:
            end = start + 1 + int.from_bytes(self._pending[start + 1 : start + 5], "big")
            if end > size:
                break
            messages.append(bytes(self._pending[start:end]))
            start = end
        del self._pending[:start]
        return messages
