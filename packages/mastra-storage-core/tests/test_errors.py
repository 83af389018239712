"""The tree of errors, and the identifiers that logs of both languages share."""

import pickle

import pytest
from mastra_storage_core import errors
from mastra_storage_core.errors import (
    BusyError,
    ConflictError,
    CorruptDataError,
    InvalidInputError,
    NotFoundError,
    StorageError,
    UnavailableError,
    named,
    nearest,
    summary,
)

TREE = {
    "StorageError": ("Exception", "FAILED", False),
    "ConfigurationError": ("StorageError", "CONFIGURATION", False),
    "UnavailableError": ("StorageError", "UNAVAILABLE", True),
    "BusyError": ("UnavailableError", "BUSY", True),
    "NotFoundError": ("StorageError", "NOT_FOUND", False),
    "ConflictError": ("StorageError", "CONFLICT", False),
    "InvalidInputError": ("StorageError", "INVALID_INPUT", False),
    "UnsupportedError": ("StorageError", "UNSUPPORTED", False),
    "CorruptDataError": ("StorageError", "CORRUPT_DATA", False),
    "ClosedError": ("StorageError", "CLOSED", False),
}


def test_these_are_all_errors_and_where_they_stand() -> None:
    classes = [value for value in vars(errors).values() if isinstance(value, type)]
    found = {
        kind.__name__: (kind.__mro__[1].__name__, kind.code, kind.retryable)
        for kind in classes
        if issubclass(kind, StorageError)
    }

    assert found == TREE


@pytest.mark.parametrize("name", TREE)
def test_an_error_without_words_says_what_it_stands_for(name: str) -> None:
    message = str(getattr(errors, name)())

    assert len(message) > 10
    assert not message.endswith(".")
    assert message[0].islower()


@pytest.mark.parametrize(
    ("operation", "verb"),
    [
        ("memory.list_messages", "LIST_MESSAGES"),
        ("memory.listMessagesById", "LIST_MESSAGES_BY_ID"),
        ("memory.getHTTPUrl2Page", "GET_HTTP_URL2PAGE"),
        ("init", "INIT"),
        ("memory.--odd  name!", "ODD_NAME"),
        ("memory.größe", "GR_SSE"),
        ("memory.", "OPERATION"),
        (None, "OPERATION"),
    ],
)
def test_the_identifier_has_the_form_of_the_original(operation: str | None, verb: str) -> None:
    error = NotFoundError("no thread 'x'", operation=operation)
    error.store = "PG"

    assert error.mastra_id == f"MASTRA_STORAGE_PG_{verb}_NOT_FOUND"


@pytest.mark.parametrize(
    ("store", "part"), [("LIBSQL", "LIBSQL"), ("myOwn.Store", "MY_OWN_STORE"), (None, "STORE")]
)
def test_a_third_party_has_its_own_name_in_the_identifier(store: str | None, part: str) -> None:
    error = BusyError(operation="memory.save_thread")
    error.store = store

    assert error.mastra_id == f"MASTRA_STORAGE_{part}_SAVE_THREAD_BUSY"


def test_where_an_error_happened_is_filled_in_once() -> None:
    error = InvalidInputError("title must be text", operation="memory.save_thread")

    assert error.at("PG", "memory.other") is error
    assert (error.store, error.operation) == ("PG", "memory.save_thread")
    assert str(error) == "memory.save_thread: title must be text"


def test_an_error_keeps_what_it_knows_when_it_crosses_processes() -> None:
    conflict = ConflictError("taken", constraint="mastra_threads_pkey").at("PG", "memory.x")
    corrupt = CorruptDataError("cannot be read", table="mastra_threads", key="t1")

    one, other = pickle.loads(pickle.dumps([conflict, corrupt]))

    assert (one.mastra_id, one.constraint, str(one)) == (
        conflict.mastra_id,
        "mastra_threads_pkey",
        str(conflict),
    )
    assert (other.table, other.key) == ("mastra_threads", "t1")


def test_a_busy_database_is_handled_as_an_unavailable_one() -> None:
    with pytest.raises(UnavailableError):
        raise BusyError


@pytest.mark.parametrize("text", ["x" * 10_000, "\n" * 150, "\ud800" * 100])
def test_an_identifier_in_a_message_is_quoted_and_cut(text: str) -> None:
    shown = named(text)

    assert len(shown) <= 200
    assert shown.startswith("'")
    assert shown.isprintable()


def test_what_is_nested_too_deeply_to_be_shown_is_named_by_its_kind() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]

    assert named(deep) == "a deeply nested list"


class ForeignError(NotFoundError):
    """An error of somebody else's, which is made in its own way."""

    def __init__(self, place: str, number: int) -> None:
        super().__init__(f"nothing at {place}")
        self.number = number


def caught(error: StorageError, cause: Exception) -> StorageError:
    try:
        raise error.at("PG", "init") from cause
    except StorageError as raised:
        raised.add_note("a note")
        return raised


def test_an_error_within_a_whole_is_the_same_but_for_its_first_words() -> None:
    cause = OSError("the driver's")
    error = caught(ForeignError("home", 5), cause)

    within = error.within("PG (memory)")
    within.add_note("another")

    assert type(within) is ForeignError
    assert str(within) == "init: PG (memory): nothing at home"
    assert (within.number, within.mastra_id) == (5, error.mastra_id)
    assert (within.__cause__, within.__traceback__) == (cause, error.__traceback__)
    assert within.__notes__ == ["a note", "another"]
    assert (str(error), error.__notes__) == ("init: nothing at home", ["a note"])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("memry", "the nearest is 'memory'"),
        ("zzz", "there are memory, workflows"),
        (5, "there are memory, workflows"),
    ],
)
def test_a_name_that_nobody_knows_comes_with_those_that_are_known(name: object, words: str) -> None:
    assert nearest(name, ["workflows", "memory"]) == words


def test_a_summary_holds_no_words_of_others() -> None:
    assert summary(NotFoundError("no thread 'x'")) == "no thread 'x'"
    assert summary(OSError("s3cret")) == "OSError"
