"""What a normaliser is, and what it sees."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from mastra_storage_conformance.replay.transcript import Answer, Call, Returned


@dataclass(frozen=True, slots=True)
class Seen:
    """What a normaliser sees."""

    call: Call
    """The question; of its answer, earlier normalisers may have rewritten a part."""
    ours: Answer
    earlier: Sequence[Call]
    """The calls of the domain before this one, in the same transcript."""

    @property
    def value(self) -> Any:
        """What was returned; `None` for an error."""
        return self.call.answer.value if isinstance(self.call.answer, Returned) else None


Rewrite: TypeAlias = Callable[[Seen], Answer | None]


@dataclass(frozen=True, slots=True)
class Normaliser:
    """One kind of difference."""

    rule: int
    """The number of the rule in the contract."""
    name: str
    rewrite: Rewrite

    @property
    def title(self) -> str:
        """How reports call it."""
        return f"rule {self.rule}: {self.name}"
