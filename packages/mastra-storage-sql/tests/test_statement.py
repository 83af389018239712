"""A statement is compiled once, takes its values by name, and says which row it cannot read."""

import gc
import weakref
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from every_statement import DIALECTS, statements
from mastra_storage_core.errors import CorruptDataError
from mastra_storage_sql import Dialect, Statement, favorite_statements, memory_statements
from mastra_storage_sql.tables import KEPT
from mastra_storage_sql.types import Flag, Json, Utc
from sqlalchemy import Column, MetaData, Table, Text, bindparam, insert, select
from sqlalchemy.sql.elements import CompilerElement

NOTES = Table(
    "notes",
    MetaData(),
    Column("id", Text, primary_key=True),
    Column("saidAt", Utc, key="said_at"),
    Column("isLoud", Flag, key="is_loud"),
    Column("about", Json),
)
NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> Dialect:
    return DIALECTS[request.param]


def notes(dialect: Dialect, clause: Any) -> Statement:
    return Statement("notes.test", clause, dialect.compiler)


def test_a_statement_is_compiled_once(dialect: Dialect, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    compiling = CompilerElement.compile

    def noted(element: CompilerElement, *args: Any, **options: Any) -> Any:
        compiled.append(element)
        return compiling(element, *args, **options)

    monkeypatch.setattr(CompilerElement, "compile", noted)
    statement = notes(dialect, select(NOTES).where(NOTES.c.id == bindparam("note")))
    for note in ("a", "b"):
        assert statement.encode({"note": note}) == [note]
        assert "SELECT" in statement.sql
        assert statement.decode([]) == []
    assert len(compiled) == 1


def test_a_shape_is_one_statement_for_every_store_of_a_kind(dialect: Dialect) -> None:
    first, second = (memory_statements(dialect, "s").threads for _ in range(2))
    assert first.get_thread(owned=True) is second.get_thread(owned=True)
    assert first.get_thread(owned=True) is not first.get_thread(owned=False)


def test_values_go_where_the_text_wants_them(dialect: Dialect) -> None:
    both = (NOTES.c.about == bindparam("second", type_=Json())) & (NOTES.c.id == bindparam("first"))
    statement = notes(dialect, select(NOTES).where(both).offset(7))
    assert statement.encode({"first": "a", "second": {"b": [1]}})[:2] == ['{"b":[1]}', "a"]
    assert statement.encode({"first": "a", "second": {}})[-1] == 7


def test_values_are_written_as_their_columns_want_them(dialect: Dialect) -> None:
    statement = notes(
        dialect, insert(NOTES).values({key: bindparam(key) for key in NOTES.c.keys()})
    )
    noon = NOON.astimezone(timezone(timedelta(hours=2)))
    found = statement.encode({"id": "a", "said_at": noon, "is_loud": True, "about": None})
    time: Any = NOON.replace(tzinfo=None)
    assert found == ["a", time if dialect.mirrors else "2024-03-01T12:00:00.000Z", True, None]


def test_a_list_is_one_parameter_and_one_text(dialect: Dialect) -> None:
    statement = notes(dialect, select(NOTES).where(dialect.one_of(NOTES.c.id, "ids")))
    assert len(statement.encode({"ids": ["a"]})) == len(statement.encode({"ids": ["a", "b"]})) == 1
    for each in statements(dialect):
        assert "POSTCOMPILE" not in each.sql


def test_many_is_one_call_with_a_set_of_values_for_each_row(dialect: Dialect) -> None:
    statement = notes(dialect, insert(NOTES).values(id=bindparam("id")))
    call = statement.many({"id": note} for note in "ab")
    assert (call.many, call.rows) == (True, [{"id": "a"}, {"id": "b"}])
    once = statement(id="a")
    assert (once.many, once.rows) == (False, [{"id": "a"}])


def test_rows_have_the_names_of_the_database(dialect: Dialect) -> None:
    statement = notes(dialect, select(NOTES))
    time = NOON.replace(tzinfo=None) if dialect.mirrors else '"2024-03-01T12:00:00.000999Z"'
    assert statement.decode([("a", time, 1, '{"b": 2}'), ("b", None, None, None)]) == [
        {"id": "a", "saidAt": NOON, "isLoud": True, "about": {"b": 2}},
        {"id": "b", "saidAt": None, "isLoud": None, "about": None},
    ]


@pytest.mark.parametrize(
    ("row", "column"),
    [(("b", "yesterday", 0, None), "saidAt"), (("b", None, 0, "{"), "about")],
)
def test_a_row_that_cannot_be_read_is_named(
    dialect: Dialect, row: tuple[Any, ...], column: str
) -> None:
    statement = notes(dialect, select(NOTES))
    with pytest.raises(
        CorruptDataError, match=f"{column} of the row 'b' of notes cannot be read"
    ) as caught:
        statement.decode([("a", None, 0, None), row])
    assert caught.value.key == "b"
    assert "yesterday" not in str(caught.value)


def test_writing_is_known_from_the_kind_of_statement(dialect: Dialect) -> None:
    assert not notes(dialect, select(NOTES)).writes
    for name in ("locked", "written"):
        reads = name == "locked"
        clause: Any = select(NOTES).with_for_update() if reads else insert(NOTES)
        assert notes(dialect, clause).writes is not reads


def test_of_thousands_of_schemas_the_last_are_kept(dialect: Dialect) -> None:
    made = [favorite_statements(dialect, f"tenant_{number}") for number in range(KEPT + 1)]
    first, last = weakref.ref(made[0].tables.favorites), made[-1]
    made.clear()
    gc.collect()

    assert first() is None
    assert favorite_statements(dialect, f"tenant_{KEPT}") is last
