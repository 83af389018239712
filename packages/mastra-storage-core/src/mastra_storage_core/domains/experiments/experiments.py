"""Experiments themselves: the public methods, their checks, and what a backend implements."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.datasets.arguments import (
    checked_scope,
    checked_version,
    one_of,
)
from mastra_storage_core.domains.datasets.models import TargetType
from mastra_storage_core.domains.experiments.arguments import (
    changed,
    new_experiment,
    no_experiment,
    target_type_of,
)
from mastra_storage_core.domains.experiments.models import (
    Experiment,
    ExperimentPage,
    ExperimentStatus,
)
from mastra_storage_core.domains.experiments.requests import (
    ExperimentChange,
    ExperimentQuery,
    Found,
    Row,
    Scope,
    Values,
)
from mastra_storage_core.domains.experiments.rows import read_experiment, read_experiments
from mastra_storage_core.errors import ConflictError, named
from mastra_storage_core.ids import now
from mastra_storage_core.paging import CREATED_AT_DESC, OrderBy, PageRequest, checked_order
from mastra_storage_core.unset import UNSET, Unset

ORDERS = ("created_at", "status")


class ExperimentStorage(StorageDomain):
    """What is run on which data set, and how far it is.

    Where `organization_id` and `project_id` guard a method, an experiment of another organization
    or project is as absent as one that never existed.
    """

    @operation
    async def create_experiment(
        self,
        *,
        total_items: int,
        experiment_id: str | None = None,
        name: str | None = None,
        description: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        provenance: Mapping[str, Any] | None = None,
        runner_attestation: Mapping[str, Any] | None = None,
        experiment_set_id: str | None = None,
        comparison_id: str | None = None,
        variant_id: str | None = None,
        trial_index: int | None = None,
        dataset_id: str | None = None,
        dataset_version: int | None = None,
        target_type: TargetType | str | None = None,
        target_id: str | None = None,
        scorer_ids: Iterable[str] | None = None,
        agent_version: str | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> Experiment:
        """Make an experiment that is pending, all counts 0, and return it; the id is made here
        unless given.

        An id that exists is `ConflictError`, and that experiment stays as it is. A data set that
        this store does not have, and a version that it has not come to, are `NotFoundError`.
        """
        given = {**locals()}
        values = new_experiment(given, self._limits.max_json_bytes)
        row = await self._create_experiment(values)
        if row is None:
            raise ConflictError(
                f"there is an experiment {named(values['id'])} already", constraint="id"
            )
        return read_experiments([row])[0]

    @operation
    async def get_experiment_by_id(
        self,
        experiment_id: str,
        *,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> Experiment | None:
        """Return an experiment, or `None`."""
        row = await self._get_experiment(
            checks.identifier(experiment_id, "experiment_id"),
            checked_scope(organization_id, project_id),
        )
        return read_experiment(row)

    @operation
    async def update_experiment(
        self,
        experiment_id: str,
        *,
        name: str | Unset | None = UNSET,
        description: str | Unset | None = UNSET,
        metadata: Mapping[str, Any] | Unset | None = UNSET,
        status: ExperimentStatus | str | Unset = UNSET,
        total_items: int | Unset = UNSET,
        succeeded_count: int | Unset = UNSET,
        failed_count: int | Unset = UNSET,
        skipped_count: int | Unset = UNSET,
        started_at: datetime | Unset | None = UNSET,
        completed_at: datetime | Unset | None = UNSET,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> Experiment:
        """Replace what is given, and return the experiment; `None` clears, where it is allowed.

        `updated_at` becomes now; the other times are what is given. `NotFoundError` for an unknown
        experiment.
        """
        given = {
            "name": name,
            "description": description,
            "metadata": metadata,
            "status": status,
            "total_items": total_items,
            "succeeded_count": succeeded_count,
            "failed_count": failed_count,
            "skipped_count": skipped_count,
            "started_at": started_at,
            "completed_at": completed_at,
        }
        change = ExperimentChange(
            experiment_id=checks.identifier(experiment_id, "experiment_id"),
            scope=checked_scope(organization_id, project_id),
            values={
                key: changed(key, value, self._limits.max_json_bytes)
                for key, value in given.items()
                if value is not UNSET
            },
            at=now(),
        )
        experiment = read_experiment(await self._update_experiment(change))
        if experiment is None:
            raise no_experiment(experiment_id)
        return experiment

    @operation
    async def delete_experiment(
        self,
        experiment_id: str,
        *,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> bool:
        """Delete an experiment with all its results; return whether there was one."""
        return await self._delete_experiment(
            checks.identifier(experiment_id, "experiment_id"),
            checked_scope(organization_id, project_id),
        )

    @operation
    async def list_experiments(
        self,
        *,
        dataset_id: str | None = None,
        target_type: TargetType | str | None = None,
        target_id: str | None = None,
        agent_version: str | None = None,
        status: ExperimentStatus | str | None = None,
        experiment_set_id: str | None = None,
        comparison_id: str | None = None,
        variant_id: str | None = None,
        trial_index: int | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
        order_by: OrderBy = CREATED_AT_DESC,
        page: int = 0,
        per_page: int | None = 100,
        include_total: bool = True,
    ) -> ExperimentPage:
        """Return one page of the experiments that meet all conditions, by `created_at` or `status`,
        then by id, both in the direction of the order.

        A page past the end is empty and keeps its `total`.
        """
        ids = {
            "dataset_id": dataset_id,
            "target_id": target_id,
            "agent_version": agent_version,
            "experiment_set_id": experiment_set_id,
            "comparison_id": comparison_id,
            "variant_id": variant_id,
        }
        asked: dict[str, str | int | None] = {
            **{key: checks.optional_identifier(each, key) for key, each in ids.items()},
            "target_type": target_type_of(target_type),
            "status": one_of(ExperimentStatus, status, "status"),
            "trial_index": checked_version(trial_index, "trial_index"),
        }
        query = ExperimentQuery(
            scope=checked_scope(organization_id, project_id),
            equal={key: value for key, value in asked.items() if value is not None},
            order=checked_order(order_by, ORDERS),
            page=PageRequest.check(page, per_page, include_total),
        )
        found = await self._list_experiments(query)
        rows, has_more = query.page.cut(found.rows, found.total)
        return ExperimentPage(
            experiments=read_experiments(rows),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    @abstractmethod
    async def _create_experiment(self, values: Values) -> Row | None:
        """Insert under the lock of the data set, if there is one (`runnable`); return the row, or
        `None` where the id exists.
        """

    @abstractmethod
    async def _get_experiment(self, experiment_id: str, scope: Scope) -> Row | None: ...

    @abstractmethod
    async def _update_experiment(self, change: ExperimentChange) -> Row | None: ...

    @abstractmethod
    async def _delete_experiment(self, experiment_id: str, scope: Scope) -> bool: ...

    @abstractmethod
    async def _list_experiments(self, query: ExperimentQuery) -> Found: ...
