"""What every value that crosses the API has in common. No domain is named here."""

from datetime import UTC, datetime
from operator import ge, gt, le, lt
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, SkipValidation
from pydantic.alias_generators import to_camel

from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.ids import MILLISECOND, cut


class StorageModel(BaseModel):
    """A value of the API: snake_case in Python, camelCase on the wire, never mutated.

    Both spellings are accepted; `model_dump(by_alias=True)` gives the one of TypeScript. Two values
    are equal when their fields are. Values of the caller never appear in a validation error.
    """

    model_config = ConfigDict(
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        frozen=True,
        hide_input_in_errors=True,
    )


def utc(moment: datetime) -> datetime:
    """Return the moment in UTC at millisecond precision; finer digits are cut.

    A moment without a time zone is `InvalidInputError`: it would mean another instant on every
    machine.
    """
    if moment.tzinfo is UTC and not moment.microsecond % MILLISECOND:
        return moment  # As is everything that a store reads, so this is asked for each row.
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise InvalidInputError("a time needs a time zone, for example datetime.now(timezone.utc)")
    try:
        return cut(moment.astimezone(UTC))
    except OverflowError as error:
        raise InvalidInputError("a time lies outside the years 1 to 9999 in UTC") from error


UtcDatetime = Annotated[datetime, AfterValidator(utc)]
"""An aware datetime, held in UTC at millisecond precision."""

JsonObject = Annotated[dict[str, Any], SkipValidation]
"""A JSON object. It is checked when it is written (`mastra_storage_core.json`), not when it is
read.
"""


class DateRange(StorageModel):
    """Two instants, each optional. Both belong to the range unless excluded."""

    start: UtcDatetime | None = None
    end: UtcDatetime | None = None
    start_exclusive: bool = False
    end_exclusive: bool = False

    def contains(self, moment: datetime) -> bool:
        """Return whether a moment belongs to the range."""
        after = gt if self.start_exclusive else ge
        before = lt if self.end_exclusive else le
        return (self.start is None or after(moment, self.start)) and (
            self.end is None or before(moment, self.end)
        )


def iso(moment: datetime) -> str:
    """Write a moment as JavaScript does: `2024-03-01T10:00:00.000Z`, always 24 characters in years
    of four digits.
    """
    # In two halves, of which neither looks at the time zone: 0.8 µs, where the whole takes 1.5.
    moment = utc(moment)
    return f"{moment.date().isoformat()}T{moment.time().isoformat('milliseconds')}Z"
