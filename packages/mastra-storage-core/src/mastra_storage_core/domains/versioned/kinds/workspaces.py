"""Workspaces."""

from mastra_storage_core.domains.versioned.interface import VersionedStorage
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.domains.versioned.models import Config, Json, WithMetadata


class WorkspaceConfig(Config):
    """What a version of a workspace keeps."""

    parent_key = "workspaceId"

    name: str
    description: str | None = None
    filesystem: Json | None = None
    sandbox: Json | None = None
    mounts: Json | None = None
    search: Json | None = None
    skills: Json | None = None
    tools: Json | None = None
    auto_sync: bool | None = None
    operation_timeout: int | None = None
    """In milliseconds."""


class Workspace(WithMetadata):
    """A workspace, whatever its version."""


WORKSPACES = Kind(
    domain="workspaces",
    noun="workspace",
    entity=Workspace,
    config=WorkspaceConfig,
    table="mastra_workspaces",
    version_table="mastra_workspace_versions",
)


class WorkspacesStorage(VersionedStorage[Workspace, WorkspaceConfig]):
    """Workspaces, and their versions."""

    kind = WORKSPACES
