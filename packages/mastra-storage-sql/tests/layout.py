"""Lays SQL out for readers: a clause to a line, subqueries indented. Only white space changes."""

import re
from collections.abc import Iterable, Iterator

WIDTH = 100
INDENT = "    "

_QUOTED = r"\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'"
_SPACE = re.compile(rf"({_QUOTED})|\s+")
_PLACES = re.compile(
    rf"(?P<quoted>{_QUOTED})|[()]"
    r"|(?<!DISTINCT)(?<!DELETE) (?:FROM|(?:LEFT OUTER )?JOIN|WHERE|AND|ORDER BY|LIMIT|UNION ALL"
    r"|SELECT|SET|VALUES|ON CONFLICT|DO UPDATE|DO NOTHING|RETURNING|FOR UPDATE)(?=[ ()]|$)"
)


def laid_out(sql: str) -> str:
    """Return the same SQL, readable."""
    parentheses = [
        True
    ]  # Whether each that is open holds a subquery; the outermost is the statement.

    def line() -> str:
        return "\n" + INDENT * (sum(parentheses) - 1)

    def place(match: re.Match[str]) -> str:
        found = match[0]
        if match["quoted"]:
            return found
        if found == "(":
            parentheses.append(match.string.startswith("SELECT ", match.end()))
            return f"({line()}" if parentheses[-1] else "("
        if found == ")":
            return f"{line()})" if parentheses.pop() else ")"
        if not parentheses[-1]:
            return found
        return f"{line()}{'  ' if found == ' AND' else ''}{found[1:]}"

    one_line = _SPACE.sub(lambda match: match[1] or " ", sql.strip())
    lines = _PLACES.sub(place, one_line).split("\n")
    return "\n".join(part for each in lines for part in _broken(each))


def _broken(line: str) -> Iterator[str]:
    """Break a line that is too long behind commas."""
    indent = re.match(" *", line)
    assert indent is not None
    yield from filled(line.split(", "), ", ", indent[0] + INDENT)


def filled(words: Iterable[str], separator: str, indent: str) -> Iterator[str]:
    """Put words on lines that are not too long, all but the first indented."""
    line = ""
    for number, word in enumerate(words):
        if line and len(line) + len(separator) + len(word) > WIDTH:
            yield (line + separator).rstrip()
            line = indent + word
        else:
            line = line + separator + word if number else word
    yield line
