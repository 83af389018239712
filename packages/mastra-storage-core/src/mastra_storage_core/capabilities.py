"""What a store can do, as a value that it declares and the conformance suite checks in both
directions.
"""

from dataclasses import dataclass
from enum import StrEnum


class Domain(StrEnum):
    """A kind of data. One that a store does not declare is `UnsupportedError` where it is used."""

    MEMORY = "memory"
    WORKFLOWS = "workflows"
    DATASETS = "datasets"
    EXPERIMENTS = "experiments"
    OBSERVABILITY = "observability"
    SCORES = "scores"
    AGENTS = "agents"
    PROMPT_BLOCKS = "prompt_blocks"
    SCORER_DEFINITIONS = "scorer_definitions"
    MCP_CLIENTS = "mcp_clients"
    MCP_SERVERS = "mcp_servers"
    WORKSPACES = "workspaces"
    SKILLS = "skills"
    FAVORITES = "favorites"


EDITOR_DOMAINS = frozenset(
    {
        "agents",
        "prompt_blocks",
        "scorer_definitions",
        "mcp_clients",
        "mcp_servers",
        "workspaces",
        "skills",
        "favorites",
        "tool_provider_connections",
    }
)
"""What people write in an editor, by the names that these domains have, or will have. A composite
takes them from its `editor` first.
"""


class Feature(StrEnum):
    """A difference between backends that a caller can notice. There are no others."""

    DURABLE = "durable"
    """What was acknowledged outlives the store object: another one, on the same URL, reads it."""
    JSON_KEY_ORDER = "json.key_order"
    """The keys of metadata, snapshots and configurations keep their order."""
    JSON_NUMBER_SPELLING = "json.number_spelling"
    """In the same places, `1e23` stays a float and `-0.0` keeps its sign."""
    JSON_NUL = "json.nul"
    """In the same places, NUL and lone surrogates survive; else each becomes U+FFFD."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """The domains and the features of a store."""

    domains: frozenset[Domain]
    features: frozenset[Feature]
