"""Bad values: `InvalidInputError` on every backend, before any I/O, and nothing is lost."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import (
    DateRange,
    Include,
    InvalidInputError,
    MemoryStorage,
    MessageUpdate,
    NewMessage,
    OrderBy,
    Resource,
    Store,
    Thread,
)
from mastra_storage_core.jsoncodec import DEFAULT_MAX_BYTES

from mastra_storage_conformance.make import Make, said
from mastra_storage_conformance.suites._refusals import (
    BLANK,
    NAIVE,
    NO_COUNT,
    NUL,
    TOO_LONG,
    Call,
    CallWith,
    grid,
    refused,
)
from mastra_storage_conformance.suites._support import chunk

MemoryCall: TypeAlias = Call[MemoryStorage]


def lists(option: str, *values: object, **others: Any) -> dict[str, MemoryCall]:
    """Return a call of every list with every value of an option."""
    calls: dict[str, CallWith[MemoryStorage]] = {
        f"threads {option}": lambda m, x: m.list_threads(**{option: x}, **others),
        f"messages {option}": lambda m, x: m.list_messages("t", **{option: x}, **others),
        f"of resource {option}": lambda m, x: m.list_messages_by_resource_id(
            "r", **{option: x}, **others
        ),
    }
    return grid(values, calls)


def saved(**fields: Any) -> MemoryCall:
    """Return a call that saves a message which is sound but for these fields."""
    sound = {"thread_id": "t", "resource_id": "r", "role": "user", "content": said("a")}
    return lambda memory: memory.save_messages([NewMessage(**(sound | fields))])


def updated(**fields: Any) -> MemoryCall:
    """Return a call that changes these fields of a message."""
    return lambda memory: memory.update_messages([MessageUpdate(id="m", **fields)])


PAGES = {
    **lists("page", *NO_COUNT, None),
    **lists("per_page", *NO_COUNT),
    **lists("page", 1, per_page=None),
    **lists("page", 2**53 - 1, per_page=2),
    **lists("include_total", 1, None),
}
FIELDS: list[Any] = ["id", "title", "createdAt", "", "created_at; DROP TABLE x", None]
DIRECTIONS: list[Any] = ["ASC", "up", "", None, "asc; DROP TABLE x"]
ORDERS = {
    **lists("order_by", *(OrderBy(field) for field in FIELDS), "created_at"),
    **lists("order_by", *(OrderBy("created_at", direction) for direction in DIRECTIONS)),
    "messages by updated_at": lambda m: m.list_messages("t", order_by=OrderBy("updated_at")),
}
KEYS = ["", "a.b", "a b", "1a", "é", "'", '"', "a'--", "$.a", "a\0", "a\n", "x" * 129, "x" * 10_000]
KEYS += ["__proto__", "prototype", "constructor"]
FILTERS = {
    **lists("metadata", *({key: 1} for key in KEYS)),
    **lists("metadata", [1], "a", {"k": ...}, {"k": {1}}, {1: 1}, {"k": {"x": b"bytes"}}),
}
TEXTS = {
    **grid(
        [*BLANK, *NUL, *TOO_LONG, 5, b"bytes", ["a"]],
        {
            "get thread": lambda m, x: m.get_thread_by_id(x),
            "guard": lambda m, x: m.get_thread_by_id("t", resource_id=x),
            "delete thread": lambda m, x: m.delete_thread(x),
            "create thread": lambda m, x: m.create_thread(resource_id=x),
            "new id": lambda m, x: m.create_thread(resource_id="r", thread_id=x),
            "move thread": lambda m, x: m.update_thread_resource_id("t", x),
            "list several": lambda m, x: m.list_messages(["t", x]),
            "list by resource": lambda m, x: m.list_messages_by_resource_id(x),
            "list by id": lambda m, x: m.list_messages_by_id([x]),
            "delete messages": lambda m, x: m.delete_messages([x]),
            "get resource": lambda m, x: m.get_resource_by_id(x),
            "copy": lambda m, x: m.copy_thread(x),
            "set flag": lambda m, x: m.set_observing_flag(x, True),
        },
    ),
    **grid(
        [*BLANK, *NUL, *TOO_LONG],
        {
            "thread id": lambda m, x: m.save_thread(Thread(id=x, resource_id="r", title="")),
            "message id": lambda m, x: saved(id=x)(m),
            "message thread": lambda m, x: saved(thread_id=x)(m),
            "role": lambda m, x: saved(role=x)(m),
            "type": lambda m, x: saved(type=x)(m),
            "list": lambda m, x: m.list_messages(x),
            "include": lambda m, x: m.list_messages("t", include=[Include(id=x)]),
            "move message": lambda m, x: updated(thread_id=x)(m),
            "resource id": lambda m, x: m.save_resource(Resource(id=x)),
        },
    ),
    **grid(
        NUL,
        {
            "title": lambda m, x: m.create_thread(resource_id="r", title=x),
            "new title": lambda m, x: m.update_thread("t", title=x),
            "copy's title": lambda m, x: m.copy_thread("t", title=x),
            "working memory": lambda m, x: m.update_resource("r", working_memory=x),
            "observations": lambda m, x: m.update_active_observations(
                "o", observations=x, token_count=1, last_observed_at=Make.noon
            ),
        },
    ),
}
NAIVES: dict[str, MemoryCall] = {
    "thread": lambda m: m.save_thread(Thread(resource_id="r", title="", created_at=NAIVE)),
    "message": lambda m: saved(created_at=NAIVE)(m),
    "resource": lambda m: m.save_resource(Resource(id="r", updated_at=NAIVE)),
    "update": lambda m: updated(created_at=NAIVE)(m),
    "range": lambda m: m.list_messages("t", date_range=DateRange(start=NAIVE)),
    "observation": lambda m: m.update_active_observations(
        "o", observations="", token_count=1, last_observed_at=NAIVE
    ),
    "buffer": lambda m: m.update_buffered_observations(
        "o", chunk=chunk(Make(), "c"), last_buffered_at_time=NAIVE
    ),
}
CONTENTS = {
    **grid(
        [None, 1, True, {}, {"parts": []}, {"format": 1}, ..., {"format": 2, "x": {1}}],
        {"content": lambda m, x: saved(content=x)(m)},
    ),
    **grid(
        [{"k": ...}, {"k": b"bytes"}, {1: 2}, {"k": {"x": {None: 1}}}],
        {
            "metadata": lambda m, x: m.create_thread(resource_id="r", metadata=x),
            "merged": lambda m, x: m.update_thread("t", metadata=x),
            "resource": lambda m, x: m.update_resource("r", metadata=x),
            "patch": lambda m, x: updated(content=x)(m),
        },
    ),
    **grid(
        ["thread_id", "role", "content", "type", "created_at"],
        {"cleared": lambda m, x: updated(**{x: None})(m)},
    ),
    "cleared metadata": updated(content={"metadata": None}),
}
COUNTS = {
    **grid(
        NO_COUNT,
        {
            "limit": lambda m, x: m.copy_thread("t", message_limit=x),
            "history": lambda m, x: m.get_observational_memory_history("t", limit=x),
        },
    ),
    **grid(
        [-1, float("nan"), float("inf"), True, "1", 2**31],
        {"tokens": lambda m, x: m.set_pending_message_tokens("o", x)},
    ),
    **grid(
        [-1, 10**30],
        {
            "window": lambda m, x: m.list_messages(
                "t", include=[Include(id="m", with_previous_messages=x)]
            )
        },
    ),
    **grid(
        [2, -1, float("nan")],
        {
            "ratio": lambda m, x: m.swap_buffered_to_active(
                "o", activation_ratio=x, message_tokens_threshold=1, current_pending_tokens=1
            )
        },
    ),
}
KINDS = {
    **grid(
        ["m", {}, 5, None],
        {
            "messages": lambda m, x: m.save_messages(x),
            "updates": lambda m, x: m.update_messages(x),
            "thread": lambda m, x: m.save_thread(x),
            "include": lambda m, x: m.list_messages("t", include=x),
            "date range": lambda m, x: m.list_messages("t", date_range=x),
            "format": lambda m, x: m.get_messages("t", format=x),
            "flag": lambda m, x: m.set_observing_flag("o", x),
            "include_system": lambda m, x: m.list_messages("t", include_system=x),
            "scope": lambda m, x: m.initialize_observational_memory(
                resource_id="r", scope=x, config={}
            ),
        },
    ),
    **grid(["m", 5, None], {"ids": lambda m, x: m.delete_messages(x)}),
    "no threads": lambda m: m.list_messages([]),
    "neither thread nor resource": lambda m: m.get_observational_memory(),
}
REFUSED = PAGES | ORDERS | FILTERS | TEXTS | NAIVES | CONTENTS | COUNTS | KINDS


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestBadInput:
    """What no backend stores is refused in the same way by all."""

    @pytest.mark.parametrize("call", REFUSED.values(), ids=map(ascii, REFUSED))
    async def test_it_is_refused_before_any_io(
        self, open_fresh: Callable[[], Store], call: MemoryCall
    ) -> None:
        """Even by a store that is closed: there is nothing to ask it."""
        store = open_fresh()
        await store.close()

        await refused(call, store.memory)

    async def test_content_over_the_limit_is_refused_and_nothing_is_saved(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        large = "x" * DEFAULT_MAX_BYTES

        with pytest.raises(InvalidInputError) as caught:
            await memory.save_messages([make.message(thread, "sound"), make.message(thread, large)])
        with pytest.raises(InvalidInputError):
            await memory.update_thread(thread.id, title=large + "x")

        assert "xxx" not in str(caught.value)
        assert (await memory.list_messages(thread.id)).total == 0
