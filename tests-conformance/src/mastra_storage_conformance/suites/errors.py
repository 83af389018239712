"""Errors: one tree, one class for one failure, an identifier as the original's (rule 14)."""

import pytest
from mastra_storage_core import (
    ConflictError,
    InvalidInputError,
    MemoryStorage,
    NotFoundError,
    StorageError,
    Store,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import keeper


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestErrors:
    """Each error says where it happened, and no secret."""

    async def test_an_error_names_the_store_the_operation_and_the_status(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        with pytest.raises(NotFoundError) as caught:
            await memory.update_thread(make.id("unknown"), title="New")

        error = caught.value
        assert error.operation == "memory.update_thread"
        assert error.store == keeper(memory)
        assert error.mastra_id == f"MASTRA_STORAGE_{keeper(memory)}_UPDATE_THREAD_NOT_FOUND"
        assert error.retryable is False

    async def test_every_kind_of_failure_has_its_identifier(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)

        with pytest.raises(ConflictError) as conflict:
            await memory.create_thread(resource_id=make.owner, thread_id=thread.id)
        with pytest.raises(InvalidInputError) as invalid:
            await memory.list_threads(page=-1)

        prefix = f"MASTRA_STORAGE_{keeper(memory)}"
        assert conflict.value.mastra_id == f"{prefix}_CREATE_THREAD_CONFLICT"
        assert invalid.value.mastra_id == f"{prefix}_LIST_THREADS_INVALID_INPUT"

    async def test_the_flat_methods_of_the_store_say_the_same(
        self, store: Store, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await store.create_thread(resource_id=make.owner)

        assert await store.get_thread_by_id(thread.id) == thread
        with pytest.raises(NotFoundError) as caught:
            await store.update_thread(make.id("unknown"))

        assert caught.value.operation == "memory.update_thread"

    async def test_identifiers_are_named_cut_and_contents_never(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        long_id = make.id("unknown") + "x" * 900
        unknown = make.new_thread(thread_id=long_id)

        with pytest.raises(StorageError) as caught:
            await memory.save_messages([make.message(unknown, "secret", metadata={"k": "secret"})])

        text = str(caught.value)
        assert long_id[:50] in text
        assert len(text) < 400
        assert "secret" not in text
