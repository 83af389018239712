"""Skills."""

from mastra_storage_core.domains.versioned.interface import VersionedStorage
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.domains.versioned.models import Config, Entity, FavoriteCount, Json


class SkillConfig(Config):
    """What a version of a skill keeps. Its metadata are part of it, and of the skill itself there
    are none.
    """

    parent_key = "skillId"

    name: str
    description: str
    instructions: str
    license: str | None = None
    compatibility: str | Json | None = None
    source: Json | None = None
    references: Json | None = None
    scripts: Json | None = None
    assets: Json | None = None
    files: Json | None = None
    metadata: Json | None = None
    tree: Json | None = None


class Skill(Entity):
    """A skill, whatever its version."""

    visibility: str | None = None
    """A `Visibility`; `private` where an author is given and it is not."""
    favorite_count: FavoriteCount = 0


SKILLS = Kind(
    domain="skills",
    noun="skill",
    entity=Skill,
    config=SkillConfig,
    table="mastra_skills",
    version_table="mastra_skill_versions",
    favorite="skill",
)


class SkillsStorage(VersionedStorage[Skill, SkillConfig]):
    """Skills, and their versions."""

    kind = SKILLS
