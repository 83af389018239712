"""Items that are known elsewhere: what it means to add one again under its external id.

The first accepted content of an external id is what later ones are compared with. Plain functions
of rows, the same for every backend.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pydantic.alias_generators import to_camel

from mastra_storage_core.domains.datasets.models import IdentityConflict
from mastra_storage_core.domains.datasets.payloads import JSON_FIELDS
from mastra_storage_core.domains.datasets.requests import ItemDraft, Row, Values
from mastra_storage_core.domains.datasets.rows import ITEM_TABLE
from mastra_storage_core.errors import ConflictError, CorruptDataError, named
from mastra_storage_core.jsoncodec import decode
from mastra_storage_core.matching import equal

MOST_CONFLICTS = 100
"""How many conflicts an error carries: of a million items, not a million."""

_COLUMNS = {name: to_camel(name) for name in JSON_FIELDS}


class _Known(NamedTuple):
    first: Row
    """As it was accepted."""
    last: Row
    """As it is now, or was when it was deleted."""


class Identities:
    """Sorts the items of one call: to insert, there already, or in conflict."""

    def __init__(self, *, keep: bool) -> None:
        self.known: dict[int, Row] = {}
        """Rows that were there already, by place in the call, if they are kept."""
        self.known_count = 0
        self.added = 0
        self._keep = keep
        self._place = 0
        self._conflicts: list[IdentityConflict] = []

    def fresh(self, drafts: Sequence[ItemDraft], rows: Iterable[Row]) -> list[ItemDraft]:
        """Return those to insert. `rows` are the first and the last row of each item that has one
        of their external ids, those of earlier drafts of this call among them.
        """
        known = _by_external_id(rows)
        here: dict[str, ItemDraft] = {}
        wanted = []
        for place, draft in enumerate(drafts, self._place):
            name = draft.external_id
            if name is not None and name in known:
                self._compare(place, name, draft, known[name])
            elif name is not None and name in here:
                self._repeat(place, name, draft, here[name])
            else:
                wanted.append(draft)
                if name is not None:
                    here[name] = draft
        self._place += len(drafts)
        self.added += len(wanted)
        return wanted

    def check(self) -> None:
        """Raise if there was any conflict."""
        if not self._conflicts:
            return
        first = self._conflicts[0]
        raise ConflictError(
            f"nothing was added: the item {named(first.external_id)} at place {first.index} "
            f"{_WORDS[first.reason]}{_and_more(len(self._conflicts) - 1)}",
            constraint="external_id",
            current=tuple(self._conflicts),
        )

    def _compare(self, place: int, name: str, draft: ItemDraft, known: _Known) -> None:
        if known.last["isDeleted"]:
            self._conflict(place, name, known.last["id"], "deleted")
        elif not _same(draft.payload, known.first):
            self._conflict(place, name, known.last["id"], "payload_mismatch")
        else:
            self.known_count += 1
            if self._keep:
                self.known[place] = known.last

    def _repeat(self, place: int, name: str, draft: ItemDraft, first: ItemDraft) -> None:
        """Weigh an item that stands in this call before, and is not in the database yet."""
        if not _same(draft.payload, _decoded(first.payload)):
            self._conflict(place, name, first.id, "payload_mismatch")
            return
        self.known_count += 1
        if self._keep:
            self.known[place] = {"id": first.id}

    def _conflict(self, place: int, name: str, item_id: str, reason: str) -> None:
        if len(self._conflicts) < MOST_CONFLICTS:
            self._conflicts.append(
                IdentityConflict(
                    index=place, external_id=name, existing_item_id=item_id, reason=reason
                )
            )


_WORDS = {
    "payload_mismatch": "was accepted before with another content",
    "deleted": "was deleted from this data set",
}


def _and_more(count: int) -> str:
    if count < 1:
        return ""
    few = count < MOST_CONFLICTS - 1
    return f"; and {count if few else 'many'} more"


def _by_external_id(rows: Iterable[Row]) -> Mapping[str, _Known]:
    known: dict[str, _Known] = {}
    for row in sorted(rows, key=lambda row: int(row["datasetVersion"])):
        name = row["externalId"]
        old = known.get(name)
        if old is not None and old.first["id"] != row["id"]:
            raise CorruptDataError(
                f"two items of data set {named(row['datasetId'])} have the external id "
                f"{named(name)}",
                table=ITEM_TABLE,
                key=row["id"],
            )
        known[name] = _Known(old.first if old else row, row)
    return known


def _decoded(payload: Values) -> Row:
    row: Row = {
        column: None if payload[name] is None else decode(payload[name])
        for name, column in _COLUMNS.items()
    }
    row["unmockedToolPolicy"] = payload["unmocked_tool_policy"]
    return row


def _same(payload: Values, stored: Row) -> bool:
    """Return whether contents are equal; absent and null are the same at the top."""
    given = _decoded(payload)
    return all(equal(value, stored[column]) for column, value in given.items())
