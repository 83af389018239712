"""What a case of a normaliser is."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from mastra_storage_conformance.replay.compare import Comparison, Window
from mastra_storage_conformance.replay.normalisers.explain import explain
from mastra_storage_conformance.replay.normalisers.normaliser import Seen
from mastra_storage_conformance.replay.transcript import Answer, Call, Raised, Returned

AT = datetime(2026, 5, 1, tzinfo=UTC)
"""When our call 7 was made."""
AFTER = AT + timedelta(seconds=1)
"""When our call 8 was made."""


@dataclass
class Case:
    """A recorded call, our answer, which a rule explains, and answers that no rule explains."""

    recorded: Call
    ours: Any
    near_misses: list[Any]
    earlier: tuple[Call, ...] = ()

    def explained(self, ours: Any) -> list[str]:
        """Return the rules that explain an answer; none if they do not explain all of it."""
        answer: Answer = ours if isinstance(ours, Raised) else Returned(ours)
        rewritten, used = explain(Seen(self.recorded, answer, self.earlier))
        comparison = Comparison({7: Window(AT, AT), 8: Window(AFTER, AFTER)}, {})
        equal = comparison.answers(answer, rewritten, self.recorded.method)
        return [normaliser.title for normaliser in used] if equal else []
