"""Every statement and all DDL as the databases see them, checked in to be reviewed as a diff.

`nox -s golden` writes the files anew. They show each statement as it usually is, and with each of
its switches alone; a fingerprint stands for the shapes that combine several.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from every_statement import ALIKE, DIALECTS, DOMAINS, Family, Shape, families
from layout import filled, laid_out
from mastra_storage_sql import (
    Dialect,
    DomainTables,
    ObservabilityTables,
    ScoreTables,
    Statement,
    WorkflowTables,
)
from mastra_storage_sql.schema import add_unique, create_index, create_table
from sqlalchemy import Index, Table
from sqlalchemy.engine import Dialect as Compiler

FOLDER = Path(__file__).parent / "golden"
TITLE = """\
-- The {domain} domain as {name} is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.
"""


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("name", DIALECTS)
def test_the_sql_is_the_one_that_was_reviewed(name: str, domain: str, update_golden: bool) -> None:
    path = FOLDER / name / f"{domain}.sql"
    text = golden(DIALECTS[name], domain)
    if update_golden:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, "look at the change, then `nox -s golden`"


@pytest.mark.parametrize("name", DIALECTS)
def test_the_layout_changes_white_space_only(name: str) -> None:
    for family in families(DIALECTS[name]):
        for shape in family.shapes:
            sql = shape.statement.sql
            assert re.sub(r"\s", "", laid_out(sql)) == re.sub(r"\s", "", sql)


@pytest.mark.parametrize("name", DIALECTS)
def test_a_text_has_one_name(name: str) -> None:
    texts = [
        (family.name, shape.statement.sql)
        for family in families(DIALECTS[name])
        for shape in family.shapes
    ]
    assert len(texts) == len(set(texts))
    assert all(
        shape.statement.name == family.name
        for family in families(DIALECTS[name])
        for shape in family.shapes
    )


def golden(dialect: Dialect, domain: str) -> str:
    sections = [TITLE.format(domain=domain, name=dialect.name)]
    sections += _tables(DOMAINS[domain](dialect).tables)
    found = [family for family in families(dialect) if family.name.startswith(f"{domain}.")]
    if domain in ALIKE:
        return "\n".join(f"{section.rstrip()}\n" for section in [*sections, _alike(found)])
    for family in found:
        sections += _family(family)
    return "\n".join(f"{section.rstrip()}\n" for section in sections)


def _alike(found: list[Family]) -> str:
    """Return what stands for statements that are those of agents: their fingerprint."""
    texts = [shape.statement.sql for family in found for shape in family.shapes]
    digest = hashlib.sha256(re.sub(r"\s+", " ", "\n".join(texts)).encode()).hexdigest()
    about = f"The statements are those of agents: {len(texts)} texts; their fingerprint:"
    return f"-- {about}\n-- {digest}"


def _tables(tables: DomainTables) -> Iterator[str]:
    compiler = tables.dialect.compiler
    for table in tables.all:
        yield _table(table, compiler)
    for unique in tables.uniques:
        yield "\n".join(f"{ddl};" for ddl in add_unique(unique, compiler))
    for about, indexes in (
        ("Indexes of the original", tables.indexes + tables.required),
        ("Indexes of ours: no method depends on them", tables.additions),
        ("Indexes of ours that the first `prune` of a table makes", _of_pruning(tables)),
    ):
        if indexes:
            made = [f"{laid_out(create_index(index, compiler))};" for index in indexes]
            yield "\n".join([f"-- {about}.", *made])
    if isinstance(tables, WorkflowTables):
        yield f"-- Ours, made by the first claim.\n{_table(tables.owners, compiler)}"
    if isinstance(tables, ObservabilityTables):
        for signal, needed in tables.at_first_use.items():
            yield "\n".join(
                [
                    f"-- Ours, made at the first use of {signal.name}.",
                    *(_table(table, compiler) for table in needed.all),
                    *(f"{laid_out(create_index(each, compiler))};" for each in needed.additions),
                ]
            )

    if isinstance(tables, ScoreTables):
        for late, what in ((tables.at_first_eval, "evaluation"), (tables.at_first_trace, "trace")):
            made = [_table(table, compiler) for table in late.all]
            made += [f"{laid_out(create_index(each, compiler))};" for each in late.additions]
            yield "\n".join([f"-- Of Mastra before 1.0, made by the first {what} saved.", *made])


def _table(table: Table, compiler: Compiler) -> str:
    ddl = create_table(table, compiler).expandtabs(4)
    return "\n".join(line.rstrip() for line in f"{ddl};".splitlines())


def _of_pruning(tables: DomainTables) -> list[Index]:
    needed = [aged.needs for aged in tables.pruning.values() if not aged.needs.all]
    found = [index for each in needed for index in each.additions]
    return [index for index in found if index not in tables.additions]


def _family(family: Family) -> Iterator[str]:
    doc = [f"-- {line}" for line in family.doc.splitlines()]
    for number, shape in enumerate(family.shapes):
        if len(shape.labels) < 2:
            yield "\n".join([_heading(family, shape), *(doc if number == 0 else ()), _text(shape)])
    rest = [shape for shape in family.shapes if len(shape.labels) >= 2]
    if rest:
        texts = "\n".join(shape.statement.sql for shape in rest)
        digest = hashlib.sha256(re.sub(r"\s+", " ", texts).encode()).hexdigest()
        about = f"-- {family.name}: {len(rest)} shapes with several of these; their fingerprint:"
        yield f"{about}\n-- {digest}"


def _heading(family: Family, shape: Shape) -> str:
    return ": ".join([f"-- {family.name}", *shape.labels])


def _text(shape: Shape) -> str:
    return f"{_parameters(shape.statement)}{laid_out(shape.statement.sql)};"


def _parameters(statement: Statement) -> str:
    """Return a comment that says what the parameters are, in their order."""
    found = [name or repr(value) for name, _, value in statement._compiled[1]]
    if not found:
        return ""
    found[0] = f"-- parameters: {found[0]}"
    return "".join(f"{line}\n" for line in filled(found, ", ", "--     "))
