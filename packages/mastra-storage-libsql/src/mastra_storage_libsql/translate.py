"""Errors of SQLite, by result code, as errors of the storage. One table, used in one place."""

from typing import Any

from mastra_storage_core.errors import (
    BusyError,
    ConfigurationError,
    ConflictError,
    CorruptDataError,
    InvalidInputError,
    StorageError,
    UnavailableError,
)

_PRIMARY = 0xFF
"""The low byte of an extended result code is the primary one. https://www.sqlite.org/rescode.html
"""

_ERRORS: dict[int, tuple[type[StorageError], str]] = {
    1: (
        StorageError,
        "the database rejected a statement; if its schema is not made yet, call init()",
    ),
    3: (ConfigurationError, "the database file may not be used by this process"),
    5: (
        BusyError,
        "another writer held the database for longer than the busy timeout; nothing was written",
    ),
    6: (BusyError, "a table was locked; nothing was written"),
    8: (ConfigurationError, "the database can only be read; nothing was written"),
    10: (UnavailableError, "the disk failed under the database"),
    11: (CorruptDataError, "the database file is damaged; PRAGMA integrity_check tells more"),
    13: (UnavailableError, "the disk is full; nothing was written"),
    14: (
        UnavailableError,
        "the database file cannot be opened: it must be a file, in a directory that exists",
    ),
    17: (UnavailableError, "the schema changed while a statement ran; nothing was written"),
    18: (InvalidInputError, "a value is larger than SQLite stores; nothing was written"),
    19: (ConflictError, "a constraint of the database is in the way; nothing was written"),
    23: (ConfigurationError, "access to the database was denied"),
    26: (CorruptDataError, "the file is not an SQLite database; it was not touched"),
}


_DAMAGE = ("malformed JSON", "user-defined function raised exception", "Could not decode to UTF-8")
"""How SQLite, and our functions in it, report a value that cannot be read: all by the code 1."""


def translate(error: Any) -> StorageError:
    """Return the storage error for an error of the driver, which becomes its cause."""
    if str(error).startswith(_DAMAGE):
        return CorruptDataError("a stored value cannot be read")
    code = _code(error)
    kind, message = _ERRORS.get(
        code & _PRIMARY, (StorageError, f"SQLite answered with code {code}")
    )
    return kind(message)


def only_reads(error: Any) -> bool:
    """Return whether an error of the driver says that the database can only be read."""
    return _code(error) & _PRIMARY == 8


def _code(error: Any) -> int:
    return getattr(error, "sqlite_errorcode", None) or 1
