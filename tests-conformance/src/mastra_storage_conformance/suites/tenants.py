"""A tenant among others: random programs that call guarded methods with another's ids."""

from pathlib import Path

import pytest
from mastra_storage_core import Store

from mastra_storage_conformance.suites._programs import PROFILE
from mastra_storage_conformance.tenants import THINGS, Neighbours

PROGRAMS = 300 if PROFILE == "deep" else 3


@pytest.mark.asyncio(loop_scope="session")
class TestTenants:
    """Where a call names its owner, what belongs to another is as absent as what never was."""

    @pytest.mark.parametrize(
        "domain", [pytest.param(name, marks=pytest.mark.mastra_domain(name)) for name in THINGS]
    )
    async def test_a_tenant_sees_and_changes_nothing_of_another(
        self, mastra_selection: None, store: Store, tmp_path: Path, domain: str
    ) -> None:
        """Whatever it calls, in whatever order, with whichever ids (rule 16)."""
        neighbours = Neighbours(store, tmp_path)
        for seed in range(PROGRAMS):
            await neighbours.program(domain, seed)

        assert not neighbours.problems
