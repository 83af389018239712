"""Ranges of time."""

from datetime import datetime
from operator import ge, gt, le, lt

from mastra_storage_core.model import DateRange


def within(moment: datetime, dates: DateRange) -> bool:
    """Return whether a moment belongs to a range."""
    after = gt if dates.start_exclusive else ge
    before = lt if dates.end_exclusive else le
    return (dates.start is None or after(moment, dates.start)) and (
        dates.end is None or before(moment, dates.end)
    )
