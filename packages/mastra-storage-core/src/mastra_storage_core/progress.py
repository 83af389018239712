"""A bar for those who wait: drawn by rich where it is installed, and nothing otherwise."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from mastra_storage_core.domains.datasets.models import TransferProgress


@contextmanager
def progress_bar(title: str = "Items") -> Iterator[Callable[[TransferProgress], object]]:
    """Yield what `import_items` and `export_items` take as `progress`, and draw a bar meanwhile.

    Without the package rich nothing is drawn, and the transfer is the same.
    """
    try:
        rich: Any = import_module("rich.progress")
    except ImportError:
        yield _nothing
        return
    with rich.Progress(*rich.Progress.get_default_columns(), "{task.fields[items]:,}") as bar:
        task = bar.add_task(title, total=None, items=0)

        def draw(told: TransferProgress) -> None:
            bar.update(task, completed=told.done, total=told.total, items=told.items)

        yield draw


def _nothing(told: TransferProgress) -> None:
    """Draw nothing."""
