"""Prompt blocks."""

from mastra_storage_core.domains.versioned.interface import VersionedStorage
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.domains.versioned.models import Config, Json, WithMetadata


class PromptBlockConfig(Config):
    """What a version of a prompt block keeps."""

    parent_key = "blockId"

    name: str
    description: str | None = None
    content: str
    """The text, with places such as `{{name}}`."""
    rules: Json | None = None
    request_context_schema: Json | None = None


class PromptBlock(WithMetadata):
    """A prompt block, whatever its version."""


PROMPT_BLOCKS = Kind(
    domain="prompt_blocks",
    noun="prompt block",
    entity=PromptBlock,
    config=PromptBlockConfig,
    table="mastra_prompt_blocks",
    version_table="mastra_prompt_block_versions",
)


class PromptBlocksStorage(VersionedStorage[PromptBlock, PromptBlockConfig]):
    """Prompt blocks, and their versions."""

    kind = PROMPT_BLOCKS
