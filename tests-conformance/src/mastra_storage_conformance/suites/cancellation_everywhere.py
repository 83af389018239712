"""Every method that changes something, cancelled while it waits. By request
(`MASTRA_STORAGE_CONFORMANCE_PROFILE=deep`) every method at each of its suspensions; else those that
change something at one of them, and of these a third, which is another one for another backend.
"""

from itertools import count
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from mastra_storage_core import Store

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.cancelling import Attempts
from mastra_storage_conformance.examples import DOMAINS, Example, Names
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._programs import PROFILE
from mastra_storage_conformance.suites._versioned import KINDS

DEEP = PROFILE == "deep"


def examples() -> list[Any]:
    """Return the examples; of versioned entities, which are all alike, only agents at first."""
    chosen = [each for name, each in DOMAINS.items() if DEEP or name not in KINDS[1:]]
    return [
        pytest.param(each, id=each.domain, marks=pytest.mark.mastra_domain(*each.needs))
        for each in chosen
    ]


@pytest.mark.asyncio(loop_scope="session")
class TestCancelledAnywhere:
    """A call that is cancelled has happened wholly or not at all, wherever it was waiting."""

    @pytest.mark.parametrize("example", examples())
    async def test_a_cancelled_call_is_whole_or_nothing_and_leaves_nothing_behind(
        self,
        mastra_selection: None,
        backend: Backend,
        store: Store,
        make: Make,
        example: Example,
        tmp_path: Path,
    ) -> None:
        """No task and no thread stays, and the store goes on."""
        numbers, case = count(), make.id()

        def names() -> Names:
            return Names(f"{next(numbers)}-{case}", tmp_path)

        third = crc32(backend.name.encode()) % 3
        for index, call in enumerate(example.calls(names())):
            attempts = Attempts(store, example, index, names)
            if DEEP:
                await attempts.everywhere(late=bool(index % 2))
            elif index % 3 == third and not call.reads:
                await attempts.once()
