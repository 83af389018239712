"""What the hammer does to the observability domain."""

from typing import Any

from interop.domains.observability import span, update
from interop.hammer import Worker, Workload, missing
from interop.side import Client

TRACE = "load"
STEPS = 20
"""How many spans a worker has in the trace that all of them share, again and again."""


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
