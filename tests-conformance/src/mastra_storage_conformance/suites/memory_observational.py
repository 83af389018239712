"""Observational memory: its records. How observations move is in `memory_observations`."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from mastra_storage_core import (
    ConflictError,
    DateRange,
    MemoryStorage,
    NotFoundError,
    ObservationalMemory,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import chunk, ids, observe, record_of


async def generations(memory: MemoryStorage, make: Make, number: int) -> list[ObservationalMemory]:
    """Insert generations of one thread, a second apart, and return them, the newest first."""
    thread_id = make.id("thread")
    records = [
        ObservationalMemory(
            id=make.id(f"record{count}"),
            scope="thread",
            thread_id=thread_id,
            resource_id=make.owner,
            generation_count=count,
            created_at=make.after(count),
        )
        for count in range(number)
    ]
    for record in records:
        await memory.insert_observational_memory_record(record)
    return records[::-1]


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestInitializeObservationalMemory:
    """`initialize_observational_memory` inserts the first generation, or returns the newest."""

    async def test_the_first_generation_is_inserted_and_returned(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread_id = make.id("thread")

        record = await memory.initialize_observational_memory(
            thread_id=thread_id,
            resource_id=make.owner,
            scope="thread",
            config={"b": {"x": 1.5}, "a": [None]},
            observed_timezone="Asia/Kathmandu",
        )

        assert (record.thread_id, record.resource_id) == (thread_id, make.owner)
        assert (record.generation_count, record.active_observations) == (0, "")
        assert record.config == {"b": {"x": 1.5}, "a": [None]}
        assert record.observed_timezone == "Asia/Kathmandu"
        assert await memory.get_observational_memory(thread_id) == record

    async def test_where_there_are_some_the_newest_is_returned(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """mastra#22188: the original inserted a further generation 0."""
        newest, *_ = await generations(memory, make, 3)

        record = await memory.initialize_observational_memory(
            thread_id=newest.thread_id, resource_id=make.owner, scope="thread", config={"new": 1}
        )

        assert record == newest
        assert len(await memory.get_observational_memory_history(newest.thread_id)) == 3

    async def test_records_of_a_resource_are_apart_from_those_of_its_threads(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        of_thread = await observe(memory, make)

        of_owner = await memory.initialize_observational_memory(
            resource_id=make.owner, scope="resource", config={}
        )

        assert (of_owner.thread_id, of_owner.scope) == (None, "resource")
        assert await memory.get_observational_memory(resource_id=make.owner) == of_owner
        assert await memory.get_observational_memory(of_thread.thread_id) == of_thread

    async def test_records_of_another_resource_are_a_conflict(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16."""
        theirs = await observe(memory, make)

        with pytest.raises(ConflictError) as caught:
            await memory.initialize_observational_memory(
                thread_id=theirs.thread_id,
                resource_id=make.id("stranger"),
                scope="thread",
                config={},
            )

        assert make.owner not in str(caught.value)
        assert await record_of(memory, theirs) == theirs


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestObservationalMemoryHistory:
    """Generations are found newest first."""

    async def test_the_newest_generation_is_the_record(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        newest, *_ = await generations(memory, make, 3)

        assert await memory.get_observational_memory(newest.thread_id) == newest

    @pytest.mark.parametrize(
        ("limit", "offset", "expected"),
        [(10, 0, "43210"), (2, 0, "43"), (2, 3, "10"), (None, 1, "3210"), (0, 0, ""), (5, 9, "")],
    )
    async def test_history_is_newest_first_and_none_is_everything(
        self, memory: MemoryStorage, make: Make, limit: int | None, offset: int, expected: str
    ) -> None:
        records = await generations(memory, make, 5)

        found = await memory.get_observational_memory_history(
            records[0].thread_id, limit=limit, offset=offset
        )

        assert "".join(str(record.generation_count) for record in found) == expected

    async def test_history_has_ten_generations_unless_told_otherwise(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        records = await generations(memory, make, 11)

        found = await memory.get_observational_memory_history(records[0].thread_id)

        assert found == records[:10]

    @pytest.mark.parametrize(
        ("exclusive", "expected"),
        [((False, False), "321"), ((True, False), "32"), ((True,) * 2, "2")],
    )
    async def test_a_date_range_is_about_created_at(
        self, memory: MemoryStorage, make: Make, exclusive: tuple[bool, bool], expected: str
    ) -> None:
        records = await generations(memory, make, 5)
        dates = DateRange(
            start=make.after(1),
            end=make.after(3),
            start_exclusive=exclusive[0],
            end_exclusive=exclusive[1],
        )

        found = await memory.get_observational_memory_history(
            records[0].thread_id, date_range=dates
        )

        assert "".join(str(record.generation_count) for record in found) == expected

    async def test_records_of_another_resource_are_as_absent_as_unknown_ones(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16."""
        (record,) = await generations(memory, make, 1)
        theirs = make.id("stranger")

        assert await memory.get_observational_memory(make.id("unknown")) is None
        assert await memory.get_observational_memory(record.thread_id, resource_id=theirs) is None
        assert (
            await memory.get_observational_memory_history(record.thread_id, resource_id=theirs)
            == []
        )
        assert (
            await memory.get_observational_memory(record.thread_id, resource_id=make.owner)
            == record
        )

    async def test_clear_deletes_every_generation_and_says_how_many(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rules 13 and 16."""
        thread_id = (await generations(memory, make, 3))[0].thread_id
        other = await observe(memory, make)

        assert await memory.clear_observational_memory(thread_id, resource_id=make.id()) == 0
        assert await memory.clear_observational_memory(thread_id, resource_id=make.owner) == 3
        assert await memory.clear_observational_memory(thread_id) == 0

        assert await memory.get_observational_memory(thread_id) is None
        assert await record_of(memory, other) == other


def full_record(make: Make) -> ObservationalMemory:
    """Return a record in which no field has its default."""
    return ObservationalMemory(
        scope="thread",
        thread_id=make.id("thread"),
        resource_id=make.owner,
        origin_type="reflection",
        generation_count=7,
        active_observations="Seen\n- a",
        config={"z": 1, "a": {"deep": []}},
        last_observed_at=make.after(1.5),
        last_reflection_at=make.after(2),
        pending_message_tokens=1,
        total_tokens_observed=2,
        observation_token_count=3,
        is_observing=True,
        is_reflecting=True,
        is_buffering_observation=True,
        is_buffering_reflection=True,
        observed_message_ids=["b", "a"],
        observed_timezone="UTC",
        buffered_reflection="Thought",
        buffered_reflection_tokens=4,
        buffered_reflection_input_tokens=5,
        reflected_observation_line_count=6,
        buffered_observation_chunks=[chunk(make, "one"), chunk(make, "two", odd={"kept": 1})],
        last_buffered_at_tokens=8,
        last_buffered_at_time=make.after(3),
        metadata={"a": 1},
        created_at=make.noon,
        updated_at=make.after(60),
    )


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestInsertObservationalMemoryRecord:
    """`insert_observational_memory_record` inserts a whole record as it is given."""

    async def test_every_field_is_read_back_equal(self, memory: MemoryStorage, make: Make) -> None:
        record = full_record(make)

        await memory.insert_observational_memory_record(record)

        assert await record_of(memory, record) == record

    async def test_an_id_that_exists_is_a_conflict(self, memory: MemoryStorage, make: Make) -> None:
        record = await observe(memory, make)

        with pytest.raises(ConflictError):
            await memory.insert_observational_memory_record(
                record.model_copy(update={"active_observations": "Other"})
            )

        assert await record_of(memory, record) == record


Change = Callable[[MemoryStorage, str], Awaitable[object]]
CHANGES: list[tuple[Change, dict[str, Any]]] = [
    (lambda m, r: m.set_observing_flag(r, True), {"is_observing": True}),
    (lambda m, r: m.set_reflecting_flag(r, True), {"is_reflecting": True}),
    (lambda m, r: m.set_buffering_reflection_flag(r, True), {"is_buffering_reflection": True}),
    (lambda m, r: m.set_buffering_observation_flag(r, True), {"is_buffering_observation": True}),
    (
        lambda m, r: m.set_buffering_observation_flag(r, True, last_buffered_at_tokens=20.5),
        {"is_buffering_observation": True, "last_buffered_at_tokens": 21},
    ),
    (lambda m, r: m.set_pending_message_tokens(r, 20.4), {"pending_message_tokens": 20}),
    (
        lambda m, r: m.update_observational_memory_config(
            r, config={"a": {"y": 2}, "list": [3], "new": None}
        ),
        {"config": {"a": {"x": 1, "y": 2}, "list": [3], "new": None}},
    ),
]


@pytest.mark.parametrize(("change", "expected"), CHANGES, ids=[str(each) for _, each in CHANGES])
@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestChangesOfObservationalMemory:
    """Methods that change a record name it by its id."""

    async def test_only_what_is_named_changes(
        self, memory: MemoryStorage, make: Make, change: Change, expected: dict[str, Any]
    ) -> None:
        """Numbers of tokens are rounded half up; `config` is merged at every level."""
        record = await observe(memory, make, config={"a": {"x": 1}, "list": [1, 2]})

        await change(memory, record.id)

        changed = await record_of(memory, record)
        assert changed == record.model_copy(update={**expected, "updated_at": changed.updated_at})
        assert changed.updated_at >= record.updated_at

    async def test_an_unknown_record_is_not_found(
        self, memory: MemoryStorage, make: Make, change: Change, expected: dict[str, Any]
    ) -> None:
        record = await observe(memory, make)

        with pytest.raises(NotFoundError):
            await change(memory, make.id("unknown"))

        assert ids(await memory.get_observational_memory_history(record.thread_id)) == [record.id]
