"""The domains that are proved."""

from importlib import import_module

from interop.domains.domain import Domain

NAMES = (
    "memory",
    "workflows",
    "observability",
    "scores",
    "versioned",
    "favorites",
    "datasets",
)
"""Each has a module here, whose `DOMAIN` says what there is to prove. A new one is a line."""

DOMAINS: tuple[Domain, ...] = tuple(import_module(f"{__name__}.{name}").DOMAIN for name in NAMES)
