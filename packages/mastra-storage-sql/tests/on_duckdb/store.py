"""The store on DuckDB: two domains, as the SQL ring has them."""

from pathlib import Path
from typing import ClassVar

from mastra_storage_core import Capabilities, Domain, Feature, Store
from mastra_storage_sql import memory_tables, sql_domains, workflow_tables
from on_duckdb.dialect import DUCKDB
from on_duckdb.driver import DuckDBDatabase

DOMAINS = (Domain.MEMORY, Domain.WORKFLOWS)


class DuckDBStore(Store):
    """Keeps memory and workflows in a DuckDB file."""

    name: ClassVar[str] = "DUCKDB"
    capabilities: Capabilities = Capabilities(frozenset(DOMAINS), frozenset(Feature))

    def __init__(self, path: Path) -> None:
        db = DuckDBDatabase(path, lambda: [memory_tables(DUCKDB), workflow_tables(DUCKDB)])
        every = sql_domains(db, lambda: DUCKDB, store_name=self.name)
        super().__init__(db.lifecycle, {domain: every[domain] for domain in DOMAINS})
