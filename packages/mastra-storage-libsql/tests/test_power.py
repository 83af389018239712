"""What outlives a loss of power, at each setting of `synchronous`.

A disk may have any of the sectors that were written and not yet synced, and miss any other. So the
files are put together again: what was synced, and of the rest some sectors, at random.
"""

import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

SECTOR = 512
LOSSES = 4
"""How many disks are made of each moment: one with nothing that was not synced, and some with parts
of it.
"""
MOMENTS = {"normal": (5, 6, 7), "full": (10, 29, 30, 31, 33)}
"""The syncs before which the power goes. With `normal` only emptying the log syncs: first the log,
then the file. With `full` each commit does, and before the 30th the log is emptied.
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """A folder for each setting, with one for each moment in it."""
    folders = {level: tmp_path_factory.mktemp(level) for level in MOMENTS}
    program = Path(__file__).with_name("power.py")
    for level, moments in MOMENTS.items():
        command = [sys.executable, str(program), str(folders[level]), level, *map(str, moments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    yield folders
    for folder in folders.values():
        shutil.rmtree(folder)


def lose(moment: Path, target: Path, chance: random.Random, share: float) -> None:
    """Make the disk after a loss of power: each sector as synced, or with a chance as written."""
    for name in ("app.db", "app.db-wal"):
        written, synced = moment / name, moment / "disk" / name
        new = written.read_bytes() if written.exists() else b""
        old = synced.read_bytes() if synced.exists() else b""
        disk = bytearray(old)
        for start in range(0, len(new), SECTOR):
            if chance.random() < share:
                sector = new[start : start + SECTOR]
                disk.extend(bytes(max(0, start + len(sector) - len(disk))))
                disk[start : start + len(sector)] = sector
        if disk:
            (target / name).write_bytes(disk)


def batches(path: Path) -> list[tuple[str, int]]:
    """The batches in a database, which must be sound, each with the number of its messages."""
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as found:
        assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if not found.execute(
            "SELECT 1 FROM sqlite_master WHERE name = 'mastra_messages'"
        ).fetchone():
            return []
        query = "SELECT substr(id, 1, 4), count(*) FROM mastra_messages GROUP BY 1 ORDER BY 1"
        return found.execute(query).fetchall()


@pytest.mark.parametrize(
    ("level", "moment"), [(level, moment) for level in MOMENTS for moment in MOMENTS[level]]
)
def test_what_is_left_is_sound_and_whole_and_with_full_it_is_everything(
    run: dict[str, Path], level: str, moment: int, tmp_path: Path
) -> None:
    """With `normal` the last calls may be missing, with `full` none that was acknowledged is."""
    folder = run[level] / str(moment)
    acknowledged = (folder / "acknowledged").stat().st_size
    chance = random.Random(moment)
    for loss in range(LOSSES):
        disk = tmp_path / str(loss)
        disk.mkdir()
        lose(folder, disk, chance, share=loss / LOSSES)

        found = batches(disk / "app.db")

        assert found == [(f"{batch:04}", 3) for batch in range(len(found))]
        assert len(found) <= acknowledged + 1
        assert level != "full" or len(found) >= acknowledged


def test_with_normal_a_loss_of_power_may_take_the_last_calls(
    run: dict[str, Path], tmp_path: Path
) -> None:
    """Why there is `full`: the calls were acknowledged, and are gone."""
    moment = run["normal"] / str(MOMENTS["normal"][0])
    lose(moment, tmp_path, random.Random(0), share=0)

    assert len(batches(tmp_path / "app.db")) < (moment / "acknowledged").stat().st_size


def test_a_crash_of_the_process_alone_takes_nothing(run: dict[str, Path], tmp_path: Path) -> None:
    """What was written is in the system's memory, which outlives the process."""
    for level, moments in MOMENTS.items():
        moment = run[level] / str(moments[-1])
        whole = tmp_path / level
        whole.mkdir()
        lose(moment, whole, random.Random(0), share=1.1)

        acknowledged = (moment / "acknowledged").stat().st_size
        assert acknowledged <= len(batches(whole / "app.db")) <= acknowledged + 1
