"""Random programs of scores against a model: what one case at a time does not find."""

from functools import partial
from itertools import count
from typing import Any

import pytest
from hypothesis import strategies as st
from mastra_storage_core import OrderBy, Score, ScoresStorage
from mastra_storage_core.ids import now

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites import _scores_values as some
from mastra_storage_conformance.suites._programs import Programs, StorageMachine, rule


class ScoresMachine(StorageMachine):
    """Scores by id."""

    @property
    def storage(self) -> ScoresStorage:
        return self._next().scores

    def __init__(self) -> None:
        super().__init__()
        self._scores: dict[str, Score] = {}
        self._make = Make()

    def _own(self, given: dict[str, Any]) -> dict[str, Any]:
        """Return values with ids of this program's own."""
        own = {name: self._id(given[name]) for name in some.OF_THE_PROGRAM if name in given}
        return given | own

    @rule(name=some.names, given=some.values, created_at=some.moments)
    def save(self, name: str, given: dict[str, Any], created_at: Any) -> None:
        score_id, since = self._id(name), now()
        fields = {"entity_type": None, **self._own(given), "id": score_id}
        new = self._make.new_score(**fields, created_at=created_at)

        saved = self._run(self.storage.save_score(new))

        old = self._scores.get(score_id)
        first = old.created_at if old else created_at or saved.updated_at
        times = {"created_at": first, "updated_at": saved.updated_at}
        assert saved.model_dump() == {**new.model_dump(), **times}
        assert since <= saved.updated_at <= now()
        self._scores[score_id] = saved

    @rule(name=some.names)
    def get(self, name: str) -> None:
        score_id = self._id(name)

        assert self._run(self.storage.get_score_by_id(score_id)) == self._scores.get(score_id)

    @rule(question=some.questions, direction=st.sampled_from(["asc", "desc"]))
    def list_scores(self, question: tuple[str, dict[str, Any]], direction: Any) -> None:
        method, asked = question[0], self._own(question[1])
        expected = sorted(
            (
                score
                for score in self._scores.values()
                if all(getattr(score, name) == value for name, value in asked.items())
            ),
            key=lambda score: (score.created_at, score.id),
            reverse=direction == "desc",
        )
        order = OrderBy("created_at", direction)
        for size in (1, 2, None):
            read: Any = partial(
                getattr(self.storage, method), **asked, order_by=order, per_page=size
            )
            walked: list[Score] = []
            for number in count():
                page = self._run(read(page=number, include_total=size != 2))
                walked += page.scores
                assert page.total == (None if size == 2 else len(expected))
                if not page.has_more:
                    break
            assert walked == expected


@pytest.mark.mastra_domain("scores")
class TestRandomProgramsOfScores:
    """Whatever the program, the store says what the model says."""

    def test_random_programs_agree_with_the_model(self, programs: Programs) -> None:
        programs(ScoresMachine)
