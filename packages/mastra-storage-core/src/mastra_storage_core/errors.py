"""Every error of every backend. What a caller would handle in the same way is one class.

```
StorageError                 code, retryable, operation, store; __cause__ is the driver's own error
├── ConfigurationError       a setting is wrong; raised before any I/O
├── UnavailableError         the database cannot be reached or opened               retryable
│   └── BusyError            a lock or a free connection did not come in time       retryable
├── NotFoundError            a thing that the caller named is absent
├── ConflictError            a unique key, an owner or a version is in the way
├── InvalidInputError        a value that no backend stores; raised before any I/O
├── UnsupportedError         this store lacks that domain or feature
├── CorruptDataError         a stored row does not fit its model
└── ClosedError              used after `close()`
```

Messages name identifiers that the caller passed, never contents, settings with secrets, or the
words of a driver.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import ClassVar, Self


class StorageError(Exception):
    """The storage call failed. Whether anything was written is not known."""

    code: ClassVar[str] = "FAILED"
    retryable: ClassVar[bool] = False

    operation: str | None = None
    """The method that failed, such as `memory.list_messages`."""

    store: str | None = None
    """The backend, such as `LIBSQL`, `PG` or `MEMORY`."""

    def __init__(self, message: str | None = None, *, operation: str | None = None) -> None:
        super().__init__(message or _first_sentence(type(self)))
        if operation is not None:
            self.operation = operation

    def at(self, store: str, operation: str) -> Self:
        """Fill in where the error happened, unless that is known already; return the error."""
        self.store = self.store or store
        self.operation = self.operation or operation
        return self

    def within(self, place: str) -> Self:
        """Return this error with a message that begins with the part of a whole where it happened.

        It is a copy: others may be waiting for the error itself.
        """
        same = type(self).__new__(type(self))
        same.__dict__.update(self.__dict__)
        same.args = (f"{place}: {super().__str__()}",)
        same.__notes__ = [*getattr(self, "__notes__", ())]
        same.__cause__ = self.__cause__
        return same.with_traceback(self.__traceback__)

    @property
    def mastra_id(self) -> str:
        """The identifier that Mastra in TypeScript logs:
        `MASTRA_STORAGE_<STORE>_<OPERATION>_<STATUS>`.
        """
        verb = (self.operation or "").rpartition(".")[2]
        parts = (_upper_snake(self.store or "") or "STORE", _upper_snake(verb) or "OPERATION")
        return "_".join(("MASTRA_STORAGE", *parts, self.code))

    def __str__(self) -> str:
        message = super().__str__()
        return f"{self.operation}: {message}" if self.operation else message


class ConfigurationError(StorageError):
    """A setting is missing or wrong. Nothing was opened."""

    code = "CONFIGURATION"


class UnavailableError(StorageError):
    """The database cannot be reached or opened. A call that was under way may have been carried
    out.
    """

    code = "UNAVAILABLE"
    retryable = True


class BusyError(UnavailableError):
    """A lock or a free connection did not come in time. Nothing was written."""

    code = "BUSY"


class NotFoundError(StorageError):
    """A thing that the caller named does not exist. Nothing was written."""

    code = "NOT_FOUND"


class ConflictError(StorageError):
    """A unique key, an owner or a version is in the way. Nothing was written."""

    code = "CONFLICT"

    def __init__(
        self,
        message: str | None = None,
        *,
        operation: str | None = None,
        constraint: str | None = None,
        current: object = None,
    ) -> None:
        super().__init__(message, operation=operation)
        self.constraint = constraint
        """The name of what is violated: a constraint of the database, where it tells, or the
        argument that said how things should stand, such as `expected_status` or `fence`.
        """
        self.current = current
        """How they stand instead, where the caller may know: a status, a generation."""


class InvalidInputError(StorageError):
    """A value that no backend stores. Nothing was read or written."""

    code = "INVALID_INPUT"


class UnsupportedError(StorageError):
    """This store lacks the domain or the feature. Nothing was read or written."""

    code = "UNSUPPORTED"


class CorruptDataError(StorageError):
    """A stored row does not fit its model. What cannot be read was not changed."""

    code = "CORRUPT_DATA"

    def __init__(
        self, message: str | None = None, *, table: str | None = None, key: str | None = None
    ) -> None:
        super().__init__(message)
        self.table = table
        self.key = key
        """The primary key of the row, where it could be read."""


class ClosedError(StorageError):
    """The store was used after `close()`. Nothing was read or written."""

    code = "CLOSED"


def named(value: object) -> str:
    """Return an identifier as an error message shows it: quoted, and cut at 200 characters."""
    try:
        text = repr(value[:200] if isinstance(value, str) else value)
    except ValueError:  # an integer of more digits than Python writes
        text = f"a huge {type(value).__name__}"
    except RecursionError:
        text = f"a deeply nested {type(value).__name__}"
    return text if len(text) <= 200 else text[:199] + "…"


def summary(error: BaseException) -> str:
    """Return what a note may say of an error: our own words, and of others' no more than the class,
    for theirs may hold secrets.
    """
    return str(error) if isinstance(error, StorageError) else type(error).__name__


def nearest(name: object, known: Iterable[str]) -> str:
    """Return what an error message adds to a name that nobody knows: the name that is like it, or
    else all there are.
    """
    names = sorted(known)
    like = get_close_matches(str(name), names, n=1)
    return f"the nearest is {like[0]!r}" if like else f"there are {', '.join(names)}"


def _first_sentence(error: type[StorageError]) -> str:
    return (error.__doc__ or "").partition(".")[0].strip().lower()


def _upper_snake(text: str) -> str:
    words = re.sub(r"([a-z])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])", r"\1\2_", text)
    return re.sub(r"[^A-Z0-9]+", "_", words.upper()).strip("_")
