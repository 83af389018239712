"""Policies: every spelling of a duration, every wrong one, and keys of both languages."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st
from mastra_storage_core import ConfigurationError, Domain, MemoryRetention, Policy, Retention
from mastra_storage_core.retention import TablePolicies
from pydantic.alias_generators import to_camel

UNITS = {
    "ms": timedelta(milliseconds=1),
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (timedelta(days=30), timedelta(days=30)),
        (86_400_000, timedelta(days=1)),
        (1, timedelta(milliseconds=1)),
        ("1ms", timedelta(milliseconds=1)),
        ("30s", timedelta(seconds=30)),
        ("1.5h", timedelta(minutes=90)),
        ("0.25d", timedelta(hours=6)),
        ("2w", timedelta(days=14)),
        ("365000d", timedelta(days=365_000)),
    ],
)
def test_an_age_has_three_spellings(age: Any, expected: timedelta) -> None:
    assert Policy(max_age=age).max_age == expected


@given(st.integers(1, 10_000), st.sampled_from(list(UNITS)))
def test_a_number_with_a_unit_is_so_many_of_it(number: int, unit: str) -> None:
    assert Policy(max_age=f"{number}{unit}").max_age == number * UNITS[unit]


WRONG_AGES: list[Any] = [
    *("30 dayz", "30 days", "30 d", " 30d", "30d\n", "d", "", "30", "-1d", "+1d", "1e3d", "1,5h"),
    *("0d", "0ms", "0.0000001ms", ".5h", "1.h", "٣d", "1000000d", "9" * 5_000 + "d"),
    *(0, -1, 10**400, True, 1.5, float("nan"), None, [], b"1d"),
    *(timedelta(0), timedelta(days=-1), timedelta.max),
]


@pytest.mark.parametrize("age", WRONG_AGES, ids=lambda age: f"{age!r:.20}")
def test_any_other_age_is_refused(age: Any) -> None:
    with pytest.raises(ConfigurationError, match="duration") as caught:
        Policy(max_age=age)

    assert len(str(caught.value)) < 500
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("size", [0, -1, 1.5, True, "1", None, 2**31, float("inf"), []])
def test_a_batch_size_is_a_positive_whole_number(size: Any) -> None:
    with pytest.raises(ConfigurationError, match="batch_size of a retention policy"):
        Policy(max_age="1d", batch_size=size)


EXPECTED = Retention(
    memory=MemoryRetention(
        threads=Policy(max_age="30d"), messages=Policy(max_age="1h", batch_size=5)
    )
)


@pytest.mark.parametrize(
    "spelled",
    [
        EXPECTED,
        {"memory": {"threads": "30d", "messages": {"max_age": "1h", "batch_size": 5}}},
        {"memory": {"threads": {"maxAge": "30d"}, "messages": {"maxAge": "1h", "batchSize": 5}}},
        {"memory": {"messages": Policy(max_age=3_600_000, batch_size=5), "threads": "30d"}},
        {
            "memory": MemoryRetention(
                threads=Policy(max_age="30d"), messages=EXPECTED.memory.messages
            )
        },
        {"memory": {"threads": "720h", "messages": EXPECTED.memory.messages, "resources": None}},
    ],
)
def test_a_plain_mapping_says_the_same(spelled: Any) -> None:
    assert Retention.check(spelled) == EXPECTED


def test_tables_come_in_a_fixed_order_and_without_those_that_are_kept() -> None:
    retention = Retention.check({"memory": {"resources": "1d", "threads": "1d"}})

    assert [(domain, [name for name, _ in tables.given()]) for domain, tables in retention.given()]
    assert [name for name, _ in retention.memory.given()] == ["threads", "resources"]
    assert Retention().given() == Retention.check({"memory": {}}).given() == []


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"memry": {}}, "no domain 'memry'; the nearest is 'memory'"),
        ({"memory": {"thread": "1d"}}, "no table 'thread'; the nearest is 'threads'"),
        (
            {"memory": {"threads": {"maxage": "1d"}}},
            "no setting 'maxage'; the nearest is 'max_age'",
        ),
        ({"memory": {"threads": {}}}, "needs a max_age"),
        ({"memory": {"threads": {"max_age": "1d", "maxAge": "2d"}}}, "'maxAge' twice"),
        ({1: {}}, "no domain 1;"),
        ({"memory": {"threads": "30 dayz"}}, "invalid retention duration '30 dayz'"),
        ({"memory": "30d"}, "should name a table there is a value of type str"),
        ({"memory": None}, "should name a table there is a value of type NoneType"),
        ({"memory": {"threads": Retention()}}, "invalid retention duration Retention"),
        ("memory", "should name a domain there is a value of type str"),
        ([], "should name a domain there is a value of type list"),
        (Policy(max_age="1d"), "should name a domain there is a value of type Policy"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(wrong: Any, says: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Retention.check(wrong)

    assert says in str(caught.value)


def test_a_value_that_is_made_is_checked_as_well() -> None:
    values: dict[str, Any] = {"memory": {"thread": "1d"}}
    with pytest.raises(ConfigurationError, match="'threads'"):
        Retention(**values)
    with pytest.raises(ConfigurationError, match="needs a max_age"):
        Policy.check({})


def test_every_domain_of_a_retention_is_one_that_stores_have() -> None:
    for name, field in Retention.model_fields.items():
        assert Domain(to_camel(name))
        assert isinstance(field.annotation, type)
        assert issubclass(field.annotation, TablePolicies)
