"""What can be looked at: `render()` for a terminal, `to_html()` for a browser."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from mastra_storage_core.errors import UnsupportedError

if TYPE_CHECKING:  # what is drawn is made of models, and this is one of their bases
    from mastra_storage_core.domains.observability.view.terminal import TraceView
    from mastra_storage_core.domains.observability.view.tree import AnySpan


class Viewable:
    """A trace that draws itself. Whatever the spans hold, all of them are shown, once: a span whose
    parent is missing stands at the top, and so does the first of those that are each other's
    parents.
    """

    if TYPE_CHECKING:
        trace_id: str

        @property
        def spans(self) -> Sequence[AnySpan]: ...

    def render(self) -> "TraceView":
        """Return the trace as a tree, beside which a bar shows when each span ran: what failed in
        red with what it says, tokens and cost where the attributes carry them.

        `rich.print(trace.render())` prints it, as wide as the terminal is. It needs `rich`, which
        `pip install "mastra-storage-core[rich]"` brings; without it this is `UnsupportedError`.
        """
        try:
            from mastra_storage_core.domains.observability.view.terminal import TraceView
        except ImportError as error:
            raise UnsupportedError(
                'render() needs rich: pip install "mastra-storage-core[rich]"'
            ) from error
        return TraceView(self.trace_id, self.spans)

    def to_html(self, path: str | PathLike[str]) -> Path:
        """Write the trace as one page that needs nothing else, no network least of all; return its
        path.

        What the spans hold is shown as text, whatever it is: of a value that is long the beginning.
        A file that exists is replaced. `OSError` where it cannot be written.
        """
        from mastra_storage_core.domains.observability.view.page import page

        target = Path(path)
        target.write_text(page(self.trace_id, self.spans), encoding="utf-8")
        return target
