"""How the databases carry statements about experiments out: results by their experiment, in the
order of an index.
"""

import pytest
from explained import Plans


@pytest.mark.asyncio(loop_scope="session")
async def test_results_are_read_in_the_order_of_an_index(
    on_sqlite: Plans, on_postgres: Plans
) -> None:
    for labels in (("without total",), ("last begun first", "without total")):
        (walk,) = on_sqlite["experiments.list_results", labels].steps
        assert "INDEX mastra_py_experiment_results_idx (experimentId=?" in walk

        limit, scan = on_postgres["experiments.list_results", labels].steps
        assert limit == "Limit"
        assert "mastra_py_experiment_results_idx" in scan


@pytest.mark.asyncio(loop_scope="session")
async def test_the_result_of_an_item_is_found_in_its_experiment(
    on_sqlite: Plans, on_postgres: Plans
) -> None:
    for plans in (on_sqlite, on_postgres):
        plan = plans["experiments.find_result", ()]
        assert plan.of("idx_experiment_results_exp_item_attempt"), plan.steps


@pytest.mark.parametrize("verb", ["count_results", "hold_dataset_of", "item_metadata"])
@pytest.mark.asyncio(loop_scope="session")
async def test_nothing_of_a_write_reads_a_whole_table(
    verb: str, on_sqlite: Plans, on_postgres: Plans
) -> None:
    for plans in (on_sqlite, on_postgres):
        assert plans[f"experiments.{verb}", ()].full_scans == ()
