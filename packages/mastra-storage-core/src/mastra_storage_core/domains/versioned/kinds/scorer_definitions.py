"""Scorer definitions."""

from mastra_storage_core.domains.versioned.interface import VersionedStorage
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.domains.versioned.models import Config, Entity, Json
from mastra_storage_core.model import JsonObject


class ScorerDefinitionConfig(Config):
    """What a version of a scorer definition keeps."""

    parent_key = "scorerDefinitionId"

    name: str
    description: str | None = None
    type: str
    model: Json | None = None
    instructions: str | None = None
    score_range: Json | None = None
    """`min` and `max`."""
    preset_config: Json | None = None
    default_sampling: Json | None = None


class ScorerDefinition(Entity):
    """A scorer definition, whatever its version."""

    organization_id: str | None = None
    project_id: str | None = None
    metadata: JsonObject | None = None


SCORER_DEFINITIONS = Kind(
    domain="scorer_definitions",
    noun="scorer definition",
    entity=ScorerDefinition,
    config=ScorerDefinitionConfig,
    table="mastra_scorer_definitions",
    version_table="mastra_scorer_definition_versions",
)


class ScorerDefinitionsStorage(VersionedStorage[ScorerDefinition, ScorerDefinitionConfig]):
    """Scorer definitions, and their versions."""

    kind = SCORER_DEFINITIONS
