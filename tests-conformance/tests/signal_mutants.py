"""Planted faults of logs, metrics, scores and feedback."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from mastra_storage_core.domains.observability.aggregation import Aggregation
from mastra_storage_core.domains.observability.requests import Found, Owner, Row
from mastra_storage_core.domains.observability.signal_requests import (
    DistinctQuestion,
    Names,
    PercentileQuestion,
    Question,
    SignalConditions,
    SignalQuery,
)
from mastra_storage_core.domains.observability.signals import METRICS, Signal
from mastra_storage_core.model import DateRange
from mastra_storage_core.pruning import Batch
from mastra_storage_memory.domains.observability.store import InMemoryObservability
from mutants import found_by


class OtherConditions(InMemoryObservability):
    """Looks for something else than it was asked for."""

    def _other(self, conditions: SignalConditions) -> SignalConditions:
        raise NotImplementedError

    async def _list_signals(self, query: SignalQuery) -> Found:
        other = replace(query, conditions=self._other(query.conditions))
        return await super()._list_signals(other)

    async def _answer(self, questions: list[Question]) -> list[list[Row]]:
        other = [replace(each, conditions=self._other(each.conditions)) for each in questions]
        return await super()._answer(other)


class OtherAnswers(InMemoryObservability):
    """Answers one question after the other, each wrongly."""

    def _wrong(self, question: Question, rows: list[Row]) -> list[Row]:
        raise NotImplementedError

    async def _answer(self, questions: list[Question]) -> list[list[Row]]:
        answers = await super()._answer(questions)
        return [self._wrong(*each) for each in zip(questions, answers, strict=True)]


@found_by("TestSignalRecords.test_a_record_of_an_id_that_is_there_replaces_it")
class MergesRecords(InMemoryObservability):
    async def _put_signals(self, signal: Signal, rows: list[Row]) -> None:
        for row in rows:
            old = self._signals[signal].get(row[signal.key]) or {}
            given = {name: value for name, value in row.items() if value is not None}
            await super()._put_signals(signal, [{**row, **old, **given}])


@found_by("TestReviewStatus.test_feedback_that_is_sent_again_keeps_its_status")
class ForgetsReviews(InMemoryObservability):
    async def _put_signals(self, signal: Signal, rows: list[Row]) -> None:
        self._signals[signal].delete(*(row[signal.key] for row in rows))
        await super()._put_signals(signal, rows)


@found_by("TestBatchesOfSignals.test_bad_records_are_reported_with_their_places")
class StoresTheFirstOnly(InMemoryObservability):
    async def _put_signals(self, signal: Signal, rows: list[Row]) -> None:
        await super()._put_signals(signal, rows[:1])


@found_by("TestFiltersOfSignals.test_times_lie_between_ends_that_belong_to_it_unless_excluded")
class IncludesAllEnds(OtherConditions):
    def _other(self, conditions: SignalConditions) -> SignalConditions:
        dates = DateRange(start=conditions.dates.start, end=conditions.dates.end)
        return replace(conditions, dates=dates)


@found_by("TestFiltersOfSignals.test_tags_must_all_be_there")
class AsksForOneTag(OtherConditions):
    def _other(self, conditions: SignalConditions) -> SignalConditions:
        return replace(conditions, tags=conditions.tags[:1])


@found_by("TestFiltersOfSignals.test_a_signal_can_be_asked_for_what_is_its_own")
class IgnoresLabels(OtherConditions):
    def _other(self, conditions: SignalConditions) -> SignalConditions:
        return replace(conditions, objects={})


@found_by("TestMetricAggregate.test_several_metrics_count_together_and_filters_may_name_fewer")
class TakesTheFirstOfSeveral(OtherConditions):
    def _other(self, conditions: SignalConditions) -> SignalConditions:
        return replace(
            conditions, choices={name: found[:1] for name, found in conditions.choices.items()}
        )


@found_by("TestFeedback.test_texts_do_not_count")
class CountsTexts(OtherConditions):
    def _other(self, conditions: SignalConditions) -> SignalConditions:
        return replace(conditions, measured="")


@found_by("TestOrderOfSignals.test_equal_times_are_ordered_by_id_in_both_directions")
class SortsTiesOneWay(InMemoryObservability):
    async def _list_signals(self, query: SignalQuery) -> Found:
        found = await super()._list_signals(query)
        rows = sorted(found.rows, key=lambda row: row["resourceId"] or "")
        rows.sort(key=lambda row: row["timestamp"], reverse=query.order_by.descending)
        if query.order_by.descending and query.signal is METRICS:
            rows = [row for at in {row["timestamp"]: 0 for row in rows} for row in _of(rows, at)]
        return replace(found, rows=rows)


def _of(rows: list[Row], at: Any) -> list[Row]:
    """Return the rows of one time, in ascending order."""
    return [row for row in rows if row["timestamp"] == at][::-1]


@found_by("TestMetricAggregate.test_numbers_are_added_as_they_are_written_in_any_order")
class AddsInBinary(OtherAnswers):
    def _wrong(self, question: Question, rows: list[Row]) -> list[Row]:
        found = list(self._found(question.signal, question.conditions))
        if question.aggregation is Aggregation.SUM and not question.dimensions:
            return [{**row, "value": sum(each["value"] for each in found)} for row in rows]
        return rows


@found_by(
    "TestMetricBreakdown.test_groups_are_ordered_by_their_numbers_and_then_by_their_dimensions"
)
class CutsBeforeItSorts(OtherAnswers):
    async def _answer(self, questions: list[Question]) -> list[list[Row]]:
        loose = [replace(each, by_value=None) for each in questions]
        return await super()._answer(loose)

    def _wrong(self, question: Question, rows: list[Row]) -> list[Row]:
        return sorted(rows, key=lambda row: -row["value"])


@found_by("TestCostsOfMetrics.test_costs_are_added_and_have_a_unit_if_it_is_one")
class MixesUnits(OtherAnswers):
    def _wrong(self, question: Question, rows: list[Row]) -> list[Row]:
        return [{**row, "highest_unit": row.get("lowest_unit")} for row in rows]


@found_by("TestMetricTimeSeries.test_intervals_begin_at_multiples_of_their_length_since_1970")
class RoundsTowardsZero(OtherAnswers):
    def _wrong(self, question: Question, rows: list[Row]) -> list[Row]:
        length = question.interval
        if length is None:
            return rows
        return [
            {**row, "bucket": row["bucket"] + (length if row["bucket"] < 0 else 0)} for row in rows
        ]


@found_by(
    "TestMetricPercentiles.test_the_percentile_p_of_n_values_is_at_place_p_times_n_rounded_down"
)
class RoundsPlacesUp(InMemoryObservability):
    async def _rank(self, question: PercentileQuestion) -> list[Row]:
        shares = {share + 5_000_000: share for share in question.shares}
        rows = await super()._rank(replace(question, shares=tuple(shares)))
        return [{**row, "share": shares[row["share"]]} for row in rows]


@found_by(
    "TestMetricAggregate.test_the_last_is_that_of_the_latest_time_and_then_of_the_greatest_id"
)
class LosesTheLastOfATime(OtherAnswers):
    def _wrong(self, question: Question, rows: list[Row]) -> list[Row]:
        found = list(self._found(question.signal, question.conditions))
        if question.aggregation is not Aggregation.LAST or not found or question.dimensions:
            return rows
        latest = max(row["timestamp"] for row in found)
        first = next(row for row in found if row["timestamp"] == latest)
        return [{**row, "value": first["value"]} for row in rows]


@found_by("TestDeletedJudgements.test_what_is_of_another_tenant_or_of_none_stays")
class DeletesWhatIsNobodys(InMemoryObservability):
    async def _delete_signals(self, signal: Signal, keys: list[str], owner: Owner) -> int:
        deleted = 0
        for key in keys:
            row = self._signals[signal].get(key)
            if row and row["organization_id"] in (None, owner.organization_id):
                deleted += await super()._delete_signals(signal, [key], Owner(None, None))
        return deleted


@found_by("TestSignalsOfTraces.test_a_signal_goes_with_its_trace")
class LeavesSignalsOfTraces(InMemoryObservability):
    def _drop_signals(self, trace_ids: list[str], deleted: list[str], owner: Owner) -> None:
        """Leave them."""


@found_by("TestSignalsOfTraces.test_a_signal_of_another_tenant_stays")
class DropsSignalsOfOthers(InMemoryObservability):
    def _drop_signals(self, trace_ids: list[str], deleted: list[str], owner: Owner) -> None:
        super()._drop_signals(deleted, deleted, Owner(None, None))


@found_by("TestMetricNames.test_a_prefix_is_data_and_no_pattern")
class TakesPrefixesForPatterns(InMemoryObservability):
    async def _metric_names(self, names: Names) -> list[str]:
        every = await super()._metric_names(Names("", None))
        wanted = names.prefix.lower().replace("%", "")
        return [name for name in every if name.lower().startswith(wanted)][: names.limit]


@found_by("TestDiscovery.test_names_and_tags_may_be_of_one_type_of_entities")
class ForgetsTypesOfEntities(InMemoryObservability):
    async def _different(self, question: DistinctQuestion) -> list[str]:
        return await super()._different(replace(question, entity_type=None))


@found_by("TestPruneSignals.test_what_lies_before_the_cutoff_goes")
class PrunesTheCutoff(InMemoryObservability):
    async def _prune_batch(
        self, table: str, before: datetime, limit: int, since: datetime | None
    ) -> Batch:
        return await super()._prune_batch(table, before + timedelta(milliseconds=1), limit, since)
