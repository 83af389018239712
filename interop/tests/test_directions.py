"""What one language writes, the other reads, field by field."""

import pytest

from interop.domains import DOMAINS
from interop.domains.domain import Domain, compare, write
from interop.places import Place
from interop.side import Side

pytestmark = pytest.mark.asyncio(loop_scope="session")
each_domain = pytest.mark.parametrize("domain", DOMAINS, ids=lambda domain: domain.name)


@pytest.mark.shows("Python writes, TypeScript reads")
@each_domain
async def test_python_writes_typescript_reads(
    domain: Domain, place: Place, python: Side, typescript: Side
) -> None:
    ours, original = await python.open(place), await typescript.open(place)

    await write(ours, domain)

    assert "\n".join(await compare(ours, original, domain, ours_wrote=True)) == ""
    await ours.close()
    await original.close()


@pytest.mark.shows("TypeScript writes, Python reads")
@each_domain
async def test_typescript_writes_python_reads(
    domain: Domain, place: Place, python: Side, typescript: Side
) -> None:
    original, ours = await typescript.open(place), await python.open(place)

    await write(original, domain)

    assert "\n".join(await compare(ours, original, domain)) == ""
    await ours.close()
    await original.close()
