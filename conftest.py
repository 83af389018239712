"""What holds for the tests of the whole tree. Fixtures live beside the tests that use them."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that ask for a running server, so that `nox -s unit` can leave them out."""
    for item in items:
        if "server" in getattr(item, "fixturenames", ()):
            item.add_marker("server")
