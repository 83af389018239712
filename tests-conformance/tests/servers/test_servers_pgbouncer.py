"""The launcher of pgbouncer; what pgbouncer does is compared in the pooler's tests."""

from pathlib import Path

import pytest
from mastra_storage_conformance.servers._process import ServerError
from mastra_storage_conformance.servers.pgbouncer import URL_VARIABLE, PgBouncer, _configuration


def test_a_named_pgbouncer_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(URL_VARIABLE, "postgresql://u@host:6432/x")
    with PgBouncer.start("postgresql://127.0.0.1/x") as bouncer:
        assert bouncer.url == "postgresql://u@host:6432/x"


def test_without_pgbouncer_the_ways_to_get_one_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    with pytest.raises(ServerError, match=f"no pgbouncer found: .*PATH.*{URL_VARIABLE}"):
        PgBouncer.start("postgresql://127.0.0.1/x")


def test_names_and_passwords_are_quoted_in_the_configuration() -> None:
    text = _configuration("postgresql://o%27b:p%20w@db.test:1/x", 2)
    assert "* = host=db.test port=1 user='o''b' password='p w'\n" in text
