"""Keys: bytes that sort as the values do, within the 511 bytes that LMDB allows."""

from hashlib import blake2b

LONGEST = 400
"""Bytes of an id that stand in a key as they are. An id may have 1,024."""


def shortened(row_id: str) -> bytes:
    """Return the bytes of an id; of a long one the beginning, and a digest that tells it apart.

    UTF-8 sorts by code point, as ids have to. No UTF-8 has the byte 0xFF.
    """
    data = row_id.encode()
    return data if len(data) <= LONGEST else data[:LONGEST] + b"\xff" + _digest(data)


def group_key(group: str | None) -> bytes:
    """Return 16 bytes that stand for a group of rows: groups have no order, only names."""
    return _digest(b"" if group is None else group.encode())


def number_key(number: int) -> bytes:
    """Return eight bytes that sort as whole numbers do, the negative ones first."""
    return (number + 2**63).to_bytes(8)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
