"""What callers cannot do to one another: shared objects, and ids that mean more than themselves."""

from typing import Any

import pytest
from mastra_storage_core import Include, MemoryStorage, Resource

from mastra_storage_conformance.make import Make, said
from mastra_storage_conformance.suites._support import content_of, ids, observe, record_of, reread


def spoil(value: Any) -> None:
    """Change everything in a JSON value that can be changed."""
    if isinstance(value, dict):
        for inner in value.values():
            spoil(inner)
        value["spoiled"] = True
    elif isinstance(value, list):
        for inner in value:
            spoil(inner)
        value.append("spoiled")


def deep() -> dict[str, Any]:
    """Return a JSON object with something to change on each level."""
    return {"list": [1, {"x": []}], "object": {"y": {}}}


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestReturnedAndPassedObjects:
    """Changing a returned or a passed object never changes the store (rule 12)."""

    async def test_metadata_of_threads_is_the_callers(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        passed, merged = deep(), deep()
        thread = make.new_thread(metadata=passed)
        saved = await memory.save_thread(thread)
        updated = await memory.update_thread(thread.id, metadata={"merged": merged})
        listed = await memory.list_threads(resource_id=make.owner)
        found = await reread(memory, thread)

        for each in (thread, saved, updated, *listed.threads, found):
            spoil(each.metadata)
        spoil(passed)
        spoil(merged)

        assert (await reread(memory, thread)).metadata == {**deep(), "merged": deep()}

    async def test_contents_of_messages_are_the_callers(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        message = make.message(thread, {**said("a"), "x": deep()})
        saved = await memory.save_messages([message])
        page = await memory.list_messages(thread.id, include=[Include(id=message.id)])
        found = await memory.list_messages_by_id([message.id])

        for each in (message, *saved, *page.messages, *found):
            spoil(each.content)

        assert await content_of(memory, message.id) == {**said("a"), "x": deep()}

    async def test_metadata_of_resources_is_the_callers(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        resource = Resource(id=make.owner, metadata=deep())
        saved = await memory.save_resource(resource)
        found = await memory.get_resource_by_id(make.owner)
        merged = {"merged": deep()}
        updated = await memory.update_resource(make.owner, metadata=merged)

        for value in (resource.metadata, saved.metadata, found and found.metadata, merged):
            spoil(value)
        spoil(updated.metadata)

        again = await memory.get_resource_by_id(make.owner)
        assert again is not None
        assert again.metadata == {**deep(), "merged": deep()}

    async def test_observational_memory_is_the_callers(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        record = await observe(
            memory, make, config=deep(), metadata=deep(), observed_message_ids=["a"]
        )
        found = await record_of(memory, record)

        for each in (record, found):
            spoil(each.config)
            spoil(each.metadata)
            spoil(each.observed_message_ids)

        again = await record_of(memory, record)
        assert (again.config, again.metadata) == (deep(), deep())
        assert again.observed_message_ids == ["a"]

    async def test_lists_that_are_returned_are_the_callers(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        saved = await memory.save_messages(make.messages(thread, 2))
        page = await memory.list_messages(thread.id)

        saved.clear()
        page.messages.clear()

        assert (await memory.list_messages(thread.id)).total == 2


ODD_IDS = [
    "%", "_", "*", "A*", "?", "[a-z]", "\\", "'", '"', "`", "'; DROP TABLE mastra_threads; --",
    "$1", ":id", "?1", "{}", "[1]", '{"a":1}', "null", "1", "1.0", "true", "a/b", "../x", "a:b",
    "a\nb", " padded ", "é", "e\u0301", "😀", "ı", "\x7f", "x" * 1_000,
]  # fmt: skip
"""Ids that mean something to a pattern, a statement, a path or a reader of JSON."""


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestIdentifiersAreData:
    """Identifiers are data, never patterns (rule 13)."""

    @pytest.mark.parametrize("odd", ODD_IDS, ids=ascii)
    async def test_any_text_is_an_id_and_names_nothing_but_itself(
        self, memory: MemoryStorage, make: Make, odd: str
    ) -> None:
        """Deleting the thread `A*` deleted the messages of every such thread, in the original."""
        name = f"{make.owner}{odd}"
        others = [await make.thread(memory, thread_id=f"{name}{tail}") for tail in ("A", "%", " x")]
        for other in others:
            await memory.save_messages(make.messages(other, 1))
        thread = await make.thread(memory, thread_id=name, owner=name)
        message = make.message(thread, message_id=name)

        saved = await memory.save_messages([message])

        assert await memory.get_thread_by_id(name, resource_id=name) == await reread(memory, thread)
        assert ids((await memory.list_threads(resource_id=name)).threads) == [name]
        assert (await memory.list_messages([name])).messages == saved
        assert (await memory.list_messages_by_resource_id(name)).messages == saved
        assert await memory.list_messages_by_id([name]) == saved
        assert await memory.delete_messages([name]) == 1
        assert await memory.delete_thread(name) is True
        for other in others:
            assert (await memory.list_messages(other.id)).total == 1

    @pytest.mark.parametrize("odd", ODD_IDS, ids=ascii)
    async def test_a_resource_may_have_any_id_as_well(
        self, memory: MemoryStorage, make: Make, odd: str
    ) -> None:
        name, other = f"{make.owner}{odd}", f"{make.owner}{odd}x"
        await memory.update_resource(other, working_memory="Other")

        made = await memory.update_resource(name, working_memory="Own", metadata={odd: odd})

        assert (made.id, made.metadata) == (name, {odd: odd})
        assert await memory.get_resource_by_id(name) == made

    async def test_ids_that_differ_only_to_the_letter_differ(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """In case, in the form of an accent, in a blank at the end."""
        names = [f"{make.owner}{tail}" for tail in ("a", "A", "é", "e\u0301", "a ", "ä", "ß", "ss")]
        for name in names:
            await make.thread(memory, thread_id=name, title=name)

        titles = [await memory.get_thread_by_id(name) for name in names]

        assert [thread and thread.title for thread in titles] == names
