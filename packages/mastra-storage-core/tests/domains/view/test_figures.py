"""Durations, tokens and costs, as a reader sees them."""

from datetime import timedelta
from typing import Any

import pytest
from mastra_storage_core.domains.observability.view.figures import (
    Usage,
    duration_text,
    ticks,
    usage_of,
)
from mastra_storage_core.domains.observability.view.timeline import lay_out
from mastra_storage_core.domains.observability.view.words import (
    clean,
    kind_of,
    message_of,
    one_line,
)
from traces import a_span, an_answer, model


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 ms"),
        (0.0009, "0 ms"),
        (0.85, "850 ms"),
        (1.2345, "1.23 s"),
        (59.94, "59.9 s"),
        (123, "2 min 03 s"),
        (7320, "2 h 02 min"),
        (-1, "0 ms"),
    ],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration_text(timedelta(seconds=seconds)) == text


@pytest.mark.parametrize(
    ("attributes", "tokens", "price"),
    [
        (None, "", ""),
        ({"usage": {"inputTokens": 1204, "outputTokens": 88}}, "1,204 → 88", ""),
        ({"usage": {"promptTokens": 5, "completionTokens": 6}}, "5 → 6", ""),
        ({"gen_ai.usage.input_tokens": 7, "gen_ai.usage.cost": 0.00421}, "7 → 0", "$0.0042"),
        ({"costContext": {"estimatedCost": 12.5, "costUnit": "EUR"}}, "", "12.50 EUR"),
        ({"usage": "many", "costContext": []}, "", ""),
        ({"usage": {"inputTokens": -1, "outputTokens": True}}, "", ""),
        ({"usage": {"inputTokens": float("inf")}, "gen_ai.usage.cost": 10**400}, "", ""),
    ],
)
def test_tokens_and_costs(attributes: Any, tokens: str, price: str) -> None:
    usage = usage_of(attributes)

    assert (usage.tokens, usage.price) == (tokens, price)


def test_what_a_span_above_counts_already_is_not_counted_twice() -> None:
    more = [a_span("again", "run", 400, 500, **model("m", 500, 0.001))]
    timeline = lay_out([*an_answer().spans, *more])

    assert timeline.usage == Usage(1500, 4, 0.005)


def test_costs_of_two_currencies_are_not_added() -> None:
    assert (Usage(cost=1) + Usage(1, 1, 2, "EUR")).price == "$1.00"


def test_places_in_time() -> None:
    timeline = lay_out(an_answer().spans)
    lines = {line.span.span_id: line for line in timeline.lines}

    assert (lines["book"].start, lines["book"].length) == (0.31, 0.59)
    assert (lines["score"].duration, lines["score"].is_running) == (timedelta(seconds=0.05), True)
    assert (lines["token"].length, lines["token"].is_running) == (0, False)
    assert (timeline.longest.span.span_id, timeline.errors) == ("book", 1)


def test_a_trace_without_any_time() -> None:
    timeline = lay_out([a_span("r", None, 5, 5)])

    assert (timeline.lines[0].start, timeline.lines[0].length) == (0, 0)
    assert ticks(timeline.duration) == [(0, "0 ms")]


def test_ticks_are_round_moments() -> None:
    assert ticks(timedelta(seconds=2))[:3] == [(0, "0 ms"), (0.25, "500 ms"), (0.5, "1 s")]
    assert [text for _, text in ticks(timedelta(milliseconds=2))] == ["0 ms", "1 ms", "2 ms"]


def test_words_that_would_steer_what_shows_them_are_spelled_out() -> None:
    assert clean("a\x1b[2J\u202eb\ud800\n\tc") == "a\\u001b[2J\\u202eb\\ud800\n\tc"
    assert one_line("a\n  b\tc", 10) == "a b c"
    assert one_line("long " * 9, 12) == "long long l…"


def test_what_an_error_says_in_any_form() -> None:
    assert message_of({"name": "E", "message": "no", "stack": "…"}) == "E: no"
    assert message_of("no") == "no"
    assert message_of({"code": 5}) == "{'code': 5}"


def test_kinds_of_spans_those_of_tomorrow_included() -> None:
    types = ["agent_run", "rag_action", "workflow_of_tomorrow", "mcp_server_request", "what"]

    assert [kind_of(each) for each in types] == ["agent", "memory", "workflow", "tool", "other"]
