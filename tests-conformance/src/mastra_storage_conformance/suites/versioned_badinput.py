"""Bad values for versioned entities: refused on every backend alike, before any I/O, and nothing is
lost.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import AgentConfig, AgentsStorage, InvalidInputError, OrderBy, Store

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._refusals import (
    BLANK,
    NO_COUNT,
    NUL,
    TOO_LONG,
    Call,
    CallWith,
    grid,
    refused,
)
from mastra_storage_conformance.suites._versioned import an_agent, new
from mastra_storage_conformance.suites.values import nested

AgentCall: TypeAlias = Call[AgentsStorage]
AgentCallWith: TypeAlias = CallWith[AgentsStorage]

AGENT_METHODS: dict[str, Callable[..., AgentCall]] = {
    "create": lambda **x: lambda a: a.create(**{"id": "a", "config": an_agent(), **x}),
    "get": lambda **x: lambda a: a.get_by_id(**{"id": "a", **x}),
    "resolve": lambda **x: lambda a: a.get_by_id_resolved(**{"id": "a", **x}),
    "update": lambda **x: lambda a: a.update(**{"id": "a", **x}),
    "publish": lambda **x: lambda a: a.publish(**{"id": "a", **x}),
    "delete": lambda **x: lambda a: a.delete(**{"id": "a", **x}),
    "list": lambda **x: lambda a: a.list(**x),
    "list_resolved": lambda **x: lambda a: a.list_resolved(**x),
    "version": lambda **x: (
        lambda a: a.create_version(**{"parent_id": "a", "config": an_agent(), **x})
    ),
    "restore": lambda **x: lambda a: a.restore_version(**{"id": "a", "version_id": "v", **x}),
    "get_version": lambda **x: lambda a: a.get_version(**{"version_id": "v", **x}),
    "numbered": lambda **x: (
        lambda a: a.get_version_by_number(**{"parent_id": "a", "version_number": 1, **x})
    ),
    "versions": lambda **x: lambda a: a.list_versions(**{"parent_id": "a", **x}),
    "drop": lambda **x: lambda a: a.delete_version(**{"version_id": "v", **x}),
}
"""A sound call of each method, but for the arguments that are given."""


def agents_given(
    methods: str, argument: str, *values: object, **others: Any
) -> dict[str, AgentCall]:
    """Return a call of each method with each value of an argument."""

    def with_value(method: str) -> AgentCallWith:
        return lambda agents, x: AGENT_METHODS[method](**{argument: x, **others})(agents)

    return grid(values, {f"{method} {argument}": with_value(method) for method in methods.split()})


NO_AGENT_ID = (*BLANK[:1], *NUL[:1], *TOO_LONG, 5, None, ["a"])
NO_METADATA: tuple[Any, ...] = ([], "x", 5, {1: 2}, {"a": {1}})
AGENT_CALLS: dict[str, AgentCall] = {
    **agents_given("create get update delete", "id", *NO_AGENT_ID),
    **agents_given("get_version drop restore", "version_id", *NO_AGENT_ID[:3]),
    **agents_given("create update", "metadata", *NO_METADATA, nested(201)),
    **agents_given("create update list", "visibility", "", "secret", 5),
    **agents_given("create update list", "author_id", "", 5),
    **agents_given("update list resolve list_resolved", "status", "", "live", 5),
    **agents_given("create version", "config", None, 5, [], {}, {"name": "n"}, {"name": 5}),
    **agents_given("update", "config", 5, [], {"nmae": "x"}),
    **agents_given("version", "version_number", *NO_COUNT),
    **agents_given("version", "changed_fields", "name", 5, [5], ["a\0"]),
    **agents_given("version restore", "change_message", 5, "a\0"),
    **agents_given("numbered", "version_number", *NO_COUNT),
    **agents_given("list list_resolved versions", "per_page", *NO_COUNT[:4]),
    **agents_given("versions", "order_by", OrderBy("name"), OrderBy("updated_at"), "created_at"),
    **agents_given("list", "order_by", OrderBy("version_number"), OrderBy("created_at", "up")),  # type: ignore[arg-type]
    **agents_given("list", "entity_ids", "a", 5, [5], [""]),
    **agents_given("list", "metadata", {"a b": 1}, {"__proto__": 1}, []),
    **agents_given("list", "pin_favorited_for", "", 5),
    **agents_given("resolve", "version_id", "v", status="draft"),
}

BAD_FIELDS: list[tuple[str, Any]] = [
    ("name", "a\0b"),
    ("description", "\ud800"),
    ("name", 5),
    ("model", "text"),
    ("tools", {"a": {1, 2}}),
    ("tools", nested(201)),
    ("durable", "yes"),
    ("instructions", 5),
    ("skills_format", ["xml"]),
]


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestBadInputForAgents:
    """Each bad value is `InvalidInputError` on every backend alike."""

    async def test_it_is_refused(self, agents: AgentsStorage) -> None:
        for name, call in AGENT_CALLS.items():
            try:
                await refused(call, agents)
            except BaseException as error:
                error.add_note(name)
                raise

    async def test_changed_fields_are_refused_before_any_io(
        self, open_fresh: Callable[[], Store]
    ) -> None:
        """Even by a store that is closed: there is nothing to ask it."""
        store = open_fresh()
        await store.close()

        for name, value in BAD_FIELDS:
            await refused(lambda a: a.update("a", config={name: value}), store.agents)  # noqa: B023

    @pytest.mark.parametrize(
        ("field", "value"),
        BAD_FIELDS,
    )
    async def test_a_bad_field_is_named_and_the_agent_stays(
        self, agents: AgentsStorage, make: Make, field: str, value: Any
    ) -> None:
        agent_id = await new(agents, make)
        before = await agents.get_by_id_resolved(agent_id)
        config = {**an_agent().model_dump(exclude_unset=True), field: value}

        for call in (
            agents.create(make.id(), config),
            agents.create_version(agent_id, config),
            agents.update(agent_id, config={field: value}, author_id="eve"),
        ):
            with pytest.raises(InvalidInputError, match=field):
                await call

        assert await agents.get_by_id_resolved(agent_id) == before

    async def test_a_configuration_that_was_never_validated_is_checked(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        construct: Any = AgentConfig.model_construct
        made_up = construct(name=5, model={1}, instructions=None)

        with pytest.raises(InvalidInputError):
            await agents.create(make.id(), made_up)

    async def test_a_model_refuses_what_it_lacks_in_the_same_words(
        self, mastra_selection: None
    ) -> None:
        with pytest.raises(InvalidInputError, match="'intsructions'; the nearest is 'instruct"):
            an_agent(intsructions="x")

    async def test_ids_are_data_and_never_patterns(self, empty_store: Store) -> None:
        agents = empty_store.agents
        for agent_id in ("%", "a%", "a_", "'; DROP TABLE mastra_agents; --"):
            await agents.create(agent_id, an_agent())

        await agents.delete("%")

        page = await agents.list()
        assert {agent.id for agent in page.items} == {"a%", "a_", "'; DROP TABLE mastra_agents; --"}
