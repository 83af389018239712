"""What there is to filter by, in memory."""

from collections.abc import Iterable, Iterator

from mastra_storage_core.domains.observability.discovery import DiscoveryStorage
from mastra_storage_core.domains.observability.requests import Row
from mastra_storage_core.domains.observability.signal_requests import DistinctQuestion, Names
from mastra_storage_core.domains.observability.signals import METRICS
from mastra_storage_core.jsoncodec import decode
from pydantic.alias_generators import to_camel

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.observability.signals import BY_TIME, InMemorySignals
from mastra_storage_memory.domains.observability.tables import SPANS


class InMemoryDiscovery(InMemorySignals, DiscoveryStorage):
    @atomic
    def _metric_names(self, names: Names) -> list[str]:
        return _chosen((row["name"] for row in self._records_of_metrics()), names)

    @atomic
    def _label_keys(self, metric: str) -> list[str]:
        return _ascending(key for labels in self._labels(metric) for key in labels)

    @atomic
    def _label_values(self, metric: str, label: str, names: Names) -> list[str]:
        found = (labels[label] for labels in self._labels(metric) if label in labels)
        return _chosen(found, names)

    @atomic
    def _different(self, question: DistinctQuestion) -> list[str]:
        field, kind = question.field, question.entity_type
        found: set[str] = set()
        for row in self._rows_of(question):
            if kind in (None, row["entity_type"]) and row[field] is not None:
                found.update(_texts(row[field]) if field == "tags" else [row[field]])
        return _ascending(found - {""})

    def _rows_of(self, question: DistinctQuestion) -> Iterator[Row]:
        """Go through what is asked about, by the names of fields."""
        for signal in question.signals:
            records = self._signals[signal]
            yield from records.read(records.ids(BY_TIME, None))
        wanted = {name: to_camel(name) for name in (question.field, "entity_type")}
        for span in self._spans.read(self._spans.ids(SPANS, None)):
            yield {name: span.get(column) for name, column in wanted.items()}

    def _records_of_metrics(self) -> Iterator[Row]:
        records = self._signals[METRICS]
        return records.read(records.ids(BY_TIME, None))

    def _labels(self, metric: str) -> Iterator[dict[str, str]]:
        rows = (row for row in self._records_of_metrics() if row["name"] == metric)
        return (decode(row["labels"]) for row in rows)


def _texts(tags: str) -> list[str]:
    """Return the texts among stored tags, which may be any JSON."""
    found = decode(tags)
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _ascending(names: Iterable[str]) -> list[str]:
    return sorted(set(names))


def _chosen(found: Iterable[str], names: Names) -> list[str]:
    return _ascending(name for name in found if name.startswith(names.prefix))[: names.limit]
