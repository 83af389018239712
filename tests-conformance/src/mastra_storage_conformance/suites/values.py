"""Values: what of JSON, text and time survives, to the letter (rules 10 and 11)."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from mastra_storage_core import InvalidInputError, MemoryStorage, OrderBy, Resource

from mastra_storage_conformance.make import Make, said
from mastra_storage_conformance.suites._support import content_of, ids, reread, save


def nested(levels: int) -> Any:
    """Return objects and lists inside one another, with a value in the innermost."""
    value: Any = 1
    for level in range(levels):
        value = [value] if level % 2 else {"k": value}
    return value


VALUES: dict[str, Any] = {
    "text": "Grüße, 你好, مرحبا, 👩‍👩‍👧‍👦, e\u0301, \u2028\ufeff\uffff",
    "text that looks escaped": r"\u0000 \ud800 [^\ud800-\udfff] \\ \" \/",
    "text that looks like JSON": '{"a": 1}',
    "text that looks like SQL": "'; DROP TABLE mastra_threads; --",
    "control characters": "".join(map(chr, range(1, 32))) + "\x7f",
    "empty containers": [{}, [], "", {"a": {}}, {"b": []}],
    "null is not absent": {"a": None, "b": [None]},
    "booleans and numbers": [True, 1, False, 0, "1", "true", None],
    "large integers": [2**53 + 1, -(2**53) - 1, 2**63, -(2**64), 10**40],
    "floats": [0.1, -1.5, 1e-7, 5e-324, -2.2250738585072014e-308, 3.141592653589793],
    "odd keys": {"": 1, "a.b": 2, "'\"`\\": 3, "$": 4, "k" * 10_000: 5, "__proto__": 6, "é": 7},
    "nested 190 levels": nested(190),
    "a megabyte": "x" * 1_000_000,
    "a long list": list(range(10_000)),
}
json_values = pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestJsonValues:
    """JSON is kept as JSON, wherever a caller may put it."""

    @json_values
    async def test_contents_keep_it(self, memory: MemoryStorage, make: Make, value: Any) -> None:
        thread = await make.thread(memory)
        content = {"format": 2, "parts": [{"type": "text", "x": value}], "metadata": {"v": value}}

        (saved,) = await save(memory, make.message(thread, content))

        assert saved.content == content
        assert json.dumps(await content_of(memory, saved.id)) == json.dumps(content)

    @json_values
    async def test_metadata_keeps_it(self, memory: MemoryStorage, make: Make, value: Any) -> None:
        """Through saving and through merging."""
        thread = await make.thread(memory, metadata={"v": value})
        await memory.update_thread(thread.id, metadata={"w": value})

        metadata = (await reread(memory, thread)).metadata

        expected = {"v": value, "w": value}
        assert json.dumps(metadata, sort_keys=True) == json.dumps(expected, sort_keys=True)

    @json_values
    async def test_metadata_of_resources_keeps_it(
        self, memory: MemoryStorage, make: Make, value: Any
    ) -> None:
        await memory.update_resource(make.owner, metadata={"v": value})
        await memory.update_resource(make.owner, metadata={"w": value})

        resource = await memory.get_resource_by_id(make.owner)

        assert resource is not None
        assert resource.metadata == {"v": value, "w": value}

    @pytest.mark.parametrize(
        "value", [1e22, 1.7976931348623157e308, -0.0, "a\0b", "\ud800", "\udfff\ud800", {"\0": 1}]
    )
    async def test_contents_also_keep_what_metadata_may_not(
        self, memory: MemoryStorage, make: Make, value: Any
    ) -> None:
        """mastra#11563: contents are text everywhere, so spelling, NUL and surrogates survive."""
        thread = await make.thread(memory)
        content = {"format": 2, "parts": [], "z": value, "a": 1}

        (saved,) = await save(memory, make.message(thread, content))

        read = await content_of(memory, saved.id)
        assert json.dumps(read) == json.dumps(content)

    async def test_nan_and_infinities_become_null(self, memory: MemoryStorage, make: Make) -> None:
        odd = [float("nan"), float("inf"), -float("inf")]
        thread = await make.thread(memory, metadata={"v": odd})

        (saved,) = await save(memory, make.message(thread, {**said("a"), "v": odd}))

        assert (await reread(memory, thread)).metadata == {"v": [None, None, None]}
        assert saved.content["v"] == [None, None, None]
        assert await content_of(memory, saved.id) == saved.content

    @pytest.mark.parametrize("levels", [200, 201])
    async def test_two_hundred_levels_are_kept_and_one_more_is_refused(
        self, memory: MemoryStorage, make: Make, levels: int
    ) -> None:
        """The original's SQLite fails whole lists on one value deeper than a thousand."""
        thread = await make.thread(memory)
        metadata = {"v": nested(levels - 1)}
        content = {"format": 2, "parts": [], "v": nested(levels - 1)}

        if levels > 200:
            with pytest.raises(InvalidInputError):
                await memory.update_thread(thread.id, metadata=metadata)
            with pytest.raises(InvalidInputError):
                await save(memory, make.message(thread, content))
            assert await reread(memory, thread) == thread
        else:
            await memory.update_thread(thread.id, metadata=metadata)
            (saved,) = await save(memory, make.message(thread, content))
            assert (await reread(memory, thread)).metadata == metadata
            assert await content_of(memory, saved.id) == content


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestPlainText:
    """Titles and working memory are text to the letter, never parsed."""

    @pytest.mark.parametrize(
        "text",
        ["", " ", '{"a": 1}', "[1]", "null", "1", VALUES["text"], "a\nb\t\x7f", "x" * 100_000],
    )
    async def test_it_comes_back_to_the_letter(
        self, memory: MemoryStorage, make: Make, text: str
    ) -> None:
        """The original reads a title that looks like JSON as an object."""
        thread = await make.thread(memory, title=text)
        await memory.save_resource(Resource(id=make.owner, working_memory=text))

        listed = await memory.list_threads(resource_id=make.owner)
        resource = await memory.get_resource_by_id(make.owner)

        assert listed.threads == [await reread(memory, thread)] == [thread]
        assert resource is not None
        assert resource.working_memory == text


HOUR = timedelta(hours=1)
MOMENTS = [
    datetime(1, 1, 1, tzinfo=UTC),
    datetime(1, 1, 1, 1, tzinfo=timezone(HOUR)),
    datetime(99, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC),
    datetime(1582, 10, 10, tzinfo=UTC),
    datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
    datetime(1970, 1, 1, tzinfo=UTC),
    datetime(2024, 2, 29, 12, 34, 56, 789_999, tzinfo=timezone(5.75 * HOUR)),
    datetime(2024, 3, 31, 2, 30, tzinfo=timezone(-12 * HOUR)),
    datetime(2024, 3, 31, 2, 30, tzinfo=timezone(timedelta(hours=23, minutes=59, seconds=59))),
    datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
]


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestTimes:
    """Time comes back aware, in UTC, at millisecond precision (rule 11)."""

    @pytest.mark.parametrize("moment", MOMENTS, ids=str)
    async def test_any_moment_of_any_zone_comes_back_in_utc(
        self, memory: MemoryStorage, make: Make, moment: datetime
    ) -> None:
        """mastra#11496: columns with and without a zone differed by the machine's offset."""
        expected = moment.astimezone(UTC)
        expected = expected.replace(microsecond=expected.microsecond // 1000 * 1000)
        thread = await make.thread(memory, created_at=moment)
        resource = Resource(id=make.owner, created_at=moment)
        await memory.save_resource(resource)

        read = await reread(memory, thread)
        await save(memory, make.message(thread, created_at=moment))
        (message,) = (await memory.list_messages(thread.id)).messages

        times = [read.created_at, read.updated_at, message.created_at]
        assert times == [expected] * 3
        assert {value.tzinfo for value in times} == {UTC}
        assert await memory.get_resource_by_id(make.owner) == resource

    async def test_times_are_ordered_as_instants(self, memory: MemoryStorage, make: Make) -> None:
        threads = [await make.thread(memory, created_at=moment) for moment in MOMENTS[::-1]]
        messages = [make.message(threads[0], created_at=moment) for moment in MOMENTS[::-1]]
        await memory.save_messages(messages)

        page = await memory.list_messages(threads[0].id)
        listed = await memory.list_threads(resource_id=make.owner, order_by=OrderBy())

        for read, saved in ((page.messages, messages), (listed.threads, threads)):
            assert ids(read) == ids(sorted(saved, key=lambda each: (each.created_at, each.id)))

    async def test_after_the_last_moment_there_is_no_room_for_the_clock(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 14: no error from outside the tree, and nothing of the call is saved."""
        thread = await make.thread(memory)
        await save(memory, make.message(thread, created_at=MOMENTS[-1]))

        with pytest.raises(InvalidInputError):
            await save(memory, make.message(thread))

        assert (await memory.list_messages(thread.id)).total == 1
