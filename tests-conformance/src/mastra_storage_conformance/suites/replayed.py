"""What Mastra itself answered, asked again."""

from collections.abc import Callable

import pytest
from mastra_storage_core import Store

from mastra_storage_conformance.replay.run import replay
from mastra_storage_conformance.replay.transcript import read_transcripts, shipped


@pytest.mark.mastra_domain("memory", "workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestReplay:
    """Recorded calls to Mastra's own storage get the answers that Mastra gave."""

    async def test_every_answer_is_the_originals_or_differs_by_a_documented_rule(
        self, open_fresh: Callable[[], Store]
    ) -> None:
        """Of every domain that is declared. `mastra-storage-conformance replay` says more of each;
        the rules are in the documentation, under what differs from Mastra.
        """
        found = await replay(open_fresh(), read_transcripts(shipped()))

        assert found.verdicts
        unexplained = [
            f"{each.call.domain} {each.call.seq} {each.call.method}: {', '.join(each.differences)}"
            for each in found.unexplained
        ]
        assert unexplained == []
