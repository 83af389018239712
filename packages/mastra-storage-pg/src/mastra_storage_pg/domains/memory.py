"""The memory domain where a thread may own vectors: tables of the original that hold embeddings of
its messages.
"""

from typing import Any

from mastra_storage_sql.domains.memory.store import SqlMemory
from mastra_storage_sql.statement import Flow, Statement
from sqlalchemy import bindparam, column, delete, literal_column, or_, select, table

from mastra_storage_pg.dialect import POSTGRES

_class = table(
    "pg_class",
    *(column(name) for name in ("oid", "relname", "relnamespace", "relkind")),
    schema="pg_catalog",
)
_namespace = table("pg_namespace", column("oid"), column("nspname"), schema="pg_catalog")
_attribute = table(
    "pg_attribute",
    *(column(name) for name in ("attrelid", "attname", "atttypid")),
    schema="pg_catalog",
)

VECTOR_TABLES = Statement(
    "memory.vector_tables",
    select(_class.c.relname)
    .join(_namespace, _namespace.c.oid == _class.c.relnamespace)
    .join(_attribute, _attribute.c.attrelid == _class.c.oid)
    .where(
        _namespace.c.nspname == bindparam("schema"),
        _class.c.relkind.in_([literal_column("'r'"), literal_column("'p'")]),
        _attribute.c.attname == literal_column("'metadata'"),
        _attribute.c.atttypid == literal_column("'jsonb'::regtype"),
        # The original's names are words; SQLAlchemy before 2.1 takes this for a parameter.
        _class.c.relname.op("!~")(literal_column("'[%][(]'")),
        or_(
            _class.c.relname == literal_column("'memory_messages'"),
            _class.c.relname.like(literal_column(r"'memory\_messages\_%'")),
        ),
    ),
    POSTGRES.compiler,
)


class PgMemory(SqlMemory):
    """Deletes a thread's vectors with it, as the original does."""

    def _deletion(self, thread_ids: list[str], resource_id: str | None) -> Flow[list[str]]:
        deleted = yield from super()._deletion(thread_ids, resource_id)
        if deleted:
            schema = self._sql.tables.threads.schema
            for row in (yield VECTOR_TABLES(schema=schema)):
                yield _delete_vectors(row["relname"], schema)(threads=deleted)
        return deleted


def _delete_vectors(name: str, schema: str | None) -> Statement:
    vectors = table(name, column("metadata"), schema=schema)
    owner: Any = vectors.c.metadata.op("->>")(literal_column("'thread_id'"))
    return Statement(
        "memory.delete_vectors",
        delete(vectors).where(POSTGRES.one_of(owner, "threads")),
        POSTGRES.compiler,
    )
