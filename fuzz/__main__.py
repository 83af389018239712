"""`python -m fuzz TARGET SECONDS [FOLDER]`: looks for bytes that a target cannot stand, starting
from the corpus; what it learns goes into a folder. `nox -s fuzz` runs one target after the other.
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

atheris: Any = import_module("atheris")  # only where one fuzzes

with atheris.instrument_imports(include=["mastra_storage_core", "mastra_storage_libsql"]):
    from fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"

if __name__ == "__main__":
    name, seconds, learned = sys.argv[1:4]
    Path(learned).mkdir(parents=True, exist_ok=True)
    found = f"-artifact_prefix={CORPUS / name}/found-"
    options = [f"-max_total_time={seconds}", "-print_final_stats=1", "-max_len=4096", found]
    atheris.Setup(["fuzz", *options, learned, str(CORPUS / name)], TARGETS[name])
    atheris.Fuzz()
