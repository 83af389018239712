"""From a name to a backend, in whichever process: that of the run, and those that a case starts."""

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from mastra_storage_core import ConfigurationError, open_store

from mastra_storage_conformance.backend import Backend, Source

TARGET = "MASTRA_STORAGE_CONFORMANCE_TARGET"
FOLDER = "MASTRA_STORAGE_CONFORMANCE_FOLDER"
"""The variables that tell the processes of a run which backend is meant, and its folder."""

_FACTORY = re.compile(r"(?P<module>.*\.py|\w+(\.\w+)*):(?P<name>\w+)")


def find_backend(target: str, folder: Path) -> Backend:
    """Return the backend that a target names, without I/O of its own.

    `module:function` is called with `folder`, a directory that the run made and removes, and
    returns a `Backend`; the module is looked for in the current directory first, or it is the path
    of a file, which ends in `.py`. Called again with the same folder, in any process, it gives a
    backend whose spaces have the same data.

    A URL with `{space}` in it, and `{folder}` where it needs one, is opened as `open_store` does
    it, by the package that registered its scheme: `file:{folder}/{space}.db`. What its store
    declares is what the backend declares.

    `ConfigurationError` for what is neither, and for a factory that cannot be imported or returns
    something else; `UnsupportedError` for a scheme that no installed package offers. What either
    raises says nothing of a URL but its scheme.
    """
    source = Source(target, folder)
    if "{space}" in target:
        return _of_url(source)
    match = _FACTORY.fullmatch(target)
    if match is None:
        raise ConfigurationError(
            "a backend is named module:function, or by a URL with {space} in it"
        )
    found = _imported(match["module"], match["name"])(folder)
    if not isinstance(found, Backend):
        raise ConfigurationError(f"{target} returns {type(found).__name__!r}, not a Backend")
    return replace(found, source=source)


def _of_url(source: Source) -> Backend:
    folder = source.folder.as_posix()

    def url(space: str) -> str:
        return source.target.replace("{folder}", folder).replace("{space}", space)

    store = open_store(url("named"))  # never used: it is asked what it declares
    return Backend(
        name=store.name.lower(),
        open=lambda space: open_store(url(space)),
        capabilities=store.capabilities,
        source=source,
    )


def _file(path: str) -> ModuleType:
    """Run a file as a module that nobody else can import."""
    spec = spec_from_file_location(f"{__name__}.{Path(path).stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _imported(module: str, name: str) -> Callable[[Path], object]:
    here = str(Path.cwd())
    if here not in sys.path:  # a console script does not look there, as `python -m` does
        sys.path.insert(0, here)
    try:
        found: Any = getattr(
            _file(module) if module.endswith(".py") else import_module(module), name
        )
    except (ImportError, AttributeError, OSError) as error:
        raise ConfigurationError(f"{module}:{name} cannot be imported: {error}") from error
    if not callable(found):
        raise ConfigurationError(f"{module}:{name} is no function that returns a Backend")
    function: Callable[[Path], object] = found
    return function
