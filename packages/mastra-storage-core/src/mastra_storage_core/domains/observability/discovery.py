"""What there is to filter by: the public methods."""

from abc import abstractmethod

from mastra_storage_core import checks
from mastra_storage_core.domain import operation
from mastra_storage_core.domains.observability.signal_requests import DistinctQuestion, Names
from mastra_storage_core.domains.observability.signal_storage import SignalStorage
from mastra_storage_core.domains.observability.signals import LOGS, METRICS, SIGNALS
from mastra_storage_core.errors import InvalidInputError

_OF_ENTITIES = (LOGS, METRICS)
"""The signals that tell of entities, as in Mastra: scores and feedback are about those of spans."""


class DiscoveryStorage(SignalStorage):
    """The different values that are stored, each once, ascending by code point: what a user
    interface offers to choose from. They are read when somebody asks, and are never stale.
    """

    @operation
    async def get_metric_names(
        self, *, prefix: str | None = None, limit: int | None = None
    ) -> list[str]:
        """Return the names of metrics, of those that begin with a text, or the first of them."""
        return await self._metric_names(_names(prefix, limit))

    @operation
    async def get_metric_label_keys(self, metric_name: str) -> list[str]:
        """Return the names of the labels of a metric."""
        return await self._label_keys(checks.identifier(metric_name, "metric_name"))

    @operation
    async def get_metric_label_values(
        self,
        *,
        metric_name: str,
        label_key: str,
        prefix: str | None = None,
        limit: int | None = None,
    ) -> list[str]:
        """Return the values of a label of a metric, those that begin with a text, or the first of
        them.
        """
        return await self._label_values(
            checks.identifier(metric_name, "metric_name"),
            checks.identifier(label_key, "label_key"),
            _names(prefix, limit),
        )

    @operation
    async def get_entity_types(self) -> list[str]:
        """Return the types of the entities that spans, logs and metrics are about."""
        return await self._different(DistinctQuestion("entity_type", _OF_ENTITIES, None))

    @operation
    async def get_entity_names(self, *, entity_type: str | None = None) -> list[str]:
        """Return the names of the entities that spans, logs and metrics are about, of all types or
        of one.
        """
        kind = checks.optional_identifier(entity_type, "entity_type")
        return await self._different(DistinctQuestion("entity_name", _OF_ENTITIES, kind))

    @operation
    async def get_service_names(self) -> list[str]:
        """Return the services that spans and signals of any kind come from."""
        return await self._different(DistinctQuestion("service_name", SIGNALS, None))

    @operation
    async def get_environments(self) -> list[str]:
        """Return the environments that spans and signals of any kind come from."""
        return await self._different(DistinctQuestion("environment", SIGNALS, None))

    @operation
    async def get_tags(self, *, entity_type: str | None = None) -> list[str]:
        """Return the tags of spans, logs and metrics, about entities of all types or of one."""
        kind = checks.optional_identifier(entity_type, "entity_type")
        return await self._different(DistinctQuestion("tags", _OF_ENTITIES, kind))

    @abstractmethod
    async def _metric_names(self, names: Names) -> list[str]: ...

    @abstractmethod
    async def _label_keys(self, metric: str) -> list[str]: ...

    @abstractmethod
    async def _label_values(self, metric: str, label: str, names: Names) -> list[str]: ...

    @abstractmethod
    async def _different(self, question: DistinctQuestion) -> list[str]: ...


def _names(prefix: object, limit: object) -> Names:
    if limit is not None and not checks.count(limit, "limit"):
        raise InvalidInputError("limit must not be 0")
    return Names(
        checks.text("" if prefix is None else prefix, "prefix", checks.MAX_ID_BYTES),
        limit,  # type: ignore[arg-type] # it was checked
    )
