"""Pruning of scores: those that were first saved long ago go, and no others.

Every case has a store of its own, for `prune` deletes whatever is old.
"""

import pytest
from mastra_storage_core import ConfigurationError, Store, pruning

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids, score_now

MONTH = {"scores": {"scorers": "30d"}}


@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestPruneScores:
    """`prune` deletes scores by their `created_at`."""

    async def test_scores_strictly_before_the_cutoff_go_and_no_others(
        self, empty_store: Store, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pruning, "now", lambda: make.after(3600))
        before, at, after = [
            await make.score(empty_store.scores, created_at=make.after(seconds))
            for seconds in (-0.001, 0, 1)
        ]

        (report,) = await empty_store.prune({"scores": {"scorers": "1h"}})

        assert (report.table, report.deleted, report.done) == ("scorers", 1, True)
        assert report.cutoff == make.noon
        assert await empty_store.scores.get_score_by_id(before.id) is None
        page = await empty_store.scores.list_scores_by_scorer_id(make.scorer)
        assert ids(page.scores) == ids([after, at])

    async def test_a_score_is_as_old_as_when_it_was_first_saved(
        self, empty_store: Store, make: Make
    ) -> None:
        """As the original has it: who saves it again does not make it young."""
        old = await make.score(empty_store.scores)
        await make.score(empty_store.scores, id=old.id, created_at=None)
        young = await make.score(empty_store.scores, created_at=None)

        (report,) = await empty_store.prune(MONTH)

        assert report.deleted == 1
        assert await empty_store.scores.get_score_by_id(old.id) is None
        assert await score_now(empty_store.scores, young.id) == young

    async def test_batches_of_any_size_delete_all_of_them(
        self, empty_store: Store, make: Make
    ) -> None:
        for number in range(7):
            await make.score(empty_store.scores, created_at=make.after(number // 3))
        told: list[tuple[int, bool]] = []
        policy = {"max_age": "30d", "batch_size": 2}

        await empty_store.prune(
            {"scores": {"scorers": policy}},
            pause=0,
            progress=lambda report: told.append((report.deleted, report.done)),
        )

        assert told == [(2, False), (4, False), (6, False), (7, True)]
        assert (await empty_store.scores.list_scores_by_scorer_id(make.scorer)).total == 0

    async def test_a_dry_run_counts_and_touches_nothing(
        self, empty_store: Store, make: Make
    ) -> None:
        for seconds in (0, 1):
            await make.score(empty_store.scores, created_at=make.after(seconds))
        await make.score(empty_store.scores, created_at=None)

        (report,) = await empty_store.scores.prune({"scorers": "30d"}, dry_run=True)

        assert (report.deleted, report.done, report.dry_run) == (2, True, True)
        assert (await empty_store.scores.list_scores_by_scorer_id(make.scorer)).total == 3

    async def test_a_table_that_there_is_not_is_refused(self, empty_store: Store) -> None:
        with pytest.raises(ConfigurationError, match="the nearest is 'scorers'"):
            await empty_store.prune({"scores": {"scores": "30d"}})
