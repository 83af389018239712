"""Text that reads like what people and agents write, always the same."""

from datetime import UTC, datetime
from random import Random

PROSE = """
the agent reads your notes before it answers and keeps what matters for later so that a question of
last week about trains to Lisbon still has its answer when you ask for a quieter hotel near the
river with a kitchen two rooms and good light to work please compare prices including breakfast
"""
WORDS = PROSE.split()
BEGIN = datetime(2024, 1, 1, tzinfo=UTC)


def text(random: Random, words: int) -> str:
    """Make a sentence."""
    return " ".join(random.choices(WORDS, k=words)).capitalize() + "."
