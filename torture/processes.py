"""Processes that do something at once. They are forked, so none imports anything on its way."""

import asyncio
import os
import pickle
import traceback
from collections.abc import Awaitable, Callable
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")


def at_once(processes: int, work: Callable[[int], Awaitable[T]]) -> tuple[list[T], list[str]]:
    """Run a coroutine in each of some processes; return what they returned, and how those failed
    that did.
    """
    go, gate = os.pipe()
    pipes = [_fork(work, number, go, gate) for number in range(processes)]
    os.close(go)
    os.close(gate)  # which all of them wait for
    told = [_read(pipe) for pipe in pipes]
    return [each for good, each in told if good], [each for good, each in told if not good]


def _fork(work: Callable[[int], Awaitable[Any]], number: int, go: int, gate: int) -> int:
    reader, writer = os.pipe()
    if not os.fork():
        os.close(reader)
        os.close(gate)
        os.read(go, 1)
        _run(work, number, writer)
    os.close(writer)
    return reader


def _run(work: Callable[[int], Awaitable[Any]], number: int, pipe: int) -> NoReturn:
    async def run() -> Any:
        return await work(number)

    told: tuple[bool, Any]
    try:
        told = True, asyncio.run(run())
    except BaseException:  # noqa: BLE001 # the parent says it
        told = False, traceback.format_exc()
    try:
        with os.fdopen(pipe, "wb") as file:
            pickle.dump(told, file)
    finally:
        os._exit(0)


def _read(pipe: int) -> tuple[bool, Any]:
    with os.fdopen(pipe, "rb") as file:
        told: tuple[bool, Any] = pickle.load(file)
    os.wait()
    return told
