"""Random programs of versioned entities against the model: what single cases do not find."""

from itertools import count
from typing import Any

import pytest
from hypothesis import strategies as st
from mastra_storage_core import ConflictError, NotFoundError, OrderBy, Version
from mastra_storage_core.domains.versioned.models import Entity
from mastra_storage_core.ids import now
from mastra_storage_core.matching import equal

from mastra_storage_conformance.suites._programs import (
    Programs,
    StorageMachine,
    initialize,
    rule,
)
from mastra_storage_conformance.suites._versioned import KINDS, Entities, config_of
from mastra_storage_conformance.suites._versioned_model import Thing, differing, fields_of

__all__ = ["TestRandomProgramsOfEntities"]

names = st.sampled_from(["B", "a", "😀"])
values = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), max_size=3)
places = st.none() | st.integers(0, 5)
metadata: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    st.sampled_from(["k", "é"]), st.sampled_from([None, True, 1, "1", {}, []]), max_size=2
)
statuses = st.sampled_from(["draft", "published", "archived"])


class VersionedMachine(StorageMachine):
    """A few entities of one kind, which each program chooses."""

    def __init__(self) -> None:
        super().__init__()
        self._things: dict[str, Thing] = {}

    @initialize(number=st.integers(0, len(KINDS) - 1))
    def start(self, number: int) -> None:
        declared = [name for name in KINDS if name in self.stores[0].capabilities.domains]
        self._domain = declared[number % len(declared)]
        self._kind = self.storage.kind
        self.create("a", [])

    @property
    def storage(self) -> Entities:
        entities: Entities = getattr(self._next(), self._domain)
        return entities

    def _thing(self, name: str) -> Thing | None:
        return self._things.get(self._id(name))

    def _refused(self, call: Any, error: type[Exception]) -> None:
        with pytest.raises(error):
            self._run(call)

    def _check_next(self, thing: Thing, made: Version[Any] | None, config: Any) -> None:
        """Check a version that was made, and note it."""
        before = thing.config
        assert made is not None
        assert made.version_number == thing.number + 1
        assert equal(made.config.model_dump(), config)
        if thing.versions:
            assert made.changed_fields == differing(self._kind, before, config)
        thing.versions.append(made)

    def _check_entity(self, thing: Thing, entity: Entity, since: Any, **changes: Any) -> None:
        """Check an entity that was changed, and note what the clock said."""
        assert max(since, thing.entity.updated_at) <= entity.updated_at <= now()
        assert entity == thing.changed(**changes, updated_at=entity.updated_at)
        thing.entity = entity

    @rule(name=names, given=values)
    def create(self, name: str, given: list[tuple[int, int]]) -> None:
        since, fields = now(), fields_of(self._kind, given)
        config = config_of(self._kind, **fields)
        call = self.storage.create(self._id(name), config)
        if self._thing(name):
            self._refused(call, ConflictError)
            return
        entity = self._run(call)
        assert since <= entity.created_at == entity.updated_at <= now()
        assert (entity.id, entity.status, entity.active_version_id) == (
            self._id(name),
            "draft",
            None,
        )
        thing = self._things[entity.id] = Thing(entity)
        self._check_next(
            thing, self._run(self.storage.get_latest_version(entity.id)), config.model_dump()
        )

    @rule(
        name=names,
        given=values,
        status=st.none() | statuses,
        about=st.none() | metadata,
        active=places,
    )
    def update(
        self, name: str, given: list[tuple[int, int]], status: Any, about: Any, active: int | None
    ) -> None:
        thing, fields, changes = self._thing(name), fields_of(self._kind, given), {}
        if status:
            changes["status"] = status
        if about is not None and self._kind.has("metadata"):
            changes["metadata"] = about
        if thing and thing.versions and active is not None:
            changes["active_version_id"] = thing.versions[active % len(thing.versions)].id
        since = now()
        call = self.storage.update(self._id(name), config=fields, **changes)
        if thing is None or (fields and not thing.versions):
            self._refused(call, NotFoundError)
            return
        entity = self._run(call)
        if "metadata" in changes:
            changes["metadata"] = {**(thing.entity.metadata or {}), **changes["metadata"]}
        self._check_entity(thing, entity, since, **changes)
        after = {**thing.config, **fields}
        if fields and differing(self._kind, thing.config, after):
            self._check_next(thing, self._run(self.storage.get_latest_version(entity.id)), after)

    @rule(name=names, given=st.lists(values, min_size=1, max_size=3))
    def create_versions_at_once(self, name: str, given: list[list[tuple[int, int]]]) -> None:
        thing, entity_id = self._thing(name), self._id(name)
        configs = [config_of(self._kind, **fields_of(self._kind, each)) for each in given]
        calls = [self.storage.create_version(entity_id, config) for config in configs]
        answers = self._at_once(*calls)
        if thing is None:
            assert [type(each) for each in answers] == [NotFoundError] * len(calls)
            return
        made = list(zip(answers, configs, strict=True))
        for answer, config in sorted(made, key=lambda each: each[0].version_number):
            self._check_next(thing, answer, config.model_dump())

    @rule(name=names, place=places)
    def restore(self, name: str, place: int | None) -> None:
        thing = self._thing(name)
        chosen = thing.chosen(place) if thing else NotFoundError
        if thing is None or not isinstance(chosen, Version):
            self._refused(
                self.storage.restore_version(self._id(name), self._id("none")), NotFoundError
            )
            return
        made = self._run(self.storage.restore_version(self._id(name), chosen.id))
        self._check_next(thing, made, chosen.config.model_dump())

    @rule(name=names, place=places)
    def publish(self, name: str, place: int | None) -> None:
        thing, since = self._thing(name), now()
        chosen = thing.chosen(place) if thing else NotFoundError
        version_id = chosen.id if isinstance(chosen, Version) and place is not None else None
        call = self.storage.publish(self._id(name), version_id=version_id)
        if thing is None or not isinstance(chosen, Version):
            self._refused(call, NotFoundError)
            return
        changes = {"status": "published", "active_version_id": chosen.id}
        self._check_entity(thing, self._run(call), since, **changes)

    @rule(name=names)
    def delete(self, name: str) -> None:
        gone = self._things.pop(self._id(name), None)
        assert self._run(self.storage.delete(self._id(name))) is (gone is not None)
        for each in gone.versions if gone else ():
            assert self._run(self.storage.get_version(each.id)) is None

    @rule(name=names, place=places)
    def delete_versions(self, name: str, place: int | None) -> None:
        """Delete one, or all of them."""
        thing = self._thing(name)
        if thing is None or not thing.versions:
            assert self._run(self.storage.delete_versions_by_parent_id(self._id(name))) == 0
            return
        one = thing.versions[(place or 0) % len(thing.versions)]
        in_use = thing.active is not None if place is None else thing.active is one
        if place is None:
            call: Any = self.storage.delete_versions_by_parent_id(self._id(name))
            answer, kept = len(thing.versions), []
        else:
            call, answer = self.storage.delete_version(one.id), True
            kept = [each for each in thing.versions if each is not one]
        if in_use:
            self._refused(call, ConflictError)
        else:
            assert self._run(call) == answer
            thing.versions = kept

    @rule(name=names, status=st.none() | st.just("draft"), size=st.integers(1, 3))
    def read(self, name: str, status: Any, size: int) -> None:
        thing, entity_id = self._thing(name), self._id(name)
        entity, versions = (thing.entity, thing.versions) if thing else (None, [])
        assert self._run(self.storage.get_by_id(entity_id)) == entity
        resolved = self._run(self.storage.get_by_id_resolved(entity_id, status=status))
        assert (resolved and resolved.entity) == entity
        if thing and resolved:
            latest = versions[-1] if versions else None
            assert resolved.version == (latest if status else thing.active or latest)
        walked: list[Version[Any]] = []
        for number in count():
            page = self._run(self.storage.list_versions(entity_id, page=number, per_page=size))
            walked += page.versions
            assert page.total == len(versions)
            if not page.has_more:
                break
        assert walked == versions[::-1]

    @rule(status=st.none() | statuses, descending=st.booleans(), size=st.integers(1, 4))
    def list_them(self, status: Any, descending: bool, size: int) -> None:
        ids = [*self._things, self._id("none")]
        order = OrderBy("created_at", "desc" if descending else "asc")
        expected = sorted(
            (each.entity for each in self._things.values() if status in (None, each.entity.status)),
            key=lambda entity: (entity.created_at, entity.id),
            reverse=descending,
        )
        walked: list[Entity] = []
        for number in count():
            page = self._run(
                self.storage.list(
                    status=status, entity_ids=ids, order_by=order, page=number, per_page=size
                )
            )
            walked += page.items
            assert page.total == len(expected)
            if not page.has_more:
                break
        assert walked == expected


@pytest.mark.mastra_domain("agents")
class TestRandomProgramsOfEntities:
    """Whatever the program, the store says what the model says."""

    def test_random_programs_agree_with_the_model(self, programs: Programs) -> None:
        programs(VersionedMachine)
