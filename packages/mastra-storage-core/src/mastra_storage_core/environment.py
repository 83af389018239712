"""Settings that come from the environment: `${NAME}` in a text."""

import os
import re

from mastra_storage_core.errors import ConfigurationError, named

_REFERENCE = re.compile(
    r"(?P<escaped>\$\$\{)"
    r"|\$\{(?P<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?P<fallback>(?:(?!\$\{)[^}])*))?\}"
    r"|(?P<malformed>\$\{)"
)


def expand(text: str) -> str:
    """Return a text with `${NAME}` replaced by the variable of that name, and `${NAME:-fallback}`
    by the fallback where that is missing or empty. `$${` stands for `${` itself.

    What is put in is not expanded again. `ConfigurationError`, which names a variable that is
    missing, and never shows the text.
    """
    return _REFERENCE.sub(_value, text)


def _value(reference: re.Match[str]) -> str:
    if reference["escaped"]:
        return "${"
    if reference["malformed"]:
        raise ConfigurationError(
            "a reference is written ${NAME} or ${NAME:-fallback}, without another one in the "
            "fallback; $${ stands for the characters themselves"
        )
    name, fallback = reference["name"], reference["fallback"]
    value = os.environ.get(name)
    if value is None and fallback is None:
        raise ConfigurationError(
            f"the environment variable {named(name)} is not set; set it, or write "
            f"${{{name}:-fallback}}"
        )
    return value or fallback or ""
