"""Many rows are made into objects without the garbage collector, which is then as it was."""

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from mastra_storage_core.reading import at_once

MANY = 1_000


@pytest.fixture(params=[True, False], ids=["on", "off"])
def collecting(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether the program has the collector switched on."""
    if not request.param:
        gc.disable()
    yield request.param
    gc.enable()


def test_it_is_off_for_many_rows_and_then_as_it_was(collecting: bool) -> None:
    assert at_once(MANY, gc.isenabled) is False
    assert gc.isenabled() is collecting


def test_few_rows_leave_it_alone(collecting: bool) -> None:
    assert at_once(MANY - 1, gc.isenabled) is collecting


def test_an_error_leaves_it_as_it_was(collecting: bool) -> None:
    with pytest.raises(ZeroDivisionError):
        at_once(MANY, lambda: 1 / 0)

    assert gc.isenabled() is collecting


def test_threads_that_read_at_once_leave_it_on() -> None:
    def read(_: int) -> list[object]:
        return at_once(MANY, lambda: [object() for _ in range(20_000)])

    with ThreadPoolExecutor(8) as threads:
        assert len(list(threads.map(read, range(200)))) == 200

    assert gc.isenabled()
