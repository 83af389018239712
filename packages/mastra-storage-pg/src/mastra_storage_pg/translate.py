"""Errors of asyncpg, by SQLSTATE, as errors of the storage. One table, used in one place."""

import ssl
from typing import Any

import asyncpg
from mastra_storage_core.errors import (
    BusyError,
    ConfigurationError,
    ConflictError,
    CorruptDataError,
    InvalidInputError,
    StorageError,
    UnavailableError,
)

_LOST = (
    "a prepared statement got lost; behind PgBouncer in transaction mode open the store with "
    "pgbouncer=True"
)

_STATES: dict[str, tuple[type[StorageError], str]] = {
    "0A": (
        StorageError,
        "the server does not support a statement; PostgreSQL 14 is the oldest that does",
    ),
    "08": (
        UnavailableError,
        "the connection to the server broke; what was under way may have been carried out",
    ),
    "22": (InvalidInputError, "the database refused a value; nothing was written"),
    "23": (ConflictError, "a constraint of the database is in the way; nothing was written"),
    "26": (ConfigurationError, _LOST),
    "42P05": (ConfigurationError, _LOST),
    "25006": (ConfigurationError, "the server only reads; connect to the primary"),
    "25P03": (BusyError, "the server ended a transaction that was idle; nothing was written"),
    "25P04": (BusyError, "the server ended a transaction that took long; nothing was written"),
    "28": (ConfigurationError, "the server refused user or password"),
    "3D": (ConfigurationError, "there is no such database on the server"),
    "3F": (ConfigurationError, "there is no such schema; call init(), or create it"),
    "40003": (
        UnavailableError,
        "the connection to the server broke; what was under way may have been carried out",
    ),
    "40": (BusyError, "another transaction was in the way; nothing was written"),
    "42939": (ConfigurationError, "schema_name is a name that PostgreSQL keeps for itself"),
    "42501": (ConfigurationError, "the database role may not do this; nothing was written"),
    "42P01": (StorageError, "a table is missing; call init()"),
    "42703": (StorageError, "a column is missing; call init()"),
    "53300": (BusyError, "the server has no free connection; nothing was written"),
    "53": (UnavailableError, "the server ran out of resources; nothing was written"),
    "54": (InvalidInputError, "a value exceeds a limit of the server; nothing was written"),
    "55P03": (BusyError, "a lock did not come in time; nothing was written"),
    "57014": (BusyError, "the server cancelled the statement; nothing was written"),
    "57": (UnavailableError, "the server shuts down or starts up"),
    "58": (UnavailableError, "the server failed to read or write its files"),
    "XX": (CorruptDataError, "the server reports damaged data"),
}
"""Longer prefixes stand above shorter ones.
https://www.postgresql.org/docs/current/errcodes-appendix.html
"""


DRIVER_ERRORS = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    TimeoutError,
)
"""Everything that a call of the driver may raise."""


def translate(error: BaseException) -> StorageError:
    """Return the storage error for an error of the driver, which becomes its cause."""
    if isinstance(error, asyncpg.PostgresError):
        return _of_server(error)
    if isinstance(error, TimeoutError):
        return UnavailableError("no answer came in time; the call may have been carried out")
    if isinstance(error, ssl.SSLCertVerificationError):
        return ConfigurationError("the server's certificate is not one to trust")
    if isinstance(error, (OSError, asyncpg.InterfaceError, asyncpg.InternalClientError)):
        return UnavailableError("the server cannot be reached, or the connection to it broke")
    return StorageError("the database call failed")


def connecting(error: Exception) -> StorageError:
    """Return the storage error for an error on the way to a connection: there, what does not fit is
    a setting.
    """
    failure = translate(error)
    if isinstance(error, ValueError) and not isinstance(error, OSError):
        failure = ConfigurationError("the url, or an ssl setting, is not one for PostgreSQL")
    elif type(failure) in (StorageError, InvalidInputError):
        failure = ConfigurationError("the server refused a setting of the connection")
    return failure


def told(error: Exception) -> Exception | None:
    """Return the error if it may be shown: one from parsing a URL quotes it, password and all."""
    return error if isinstance(error, DRIVER_ERRORS) else None


def quieted(error: BaseException) -> BaseException:
    """Take out of an error of the server, which becomes a cause, what may quote a value."""
    if isinstance(error, asyncpg.PostgresError):
        words: dict[str, Any] = dict.fromkeys(_QUOTING)
        state = error.sqlstate or ""
        if state[:2] in _WITH_VALUES:
            error.args = (f"SQLSTATE {state}; the words of the server may hold a value",)
            words["message"] = error.args[0]
        vars(error).update(words)
    return error


_QUOTING = ("detail", "hint", "context", "internal_query")
"""Parts of an error that quote: the row that a constraint refused, the key that is there."""
_WITH_VALUES = frozenset({"22", "P0"})
"""Classes whose message itself quotes what was no number, or what a trigger says."""


def _of_server(error: asyncpg.PostgresError) -> StorageError:
    if isinstance(error, asyncpg.InvalidCachedStatementError):
        return BusyError("a table changed during the call, again and again; nothing was written")
    state = error.sqlstate or ""
    for prefix in (state, state[:2]):
        if prefix in _STATES:
            kind, message = _STATES[prefix]
            if kind is ConflictError:
                return ConflictError(message, constraint=getattr(error, "constraint_name", None))
            return kind(message)
    return StorageError(f"the server answered with SQLSTATE {state or 'unknown'}")
