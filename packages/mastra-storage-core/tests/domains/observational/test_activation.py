"""Which chunks are activated, and how configurations merge."""

from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given, strategies as st
from mastra_storage_core.domains.memory.activation import (
    ActivationPlan,
    chunks_to_activate,
    merged_config,
)


@pytest.mark.parametrize(
    ("sizes", "pending", "ratio", "expected"),
    [
        ([40, 60], 100, 1, 2),  # recorded
        ([25, 25, 30], 100, 0.5, 2),  # exactly the target
        ([30, 30, 30], 100, 0.5, 1),  # after two, less than the floor would stay
        ([10, 60], 40, 1, 1),  # seventy is too far beyond forty
        ([20, 30], 200, 0.5, 2),  # nothing reaches the target: the last below
        ([70, 30], 100, 0.5, 1),  # the first is too much, but there is nothing below
        ([0, 0], 100, 1, 1),  # no sizes, no boundary
        ([0, 10], 0, 1, 1),  # nothing to remove
    ],
)
def test_chosen_chunks(sizes: list[int], pending: float, ratio: float, expected: int) -> None:
    plan = ActivationPlan(ratio=ratio, threshold=100, pending=pending)
    assert chunks_to_activate(sizes, plan) == expected


@pytest.mark.parametrize(
    ("second", "force", "expected"),
    [
        (127_500, False, 2),  # the most beyond the target that is allowed
        (127_501, False, 1),
        (127_501, True, 2),
        (129_000, True, 2),  # a thousand stay
        (129_001, True, 1),
    ],
)
def test_overshoot_and_what_must_stay(second: int, force: bool, expected: int) -> None:
    plan = ActivationPlan(ratio=0.5, threshold=100_000, pending=150_000, force=force)
    assert chunks_to_activate([20_000, second], plan) == expected


@given(
    sizes=st.lists(st.integers(0, 5_000), min_size=1, max_size=12),
    threshold=st.integers(0, 60_000),
    ratio=st.floats(0, 1),
    pending=st.integers(0, 60_000),
    force=st.booleans(),
)
def test_a_prefix_that_leaves_enough_wherever_one_can(
    sizes: list[int], threshold: int, ratio: float, pending: int, force: bool
) -> None:
    plan = ActivationPlan(ratio=ratio, threshold=threshold, pending=pending, force=force)
    count = chunks_to_activate(sizes, plan)
    sums = list(accumulate(sizes))
    target = max(0, pending - plan.floor)
    below = [total for total in sums if 0 < total < target]
    reaching = [total for total in sums if total >= target]
    assert 1 <= count <= len(sizes)
    chosen = sums[count - 1]
    assert chosen in {*below[-1:], *reaching[:1]} or (count == 1 and not below and not reaching)
    if any(plan.keeps_enough(total) for total in (*below[-1:], *reaching[:1])):
        assert plan.keeps_enough(chosen)
    if force and reaching and plan.keeps_enough(reaching[0]):
        assert chosen == reaching[0]


def test_merging_leaves_both_sides_alone() -> None:
    stored: dict[str, Any] = {"a": {"b": 1}}
    change: dict[str, Any] = {"a": {"c": 2}}
    assert merged_config(stored, change) == {"a": {"b": 1, "c": 2}}
    assert (stored, change) == ({"a": {"b": 1}}, {"a": {"c": 2}})
