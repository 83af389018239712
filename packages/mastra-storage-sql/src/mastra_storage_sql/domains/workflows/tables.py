"""The tables of the workflows domain, column by column and index by index as Mastra 1.71 creates
them, and one of ours, which the first claim of a run makes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from mastra_storage_core.domains.workflows.models import FINISHED
from mastra_storage_core.domains.workflows.threads import STARTED_AT, SUSPENDED_AT
from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    func,
    literal_column,
    text,
)
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.dialect import Dialect, TextPath
from mastra_storage_sql.schema import (
    MIRROR_IS_TRUTH,
    NAME_LENGTH,
    Unique,
    cut_name,
    hashed_name,
    index_prefix,
    sanitised,
    with_mirrors,
)
from mastra_storage_sql.tables import Additions, Aged, DomainTables, kept
from mastra_storage_sql.types import JsonDocument, Utc

KEY = ("workflow_name", "run_id")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class WorkflowTables(DomainTables):
    """The tables as one kind of database, and one schema in it, has them."""

    runs: Table
    owners: Table
    """Ours: who may write a run."""
    at_first_claim: Additions
    """What `init` does not make: the table of owners."""

    @property
    def all(self) -> tuple[Table, ...]:
        return (self.runs,)


@kept
def workflow_tables(dialect: Dialect, schema: str | None = None) -> WorkflowTables:
    """Declare the tables for a dialect, in a schema or in the default one."""
    metadata = MetaData(schema=schema)
    columns = _run_columns(empty=dialect.empty_unless_told)
    runs = Table(
        "mastra_workflow_snapshot",
        metadata,
        *(with_mirrors(columns) if dialect.mirrors else columns),
        *([] if dialect.names_constraints else [UniqueConstraint(*KEY)]),
        info={"key": KEY},
    )
    owners = Table("mastra_py_run_ownership", metadata, *_owner_columns())
    return WorkflowTables(
        dialect=dialect,
        runs=runs,
        owners=owners,
        at_first_claim=Additions(dialect=dialect, tables=(owners,)),
        indexes=_ORIGINAL_INDEXES[dialect.layout](runs, index_prefix(schema)),
        uniques=(_unique(runs, schema),) if dialect.names_constraints else (),
        additions=_additions(dialect, runs),
        pruning={"workflow_snapshot": _aged(dialect, runs)},
    )


def _run_columns(*, empty: bool) -> list[Column[Any]]:
    return [
        Column("workflow_name", Text, nullable=empty),
        Column("run_id", Text, nullable=empty),
        Column("resourceId", Text, key="resource_id"),
        Column("snapshot", JsonDocument, nullable=empty),
        Column("createdAt", Utc, key="created_at", nullable=empty, info=MIRROR_IS_TRUTH),
        Column("updatedAt", Utc, key="updated_at", nullable=empty, info=MIRROR_IS_TRUTH),
    ]


def _owner_columns() -> list[Column[Any]]:
    """Times are milliseconds since 1970: whole numbers that any database compares and adds."""
    return [
        Column("workflow_name", Text, primary_key=True),
        Column("run_id", Text, primary_key=True),
        Column("owner_id", Text),
        Column("generation", BigInteger, nullable=False),
        Column("claimed_at", BigInteger, nullable=False),
        Column("expires_at", BigInteger, nullable=False),
    ]


def _unique(runs: Table, schema: str | None) -> Unique:
    name = f"{sanitised(schema or 'public')}_{runs.name}_workflow_name_run_id_key".lower()
    return Unique(runs, name[:NAME_LENGTH], KEY)


THREADS = (
    TextPath("context", None, STARTED_AT),
    TextPath("context", ("status", "suspended"), SUSPENDED_AT),
)
"""Where a snapshot names its threads (`mastra_storage_core.domains.workflows.threads`)."""

# Not `literal_column`, which SQLAlchemy would take for the column that the index is on.
_STARTED = text(f"'{{{','.join(('context', *STARTED_AT))}}}'")
_SUSPENDED = text(
    """'$."context".*?(@."status" == "suspended")."""
    + ".".join(f'"{name}"' for name in SUSPENDED_AT)
    + "'::jsonpath"
)

Indexes: TypeAlias = Callable[[Table, str], tuple[Index, ...]]


def _no_indexes(runs: Table, prefix: str) -> tuple[Index, ...]:
    return ()


def _postgres_indexes(runs: Table, prefix: str) -> tuple[Index, ...]:
    name, created = runs.c.workflow_name, runs.c.created_at.desc()
    # Not cast, as in statements: an index on a cast of text would refuse what the text may hold.
    status = runs.c.snapshot.op("->>")(text("'status'"))
    # Of a run with several threads the original knows the first; we ask for any (`list_runs`).
    thread = func.coalesce(
        func.jsonb_path_query_first(runs.c.snapshot, _SUSPENDED).op("#>>")(text("'{}'")),
        runs.c.snapshot.op("#>>")(_STARTED),
    )
    stem, lowered = "mastra_workflow_snapshot", _lowered_prefix(runs)
    return (
        Index(f"{prefix}{stem}_name_createdat_idx"[:NAME_LENGTH], name, created),
        Index(cut_name(f"{lowered}{stem}_name_status_createdat_idx"), name, status, created),
        Index(hashed_name(f"{lowered}{stem}_threadid_idx"), thread),
    )


_ORIGINAL_INDEXES: dict[str, Indexes] = {"sqlite": _no_indexes, "postgresql": _postgres_indexes}
"""What the original creates, by the layout of the dialect."""


def _lowered_prefix(runs: Table) -> str:
    """Return what the original puts before the names of its indexes on expressions: the schema as
    it is, in small letters.
    """
    return "" if runs.schema in (None, "public") else f"{runs.schema}_".lower()


def _aged(dialect: Dialect, runs: Table) -> Aged:
    """Runs by their last update, of which those may go that have come to an end."""
    updated = dialect.instant(runs, "updated_at")
    status = dialect.text_at(runs.c.snapshot, ("status",))
    return Aged(
        table=runs,
        key=tuple(runs.c[name] for name in KEY),
        at=updated,
        needs=Additions(
            dialect=dialect, additions=(Index("mastra_py_workflow_runs_updated_idx", updated),)
        ),
        may_go=status.in_([literal_column(f"'{word}'") for word in sorted(FINISHED)]),
    )


def _additions(dialect: Dialect, runs: Table) -> tuple[Index, ...]:
    """Declare our indexes: runs by time, of a workflow, of a resource, of all; runs of one id.

    The last key of the order, the name of the workflow, is in none of them: three texts of 1,024
    bytes are more than an entry of an index of PostgreSQL may have.
    """
    created, run_id = dialect.instant(runs, "created_at"), dialect.exact(runs.c.run_id)

    def by_time(name: str, *leading: ColumnElement[Any]) -> Index:
        return Index(f"mastra_py_workflow_runs_{name}_idx", *leading, created, run_id)

    return (
        by_time("created"),
        by_time("name_created", runs.c.workflow_name),
        by_time("resource_created", runs.c.resource_id),
        Index("mastra_py_workflow_runs_id_idx", runs.c.run_id, created),
        # 100,000 runs take 320 ms without it; a write of 10 KB becomes 5% slower.
        *dialect.text_index("mastra_py_workflow_runs_thread_idx", runs.c.snapshot, THREADS),
    )
