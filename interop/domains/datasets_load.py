"""What the hammer does to datasets and experiments."""

from interop.domains.values import MOMENT
from interop.hammer import Worker, Workload, missing
from interop.side import Client

KEPT = 20
"""How many results a worker has, again and again."""


class DatasetsLoad(Workload):
    """Items are added to a data set of all, one version each; results of one's own are put into an
    experiment of all, again and again.
    """

    def __init__(self) -> None:
        self.items: set[str] = set()
        self.results: dict[str, int] = {}

    async def prepare(self, client: Client) -> None:
        await client.call("datasets", "createDataset", {"id": "shared", "name": "shared"})
        experiment = {"id": "shared", "datasetId": "shared", "datasetVersion": 0, "totalItems": 0}
        target = {"targetType": "agent", "targetId": "agent"}
        await client.call("experiments", "createExperiment", experiment | target)

    async def act(self, worker: Worker, number: int) -> None:
        await worker.random.choice((self.add, self.put))(worker, number)

    async def add(self, worker: Worker, number: int) -> None:
        name = f"{worker.name} {number}"
        item = {"datasetId": "shared", "externalId": name, "input": {"n": number}}
        if await worker.write("datasets", "addItem", item):
            self.items.add(name)

    async def put(self, worker: Worker, number: int) -> None:
        name = f"{worker.name} {number % KEPT}"
        result = {
            "experimentId": "shared",
            "itemId": name,
            "input": name,
            "output": {"n": number},
            "groundTruth": None,
            "error": None,
            "retryCount": 0,
            "startedAt": MOMENT,
            "completedAt": MOMENT,
        }
        if await worker.write("experiments", "upsertExperimentResult", result):
            self.results[name] = number

    async def check(self, client: Client) -> list[str]:
        everything = {"pagination": {"page": 0, "perPage": False}}
        listed = await client.call("datasets", "listItems", {"datasetId": "shared"} | everything)
        items = [item["externalId"] for item in listed["items"]]
        dataset = await client.call("datasets", "getDatasetById", {"id": "shared"})
        put = await client.call(
            "experiments", "listExperimentResults", {"experimentId": "shared"} | everything
        )
        found = {each["itemId"]: each["output"]["n"] for each in put["results"]}
        return [
            *missing(
                "item", dict.fromkeys(self.items, 1), {each: items.count(each) for each in items}
            ),
            *missing("number of", {"versions": len(self.items)}, {"versions": dataset["version"]}),
            *missing("result", self.results, found),
            *missing("number of", {"results": len(self.results)}, {"results": len(put["results"])}),
        ]
