"""Metadata filters: which values match which (rule 6)."""

from typing import Any

import pytest
from mastra_storage_core import MemoryStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import texts

ABSENT: dict[str, Any] = {"other": 1}
STORED: dict[str, dict[str, Any]] = {
    "one": {"k": 1},
    "one.0": {"k": 1.0},
    "'1'": {"k": "1"},
    "true": {"k": True},
    "'true'": {"k": "true"},
    "zero": {"k": 0},
    "-0.0": {"k": -0.0},
    "false": {"k": False},
    "null": {"k": None},
    "'null'": {"k": "null"},
    "absent": ABSENT,
    "''": {"k": ""},
    "[]": {"k": []},
    "{}": {"k": {}},
    "[1,2]": {"k": [1, 2]},
    "[2,1]": {"k": [2, 1]},
    "[[1],{a:1}]": {"k": [[1], {"a": 1}]},
    "{a:1}": {"k": {"a": 1}},
    "{a:1,b:2}": {"k": {"a": 1, "b": 2}},
    "{a:'1'}": {"k": {"a": "1"}},
    "{a:null}": {"k": {"a": None}},
    "{a:{b:{c:1},d:2}}": {"k": {"a": {"b": {"c": 1}, "d": 2}}},
    "2^53": {"k": 2**53},
    "2^53+1": {"k": 2**53 + 1},
    "10^23": {"k": 10**23},
    "0.1": {"k": 0.1},
    "É": {"k": "É"},
    "E+accent": {"k": "E\u0301"},
    "%": {"k": "%"},
    "quotes": {"k": """'"\\"""},
}
"""What is stored, by the name that the row has."""
OBJECTS = "{} {a:1} {a:1,b:2} {a:'1'} {a:null} {a:{b:{c:1},d:2}}"
CASES: list[tuple[Any, str]] = [
    (1, "one one.0"),
    (1.0, "one one.0"),
    ("1", "'1'"),
    (True, "true"),
    ("true", "'true'"),
    (0, "zero -0.0"),
    (-0.0, "zero -0.0"),
    (False, "false"),
    (None, "null"),
    ("null", "'null'"),
    ("", "''"),
    ([], "[]"),
    ([1, 2], "[1,2]"),
    ([1.0, 2], "[1,2]"),
    ([1], ""),
    ([[1], {"a": 1}], "[[1],{a:1}]"),
    ([[1], {}], ""),
    ({}, OBJECTS),
    ({"a": 1}, "{a:1} {a:1,b:2}"),
    ({"a": "1"}, "{a:'1'}"),
    ({"a": None}, "{a:null}"),
    ({"a": {}}, "{a:{b:{c:1},d:2}}"),
    ({"a": {"b": {"c": 1.0}}}, "{a:{b:{c:1},d:2}}"),
    ({"a": {"b": {"c": 2}}}, ""),
    ({"b": 2, "a": 1}, "{a:1,b:2}"),
    (2**53, "2^53"),
    (2**53 + 1, "2^53+1"),
    (10**23, "10^23"),
    (1e23, "10^23"),
    (0.1, "0.1"),
    ("É", "É"),
    ("E\u0301", "E+accent"),
    ("%", "%"),
    ("""'"\\""", "quotes"),
    ("ONE", ""),
]
"""What is asked for, and the names of the rows that match."""


@pytest.mark.parametrize(("wanted", "expected"), CASES, ids=repr)
@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestMetadataFilterValues:
    """`1`, `"1"`, `true` and `null` are four different values; numbers compare by value.

    `null` matches a key that is there and null, never an absent one. An object matches an object
    that contains it, recursively; an array matches an equal array.
    """

    async def test_threads_match_as_the_rule_says(
        self, memory: MemoryStorage, make: Make, wanted: Any, expected: str
    ) -> None:
        for name, metadata in STORED.items():
            await make.thread(memory, title=name, metadata=metadata)
        await make.thread(memory, title="no metadata")

        page = await memory.list_threads(resource_id=make.owner, metadata={"k": wanted})

        assert {thread.title for thread in page.threads} == set(expected.split())
        assert page.total == len(page.threads)

    async def test_messages_match_as_the_rule_says(
        self, memory: MemoryStorage, make: Make, wanted: Any, expected: str
    ) -> None:
        thread = await make.thread(memory)
        await memory.save_messages(
            [make.message(thread, name, metadata=metadata) for name, metadata in STORED.items()]
            + [make.message(thread, "no metadata")]
        )

        page = await memory.list_messages(thread.id, metadata={"k": wanted})

        assert set(texts(page.messages)) == set(expected.split())
        assert page.total == len(page.messages)


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestMetadataFilters:
    """How the pairs of a filter work together, and with the rest of a question."""

    async def test_every_pair_must_match(self, memory: MemoryStorage, make: Make) -> None:
        both = await make.thread(memory, metadata={"a": 1, "b": 2, "c": 3})
        await make.thread(memory, metadata={"a": 1, "b": 3})
        await make.thread(memory, metadata={"a": 1})

        page = await memory.list_threads(resource_id=make.owner, metadata={"a": 1, "b": 2})

        assert (page.threads, page.total) == ([both], 1)

    async def test_an_empty_filter_filters_nothing(self, memory: MemoryStorage, make: Make) -> None:
        thread = await make.thread(memory)
        await memory.save_messages(make.messages(thread, 2))

        assert (await memory.list_threads(resource_id=make.owner, metadata={})).total == 1
        assert (await memory.list_messages(thread.id, metadata={})).total == 2

    async def test_a_thread_of_another_resource_never_matches(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16."""
        mark = make.id()
        await make.thread(memory, owner=make.id("stranger"), metadata={"mark": mark})

        own = await memory.list_threads(resource_id=make.owner, metadata={"mark": mark})
        everybody = await memory.list_threads(metadata={"mark": mark})

        assert (own.total, everybody.total) == (0, 1)

    async def test_the_longest_key_that_is_allowed_works(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        key = "_" + "k" * 127
        thread = await make.thread(memory, metadata={key: "v", "other": 1})

        page = await memory.list_threads(resource_id=make.owner, metadata={key: "v"})

        assert page.threads == [thread]

    async def test_messages_of_a_resource_are_filtered_like_those_of_a_thread(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        one = make.message(thread, "one", metadata={"a": 1})
        await memory.save_messages([one, make.message(thread, "two", metadata={"a": 2})])

        page = await memory.list_messages_by_resource_id(make.owner, metadata={"a": 1})

        assert (texts(page.messages), page.total) == (["one"], 1)

    async def test_text_that_mentions_a_key_is_no_metadata(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        await memory.save_messages([make.message(thread, '"metadata":{"a":1}')])

        assert (await memory.list_messages(thread.id, metadata={"a": 1})).total == 0
