"""What `${NAME}` in a setting stands for."""

import os
from unittest.mock import patch

import pytest
from hypothesis import example, given, strategies as st
from mastra_storage_core import ConfigurationError
from mastra_storage_core.environment import expand

NAMES = st.from_regex(r"\A[A-Za-z_][A-Za-z0-9_]{0,9}\Z")
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
TRICKY = st.text(st.sampled_from(["$", "{", "}", ":", "-", "A", "_", "1", " ", "ä", "\n"]))


def refusal(text: str) -> str:
    with pytest.raises(ConfigurationError) as caught:
        expand(text)
    return str(caught.value)


@given(NAMES, TEXTS | TRICKY, TEXTS, TEXTS)
@example("A", "${A}", "$", "}")
def test_a_name_becomes_its_value_which_is_not_expanded_again(
    name: str, value: str, before: str, after: str
) -> None:
    before, after = before.replace("$", ""), after.replace("${", "")

    with patch.dict(os.environ, {name: value}):
        assert expand(f"{before}${{{name}}}{after}") == before + value + after


@given(NAMES, TEXTS, TEXTS.filter(lambda text: "}" not in text and "${" not in text))
def test_a_fallback_is_taken_where_the_variable_is_missing_or_empty(
    name: str, value: str, fallback: str
) -> None:
    text = f"${{{name}:-{fallback}}}"

    with patch.dict(os.environ, {name: value}):
        assert expand(text) == (value or fallback)
        del os.environ[name]
        assert expand(text) == fallback


@given(TEXTS | TRICKY)
@example("$${A}")
@example("$$${")
def test_every_text_can_be_written(text: str) -> None:
    assert expand(text.replace("${", "$${")) == text


@given((TEXTS | TRICKY).filter(lambda text: "${" not in text))
@example("$A $$ } {A} $")
def test_a_text_without_references_stays_as_it_is(text: str) -> None:
    assert expand(text) == text


@given(TRICKY)
def test_whatever_is_written_is_expanded_or_refused(text: str) -> None:
    with patch.dict(os.environ, {"A": "value"}, clear=True):
        try:
            expanded = expand(text)
        except ConfigurationError:
            assert "${" in text.replace("${A}", "")
        else:
            assert expanded.count("value") >= text.replace("$${", "").count("${A}")


def test_a_missing_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DB_URL", raising=False)

    assert refusal("s3cret${DB_URL}") == (
        "the environment variable 'DB_URL' is not set; set it, or write ${DB_URL:-fallback}"
    )
    assert "'DB_URL'" in refusal("${DB_URL}${HOME:-x}")


@pytest.mark.parametrize(
    "text", ["${", "${}", "${A", "${1A}", "${A-b}", "${A:b}", "${A B}", "${Ä}", "${A:-${B}}"]
)
def test_what_is_nearly_a_reference_is_refused(text: str) -> None:
    said = refusal(f"s3cret {text}")

    assert "is written ${NAME} or ${NAME:-fallback}" in said
    assert "s3cret" not in said


def test_an_empty_variable_without_a_fallback_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMPTY", "")

    assert expand("a${EMPTY}b") == "ab"
