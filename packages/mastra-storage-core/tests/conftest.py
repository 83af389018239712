"""What the tests of stores share: packages that are installed for a test, and some modules."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mastra_storage_core.registry import GROUP

# Tests are imported without their folder on the path, and these share a module.
sys.path.append(str(Path(__file__).parent))


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Install a package that offers schemes, as any third party's would.

    Its code defines `open_url`.
    """
    folder = tmp_path / "site-packages"

    def install(name: str, *schemes: str, code: str) -> None:
        info = folder / f"{name}-1.0.dist-info"
        info.mkdir(parents=True)
        (folder / f"{name}.py").write_text(code)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        lines = [f"{scheme} = {name}:open_url" for scheme in schemes]
        (info / "entry_points.txt").write_text("\n".join([f"[{GROUP}]", *lines]))

    monkeypatch.syspath_prepend(folder)
    return install
