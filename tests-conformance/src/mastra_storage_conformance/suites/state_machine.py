"""Random programs against the model: what one case at a time does not find."""

from functools import partial
from itertools import count
from typing import Any

import pytest
from hypothesis import strategies as st
from mastra_storage_core import (
    DateRange,
    Include,
    MemoryStorage,
    Message,
    MessagePage,
    MessageUpdate,
    NewMessage,
    OrderBy,
    Thread,
)
from mastra_storage_core.paging import Direction

from mastra_storage_conformance.make import Make, said
from mastra_storage_conformance.suites._model import Model, folded, position
from mastra_storage_conformance.suites._programs import Programs, StorageMachine, initialize, rule

threads = st.sampled_from(["B", "a", "Z1"])
names = st.sampled_from(["B", "a", "_x", "Z1", "z0", "é", "😀"])
owners = st.sampled_from(["ours", "theirs"])
guards = st.none() | st.none() | owners
moments = st.integers(0, 3).map(Make().after)
scalars = st.sampled_from([None, True, False, 0, 1, 1.0, "1", "", [], [1], {}, {"x": 1}])
metadata = st.dictionaries(st.sampled_from(["k", "l"]), scalars, max_size=2)
directions: st.SearchStrategy[Direction] = st.sampled_from(["asc", "desc"])
drafts = st.fixed_dictionaries(
    {
        "id": names,
        "thread_id": threads,
        "resource_id": owners,
        "role": st.sampled_from(["user", "user", "assistant", "system"]),
        "content": st.builds(said, st.text(max_size=3), st.none() | metadata),
        "created_at": st.none() | moments,
    }
)
changes = st.fixed_dictionaries(
    {"id": names},
    optional={
        "role": st.sampled_from(["user", "system"]),
        "created_at": moments,
        "content": st.builds(lambda value: {"metadata": value}, metadata),
    },
)
anything: st.SearchStrategy[dict[str, Any]] = st.just({})
anytime = st.just(DateRange())
ranges = st.builds(
    DateRange,
    start=st.none() | moments,
    end=st.none() | moments,
    start_exclusive=st.booleans(),
    end_exclusive=st.booleans(),
)


class MemoryMachine(StorageMachine):
    """Threads and messages."""

    @property
    def storage(self) -> MemoryStorage:
        return self._next().memory

    def __init__(self) -> None:
        super().__init__()
        self._model = Model()

    @rule(name=threads, owner=owners, at=moments, about=st.none() | metadata)
    def save_thread(self, name: str, owner: str, at: Any, about: Any) -> None:
        thread = Thread(
            id=self._id(name),
            resource_id=self._id(owner),
            title=name,
            metadata=about,
            created_at=at,
        )
        self._model.threads[thread.id] = self._run(self.storage.save_thread(thread))

    @initialize(values=st.lists(drafts, min_size=6, max_size=10))
    def start_with_messages(self, values: list[dict[str, Any]]) -> None:
        for name in {value["thread_id"] for value in values}:
            self.save_thread(name, "ours", Make.noon, None)
        self.save_messages(values, guarded=False)

    @rule(values=st.lists(drafts, min_size=1, max_size=6), guarded=st.booleans())
    def save_messages(self, values: list[dict[str, Any]], guarded: bool) -> None:
        owner = self._id(values[0]["resource_id"])
        ours = {"resource_id": owner} if guarded else {}
        messages = [NewMessage(**(self._named(value) | ours)) for value in values]
        guard = owner if guarded else None
        refusals = self._model.refusals(messages, guard)
        call = self.storage.save_messages(messages, resource_id=guard)
        if refusals:
            with pytest.raises(tuple(refusals)):
                self._run(call)
        else:
            self._compare_saved(messages, self._run(call))

    def _compare_saved(self, messages: list[NewMessage], saved: list[Message]) -> None:
        clock = {message.id: message.created_at for message in saved}
        for message in folded(messages).values():
            newest = self._model.newest(message.thread_id)
            if message.created_at is None and message.id not in self._model.messages and newest:
                assert clock[message.id] > newest
        assert saved == self._model.save(messages, clock)

    def _named(self, value: dict[str, Any]) -> dict[str, Any]:
        keys = {"id", "thread_id", "resource_id"} & value.keys()
        return value | {key: self._id(value[key]) for key in keys}

    @rule(values=st.lists(changes, min_size=1, max_size=4), guard=guards)
    def update_messages(self, values: list[dict[str, Any]], guard: str | None) -> None:
        updates = [MessageUpdate(**self._named(value)) for value in values]
        owner = self._owner(guard)
        updated = self._run(self.storage.update_messages(updates, resource_id=owner))
        assert updated == self._model.update(updates, owner)

    @rule(chosen=st.lists(names, max_size=3), guard=guards)
    def delete_messages(self, chosen: list[str], guard: str | None) -> None:
        doomed, owner = [self._id(name) for name in chosen], self._owner(guard)
        deleted = self._run(self.storage.delete_messages(doomed, resource_id=owner))
        assert deleted == self._model.delete(doomed, owner)

    @rule(name=threads, about=metadata, title=st.none() | st.just("New"))
    def update_thread(self, name: str, about: dict[str, Any], title: str | None) -> None:
        old = self._model.threads.get(self._id(name))
        if old is not None:
            new = self._run(self.storage.update_thread(old.id, title=title, metadata=about))
            assert new.metadata == {**(old.metadata or {}), **about}
            assert new.title == (title or old.title)
            self._model.threads[old.id] = new

    @rule(name=threads, owner=owners)
    def move_thread(self, name: str, owner: str) -> None:
        thread_id, heir = self._id(name), self._id(owner)
        if thread_id in self._model.threads:
            self._run(self.storage.update_thread_resource_id(thread_id, heir))
            self._model.move_thread(thread_id, heir)

    @rule(name=threads, guard=guards)
    def delete_thread(self, name: str, guard: str | None) -> None:
        thread_id, owner = self._id(name), self._owner(guard)
        deleted = self._run(self.storage.delete_thread(thread_id, resource_id=owner))
        assert deleted == self._model.delete_thread(thread_id, owner)

    @rule(
        name=threads,
        limit=st.integers(0, 3),
        dates=anytime | ranges,
        chosen=st.lists(names, max_size=3),
    )
    def copy_thread(self, name: str, limit: int, dates: DateRange, chosen: list[str]) -> None:
        source = self._id(name)
        if source not in self._model.threads:
            return
        only = [self._id(each) for each in chosen]
        copy = self._run(
            self.storage.copy_thread(
                source, message_limit=limit, date_range=dates, message_ids=only
            )
        )
        expected = self._model.select([source], dates=dates, system=True)
        expected = [each for each in expected if not only or each.id in only]
        assert list(copy.message_id_map) == [each.id for each in expected[-limit:]]
        self._model.copy(source, copy.thread, copy.message_id_map)

    @rule(
        chosen=st.lists(threads, min_size=1, max_size=3),
        guard=guards,
        by_owner=st.booleans(),
        dates=anytime | ranges,
        about=anything | metadata,
        how=st.tuples(st.booleans(), directions, st.sampled_from([1, 2, 3, None])),
    )
    def list_messages(
        self,
        chosen: list[str],
        guard: str | None,
        by_owner: bool,
        dates: DateRange,
        about: Any,
        how: tuple[bool, Direction, int | None],
    ) -> None:
        owner, of = self._owner(guard), [self._id(name) for name in chosen]
        read: Any = partial(self.storage.list_messages, of, resource_id=owner)
        if by_owner and owner:
            read = partial(self.storage.list_messages_by_resource_id, owner)
        system, direction, size = how
        expected = self._model.select(
            None if by_owner and owner else of,
            owner=owner,
            dates=dates,
            metadata=about,
            system=system,
        )
        found = partial(
            read,
            date_range=dates,
            metadata=about,
            include_system=system,
            order_by=OrderBy("created_at", direction),
            per_page=size,
        )
        walked = self._walk(found, counted=size != 2, total=len(expected))
        assert walked == (expected if direction == "asc" else expected[::-1])

    def _walk(self, read: Any, *, counted: bool, total: int) -> list[Message]:
        """Read all pages; only the first may be empty."""
        walked: list[Message] = []
        for number in count():
            page: MessagePage = self._run(read(page=number, include_total=counted))
            walked += page.messages
            assert page.total == (total if counted else None)
            assert page.messages or number == 0
            if not page.has_more:
                break
        return walked

    @rule(name=names, before=st.integers(0, 3), after=st.integers(0, 3), guard=guards)
    def include(self, name: str, before: int, after: int, guard: str | None) -> None:
        owner = self._owner(guard)
        window = Include(id=self._id(name), with_previous_messages=before, with_next_messages=after)
        for system in (False, True):
            page = self._run(
                self.storage.list_messages(
                    self._id("elsewhere"),
                    resource_id=owner,
                    include=[window],
                    include_system=system,
                )
            )
            assert page.messages == self._model.window(
                window.id, before, after, owner=owner, system=system
            )

    @rule(owner=owners, about=metadata, direction=directions)
    def list_threads(self, owner: str, about: dict[str, Any], direction: Any) -> None:
        page = self._run(
            self.storage.list_threads(
                resource_id=self._id(owner),
                metadata=about,
                per_page=None,
                order_by=OrderBy("created_at", direction),
            )
        )
        expected = sorted(self._model.threads_of(self._id(owner), about), key=position)
        found = page.threads if direction == "asc" else page.threads[::-1]
        assert [timeless(thread) for thread in found] == [timeless(each) for each in expected]


def timeless(thread: Thread) -> dict[str, Any]:
    """Return what of a thread the clock does not decide."""
    return thread.model_dump(exclude={"updated_at"})


@pytest.mark.mastra_domain("memory")
class TestRandomPrograms:
    """Whatever the program, the store says what the model says."""

    def test_random_programs_agree_with_the_model(self, programs: Programs) -> None:
        programs(MemoryMachine)
