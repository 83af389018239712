"""The values of the favorites domain."""

from mastra_storage_core.model import StorageModel


class FavoriteState(StorageModel):
    """How things stand after a change."""

    favorited: bool
    """Whether the user has it as a favorite."""
    favorite_count: int
    """How many users have."""
