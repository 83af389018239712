"""Changes to one item: each makes the next version of its data set."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.datasets.arguments import checked_scope
from mastra_storage_core.domains.datasets.models import DatasetItem
from mastra_storage_core.domains.datasets.payloads import payload
from mastra_storage_core.domains.datasets.requests import ItemChange, ItemDeletion, Row, Scope
from mastra_storage_core.domains.datasets.rows import read_items
from mastra_storage_core.domains.datasets.schemas import fits
from mastra_storage_core.errors import ConflictError, NotFoundError, named
from mastra_storage_core.ids import now
from mastra_storage_core.unset import UNSET, Unset


class ItemStorage(StorageDomain):
    """Items and what becomes of them. What an item was at an earlier version stays readable."""

    @operation
    async def update_item(
        self,
        item_id: str,
        *,
        dataset_id: str,
        input: Any = UNSET,
        ground_truth: Any = UNSET,
        expected_trajectory: Any = UNSET,
        tool_mocks: Any = UNSET,
        unmocked_tool_policy: str | Unset | None = UNSET,
        scorer_ids: Iterable[str] | Unset | None = UNSET,
        request_context: Mapping[str, Any] | Unset | None = UNSET,
        metadata: Mapping[str, Any] | Unset | None = UNSET,
        source: Mapping[str, Any] | Unset | None = UNSET,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> DatasetItem:
        """Replace what is given, as the next version, and return the item; `None` clears, but for
        the input, which becomes null.

        It makes a version even where nothing differs. Its external id and its `created_at` stay.
        What does not fit the schemas of the data set is `InvalidInputError`. An unknown data set,
        an unknown item and a deleted one are `NotFoundError`; an item of another data set, and one
        whose content was erased, are `ConflictError`. Nothing is written then.
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
        given = {name: value for name, value in given.items() if value is not UNSET}
        change = ItemChange(
            item_id=checks.identifier(item_id, "item_id"),
            dataset_id=checks.identifier(dataset_id, "dataset_id"),
            scope=checked_scope(organization_id, project_id),
            values=payload(given, "item", self._limits.max_json_bytes),
            fits=fits(lambda _: "item"),
            at=now(),
        )
        return read_items([await self._update_item(change)])[0]

    @operation
    async def delete_item(
        self,
        item_id: str,
        *,
        dataset_id: str,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> bool:
        """Delete an item, as the next version; return whether there was one. At earlier versions it
        stays.

        That there is no such item, or no such data set, is no error and makes no version. An item
        of another data set is `ConflictError`, and stays.
        """
        item = checks.identifier(item_id, "item_id")
        deletion = ItemDeletion(
            dataset_id=checks.identifier(dataset_id, "dataset_id"),
            scope=checked_scope(organization_id, project_id),
            item_ids=[[item]],
            at=now(),
        )
        return await self._delete_item(deletion, item)

    @operation
    async def purge_item(
        self,
        item_id: str,
        *,
        dataset_id: str,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> bool:
        """Erase what is in an item, at every version, for the sake of privacy; return whether there
        was one.

        It makes no version: the item stays listed, with its external id and its times, the input
        null, all else absent, and metadata that say so and when. The results that experiments on
        this data set have for the item are erased as well. Repeatable. An unknown item, and one of
        another data set, are no error.
        """
        return await self._purge_item(
            checks.identifier(item_id, "item_id"),
            checks.identifier(dataset_id, "dataset_id"),
            checked_scope(organization_id, project_id),
            now(),
        )

    @abstractmethod
    async def _update_item(self, change: ItemChange) -> Row:
        """Lock the data set, look (`changeable`), close the current row and insert the next."""

    @abstractmethod
    async def _delete_item(self, deletion: ItemDeletion, item_id: str) -> bool:
        """Delete one item, unless it is of another data set, which is `ConflictError`."""

    @abstractmethod
    async def _purge_item(self, item_id: str, dataset_id: str, scope: Scope, at: Any) -> bool: ...


def changeable(row: Row | None, item_id: str, dataset_id: str, scope: Scope) -> None:
    """Raise unless an item, of which this is the newest row, can be changed."""
    if row is None or row["isDeleted"] or not within(row, scope):
        raise NotFoundError(f"no item {named(item_id)}")
    if row["datasetId"] != dataset_id:
        raise elsewhere(item_id, dataset_id)
    metadata = row["metadata"]
    if isinstance(metadata, dict) and metadata.get("__purged") is True:
        raise ConflictError(
            f"the content of item {named(item_id)} was erased; it cannot be changed",
            constraint="purged",
        )


def within(row: Row, scope: Scope) -> bool:
    """Return whether a row is there for who asks."""
    return scope.organization_id in (None, row["organizationId"]) and scope.project_id in (
        None,
        row["projectId"],
    )


def elsewhere(item_id: str, dataset_id: str) -> ConflictError:
    """Return the error for an item of another data set, without saying of which."""
    return ConflictError(
        f"item {named(item_id)} is not of data set {named(dataset_id)}", constraint="dataset_id"
    )
