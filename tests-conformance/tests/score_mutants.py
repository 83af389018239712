"""Faults of the scores domain."""

import asyncio
from datetime import datetime
from itertools import count
from typing import Any

from mastra_storage_core import LegacyEval, LegacyTrace, NewScore, Score
from mastra_storage_core.domains.scores.requests import (
    EvalQuery,
    Found,
    Row,
    ScoreDraft,
    ScoreQuery,
)
from mastra_storage_core.ids import now
from mastra_storage_core.jsoncodec import decode_or_text
from mastra_storage_memory.domains.scores.store import InMemoryScores
from mastra_storage_memory.pruning import Aged
from mutants import found_by


@found_by("TestSaveScore.test_a_score_of_its_id_is_replaced_whole_and_keeps_its_first_time")
class TakesTheNewTime(InMemoryScores):
    async def _save_score(self, draft: ScoreDraft) -> datetime:
        self._scores.delete(draft.id)
        return await super()._save_score(draft)


@found_by("TestSaveScore.test_it_may_move_to_another_scorer_run_entity_and_span")
class LeavesItWhereItWas(InMemoryScores):
    async def _save_score(self, draft: ScoreDraft) -> datetime:
        old = self._scores.get(draft.id)
        kept = {"scorer_id": old["scorerId"], "run_id": old["runId"]} if old else {}
        return await super()._save_score(ScoreDraft({**draft.values, **kept}, draft.texts))


@found_by("TestSaveScore.test_it_returns_the_score_as_it_is_stored")
class ForgetsTheDataset(InMemoryScores):
    async def _save_score(self, draft: ScoreDraft) -> datetime:
        kept = {**draft.values, "dataset_item_id": None}
        return await super()._save_score(ScoreDraft(kept, draft.texts))


@found_by("TestSaveScore.test_a_score_is_any_finite_number_in_double_precision")
class RoundsScores(InMemoryScores):
    async def _save_score(self, draft: ScoreDraft) -> datetime:
        rounded = {**draft.values, "score": round(draft.values["score"], 9)}
        return await super()._save_score(ScoreDraft(rounded, draft.texts))


@found_by("TestConcurrentScores.test_a_reader_always_finds_a_score_that_is_saved_again")
class DeletesThenInserts(InMemoryScores):
    async def _save_score(self, draft: ScoreDraft) -> datetime:
        self._scores.delete(draft.id)
        await asyncio.sleep(0)
        return await super()._save_score(draft)


@found_by("TestConcurrentScores.test_of_first_savers_all_get_the_time_that_is_stored")
class SaysItsOwnTime(InMemoryScores):
    async def _save_score(self, draft: ScoreDraft) -> datetime:
        await super()._save_score(draft)
        created_at: datetime = draft.values["created_at"]
        return created_at


@found_by("TestListScores.test_conditions_alone_and_together_show_the_scores_that_meet_all")
class IgnoresOrganisations(InMemoryScores):
    async def _list_scores(self, query: ScoreQuery) -> Found:
        wanted = {name: query.wanted[name] for name in query.wanted if name != "organization_id"}
        return await super()._list_scores(ScoreQuery(wanted, query.order_by, query.page))


@found_by("TestListScores.test_what_matches_nothing_is_an_empty_page")
class TakesAScorerForAPrefix(InMemoryScores):
    async def list_scores_by_scorer_id(self, scorer_id: str, **options: Any) -> Any:
        return await super().list_scores_by_scorer_id(scorer_id.strip(), **options)


@found_by("TestTotalOrderOfScores.test_equal_times_are_ordered_by_id_in_every_list")
class SortsIdsOneWay(InMemoryScores):
    async def _list_scores(self, query: ScoreQuery) -> Found:
        found = await super()._list_scores(query)
        by_id = sorted(found.rows, key=lambda row: str(row["id"]))
        descending = query.order_by.descending
        by_time = sorted(by_id, key=lambda row: row["createdAt"], reverse=descending)
        return Found(by_time, found.total)


@found_by("TestTotalOrderOfScores.test_the_order_does_not_depend_on_when_a_row_was_written")
class ShowsTheLastSavedFirst(InMemoryScores):
    async def _list_scores(self, query: ScoreQuery) -> Found:
        found = await super()._list_scores(query)
        found.rows.sort(key=lambda row: row["updatedAt"], reverse=query.order_by.descending)
        return found


@found_by("TestPagesOfScores.test_pages_of_any_size_make_the_whole_list")
class SkipsARowOfEachPage(InMemoryScores):
    async def _list_scores(self, query: ScoreQuery) -> Found:
        found = await super()._list_scores(query)
        return Found(found.rows[1:] if query.page.page else found.rows, found.total)


@found_by("TestValuesOfScores.test_texts_that_look_like_json_stay_texts")
class DecodesTwice(InMemoryScores):
    async def _get_score(self, score_id: str) -> Row | None:
        row = await super()._get_score(score_id)
        if row and isinstance(row["output"], str):
            row["output"] = decode_or_text(row["output"])
        return row


@found_by("TestReturnedAndPassedScores.test_objects_are_the_callers_wherever_they_go_or_come_from")
class SharesObjects(InMemoryScores):
    async def _get_score(self, score_id: str) -> Row | None:
        row = await super()._get_score(score_id)
        return self.__dict__.setdefault(score_id, row)


@found_by("TestBadInputForScores.test_the_place_is_named_and_the_stored_score_stays")
class WritesBeforeItLooks(InMemoryScores):
    async def save_score(self, score: NewScore) -> Score:
        if stored := self._scores.get(str(score.id)):
            self._scores.put({**stored, "updatedAt": now(), "reason": "seen"})
        return await super().save_score(score)


@found_by("TestPruneScores.test_a_score_is_as_old_as_when_it_was_first_saved")
class PrunesByTheLastTime(InMemoryScores):
    def _aged(self, table: str) -> Aged:
        return super()._aged(table)._replace(by="updatedAt")


# --- the tables of Mastra before 1.0 ------------------------------------------------------------


@found_by("TestLegacyEvals.test_it_has_no_id_and_is_there_as_often_as_it_was_saved")
class KeepsOneEvaluationOfARun(InMemoryScores):
    async def _save_eval(self, new: LegacyEval) -> None:
        self._numbers = count()
        await super()._save_eval(new)


@found_by("TestLegacyEvals.test_a_test_says_where_it_is_and_any_other_is_live")
class TakesAnyInfoForATest(InMemoryScores):
    async def _save_eval(self, new: LegacyEval) -> None:
        tested = {"testPath": "", **new.test_info} if new.test_info is not None else None
        await super()._save_eval(new.model_copy(update={"test_info": tested}))


@found_by("TestLegacyEvals.test_equal_times_are_ordered_by_run_and_then_by_metric")
class SortsRunsOneWay(InMemoryScores):
    async def _list_evals(self, query: EvalQuery) -> Found:
        found = await super()._list_evals(query)
        by_run = sorted(found.rows, key=lambda row: str(row["run_id"]))
        return Found(by_run, found.total)


@found_by("TestLegacyTraces.test_a_name_is_known_by_its_beginning_which_is_no_pattern")
class TakesNamesForPatterns(InMemoryScores):
    async def get_traces(self, *, name: str | None = None, **options: Any) -> list[LegacyTrace]:
        plain = name and name.replace("%", "").replace("_", "")
        return await super().get_traces(name=plain, **options)


@found_by("TestLegacyTraces.test_a_span_of_its_id_is_replaced")
class MergesSpans(InMemoryScores):
    async def _save_trace(self, new: LegacyTrace) -> None:
        old = self._traces.get(new.id)
        kept = {"attributes": new.attributes or (old and old["attributes"])}
        await super()._save_trace(new.model_copy(update=kept))
