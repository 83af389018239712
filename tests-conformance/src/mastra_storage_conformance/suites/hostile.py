"""What nobody should pass, to every parameter of every method. By request
(`MASTRA_STORAGE_CONFORMANCE_PROFILE=deep`) all of it, else a part, another one for each backend.
"""

from pathlib import Path
from zlib import crc32

import pytest
from mastra_storage_core import Store

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.examples import Example, Names
from mastra_storage_conformance.hostile import attack
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._programs import PROFILE
from mastra_storage_conformance.suites.cancellation_everywhere import examples

ONE_IN = 1 if PROFILE == "deep" else 401


@pytest.mark.asyncio(loop_scope="session")
class TestHostileArguments:
    """A call is refused before any I/O, or the database takes what was passed."""

    @pytest.mark.parametrize("example", examples())
    async def test_a_call_is_refused_before_any_io_or_taken(
        self,
        mastra_selection: None,
        backend: Backend,
        store: Store,
        make: Make,
        example: Example,
        tmp_path: Path,
    ) -> None:
        """No error of Python, of a driver or of a database comes out."""
        closed = backend.open(make.id()[-12:])
        await closed.close()
        names = Names(make.id(), tmp_path)
        await example.seed(store, names)
        problems = []
        for index in range(len(example.calls(names))):
            share = index + crc32(backend.name.encode())
            found = await attack(
                store, closed, example, names, index=index, one_in=ONE_IN, share=share
            )
            problems += found.problems

        assert not problems
