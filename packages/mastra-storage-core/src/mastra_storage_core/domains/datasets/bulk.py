"""Items that come and go, one or many: each call is one version."""

from abc import abstractmethod
from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.datasets.arguments import checked_scope
from mastra_storage_core.domains.datasets.models import DatasetItem, ItemsAdded, NewItem
from mastra_storage_core.domains.datasets.payloads import FIELDS, JSON_FIELDS, draft
from mastra_storage_core.domains.datasets.requests import (
    Inserted,
    ItemBatch,
    ItemDeletion,
    ItemDraft,
    Row,
    Scope,
)
from mastra_storage_core.domains.datasets.rows import read_items
from mastra_storage_core.domains.datasets.schemas import fits
from mastra_storage_core.domains.datasets.spool import Spool, batched, each
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.ids import now
from mastra_storage_core.jsoncodec import decode


class BulkStorage(StorageDomain):
    """Additions and deletions. Everything of a call is checked before anything is written, and
    happens wholly or not at all.

    An item with an `external_id` that the data set has known is not added again: where its content
    equals what was accepted first, the item that is there is returned; where it differs, or where
    the item was deleted, it is `ConflictError`, whose `current` are the conflicts
    (`IdentityConflict`), and nothing of the call is added.
    """

    @operation
    async def add_item(
        self,
        *,
        dataset_id: str,
        input: Any,
        ground_truth: Any = None,
        expected_trajectory: Any = None,
        tool_mocks: Any = None,
        unmocked_tool_policy: str | None = None,
        scorer_ids: Iterable[str] | None = None,
        request_context: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        source: Mapping[str, Any] | None = None,
        external_id: str | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> DatasetItem:
        """Add one item, as the next version, and return it.

        `NotFoundError` for an unknown data set; what does not fit its schemas is
        `InvalidInputError`.
        """
        given = {
            "input": input,
            "ground_truth": ground_truth,
            "expected_trajectory": expected_trajectory,
            "tool_mocks": tool_mocks,
            "unmocked_tool_policy": unmocked_tool_policy,
            "scorer_ids": scorer_ids,
            "request_context": request_context,
            "metadata": metadata,
            "source": source,
        }
        new = draft(given, external_id, "item", self._limits.max_json_bytes)
        scope = checked_scope(organization_id, project_id)
        (added,) = await self._added([new], dataset_id, scope, lambda _: "item")
        return added

    @operation
    async def batch_insert_items(
        self,
        items: Iterable[NewItem],
        *,
        dataset_id: str,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> list[DatasetItem]:
        """Add items, all as one version, and return them in their order, those that were there
        already among them.

        Nothing to add makes no version. `NotFoundError` for an unknown data set; what does not fit
        its schemas is `InvalidInputError` that names its place.
        """
        drafts = [self._draft(item, number) for number, item in enumerate(_listed(items))]
        scope = checked_scope(organization_id, project_id)
        return await self._added(drafts, dataset_id, scope, _place)

    @operation
    async def add_items(
        self,
        items: Iterable[NewItem] | AsyncIterable[NewItem],
        *,
        dataset_id: str,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> ItemsAdded:
        """As `batch_insert_items`, of items that need not fit into memory: they are read once, and
        what became of them is counted.

        While they are read and checked they wait in a temporary file without a name, and the
        database is not touched before the last one is there. What an iterator raises reaches the
        caller, and nothing is written.
        """
        name = checks.identifier(dataset_id, "dataset_id")
        scope = checked_scope(organization_id, project_id)
        if isinstance(items, (str, bytes, Mapping)) or not isinstance(
            items, (Iterable, AsyncIterable)
        ):
            raise InvalidInputError(f"items must be NewItem values, not {type(items).__name__}")
        with Spool() as spool:
            async for item in each(items):
                (item,) = checks.instances([item], NewItem, "items")
                spool.add(self._draft(item, spool.count))
            done = await self._insert_spool(spool, name, scope)
        return ItemsAdded(version=done.dataset["version"], added=done.added, known=done.known_count)

    @operation
    async def batch_delete_items(
        self,
        item_ids: Iterable[str],
        *,
        dataset_id: str,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> int:
        """Delete items, all as one version; return how many there were. At earlier versions they
        stay.

        Ids that are unknown, deleted already, or of another data set are passed over; where none is
        left, no version is made. `NotFoundError` for an unknown data set.
        """
        ids = checks.identifiers(item_ids, "item_ids")
        return await self._delete_items(
            ItemDeletion(
                dataset_id=checks.identifier(dataset_id, "dataset_id"),
                scope=checked_scope(organization_id, project_id),
                item_ids=list(batched(ids)),
                at=now(),
            )
        )

    async def _insert_spool(self, spool: Spool, dataset_id: str, scope: Scope) -> Inserted:
        """Insert what waits, and count it."""
        return await self._insert_items(
            ItemBatch(
                dataset_id=dataset_id,
                scope=scope,
                drafts=spool.chunks,
                fits=fits(_place),
                keep=False,
                at=now(),
            )
        )

    def _draft(self, item: NewItem, number: int) -> ItemDraft:
        given = {name: getattr(item, name) for name in FIELDS}
        return draft(given, item.external_id, _place(number), self._limits.max_json_bytes)

    async def _added(
        self, drafts: list[ItemDraft], dataset_id: str, scope: Scope, place: Callable[[int], str]
    ) -> list[DatasetItem]:
        batch = ItemBatch(
            dataset_id=checks.identifier(dataset_id, "dataset_id"),
            scope=scope,
            drafts=lambda: batched(drafts),
            fits=fits(place),
            keep=True,
            at=now(),
        )
        done = await self._insert_items(batch)
        return read_items(_rows(drafts, batch, done))

    @abstractmethod
    async def _insert_items(self, batch: ItemBatch) -> Inserted:
        """Lock the data set, sort the items (`Identities`), insert those that are new with the next
        version. Nothing to insert makes no version.
        """

    @abstractmethod
    async def _delete_items(self, deletion: ItemDeletion) -> int: ...


def _listed(items: Any) -> list[NewItem]:
    """Check items, which may come from a generator."""
    if isinstance(items, Iterable) and not isinstance(items, (str, bytes, Mapping)):
        items = list(items)
    return checks.instances(items, NewItem, "items")


def _place(number: int) -> str:
    return f"items[{number}]"


def _rows(drafts: list[ItemDraft], batch: ItemBatch, done: Inserted) -> list[Row]:
    """Return the rows of a batch, in its order: what was inserted, and what was there."""
    rows: dict[str, Row] = {}
    found = []
    for place, each_draft in enumerate(drafts):
        known = done.known.get(place)
        if known is None:
            known = rows[each_draft.id] = inserted(each_draft, batch, done.dataset)
        # One that stood in this call before is told by its id alone.
        found.append(rows.get(known["id"], known))
    return found


def inserted(draft: ItemDraft, batch: ItemBatch, dataset: Row) -> Row:
    """Return the row of a new item as it is read."""
    content = dict(draft.payload)
    for name in JSON_FIELDS:
        content[name] = None if content[name] is None else decode(content[name])
    return {
        "id": draft.id,
        "external_id": draft.external_id,
        **content,
        "dataset_id": batch.dataset_id,
        "dataset_version": dataset["version"],
        "organization_id": dataset["organizationId"],
        "project_id": dataset["projectId"],
        "created_at": batch.at,
        "updated_at": batch.at,
    }
