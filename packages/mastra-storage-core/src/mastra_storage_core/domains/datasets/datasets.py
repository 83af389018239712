"""Data sets themselves: the public methods, their checks, and what a backend implements."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.datasets.arguments import (
    checked_scope,
    id_list,
    object_text,
    target_type,
    text_list,
)
from mastra_storage_core.domains.datasets.models import Dataset, DatasetPage, TargetType
from mastra_storage_core.domains.datasets.requests import (
    DatasetChange,
    DatasetQuery,
    Found,
    Row,
    Scope,
    Values,
)
from mastra_storage_core.domains.datasets.rows import read_dataset, read_datasets
from mastra_storage_core.domains.datasets.schemas import checked_schema, holds
from mastra_storage_core.errors import ConflictError, InvalidInputError, NotFoundError, named
from mastra_storage_core.ids import new_id, now
from mastra_storage_core.paging import CREATED_AT_DESC, OrderBy, PageRequest, checked_order
from mastra_storage_core.unset import UNSET, Unset

ORDERS = ("created_at", "updated_at", "name")
IDENTITY = ("organizationId", "projectId", "candidateKey", "candidateId")
"""What a data set keeps from the day it is made."""


class DatasetStorage(StorageDomain):
    """What items have in common: a name, schemas, targets, and who they belong to.

    `organization_id` and `project_id` say whose a data set is. Where they are given, to any method
    of this domain, what belongs to another organization or project is as absent as what never
    existed.
    """

    @operation
    async def create_dataset(
        self,
        *,
        name: str,
        dataset_id: str | None = None,
        description: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        input_schema: Mapping[str, Any] | None = None,
        ground_truth_schema: Mapping[str, Any] | None = None,
        request_context_schema: Mapping[str, Any] | None = None,
        tags: Iterable[str] | None = None,
        target_type: TargetType | str | None = None,
        target_ids: Iterable[str] | None = None,
        scorer_ids: Iterable[str] | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
        candidate_key: str | None = None,
        candidate_id: str | None = None,
    ) -> Dataset:
        """Make an empty data set, of version 0, and return it; the id is made here unless given.

        Where the id exists, the data set that has it is returned as it is, if it is of the same
        organization, project and candidate; otherwise it is `ConflictError`, and stays as it is. A
        schema that is no JSON Schema is `InvalidInputError`.
        """
        values = self._described(
            {
                "name": name,
                "description": description,
                "metadata": metadata,
                "input_schema": input_schema,
                "ground_truth_schema": ground_truth_schema,
                "request_context_schema": request_context_schema,
                "tags": tags,
                "target_type": target_type,
                "target_ids": target_ids,
                "scorer_ids": scorer_ids,
            }
        )
        at = now()
        identity = {
            "organization_id": checks.optional_identifier(organization_id, "organization_id"),
            "project_id": checks.optional_identifier(project_id, "project_id"),
            "candidate_key": checks.optional_identifier(candidate_key, "candidate_key"),
            "candidate_id": checks.optional_identifier(candidate_id, "candidate_id"),
        }
        new = {
            "id": new_id() if dataset_id is None else checks.identifier(dataset_id, "dataset_id"),
            **values,
            **identity,
            "version": 0,
            "created_at": at,
            "updated_at": at,
        }
        row = await self._create_dataset(new)
        if tuple(row[column] for column in IDENTITY) != tuple(identity.values()):
            raise ConflictError(
                f"the id {named(new['id'])} is taken by a data set of another organization, "
                "project or candidate",
                constraint="id",
            )
        return read_datasets([row])[0]

    @operation
    async def get_dataset_by_id(
        self, dataset_id: str, *, organization_id: str | None = None, project_id: str | None = None
    ) -> Dataset | None:
        """Return a data set, or `None`."""
        row = await self._get_dataset(
            checks.identifier(dataset_id, "dataset_id"), checked_scope(organization_id, project_id)
        )
        return read_dataset(row)

    @operation
    async def update_dataset(
        self,
        dataset_id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset | None = UNSET,
        metadata: Mapping[str, Any] | Unset | None = UNSET,
        input_schema: Mapping[str, Any] | Unset | None = UNSET,
        ground_truth_schema: Mapping[str, Any] | Unset | None = UNSET,
        request_context_schema: Mapping[str, Any] | Unset | None = UNSET,
        tags: Iterable[str] | Unset | None = UNSET,
        target_type: TargetType | str | Unset | None = UNSET,
        target_ids: Iterable[str] | Unset | None = UNSET,
        scorer_ids: Iterable[str] | Unset | None = UNSET,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> Dataset:
        """Replace what is given and return the data set; `None` clears, all but the name.

        `updated_at` becomes now; the version stays, for no item is changed. What it belongs to
        cannot be changed. Where a schema becomes another, every current item has to fit it, or it
        is `ConflictError`, whose `current` are up to ten ids of those that do not, and nothing is
        written. `NotFoundError` for an unknown data set.
        """
        given = {
            "name": name,
            "description": description,
            "metadata": metadata,
            "input_schema": input_schema,
            "ground_truth_schema": ground_truth_schema,
            "request_context_schema": request_context_schema,
            "tags": tags,
            "target_type": target_type,
            "target_ids": target_ids,
            "scorer_ids": scorer_ids,
        }
        values = self._described({key: each for key, each in given.items() if each is not UNSET})
        change = DatasetChange(
            dataset_id=checks.identifier(dataset_id, "dataset_id"),
            scope=checked_scope(organization_id, project_id),
            values=values,
            check=holds(values),
            at=now(),
        )
        dataset = read_dataset(await self._update_dataset(change))
        if dataset is None:
            raise no_dataset(dataset_id)
        return dataset

    @operation
    async def delete_dataset(
        self, dataset_id: str, *, organization_id: str | None = None, project_id: str | None = None
    ) -> bool:
        """Delete a data set with all items, versions and history; return whether there was one.

        Experiments on it stay, without a data set, and lose their results, which hold copies of its
        items.
        """
        return await self._delete_dataset(
            checks.identifier(dataset_id, "dataset_id"), checked_scope(organization_id, project_id)
        )

    @operation
    async def list_datasets(
        self,
        *,
        name: str | None = None,
        target_type: TargetType | str | None = None,
        target_ids: Iterable[str] | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
        candidate_key: str | None = None,
        candidate_id: str | None = None,
        order_by: OrderBy = CREATED_AT_DESC,
        page: int = 0,
        per_page: int | None = 100,
        include_total: bool = True,
    ) -> DatasetPage:
        """Return one page of the data sets that meet all conditions, by `created_at`, `updated_at`
        or `name`, then by id, both in the direction of the order.

        `name` is a part of a name: no character in it means any other, and the case of the letters
        A to Z does not matter. `target_ids` keeps those that have any of these; an empty list asks
        for nothing. A page past the end is empty and keeps its `total`.
        """
        query = DatasetQuery(
            scope=checked_scope(organization_id, project_id),
            candidate_key=checks.optional_identifier(candidate_key, "candidate_key"),
            candidate_id=checks.optional_identifier(candidate_id, "candidate_id"),
            target_type=_target_type(target_type),
            target_ids=tuple(checks.identifiers(target_ids or (), "target_ids")),
            name=None if name is None else self._text(name, "name") or None,
            order=checked_order(order_by, ORDERS),
            page=PageRequest.check(page, per_page, include_total),
        )
        found = await self._list_datasets(query)
        rows, has_more = query.page.cut(found.rows, found.total)
        return DatasetPage(
            datasets=read_datasets(rows),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    def _described(self, given: Mapping[str, Any]) -> Values:
        """Check the fields that say what a data set is; return them as they are stored."""
        limit = self._limits.max_json_bytes
        values: Values = {}
        for key, value in given.items():
            if key == "name":
                values[key] = self._name(value)
            elif key == "description":
                values[key] = None if value is None else self._text(value, key)
            elif key == "metadata":
                values[key] = object_text(value, key, limit)
            elif key.endswith("_schema"):
                values[key] = checked_schema(value, key, limit)
            elif key == "tags":
                values[key] = text_list(value, key, limit)
            elif key == "target_type":
                values[key] = _target_type(value)
            else:
                values[key] = id_list(value, key, limit)
        return values

    def _name(self, value: object) -> str:
        if not self._text(value, "name").strip():
            raise InvalidInputError("name must not be empty")
        return str(value)

    @abstractmethod
    async def _create_dataset(self, values: Values) -> Row:
        """Insert, unless the id exists; return the data set that has the id then."""

    @abstractmethod
    async def _get_dataset(self, dataset_id: str, scope: Scope) -> Row | None: ...

    @abstractmethod
    async def _update_dataset(self, change: DatasetChange) -> Row | None:
        """Lock a data set, hold its current items to what `change.check` makes of it, replace
        columns; return it, or `None`. The check is called with some rows of items at a time, and
        with none at the end.
        """

    @abstractmethod
    async def _delete_dataset(self, dataset_id: str, scope: Scope) -> bool:
        """Delete it and all that it owns in one atomic step."""

    @abstractmethod
    async def _list_datasets(self, query: DatasetQuery) -> Found: ...


_target_type = target_type


def no_dataset(dataset_id: object) -> NotFoundError:
    """Return the error for a data set that is not there, or not there for who asks."""
    return NotFoundError(f"no data set {named(dataset_id)}")
