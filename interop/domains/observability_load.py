"""What the hammer does to the observability domain."""

from typing import Any

from interop.domains.values import later
from interop.hammer import Worker, Workload, missing
from interop.side import Client

TRACE = "load"
STEPS = 20
"""How many spans a worker has in the trace that all of them share, again and again."""


def span(name: str, trace: str = "plain", at: int = 0, **fields: Any) -> dict[str, Any]:
    """Return a span that ends a second after it starts."""
    return {
        "traceId": trace,
        "spanId": name,
        "parentSpanId": None,
        "name": f"span {name}",
        "spanType": "generic",
        "isEvent": False,
        "startedAt": later(at),
        "endedAt": later(at + 1),
    } | fields


def update(span_id: str, trace: str = "plain", **updates: Any) -> dict[str, Any]:
    """Return what changes a span."""
    return {"traceId": trace, "spanId": span_id, "updates": updates}


class ObservabilityLoad(Workload):
    """Batches of spans are added to one shared trace, spans of it are stored anew, and changed."""

    def __init__(self) -> None:
        self.outputs: dict[str, int] = {}

    async def prepare(self, client: Client) -> None:
        await client.call("observability", "createSpan", {"span": span("root", TRACE)})

    async def act(self, worker: Worker, number: int) -> None:
        acts = (self.create, self.change)
        await worker.random.choice(acts)(worker, number)

    async def create(self, worker: Worker, number: int) -> None:
        names = [f"{worker.name}-{(number + more) % STEPS}" for more in range(3)]
        records = [span(name, TRACE, parentSpanId="root", output=number) for name in names]
        if await worker.write("observability", "batchCreateSpans", {"records": records}):
            self.outputs |= dict.fromkeys(names, number)

    async def change(self, worker: Worker, number: int) -> None:
        name = f"{worker.name}-{number % STEPS}"
        if name not in self.outputs:
            return
        given = update(name, TRACE, output=number)
        if await worker.write("observability", "updateSpan", given):
            self.outputs[name] = number

    async def check(self, client: Client) -> list[str]:
        trace: dict[str, Any] = await client.call("observability", "getTrace", {"traceId": TRACE})
        found = {each["spanId"]: each["output"] for each in trace["spans"]}
        del found["root"]
        return missing("span", self.outputs, found)
