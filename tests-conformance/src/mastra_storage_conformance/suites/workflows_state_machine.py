"""Random programs of runs against the model: what one case at a time does not find."""

from functools import partial
from itertools import count
from typing import Any

import pytest
from hypothesis import strategies as st
from mastra_storage_core import ConflictError, RunOwnership, WorkflowRun, WorkflowsStorage
from mastra_storage_core.domains.workflows.merging import first_snapshot
from mastra_storage_core.ids import now

from mastra_storage_conformance.suites import _runs_values as some
from mastra_storage_conformance.suites._programs import Programs, StorageMachine, initialize, rule
from mastra_storage_conformance.suites._runs_model import Name, Owned, RunsModel

LEASE = 3_600_000
"""Ends after every program."""


class WorkflowsMachine(StorageMachine):
    """Runs, and who owns them."""

    @property
    def storage(self) -> WorkflowsStorage:
        return self._next().workflows

    def __init__(self) -> None:
        super().__init__()
        self._model = RunsModel()

    def _name(self, name: tuple[str, str]) -> Name:
        return Name(self._id(name[0]), name[1])

    def _fence(self, name: Name, kind: str) -> int | None:
        owned = self._model.owners.get(name)
        generation = owned.generation if owned else 1
        return {"none": None, "current": generation, "stale": generation - 1}[kind]

    def _compare(self, call: Any, expected: Any) -> None:
        """Compare what a call says, and what it may have left, with the model."""
        if isinstance(expected, type):
            with pytest.raises(expected):
                self._run(call)
        else:
            assert self._run(call) == expected

    def _read(self, name: Name) -> WorkflowRun | None:
        call = self.storage.get_workflow_run_by_id(name.run_id, workflow_name=name.workflow_name)
        return self._run(call)

    def _tell(self, name: Name, since: Any, made: bool = False) -> None:
        """Tell the model what the clock said to a run that was changed, or made."""
        found, run = self._read(name), self._model.runs[name]
        assert found is not None
        assert since <= found.updated_at <= now()
        clock = {"updated_at": found.updated_at}
        if made:
            clock["created_at"] = found.updated_at
            run.snapshot["timestamp"] = found.snapshot["timestamp"]
        self._model.runs[name] = run.model_copy(update=clock)
        assert found == self._model.runs[name]

    @rule(
        name=some.names,
        snapshot=some.snapshots,
        owner=some.owners,
        created=some.moments,
        updated=some.moments,
        fence=some.fences,
    )
    def persist(
        self, name: Any, snapshot: Any, owner: Any, created: Any, updated: Any, fence: str
    ) -> None:
        named = self._name(name)
        run = WorkflowRun(
            **named._asdict(),
            resource_id=self._owner(owner),
            snapshot=snapshot,
            created_at=created,
            updated_at=updated,
        )
        number = self._fence(named, fence)
        call = self.storage.persist_workflow_snapshot(**run.model_dump(), fence=number)
        self._compare(call, self._model.persist(run, number))
        assert self._read(named) == self._model.runs.get(named)

    @initialize(
        values=st.lists(
            st.tuples(some.names, some.snapshots, some.owners, some.moments), min_size=4
        )
    )
    def start_with_runs(self, values: list[Any]) -> None:
        for name, snapshot, owner, at in values:
            self.persist(name, snapshot, owner, at, at, "none")

    @rule(
        name=some.names,
        step=some.steps,
        result=some.results,
        request=st.dictionaries(some.texts, some.json_values, max_size=1),
        owner=some.owners,
        fence=some.fences,
    )
    def update_results(
        self, name: Any, step: str, result: Any, request: Any, owner: Any, fence: str
    ) -> None:
        named, guard, since = self._name(name), self._owner(owner), now()
        number = self._fence(named, fence)
        call = self.storage.update_workflow_results(
            **named._asdict(),
            step_id=step,
            result=result,
            request_context=request,
            resource_id=guard,
            fence=number,
        )
        answer: Any = ConflictError
        made = named not in self._model.runs
        if not self._model.held_back(named, number):
            first = self._first(named, guard, since)
            answer = self._model.put_result(named, step, result, request, first)
        self._compare(call, answer)
        if not isinstance(answer, type):
            self._tell(named, since, made)

    def _first(self, name: Name, owner: str | None, at: Any) -> WorkflowRun:
        """Return what a run that is not there starts from."""
        return WorkflowRun(
            **name._asdict(),
            resource_id=owner,
            snapshot=first_snapshot(name.run_id, at),
            created_at=at,
            updated_at=at,
        )

    @rule(
        name=some.names,
        status=some.statuses,
        result=st.none() | some.results,
        expected=st.none() | st.sets(some.statuses, min_size=1),
        owner=some.owners,
        fence=some.fences,
    )
    def update_state(
        self, name: Any, status: str, result: Any, expected: Any, owner: Any, fence: str
    ) -> None:
        named, guard, since = self._name(name), self._owner(owner), now()
        number = self._fence(named, fence)
        call = self.storage.update_workflow_state(
            **named._asdict(),
            status=status,
            result=result,
            expected_status=expected,
            resource_id=guard,
            fence=number,
        )
        state = {"status": status, "result": result}
        answer: Any = ConflictError
        if not self._model.held_back(named, number):
            answer = self._model.put_state(named, guard, state, expected)
        self._compare(call, answer)
        if isinstance(answer, dict):
            self._tell(named, since)

    @rule(name=some.names, owner=some.owners, fence=some.fences)
    def delete(self, name: Any, owner: Any, fence: str) -> None:
        named, guard = self._name(name), self._owner(owner)
        number = self._fence(named, fence)
        call = self.storage.delete_workflow_run_by_id(
            **named._asdict(), resource_id=guard, fence=number
        )
        held_back = self._model.held_back(named, number)
        self._compare(call, ConflictError if held_back else self._model.delete(named, guard))

    @rule(name=some.names, worker=some.workers, force=st.booleans(), expected=some.fences)
    def claim(self, name: Any, worker: str, force: bool, expected: str) -> None:
        named = self._name(name)
        number, old = self._fence(named, expected), self._model.owners.get(named)
        call = self.storage.claim_run_ownership(
            **named._asdict(),
            owner_id=worker,
            lease_ms=LEASE,
            force=force,
            expected_generation=number,
        )
        if not self._model.may_claim(named, worker, force, number):
            self._compare(call, ConflictError)
            return
        claimed = self._run(call)
        assert (claimed.owner_id, claimed.held) == (worker, True)
        assert old is None or claimed.generation > old.generation
        self._model.owners[named] = Owned(worker, claimed.generation)

    @rule(name=some.names, fence=some.fences, release=st.booleans())
    def renew_or_release(self, name: Any, fence: str, release: bool) -> None:
        named = self._name(name)
        number = self._fence(named, fence) or 0
        owned = not self._model.held_back(named, number)
        if release:
            call = self.storage.release_run_ownership(**named._asdict(), generation=number)
            self._compare(call, owned)
            if owned:
                self._model.owners[named].owner = None
            return
        renewal = self.storage.renew_run_ownership(
            **named._asdict(), generation=number, lease_ms=LEASE
        )
        if owned:
            assert self._run(renewal).generation == number
        else:
            self._compare(renewal, ConflictError)

    @rule(
        name=some.names,
        owner=some.owners,
        fields=st.none() | st.lists(some.steps | st.just("context")),
    )
    def read(self, name: Any, owner: Any, fields: Any) -> None:
        """Read a run, its snapshot, its owner; then the newest of its id that is ours."""
        named, guard = self._name(name), self._owner(owner)
        run, owned = self._model.visible(named, guard), self._model.owners.get(named)
        found = self._run(
            self.storage.get_workflow_run_by_id(
                named.run_id, workflow_name=named.workflow_name, resource_id=guard, fields=fields
            )
        )
        if run and fields is not None:
            part = {key: value for key, value in run.snapshot.items() if key in fields}
            run = run.model_copy(update={"snapshot": part})
        assert found == run
        who: RunOwnership | None = self._run(self.storage.get_run_ownership(**named._asdict()))
        told = who and (who.owner_id, who.generation, who.held)
        assert told == (owned and (owned.owner, owned.generation, owned.owner is not None))

    @rule(workflow=st.sampled_from(["A", "é"]), owner=some.owners, given=some.conditions)
    def list_runs(self, workflow: str, owner: Any, given: dict[str, Any]) -> None:
        asked = {**given, "resource_id": self._owner(owner)}
        if owner is None:
            asked["workflow_name"] = self._id(workflow)
        expected = self._model.select(**asked)
        for size in (1, 2, None):
            read: Any = partial(self.storage.list_workflow_runs, **asked, per_page=size)
            walked: list[WorkflowRun] = []
            for number in count():
                page = self._run(read(page=number, include_total=size != 2))
                walked += page.runs
                assert page.total == (None if size == 2 else len(expected))
                if not page.has_more:
                    break
            assert walked == expected


@pytest.mark.mastra_domain("workflows")
class TestRandomProgramsOfRuns:
    """Whatever the program, the store says what the model says."""

    def test_random_programs_agree_with_the_model(self, programs: Programs) -> None:
        programs(WorkflowsMachine)
