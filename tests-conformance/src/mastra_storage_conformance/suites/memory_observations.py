"""Observational memory: how observations are replaced, buffered, activated and reflected upon."""

from typing import Any

import pytest
from mastra_storage_core import ConflictError, MemoryStorage, NotFoundError, ObservationalMemory

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import chunk, observe, record_of


async def buffered(
    memory: MemoryStorage, make: Make, *sizes: int, **fields: Any
) -> ObservationalMemory:
    """Make a record with a chunk for each number of tokens."""
    record = await observe(memory, make, **fields)
    for number, size in enumerate(sizes):
        each = chunk(make, f"c{number}", message_tokens=size, last_observed_at=make.after(number))
        await memory.update_buffered_observations(record.id, chunk=each)
    return await record_of(memory, record)


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateActiveObservations:
    """`update_active_observations` replaces the active observations."""

    async def test_the_total_grows_and_no_tokens_are_pending(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        record = await observe(memory, make, pending_message_tokens=9, total_tokens_observed=100)

        await memory.update_active_observations(
            record.id, observations="Seen", token_count=20.5, last_observed_at=make.noon
        )

        changed = await record_of(memory, record)
        assert (changed.active_observations, changed.observation_token_count) == ("Seen", 21)
        assert (changed.total_tokens_observed, changed.pending_message_tokens) == (121, 0)
        assert changed.last_observed_at == make.noon

    async def test_observed_ids_and_zone_are_replaced_where_given_and_none_clears_them(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        record = await observe(memory, make)
        update: dict[str, Any] = {
            "observations": "Seen",
            "token_count": 1,
            "last_observed_at": make.noon,
        }
        seen = []
        for given in (
            {"observed_message_ids": ["b", "a"], "observed_timezone": "UTC"},
            {},
            {"observed_message_ids": None, "observed_timezone": None},
        ):
            await memory.update_active_observations(record.id, **update, **given)
            changed = await record_of(memory, record)
            seen.append((changed.observed_message_ids, changed.observed_timezone))

        assert seen == [(["b", "a"], "UTC"), (["b", "a"], "UTC"), (None, None)]


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateBufferedObservations:
    """`update_buffered_observations` appends a chunk to the buffer."""

    async def test_chunks_are_appended_and_a_cycle_that_is_there_changes_nothing(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        record = await observe(memory, make)
        one, two = chunk(make, "one", odd={"kept": None}), chunk(make, "two")

        await memory.update_buffered_observations(
            record.id, chunk=one, last_buffered_at_time=make.after(5)
        )
        await memory.update_buffered_observations(record.id, chunk=two)
        before = await record_of(memory, record)
        await memory.update_buffered_observations(
            record.id, chunk=one.model_copy(update={"observations": "Again"})
        )

        after = await record_of(memory, record)
        assert after.buffered_observation_chunks == [one, two]
        assert after.last_buffered_at_time == make.after(5)
        assert after == before


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestSwapBufferedToActive:
    """`swap_buffered_to_active` moves the oldest chunks to the active observations."""

    @pytest.mark.parametrize(
        ("sizes", "ratio", "threshold", "pending", "force", "moved"),
        [
            ((100, 100, 100), 1, 1000, 300, False, 3),
            ((100, 100, 100), 0.5, 400, 300, False, 1),
            ((500, 500, 500), 0.5, 1000, 1500, False, 2),
            ((900, 900), 0.5, 1000, 1500, False, 1),
            ((900, 900), 0.5, 1000, 2500, True, 2),
            ((5000,), 0.5, 1000, 1500, False, 1),
            ((100, 100), 0.5, 1000, 0, False, 1),
        ],
    )
    async def test_as_many_move_as_bring_the_pending_tokens_down_to_the_floor(
        self,
        memory: MemoryStorage,
        make: Make,
        sizes: tuple[int, ...],
        ratio: float,
        threshold: int,
        pending: int,
        force: bool,
        moved: int,
    ) -> None:
        """At least one; what is left stays in the buffer, in order."""
        record = await buffered(memory, make, *sizes, pending_message_tokens=pending)

        result = await memory.swap_buffered_to_active(
            record.id,
            activation_ratio=ratio,
            message_tokens_threshold=threshold,
            current_pending_tokens=pending,
            force_max_activation=force,
        )

        after = await record_of(memory, record)
        left = [each.cycle_id for each in after.buffered_observation_chunks or []]
        assert result.activated_cycle_ids == [f"c{number}" for number in range(moved)]
        assert left == [f"c{number}" for number in range(moved, len(sizes))]
        assert after.pending_message_tokens == max(0, pending - sum(sizes[:moved]))

    async def test_what_was_moved_is_returned_and_stands_under_a_boundary(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        record = await buffered(memory, make, 10, 20, active_observations="Old")

        result = await memory.swap_buffered_to_active(
            record.id,
            activation_ratio=1,
            message_tokens_threshold=100,
            current_pending_tokens=30,
        )

        after = await record_of(memory, record)
        boundary = "\n\n--- message boundary (2024-03-01T12:00:01.000Z) ---\n\n"
        assert after.active_observations == f"Old{boundary}Saw c0\n\nSaw c1"
        assert (after.last_observed_at, after.buffered_observation_chunks) == (make.after(1), None)
        assert (after.observation_token_count, after.total_tokens_observed) == (14, 0)
        assert (result.chunks_activated, result.message_tokens_activated) == (2, 30)
        assert (result.observation_tokens_activated, result.messages_activated) == (14, 2)
        assert result.activated_message_ids == ["of c0", "of c1"]
        assert result.observations == "Saw c0\n\nSaw c1"
        assert [each.message_tokens for each in result.per_chunk or []] == [10, 20]

    async def test_with_an_empty_buffer_nothing_is_written(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        record = await observe(memory, make)

        result = await memory.swap_buffered_to_active(
            record.id, activation_ratio=1, message_tokens_threshold=1, current_pending_tokens=1
        )

        assert (result.chunks_activated, result.activated_cycle_ids) == (0, [])
        assert await record_of(memory, record) == record

    async def test_tokens_that_were_measured_again_count_instead(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        record = await buffered(memory, make, 10, 10)
        fresh = chunk(make, "c0", message_tokens=400)

        result = await memory.swap_buffered_to_active(
            record.id,
            activation_ratio=0.5,
            message_tokens_threshold=400,
            current_pending_tokens=600,
            buffered_chunks=[fresh],
            last_observed_at=make.after(99),
        )

        after = await record_of(memory, record)
        assert (result.activated_cycle_ids, result.message_tokens_activated) == (["c0"], 400)
        assert (result.observations, after.last_observed_at) == ("Saw c0", make.after(99))


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestReflections:
    """Each reflection starts a new generation."""

    async def test_buffered_reflections_are_appended_and_their_tokens_added(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        record = await observe(memory, make)
        for lines, text in ((3, "One"), (5, "Two")):
            await memory.update_buffered_reflection(
                record.id,
                reflection=text,
                token_count=10.5,
                input_token_count=100,
                reflected_observation_line_count=lines,
            )

        after = await record_of(memory, record)
        assert after.buffered_reflection == "One\n\nTwo"
        assert after.buffered_reflection_tokens == 22
        assert after.buffered_reflection_input_tokens == 200
        assert after.reflected_observation_line_count == 5

    @pytest.mark.parametrize(
        ("active", "expected"), [("a\nb\nc\nd", "Thought\n\nc\nd"), ("a\nb", "Thought")]
    )
    async def test_a_buffered_reflection_becomes_a_generation_with_the_lines_added_since(
        self, memory: MemoryStorage, make: Make, active: str, expected: str
    ) -> None:
        record = await observe(
            memory,
            make,
            active_observations=active,
            buffered_reflection="Thought",
            buffered_reflection_tokens=5,
            reflected_observation_line_count=2,
            config={"a": 1},
        )

        new = await memory.swap_buffered_reflection_to_active(record, token_count=7)

        newest, old = await memory.get_observational_memory_history(record.thread_id)
        assert newest == new
        assert (new.active_observations, new.observation_token_count) == (expected, 7)
        assert (new.generation_count, new.origin_type, new.config) == (1, "reflection", {"a": 1})
        assert (old.id, old.active_observations) == (record.id, active)
        assert (old.buffered_reflection, old.reflected_observation_line_count) == (None, None)

    async def test_without_a_buffered_reflection_it_is_a_conflict(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        record = await observe(memory, make)

        with pytest.raises(ConflictError):
            await memory.swap_buffered_reflection_to_active(record, token_count=1)

        assert await memory.get_observational_memory_history(record.thread_id) == [record]

    async def test_a_reflection_generation_carries_the_stored_record_on(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """The old one stays as it is; of the record that is passed only the id counts."""
        record = await observe(memory, make, total_tokens_observed=50, is_reflecting=True)
        stale = record.model_copy(update={"total_tokens_observed": 1, "config": {"stale": 1}})

        new = await memory.create_reflection_generation(stale, reflection="Thought", token_count=3)

        newest, old = await memory.get_observational_memory_history(record.thread_id)
        assert (newest, old) == (new, record)
        assert (new.generation_count, new.active_observations) == (1, "Thought")
        assert (new.total_tokens_observed, new.config) == (50, {})
        assert (new.is_reflecting, new.pending_message_tokens) == (False, 0)

    async def test_a_generation_of_an_unknown_record_is_not_found(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        unknown = ObservationalMemory(scope="thread", thread_id=make.id("thread"))

        with pytest.raises(NotFoundError):
            await memory.create_reflection_generation(unknown, reflection="T", token_count=1)
