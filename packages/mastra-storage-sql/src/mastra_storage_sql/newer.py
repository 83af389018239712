"""What a newer Mastra has put into a database: kept, passed over, and named in one warning."""

import logging
from collections.abc import Collection, Iterable, Mapping

from mastra_storage_core.errors import named
from sqlalchemy import Table

_log = logging.getLogger("mastra_storage_sql")

PREFIX = "mastra_"
"""How the names of all tables begin that are Mastra's. Tables of the user's own are passed over."""
OURS = "mastra_py_"
"""How the names of all tables begin that are additions of ours, of any version."""

_KNOWN = """
agent_versions agents ai_spans background_tasks channel_config channel_installations dataset_items
dataset_versions datasets evals experiment_results experiments favorites harness_sessions
knowledge_activity knowledge_cursors knowledge_mentions knowledge_nodes knowledge_records
knowledge_semantic_outbox mcp_client_versions mcp_clients mcp_server_versions mcp_servers messages
notifications observational_memory prompt_block_versions prompt_blocks resources schedule_triggers
schedules scorer_definition_versions scorer_definitions scorers skill_blobs skill_versions skills
thread_state threads tool_provider_connections traces workflow_definitions workflow_snapshot
workspace_versions workspaces
"""
MASTRA = "1.71"
"""The Mastra whose tables these are."""
KNOWN = frozenset(f"{PREFIX}{name}" for name in _KNOWN.split())
"""The tables of Mastra 1.71, of all its domains, and two that earlier ones made."""

_SHOWN = 20
"""How many names a warning holds: who puts a hundred vector indexes beside them knows it."""


def newer_than(tables: Iterable[Table], found: Mapping[str, Collection[str]]) -> list[str]:
    """Return the names of what a database holds beyond the tables that are known, in order: columns
    of these tables, and other tables of Mastra's.

    `found` are the columns of each table whose name begins with `PREFIX`, as `init` has read them;
    of a table that is not known they do not matter.
    """
    unknown = [name for name in found if name not in KNOWN and not name.startswith(OURS)]
    for table in tables:
        have = {column.name.lower() for column in table.columns}
        added = (name for name in found.get(table.name, ()) if name.lower() not in have)
        unknown += [f"{table.name}.{name}" for name in added]
    return sorted(unknown)


def warn_of_newer(tables: Iterable[Table], found: Mapping[str, Collection[str]]) -> None:
    """Log one warning that names what is newer, if anything is."""
    if unknown := newer_than(tables, found):
        shown = ", ".join(map(named, unknown[:_SHOWN]))
        rest = len(unknown) - _SHOWN
        _log.warning(
            "the database holds what this version does not know: %s%s; a newer Mastra may have "
            "added it. It is kept, and nothing reads it",
            shown,
            f" and {rest} more" if rest > 0 else "",
        )
