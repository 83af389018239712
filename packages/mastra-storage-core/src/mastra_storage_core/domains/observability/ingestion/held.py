"""What a buffer holds: spans in the order of their coming, of which the first may be under way."""

from collections import deque
from itertools import islice
from typing import NamedTuple

from mastra_storage_core.domains.observability.models import NewSpan
from mastra_storage_core.errors import InvalidInputError


def check(span: object) -> None:
    """Raise `InvalidInputError` for what is not a `NewSpan`."""
    if not isinstance(span, NewSpan):
        raise InvalidInputError(f"a buffer takes NewSpan values, not {type(span).__name__}")


class _Waiting(NamedTuple):
    since: float
    span: NewSpan


class Held:
    """A bounded queue whose first batch stays in it until it is settled. Not for several threads
    at once.
    """

    def __init__(self, most: int, *, drops_oldest: bool) -> None:
        self._most = most
        self._drops_oldest = drops_oldest
        self._waiting: deque[_Waiting] = deque()
        self.batch: list[NewSpan] = []
        """The spans that are being written."""
        self._batch_first = 0
        self.taken = 0
        """How many spans have come in; a span's number is this count when it came."""

    def __len__(self) -> int:
        return len(self._waiting) + len(self.batch)

    @property
    def waiting(self) -> int:
        """How many spans are not being written yet."""
        return len(self._waiting)

    @property
    def since(self) -> float:
        """When the first span that waits came in."""
        return self._waiting[0].since

    @property
    def unsettled(self) -> int:
        """The number of the first span that is held; one more than `taken` if none is."""
        return self._batch_first if self.batch else self.taken - len(self._waiting) + 1

    @property
    def has_room(self) -> bool:
        """Whether one more span fits."""
        return len(self) < self._most

    def make_room(self) -> bool:
        """Drop the span that has waited longest, where that is the rule; return whether one was.
        Those that are being written may be stored already, so they stay.
        """
        if not self._drops_oldest or not self._waiting:
            return False
        self._waiting.popleft()
        return True

    def take(self, span: NewSpan, now: float) -> None:
        """Put a span behind all others."""
        self._waiting.append(_Waiting(now, span))
        self.taken += 1

    def begin(self, most: int) -> list[NewSpan]:
        """Return the spans to write next: the same ones until they are settled."""
        if not self.batch:
            self._batch_first = self.unsettled
            self.batch = [each.span for each in islice(self._waiting, most)]
            for _ in self.batch:
                self._waiting.popleft()
        return self.batch

    def settle(self) -> int:
        """Let go of the spans that were being written; return how many those are."""
        count, self.batch = len(self.batch), []
        return count

    def clear(self) -> int:
        """Let go of everything; return how much that is."""
        count = len(self)
        self.batch, self._waiting = [], deque()
        return count
