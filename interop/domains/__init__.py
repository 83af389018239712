"""The domains that are proved. A new one is a module here, and a line in `DOMAINS`."""

from interop.domains.domain import Domain
from interop.domains.memory import MEMORY
from interop.domains.workflows import WORKFLOWS

DOMAINS: tuple[Domain, ...] = (MEMORY, WORKFLOWS)
