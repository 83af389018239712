"""TLS: the expected certificate is trusted, any other is refused, and nothing is left out."""

import ssl
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_conformance.servers.pooler import TransactionPooler
from mastra_storage_conformance.servers.tls import TlsRelay
from mastra_storage_core import ConfigurationError, UnavailableError
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]


@pytest.mark.parametrize("by", ["url", "context"])
async def test_a_server_with_the_expected_certificate_is_trusted(
    url: str, open_store: OpenStore, by: str
) -> None:
    async with TlsRelay(url) as relay:
        settings: dict[str, Any] = {"url": relay.url, "ssl": None}
        if by == "url":
            settings["url"] += f"?sslmode=verify-full&sslrootcert={relay.ca_file}"
        else:
            settings["ssl"] = ssl.create_default_context(cafile=relay.ca_file)
        store = open_store(**settings)
        thread = await store.memory.create_thread(resource_id="r")

        assert await store.memory.get_thread_by_id(thread.id) == thread
        await store.close()


@pytest.mark.parametrize("wrong", ["name", "issuer"])
async def test_a_server_with_another_certificate_is_refused(
    url: str, open_store: OpenStore, wrong: str
) -> None:
    async with TlsRelay(url, names=["elsewhere" if wrong == "name" else "localhost"]) as relay:
        issuer = relay.other_ca_file if wrong == "issuer" else relay.ca_file
        store = open_store(f"{relay.url}?sslmode=verify-full&sslrootcert={issuer}")
        with pytest.raises(ConfigurationError, match="certificate"):
            await store.init()


async def test_tls_that_the_server_does_not_offer_is_not_left_out(
    url: str, open_store: OpenStore
) -> None:
    async with TransactionPooler(url) as without_tls:
        with pytest.raises(UnavailableError):
            await open_store(without_tls.url, ssl="require").init()
