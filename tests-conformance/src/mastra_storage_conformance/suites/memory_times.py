"""Messages: the times they get (rule 2)."""

from datetime import timedelta

import pytest
from mastra_storage_core import MemoryStorage, NewMessage

from mastra_storage_conformance.make import Make, said
from mastra_storage_conformance.suites._support import ids, save, texts

MILLISECOND = timedelta(milliseconds=1)


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestMessageTimes:
    """What `created_at` a message gets (rule 2)."""

    async def test_a_given_created_at_is_kept_cut_to_the_millisecond(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        odd = make.noon.replace(microsecond=123_999)

        (saved,) = await save(memory, make.message(thread, created_at=odd))

        assert saved.created_at == make.noon.replace(microsecond=123_000)

    async def test_messages_without_created_at_keep_the_order_of_the_call(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """mastra#3735: user and assistant of one millisecond changed places."""
        thread = await make.thread(memory)
        messages = [make.message(thread, message_id=make.id(name)) for name in "zaybx"]

        saved = await memory.save_messages(messages)

        times = [message.created_at for message in saved]
        assert ids(saved) == ids(messages)
        assert times == sorted(set(times))
        assert (await memory.list_messages(thread.id)).messages == saved

    async def test_a_message_without_created_at_comes_after_the_newest_of_its_thread(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """mastra#16893: a message of a time to come must not sort later ones into the middle."""
        thread, other = await make.thread(memory), await make.thread(memory)
        future = make.noon.replace(year=2999)
        await save(memory, make.message(thread, created_at=future))

        (after,) = await save(memory, make.message(thread))
        (apart,) = await save(memory, make.message(other))

        assert after.created_at == future + MILLISECOND
        assert apart.created_at.year < 2999

    async def test_it_also_comes_after_the_message_before_it_in_the_call(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        future = make.noon.replace(year=2999)

        saved = await save(
            memory, make.message(thread, created_at=future), make.message(thread, "After")
        )

        assert saved[1].created_at == future + MILLISECOND

    async def test_ids_that_are_made_here_keep_the_order_of_one_time(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """mastra#10683: a hundred messages of one time come back in the order of their making."""
        thread = await make.thread(memory)
        messages = [
            NewMessage(
                thread_id=thread.id,
                resource_id=make.owner,
                role="user",
                content=said(f"{number}"),
                created_at=make.noon,
            )
            for number in range(100)
        ]

        await memory.save_messages(messages)

        page = await memory.list_messages(thread.id, per_page=None)
        assert texts(page.messages) == [f"{number}" for number in range(100)]
