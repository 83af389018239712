"""The scores domain: how its rules rewrite what was recorded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from mastra_storage_conformance.replay.normalisers.normaliser import Normaliser, Seen
from mastra_storage_conformance.replay.transcript import Answer, Made, Returned


def first_time_kept(seen: Seen) -> Answer | None:
    """A score that is saved again keeps its first `createdAt`, by which a list shows it; the
    original's databases take the new one.
    """
    kept = _rewritten(seen, lambda score: _with_first_time(seen, score))
    if kept in (None, seen.call.answer) or not _lists_all(seen) or not isinstance(kept, Returned):
        return kept
    by_time = sorted(kept.value["scores"], key=_created_in, reverse=True)
    return Returned({**kept.value, "scores": by_time})


def only_columns(seen: Seen) -> Answer | None:
    """What has no column is not stored, and is not in the answer as if it were."""
    return _rewritten(
        seen, lambda score: {key: score[key] for key in score if key != "structuredOutput"}
    )


def nothing_is_none(seen: Seen) -> Answer | None:
    """What was never given is `None`; the original's PostgreSQL has an empty text in its place."""
    mine = {score.get("id"): score for score in _scores_of(seen.ours)}

    def change(score: dict[str, Any]) -> dict[str, Any]:
        ours = mine.get(score["id"], score)
        missing = {
            key for key in ("input", "output") if score.get(key) == "" and ours.get(key) is None
        }
        return {key: None if key in missing else value for key, value in score.items()}

    return _rewritten(seen, change)


def times_are_times(seen: Seen) -> Answer | None:
    """A time comes back as a time; the original's SQLite reads it as the text that it stored."""
    return _rewritten(
        seen,
        lambda score: {
            key: _as_time(value) if key in ("createdAt", "updatedAt") else value
            for key, value in score.items()
        },
    )


NORMALISERS = (
    Normaliser(4, "a replaced score keeps its first created_at", first_time_kept),
    Normaliser(9, "an input that was never given is None", nothing_is_none),
    Normaliser(11, "the time of a score is a time", times_are_times),
    Normaliser(17, "structuredOutput has no column, and none is added", only_columns),
)
"""Those of this domain, in the order in which they are applied."""


def _rewritten(seen: Seen, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Answer | None:
    """Return the answer with every score in it changed."""
    value = seen.value
    if not isinstance(value, dict):
        return None
    if seen.call.method == "saveScore":
        return Returned({**value, "score": change(value["score"])})
    if seen.call.method == "getScoreById":
        return Returned(change(value))
    return Returned({**value, "scores": [change(score) for score in value["scores"]]})


def _scores_of(answer: Answer) -> list[dict[str, Any]]:
    """Return the scores in an answer of ours."""
    value = answer.value if isinstance(answer, Returned) else None
    if not isinstance(value, dict):
        return []
    saved = value.get("score")
    return [saved if isinstance(saved, dict) else value, *value.get("scores", ())]


def _as_time(value: Any) -> Any:
    if isinstance(value, Made) and value.kind == "isodate":
        return replace(value, kind="date")
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def _lists_all(seen: Seen) -> bool:
    """Whether the answer is a whole list: of a page the rest is not known."""
    if not seen.call.method.startswith("list") or not isinstance(seen.value, dict):
        return False
    return bool(len(seen.value["scores"]) == seen.value["pagination"]["total"])


def _with_first_time(seen: Seen, score: dict[str, Any]) -> dict[str, Any]:
    saved = [
        call.seq
        for call in seen.earlier
        if call.method == "saveScore"
        and isinstance(call.answer, Returned)
        and call.answer.value["score"]["id"] == score["id"]
    ]
    return {**score, "createdAt": Made("date", saved[0])} if saved[1:] else score


def _created_in(score: dict[str, Any]) -> int:
    """Return the number of the call in which a score was first saved."""
    made = score["createdAt"]
    return made.number or 0 if isinstance(made, Made) else 0
