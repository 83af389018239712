"""Losing the power, as SQLite sees it: a process in which only what was synced is on the disk.

`python power.py FOLDER SYNCHRONOUS NUMBER…` writes to a database in a folder for each number, whose
process ends at that sync, before it happens. Beside the files of the database, which have all that
was written, `disk` has them as they were synced last, and `acknowledged` the batches that returned.

It wraps two functions of SQLite's own VFS. https://www.sqlite.org/c3ref/io_methods.html
"""

import asyncio
import ctypes
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from mastra_storage_core import NewMessage
from mastra_storage_libsql import LibSQLStore

BATCHES = 30
SIZE = 40_000
"""Bytes of a message: after 21 batches the log has the 1,000 pages at which SQLite empties it."""

_POINTER = ctypes.sizeof(ctypes.c_void_p)
_OPEN = ctypes.CFUNCTYPE(
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_char_p,
    ctypes.c_void_p,
    ctypes.c_int,
    ctypes.c_void_p,
)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)


class _Vfs(ctypes.Structure):
    """The beginning of `sqlite3_vfs`."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("path_size", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        ("open", ctypes.c_void_p),
    )


class _Methods(ctypes.Structure):
    """`sqlite3_io_methods`, of which the fifth function is `xSync`."""

    _fields_ = (("version", ctypes.c_int), ("functions", ctypes.c_void_p * 18))


class Disk:
    """Keeps files as they were synced last, and ends the process at a sync."""

    def __init__(self, folder: Path, last: int) -> None:
        self._folder = folder
        self._left = last
        self._paths: dict[int, Path] = {}
        self._kept: list[Any] = []
        """What SQLite holds pointers to."""
        library: Any = ctypes.CDLL(sys.modules["_sqlite3"].__file__)
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        vfs = library.sqlite3_vfs_find(None).contents
        self._open = _OPEN(vfs.open)
        wrapped = _OPEN(self._opened)
        self._kept.append(wrapped)
        vfs.open = ctypes.cast(wrapped, ctypes.c_void_p).value

    def _opened(self, vfs: int, name: bytes | None, file: int, flags: int, out: int) -> int:
        code = self._open(vfs, name, file, flags, out)
        where = ctypes.c_void_p.from_address(file)
        if code == 0 and name and where.value:
            self._paths[file] = Path(os.fsdecode(name))
            methods = _Methods.from_buffer_copy(
                ctypes.string_at(where.value, ctypes.sizeof(_Methods))
            )
            sync = _SYNC(methods.functions[4])
            wrapped = _SYNC(lambda file, flags: self._synced(sync, file, flags))
            methods.functions[4] = ctypes.cast(wrapped, ctypes.c_void_p).value
            self._kept += [methods, sync, wrapped]
            where.value = ctypes.addressof(methods)
        return int(code)

    def _synced(self, sync: Any, file: int, flags: int) -> int:
        self._left -= 1
        if self._left == 0:
            os._exit(0)
        code: int = sync(file, flags)
        path = self._paths[file]
        shutil.copyfile(path, self._folder / path.name)
        return code


async def load() -> None:
    """Import what a store imports when it opens, before the processes part."""
    async with LibSQLStore(":memory:") as store:
        await store.memory.list_threads()


async def write(folder: Path, synchronous: Any) -> None:
    """Write batches of three messages, and note each that was acknowledged."""
    acknowledged = os.open(folder / "acknowledged", os.O_WRONLY | os.O_CREAT)
    store = LibSQLStore(f"file:{folder}/app.db", synchronous=synchronous, readers=0)
    thread = await store.memory.create_thread(resource_id="ada", title="Travel")
    for batch in range(BATCHES):
        parts = [{"type": "text", "text": "x" * SIZE}]
        await store.memory.save_messages(
            [
                NewMessage(
                    id=f"{batch:04}-{part}",
                    thread_id=thread.id,
                    resource_id="ada",
                    role="user",
                    content={"format": 2, "parts": parts},
                )
                for part in range(3)
            ]
        )
        os.write(acknowledged, b"+")
    os._exit(0)


def main(root: str, synchronous: str, *numbers: str) -> None:
    """Make a process for each number, one after the other."""
    asyncio.run(load())
    for number in numbers:
        folder = Path(root) / number
        (folder / "disk").mkdir(parents=True)
        if os.fork() == 0:
            disk = Disk(folder / "disk", int(number))
            asyncio.run(write(folder, synchronous))
            del disk  # not earlier: SQLite holds pointers to what it keeps
        assert os.wait()[1] == 0


if __name__ == "__main__":
    main(*sys.argv[1:])
