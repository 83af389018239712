"""Rows on their way out, made into models."""

from collections.abc import Sequence

from pydantic import ValidationError

from mastra_storage_core.domains.scores.models import SCORES, Score
from mastra_storage_core.domains.scores.requests import TABLE, Row
from mastra_storage_core.errors import CorruptDataError, named


def read_score(row: Row | None) -> Score | None:
    """Make one score of its row."""
    return read_scores([row])[0] if row else None


def read_scores(rows: Sequence[Row]) -> list[Score]:
    """Make scores of their rows, in the same order."""
    try:
        return SCORES.validate_python(rows)
    except ValidationError as error:
        place = error.errors(include_input=False, include_url=False)[0]["loc"]
        row = rows[int(place[0])]
        raise CorruptDataError(
            f"the score {named(row.get('id'))} of {TABLE} does not fit its model at "
            f"{'.'.join(map(str, place[1:]))}",
            table=TABLE,
            key=row.get("id"),
        ) from None
