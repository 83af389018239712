"""What is proved of a domain is all of it."""

import pytest

from interop.domains import DOMAINS
from interop.domains.domain import OF_EVERY_DOMAIN, Domain
from interop.places import Place
from interop.side import Side


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("domain", DOMAINS, ids=lambda domain: domain.name)
async def test_every_method_of_the_original_is_called(
    domain: Domain, place: Place, typescript: Side
) -> None:
    original = await typescript.open(place, init=False)

    for part in domain.parts or (domain.name,):
        methods = await original.methods(part) - domain.internal - OF_EVERY_DOMAIN
        assert methods == domain.called(part)
    await original.close()
