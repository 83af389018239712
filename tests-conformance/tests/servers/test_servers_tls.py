"""The TLS relay, with asyncpg in front of it."""

import asyncio
import ssl
import struct

import asyncpg
import pytest
from mastra_storage_conformance.servers._wire import GSSENC_REQUEST
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_conformance.servers.tls import TlsRelay

pytestmark = pytest.mark.server


async def fetch(relay: TlsRelay, ca_file: object, sql: str = "select 'over tls'") -> object:
    url = f"{relay.url}?sslmode=verify-full&sslrootcert={ca_file}"
    connection = await asyncpg.connect(url, timeout=10)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


@pytest.mark.asyncio
async def test_a_verified_connection_works(server: PostgresServer) -> None:
    async with TlsRelay(server.url) as relay:
        assert await fetch(relay, relay.ca_file) == "over tls"
    assert not relay.ca_file.exists()


@pytest.mark.asyncio
async def test_large_values_pass_both_ways(server: PostgresServer) -> None:
    async with TlsRelay(server.url) as relay:
        large = "x" * 2_000_000
        assert await fetch(relay, relay.ca_file, f"select '{large}'") == large


@pytest.mark.asyncio
async def test_a_certificate_for_another_name_is_refused(server: PostgresServer) -> None:
    async with TlsRelay(server.url, names=["elsewhere.test"]) as relay:
        with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
            await fetch(relay, relay.ca_file)


@pytest.mark.asyncio
async def test_an_unknown_issuer_is_refused(server: PostgresServer) -> None:
    async with TlsRelay(server.url) as relay:
        with pytest.raises(ssl.SSLCertVerificationError, match="unable to get local issuer"):
            await fetch(relay, relay.other_ca_file)


@pytest.mark.asyncio
async def test_a_client_without_tls_is_hung_up_on(server: PostgresServer) -> None:
    async with TlsRelay(server.url) as relay:
        with pytest.raises((asyncpg.ConnectionDoesNotExistError, ConnectionError)):
            await asyncpg.connect(relay.url, ssl="disable", timeout=10)


@pytest.mark.asyncio
async def test_gss_encryption_is_declined_and_tls_still_offered(server: PostgresServer) -> None:
    async with TlsRelay(server.url) as relay:
        reader, writer = await asyncio.open_connection(relay.host, relay.port)
        writer.write(struct.pack("!II", 8, GSSENC_REQUEST))
        assert await reader.readexactly(1) == b"N"
        writer.write(struct.pack("!II", 8, 80877103))
        assert await reader.readexactly(1) == b"S"
        writer.close()


@pytest.mark.asyncio
async def test_leaving_the_relay_ends_its_sessions(server: PostgresServer) -> None:
    async with TlsRelay(server.url) as relay:
        url = f"{relay.url}?sslmode=verify-full&sslrootcert={relay.ca_file}"
        connection = await asyncpg.connect(url, timeout=10)
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError)):
        await connection.fetchval("select 1")
