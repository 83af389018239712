"""The seven kinds of entities with versions: agents, prompt blocks, and so on. Each field of each
kind is written, and read as it was written.
"""

from typing import Any

from mastra_storage_core.domains.versioned.kind import Kept, Kind
from mastra_storage_core.domains.versioned.kinds.every import EVERY

from interop.domains.domain import Domain, Kept as Earlier, Step, step
from interop.domains.values import HARD
from interop.domains.versioned_load import VersionedLoad, config, created

KINDS: tuple[Kind[Any, Any], ...] = tuple(each.kind for each in EVERY)
TEXT = '{{name}} says "why"\\\n, 日本語 👩‍👩‍👧.'
"""It begins as JSON does, and is none."""
OBJECT = {key: value for key, value in HARD.items() if key not in ("long", "deep")}
"""Metadata are longer and deeper; of a configuration each field is one."""
BLOCKS = [{"type": "text", "content": TEXT}, {"type": "prompt_block_ref", "id": "block"}]
HARDEST_OF: dict[Kept, Any] = {
    Kept.TEXT: TEXT,
    Kept.INTEGER: 2**31 - 1,
    Kept.FLAG: True,
    Kept.JSON: OBJECT,
    Kept.ANY_JSON: TEXT,
    Kept.BLOCKS: BLOCKS,
}
METADATA = HARD | {"k": "v"}


def full(kind: Kind[Any, Any]) -> dict[str, Any]:
    """Return a configuration that has all fields of a kind."""
    return {field.column: HARDEST_OF[field.kept] for field in kind.fields}


def details(kind: Kind[Any, Any]) -> dict[str, Any]:
    """Return what an entity of a kind has beside its versions; the original's SQLite forgets the
    organization and the project of a scorer definition.
    """
    given: dict[str, Any] = {"visibility": "public", "metadata": METADATA}
    own = {field.column for field in kind.details}
    return {"authorId": "ada"} | {key: value for key, value in given.items() if key in own}


def writes(kind: Kind[Any, Any]) -> tuple[Step, ...]:
    """Return the calls that change something."""

    def call(method: str, *args: Any, keep: str = "") -> Step:
        return step(method, *args, domain=kind.domain, keep=keep)

    def version(of: str, number: int, **fields: Any) -> Step:
        head = {"id": f"{of} {number}", kind.parent: of, "versionNumber": number}
        return call("createVersion", head | config(kind) | fields)

    active = {"status": "published", "activeVersionId": Earlier(kind.domain, "id")}
    merged = {} if kind.domain == "skills" else {"metadata": {"added": OBJECT, "k": "v"}}
    return (
        *(call("create", created(kind, name)) for name in ("plain", "edited", "bare", "gone")),
        call("create", created(kind, "full", details(kind) | full(kind))),
        version("edited", 2, changedFields=["name"], changeMessage=TEXT),
        version("edited", 3, **(full(kind) | {"name": "third"})),
        version("edited", 4, name="fourth"),
        call("deleteVersion", "edited 4"),
        call("getLatestVersion", "full", keep=kind.domain),
        version("full", 2, name="not active"),
        call("update", {"id": "full"} | active),
        call("update", {"id": "edited", "authorId": "grace", "status": "archived"} | merged),
        call("deleteVersionsByParentId", "bare"),
        call("delete", "gone"),
    )


def reads(kind: Kind[Any, Any]) -> tuple[Step, ...]:
    """Return the calls that read all of it."""

    def call(method: str, *args: Any, **more: Any) -> Step:
        return step(method, *args, domain=kind.domain, **more)

    names = ("plain", "edited", "bare", "full", "gone")
    versions = ("edited 2", "edited 3", "edited 4", "full 2")
    given = {"authorId": "ada", "status": "published"}
    return (
        *(call(each, name) for each in ("getById", "getByIdResolved") for name in names),
        call("getByIdResolved", "full", {"status": "draft"}),
        call("getByIdResolved", "edited", {"versionId": "edited 2"}),
        call("getById", "full", expected=details(kind) | given),
        call("getByIdResolved", "full", expected=full(kind)),
        call("getVersion", "edited 3", expected=full(kind) | {"name": "third"}),
        *(call("getVersion", name) for name in versions),
        call("getVersions", [*versions, "none"], unordered=True),
        *(call("getVersionByNumber", "edited", number) for number in (1, 3, 9)),
        *(call(each, name) for each in ("getLatestVersion", "countVersions") for name in names),
        call("listVersions", {kind.parent: "edited"}),
        call("listVersions", {kind.parent: "edited", "page": 1, "perPage": 2}),
        *lists(kind),
    )


def lists(kind: Kind[Any, Any]) -> tuple[Step, ...]:
    """Return the calls that list. Of some kinds the original lists what is published unless a
    status is given; of workspaces it knows none (rule 6).
    """
    asked: list[dict[str, Any]]
    asked = [{}] if kind.domain == "workspaces" else [{"status": "draft"}, {"status": "published"}]
    asked += [each | {"authorId": "ada"} for each in asked[-1:]]
    if kind.domain != "skills":
        asked += [each | {"metadata": {"k": "v"}} for each in asked[-2:-1]]
    return tuple(
        step(method, condition, domain=kind.domain, unordered=True)
        for method in ("list", "listResolved")
        for condition in asked
    )


INTERNAL = frozenset(
    {"deserializeInstructions", "extractSnapshotConfig", "mergeVersion", "parseBlockRow"}
    | {"parseJson", "parseMCPClientRow", "parseMCPServerRow", "parseOrderBy", "parseRow"}
    | {"parseScorerRow", "parseSkillRow", "parseVersionOrderBy", "parseVersionRow"}
    | {"parseWorkspaceRow", "resolveEntity", "serializeInstructions"}
)

DOMAIN = Domain(
    name="versioned entities",
    parts=tuple(kind.domain for kind in KINDS),
    tables=tuple(table for kind in KINDS for table in (kind.table, kind.version_table)),
    writes=tuple(each for kind in KINDS for each in writes(kind)),
    reads=tuple(each for kind in KINDS for each in reads(kind)),
    load=VersionedLoad,
    internal=INTERNAL,
    young=(
        ("mastra_agents", "visibility"),
        ("mastra_agents", "favoriteCount"),
        ("mastra_agents", "createdAtZ"),
        ("mastra_agent_versions", "mcpClients"),
        ("mastra_agent_versions", "workspace"),
        ("mastra_prompt_block_versions", "requestContextSchema"),
        ("mastra_skills", "visibility"),
        ("mastra_skills", "favoriteCount"),
        ("mastra_skill_versions", "files"),
    ),
)
