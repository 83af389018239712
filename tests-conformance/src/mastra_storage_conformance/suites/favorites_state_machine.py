"""Random programs of favorites against a model: what one case at a time does not find."""

from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from hypothesis import strategies as st
from mastra_storage_core import FavoritesStorage, NotFoundError
from mastra_storage_core.ids import now

from mastra_storage_conformance.suites._programs import Programs, StorageMachine, initialize, rule
from mastra_storage_conformance.suites._versioned import config_of

__all__ = ["TestRandomProgramsOfFavorites"]

DOMAINS = {"agent": "agents", "skill": "skills"}
kinds = st.sampled_from(list(DOMAINS))
names = st.sampled_from(["a", "é"])
users = st.sampled_from(["ada", "Ada", "😀"])
changes = st.dictionaries(users, st.booleans(), min_size=1)


class Thing(NamedTuple):
    """What can be a favorite."""

    kind: str
    id: str


class FavoritesMachine(StorageMachine):
    """What a few users have as favorites."""

    def __init__(self) -> None:
        super().__init__()
        self._things: dict[Thing, dict[str, tuple[datetime, datetime]]] = {}
        """Whose favorite each is, and between which moments it became one."""

    @property
    def storage(self) -> FavoritesStorage:
        return self._next().favorites

    def _entities(self, kind: str) -> Any:
        return getattr(self._next(), DOMAINS[kind])

    def _thing(self, kind: str, name: str) -> Thing:
        return Thing(kind, self._id(name))

    @initialize()
    def start(self) -> None:
        for kind in DOMAINS:
            self.create_or_delete(kind, "a")

    @rule(kind=kinds, name=names)
    def create_or_delete(self, kind: str, name: str) -> None:
        thing, entities = self._thing(kind, name), self._entities(kind)
        if thing in self._things:
            assert self._run(entities.delete(thing.id))
            del self._things[thing]
        else:
            self._run(entities.create(thing.id, config_of(entities.kind)))
            self._things[thing] = {}

    @rule(kind=kinds, name=names, wanted=changes)
    def change_at_once(self, kind: str, name: str, wanted: dict[str, bool]) -> None:
        """Several users change their minds at the same moment: all are counted."""
        thing, since = self._thing(kind, name), now()
        fans = self._things.get(thing)
        calls = [
            (self.storage.favorite if favorite else self.storage.unfavorite)(
                user_id=self._id(user), entity_type=kind, entity_id=thing.id
            )
            for user, favorite in wanted.items()
        ]
        answers = self._at_once(*calls)
        if fans is None:
            assert [type(each) for each in answers] == [NotFoundError] * len(calls)
            return
        before = len(fans)
        for user, favorite in wanted.items():
            if not favorite:
                fans.pop(self._id(user), None)
            elif self._id(user) not in fans:
                fans[self._id(user)] = (since, now())
        assert [each.favorited for each in answers] == list(wanted.values())
        near = range(before - len(calls), before + len(calls) + 1)
        assert all(each.favorite_count in near for each in answers)
        entity = self._run(self._entities(kind).get_by_id(thing.id))
        assert entity.favorite_count == len(fans)

    @rule(kind=kinds, name=names)
    def forget(self, kind: str, name: str) -> None:
        thing = self._thing(kind, name)
        call = self.storage.delete_favorites_for_entity(entity_type=kind, entity_id=thing.id)
        fans = self._things.get(thing, {})
        assert self._run(call) == len(fans)
        fans.clear()

    @rule(kind=kinds, user=users)
    def read(self, kind: str, user: str) -> None:
        user_id = self._id(user)
        of_kind = {thing.id: fans for thing, fans in self._things.items() if thing.kind == kind}
        expected = {key: fans[user_id] for key, fans in of_kind.items() if user_id in fans}
        asked: Any = {"user_id": user_id, "entity_type": kind}
        listed = self._run(self.storage.list_favorited_ids(**asked))
        assert sorted(listed) == sorted(expected)
        for newer, older in pairwise(listed):
            assert expected[newer][1] >= expected[older][0]
        every = [*of_kind, self._id("none")]
        found = self._run(self.storage.is_favorited_batch(**asked, entity_ids=every))
        assert found == set(expected)
        one = every[0]
        assert self._run(self.storage.is_favorited(**asked, entity_id=one)) is (one in expected)

    @rule(kind=kinds, user=users, only=st.booleans())
    def list_entities(self, kind: str, user: str, only: bool) -> None:
        """Entities count their favorites, and those of a user come first, or alone."""
        fans = {thing.id: each for thing, each in self._things.items() if thing.kind == kind}
        page = self._run(
            self._entities(kind).list(
                entity_ids=[*fans, self._id("none")],
                pin_favorited_for=self._id(user),
                favorited_only=only,
            )
        )
        shown = {each.id: each.favorite_count for each in page.items}
        mine = {key for key, each in fans.items() if self._id(user) in each}
        assert shown == {key: len(each) for key, each in fans.items() if key in mine or not only}
        assert set(list(shown)[: len(mine)]) == mine


@pytest.mark.mastra_domain("favorites", "agents", "skills")
class TestRandomProgramsOfFavorites:
    """Whatever the program, the store says what the model says."""

    def test_random_programs_agree_with_the_model(self, programs: Programs) -> None:
        programs(FavoritesMachine)
