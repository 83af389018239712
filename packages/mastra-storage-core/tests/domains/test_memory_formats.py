"""Messages of the first generation become the second, and go back."""

from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st
from mastra_storage_core.domains.memory.formats import is_v2, normalise, stored_content, to_v2
from mastra_storage_core.domains.memory.legacy import MessageV1, to_v1
from mastra_storage_core.domains.memory.models import MESSAGES
from mastra_storage_core.errors import InvalidInputError

Json = dict[str, Any]
START = datetime(2024, 4, 1, 9, tzinfo=UTC)
OPTIONS = {"openai": {"cacheControl": {"type": "ephemeral"}}}


def text(words: str, **more: Any) -> Json:
    return {"type": "text", "text": words, **more}


def call(call_id: str, args: Any, **more: Any) -> Json:
    part = {"type": "tool-call", "toolCallId": call_id, "toolName": "w", "args": args}
    return {**part, **more}


def result(call_id: str, value: Any, **more: Any) -> Json:
    part = {"type": "tool-result", "toolCallId": call_id, "toolName": "w", "result": value}
    return {**part, **more}


def invocation(call_id: str, args: Json, **result_: Any) -> Json:
    state = "result" if result_ else "call"
    return {"state": state, "toolCallId": call_id, "toolName": "w", "args": args, **result_}


def tool(*arguments: Any, **result_: Any) -> Json:
    return {"type": "tool-invocation", "toolInvocation": invocation(*arguments, **result_)}


def v2(*parts: Any, **fields: Any) -> Json:
    return {"format": 2, "parts": list(parts), **fields}


def messages(*contents: tuple[str, Any]) -> list[Json]:
    return [
        {
            "id": f"m{index}",
            "thread_id": "t",
            "resourceId": "r",
            "role": role,
            "type": "v2" if is_v2(content) else "text",
            "content": content,
            "createdAt": START + timedelta(seconds=index),
        }
        for index, (role, content) in enumerate(contents)
    ]


def normalised(*contents: tuple[str, Any]) -> list[tuple[str, Any]]:
    return [(each["role"], each["content"]) for each in normalise(messages(*contents))]


def legacy(*contents: tuple[str, Any]) -> list[MessageV1]:
    return to_v1(MESSAGES.validate_python(normalise(messages(*contents))))


def pieces(role: str, content: Any) -> list[tuple[str, str, str, Any]]:
    return [(each.id, each.role, each.type, each.content) for each in legacy((role, content))]


RECORDED = {
    "text": ("user", "hello", v2(text("hello"), content="hello")),
    "text that looks like JSON": ("user", '{"a":1}', v2(text('{"a":1}'), content='{"a":1}')),
    "empty text": ("assistant", "", v2(text(""), content="")),
    "no parts": ("user", [], v2()),
    "texts": (
        "assistant",
        [text("a"), text(""), text("b", providerOptions=OPTIONS)],
        v2(text("a"), text("b", providerMetadata=OPTIONS)),
    ),
    "nothing but empty texts": ("user", [text(""), text("")], v2(text(""), text(""))),
    "a call, then text": (
        "assistant",
        [call("c", {"x": 1}), text("after")],
        v2(tool("c", {"x": 1}), {"type": "step-start"}, text("after")),
    ),
    "a call, then text, of the user": (
        "user",
        [call("c", {"x": 1}), text("after")],
        v2(tool("c", {"x": 1}), text("after")),
    ),
    "a call and its result": (
        "assistant",
        [call("c", {"x": 1}, providerOptions=OPTIONS), result("c", {"y": 2}), text("after")],
        v2(
            {**tool("c", {"x": 1}), "providerMetadata": OPTIONS},
            tool("c", {"x": 1}, result={"y": 2}),
            {"type": "step-start"},
            text("after"),
            toolInvocations=[invocation("c", {"x": 1}, result={"y": 2})],
        ),
    ),
    "a result before its call": (
        "assistant",
        [result("c", 0), call("c", {"x": 1})],
        v2(
            tool("c", {"x": 1}, result=0),
            tool("c", {"x": 1}),
            toolInvocations=[invocation("c", {"x": 1}, result=0)],
        ),
    ),
    "a result that is missing": (
        "assistant",
        [{"type": "tool-result", "toolCallId": "c", "toolName": "w"}],
        v2(tool("c", {}, result=""), toolInvocations=[invocation("c", {}, result="")]),
    ),
    "reasoning": (
        "assistant",
        [
            {"type": "reasoning", "text": "hm", "signature": "s", "providerOptions": OPTIONS},
            {"type": "reasoning", "text": "so"},
            {"type": "redacted-reasoning", "data": "xx"},
        ],
        v2(
            {
                "type": "reasoning",
                "reasoning": "hm",
                "details": [{"type": "text", "text": "hm", "signature": "s"}],
                "providerMetadata": OPTIONS,
            },
            {"type": "reasoning", "reasoning": "so", "details": [{"type": "text", "text": "so"}]},
            {"type": "reasoning", "reasoning": "", "details": [{"type": "redacted", "data": "xx"}]},
        ),
    ),
    "pictures and files": (
        "user",
        [
            {"type": "image", "image": "https://x/y.png", "mimeType": "image/png"},
            {"type": "image", "image": "aGVsbG8="},
            {"type": "file", "data": "aGVsbG8=", "mimeType": "a/b", "filename": "f"},
            {"type": "file", "data": "data:a/b;base64,aGVsbG8="},
        ],
        v2(
            {"type": "file", "data": "https://x/y.png", "mimeType": "image/png"},
            {"type": "file", "data": "aGVsbG8="},
            {"type": "file", "data": "aGVsbG8=", "mimeType": "a/b", "filename": "f"},
            {"type": "file", "data": "data:a/b;base64,aGVsbG8=", "mimeType": "a/b"},
        ),
    ),
    "the second generation without parts": ("user", {"format": 2, "parts": None}, v2()),
    "an object that says nothing": ("user", {}, v2()),
    "parts that are no objects": ("user", v2(None, 1, "x", text("k"), {}), v2(text("k"), {})),
    "invocations beside the parts": (
        "assistant",
        v2(
            tool("c", {"x": 1}),
            tool("d", {}),
            toolInvocations=[
                invocation("c", {}, result=1, step=0),
                invocation("d", {}),
                invocation("e", {"own": 1}),
                5,
            ],
        ),
        v2(
            tool("c", {"x": 1}),
            tool("d", {}),
            toolInvocations=[
                invocation("c", {"x": 1}, result=1, step=0),
                invocation("d", {}),
                invocation("e", {"own": 1}),
                5,
            ],
        ),
    ),
}
"""A role, a content, and what the original's own message list made of it."""


@pytest.mark.parametrize(("role", "before", "after"), RECORDED.values(), ids=RECORDED)
def test_one_message_becomes_what_the_original_makes_of_it(
    role: str, before: Any, after: Json
) -> None:
    original = deepcopy(before)
    assert normalised((role, before)) == [(role, after)]
    assert before == original


def args_found(*contents: tuple[str, Any]) -> Any:
    _, content = normalised(*contents)[-1]
    return content["toolInvocations"][0]["args"]


def test_a_result_takes_the_arguments_of_the_nearest_call_before_it() -> None:
    first = ("assistant", [call("c", {"n": 1})])
    second = ("assistant", v2(tool("c", {"n": 2}), toolInvocations=[invocation("c", {"n": 3})]))
    beside = ("assistant", v2(toolInvocations=[invocation("c", {"n": 4})]))
    answer = ("tool", [result("c", "ok")])
    assert args_found(first, answer) == {"n": 1}
    assert args_found(first, second, answer) == {"n": 2}
    assert args_found(first, second, answer, beside, answer) == {"n": 4}
    assert args_found(first, ("assistant", [call("c", {})]), answer) == {"n": 1}
    assert args_found(first, ("tool", [result("c", "ok", args={"own": 1})])) == {"own": 1}
    assert args_found(answer) == args_found(("user", [call("c", {"n": 1})]), answer) == {}
    (_, content), _ = normalised(answer, first)
    assert content["parts"] == [tool("c", {}, result="ok")]


def test_a_message_that_is_fine_is_returned_itself() -> None:
    fine = messages(
        ("user", v2(text(""), {"type": "file", "data": "aGVsbG8=", "mimeType": "a/b"})),
        ("assistant", v2({"type": "data-x"}, toolInvocations=[invocation("c", {"x": 1})])),
        ("tool", v2(tool("c", {}, result=1), toolInvocations=[invocation("c", {}, result=1)])),
        ("assistant", {"format": 2.0, "parts": [], "toolInvocations": "?", "new": [None]}),
    )
    assert all(after is before for after, before in zip(normalise(fine), fine, strict=True))


def test_the_first_generation_loses_its_type_and_the_role_tool() -> None:
    plain, said, answer, second = normalise(
        messages(("system", "a"), ("tool", "b"), ("tool", [result("c", 1)]), ("tool", v2(None)))
    )
    assert [plain["role"], said["role"], answer["role"]] == ["system", "assistant", "assistant"]
    assert plain["type"] is said["type"] is answer["type"] is None
    assert (second["role"], second["type"]) == ("tool", "v2")
    assert plain.keys() == second.keys()
    assert plain["createdAt"] == START


def test_a_long_history_of_the_first_generation_is_read_once() -> None:
    answers = [("tool", [result(f"missing-{index}", 1)]) for index in range(3_000)]
    calls = [("assistant", [call(f"c{index}", {"n": index})]) for index in range(3_000)]
    started = datetime.now(UTC)
    assert args_found(*calls, *answers, ("tool", [result("c7", 1)])) == {"n": 7}
    assert datetime.now(UTC) - started < timedelta(seconds=5)


@pytest.mark.parametrize("content", [None, 12, 1.5, True])
def test_a_content_that_is_none_is_an_error_that_names_the_message(content: Any) -> None:
    with pytest.raises(InvalidInputError, match="content of message 'm0' must be an object"):
        normalise(messages(("user", content)))


def test_a_message_without_content_is_an_error() -> None:
    with pytest.raises(InvalidInputError, match="content of message 'm'"):
        to_v2({"id": "m", "role": "user"})


@pytest.mark.parametrize(
    "column",
    ["hello", "", "12", "null", "true", "[1]", '{"a":1}', '{"format":2,', '[{"no":"type"}]'],
)
def test_a_column_that_holds_no_content_is_the_text_itself(column: str) -> None:
    assert stored_content(column) == column


@pytest.mark.parametrize(
    ("column", "content"),
    [
        ('"quoted"', "quoted"),
        ('{"format":2,"parts":[]}', v2()),
        ('{"parts":[{}],"metadata":{}}', {"parts": [{}], "metadata": {}}),
        ('{"format":3}', {"format": 3}),
        ('[{"type":"text","text":"a"}]', [text("a")]),
        ("[]", []),
    ],
)
def test_a_column_that_holds_a_content_is_decoded(column: str, content: Any) -> None:
    assert stored_content(column) == content


@pytest.mark.parametrize("content", [v2(), {"format": 2.0}])
def test_the_number_two_marks_the_second_generation(content: Any) -> None:
    assert is_v2(content)


@pytest.mark.parametrize("content", [None, "2", [], {}, {"format": "2"}, {"format": True}])
def test_nothing_else_marks_the_second_generation(content: Any) -> None:
    assert not is_v2(content)


UNKNOWN = {"type": "data-weather", "data": {"t": 1}, "providerOptions": OPTIONS}
ODD = {
    "unknown parts": ("user", [UNKNOWN, {"odd": 1}], v2(UNKNOWN, {"odd": 1})),
    "an unknown field": ("user", [text("a", new=1)], v2(text("a", new=1))),
    "an empty text with a field": (
        "user",
        [text("", new=1), text("a")],
        v2(text("", new=1), text("a")),
    ),
    "both kinds of options": (
        "user",
        [text("a", providerOptions=OPTIONS, providerMetadata={})],
        v2(text("a", providerOptions=OPTIONS, providerMetadata={})),
    ),
    "a null result with an error": (
        "assistant",
        [result("c", None, isError=True, title="T")],
        v2(
            {**tool("c", {}, result=None, isError=True), "title": "T"},
            toolInvocations=[invocation("c", {}, result=None, isError=True)],
        ),
    ),
    "bytes": (
        "user",
        [{"type": "file", "data": {"type": "Buffer", "data": [1]}, "mimeType": "a/b"}],
        v2({"type": "file", "data": {"type": "Buffer", "data": [1]}, "mimeType": "a/b"}),
    ),
    "parts of the second generation": (
        "user",
        [{"type": "reasoning", "text": "?", "details": []}, {"type": "reasoning"}, tool("c", {})],
        v2({"type": "reasoning", "text": "?", "details": []}, {"type": "reasoning"}, tool("c", {})),
    ),
    "a content of a third generation": (
        "user",
        {"format": 3, "parts": [text("a")], "new": 1},
        v2(text("a"), new=1),
    ),
}
"""What the original drops, and we keep."""


@pytest.mark.parametrize(("role", "before", "after"), ODD.values(), ids=ODD)
def test_what_we_do_not_know_survives(role: str, before: Any, after: Json) -> None:
    assert normalised((role, before)) == [(role, after)]


def test_a_message_of_many_steps_is_split_as_the_original_does() -> None:
    parts = [
        {"type": "step-start"},
        {"type": "reasoning", "reasoning": "r", "details": [text("r")]},
        text("a"),
        tool("c1", {"x": 1}, result=1),
        {"type": "step-start"},
        tool("c2", {}),
        {"type": "step-start"},
        text("z"),
    ]
    assert pieces("assistant", v2(*parts)) == [
        ("m0", "assistant", "text", [{"type": "reasoning", "text": "r"}, text("a")]),
        ("m0__split-1", "assistant", "tool-call", [call("c1", {"x": 1}), call("c2", {})]),
        ("m0__split-2", "tool", "tool-result", [result("c1", 1)]),
        ("m0__split-3", "assistant", "text", "z"),
    ]


def test_pieces_share_the_fields_of_their_message() -> None:
    content = v2(text("a"), tool("c", {}), metadata={"k": 1}, annotations=[2], content="a")
    first, second = legacy(("assistant", content))
    assert first.created_at == second.created_at == START
    assert (second.thread_id, second.resource_id) == ("t", "r")
    assert first.content_fields == {"metadata": {"k": 1}, "annotations": [2]}
    assert second.content_fields is None


REASONING = [text("a", signature="s"), {"type": "redacted", "data": "d"}]
BACK = {
    "nothing": (v2(), []),
    "nothing but steps": (v2({"type": "step-start"}), []),
    "nothing but a flat text": (v2(content="flat"), "flat"),
    "a text": (v2(text("a")), "a"),
    "a text with options": (
        v2(text("a", providerMetadata=OPTIONS)),
        [text("a", providerOptions=OPTIONS)],
    ),
    "unknown parts": (v2(UNKNOWN, text("a"), {"odd": 1}), [UNKNOWN, text("a"), {"odd": 1}]),
    "reasoning in details": (
        v2({"type": "reasoning", "reasoning": "a", "details": REASONING, "new": 1}),
        [
            {"type": "reasoning", "text": "a", "signature": "s", "new": 1},
            {"type": "redacted-reasoning", "data": "d"},
        ],
    ),
    "reasoning without details": (
        v2({"type": "reasoning", "reasoning": "r", "details": []}),
        [{"type": "reasoning", "text": "r"}],
    ),
    "reasoning of another kind": (
        v2({"type": "reasoning", "reasoning": "r", "details": [{"type": "new"}]}),
        [{"type": "reasoning", "reasoning": "r", "details": [{"type": "new"}]}],
    ),
    "a picture": (
        v2({"type": "file", "data": "https://x", "mimeType": "image/png"}),
        [{"type": "image", "image": "https://x", "mimeType": "image/png"}],
    ),
    "a file": (
        v2({"type": "file", "data": "aGVsbG8="}),
        [{"type": "file", "data": "aGVsbG8="}],
    ),
    "a file with the field of a picture": (
        v2({"type": "file", "data": "u", "mimeType": "image/png", "image": 1}),
        [{"type": "file", "data": "u", "mimeType": "image/png", "image": 1}],
    ),
    "an attachment": (
        v2(experimental_attachments=[{"url": "u", "contentType": "image/png", "name": "n"}]),
        [{"type": "image", "image": "u", "mimeType": "image/png", "filename": "n"}],
    ),
    "a tool part without an invocation": (
        v2({"type": "tool-invocation", "toolInvocation": None}),
        [{"type": "tool-invocation", "toolInvocation": None}],
    ),
}


@pytest.mark.parametrize(("content", "body"), BACK.values(), ids=BACK)
def test_parts_that_are_no_tools_become_one_text_message(content: Json, body: Any) -> None:
    assert pieces("user", content) == [("m0", "user", "text", body)]


def test_a_result_brings_its_call_along_unless_the_message_has_it() -> None:
    alone = [kind for _, _, kind, _ in pieces("tool", [result("c", 1)])]
    both = pieces("assistant", [call("c", {"x": 1}), text("a"), result("c", 1)])
    assert alone == ["tool-call", "tool-result"]
    assert [kind for _, _, kind, _ in both] == ["tool-call", "text", "tool-result"]


def test_a_call_and_its_result_both_have_the_options_of_their_part() -> None:
    part = {**tool("c", {}, result=1, new=2), "providerMetadata": OPTIONS}
    assert [body for *_, body in pieces("assistant", v2(part))] == [
        [call("c", {}, providerOptions=OPTIONS)],
        [result("c", 1, providerOptions=OPTIONS, new=2)],
    ]


def test_invocations_that_no_part_tells_of_come_last() -> None:
    beside = [
        invocation("c", {"x": 1}, result=1),
        invocation("d", {}),
        invocation("e", {}, result=2),
    ]
    content = v2(tool("c", {"x": 1}), tool("e", {}, result=2), text("a"), toolInvocations=beside)
    assert [(kind, body) for _, _, kind, body in pieces("assistant", content)] == [
        ("tool-call", [call("c", {"x": 1}), call("e", {})]),
        ("tool-result", [result("e", 2)]),
        ("text", "a"),
        ("tool-call", [call("d", {})]),
        ("tool-result", [result("c", 1)]),
    ]


def test_an_unusual_state_and_its_fields_come_along() -> None:
    odd = {
        "state": "output-error",
        "toolCallId": "c",
        "toolName": "w",
        "args": {},
        "errorText": "e",
    }
    part = {"type": "tool-invocation", "toolInvocation": odd}
    ((_, role, kind, body),) = pieces("assistant", v2(part))
    assert (role, kind) == ("assistant", "tool-call")
    assert body == [{**call("c", {}), "state": "output-error", "errorText": "e"}]
    assert normalised(("assistant", body)) == [("assistant", v2(part))]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)
FIELDS = st.dictionaries(st.sampled_from(["new", "x-1", "cache", "", "step"]), JSON, max_size=2)
WORDS = st.text(min_size=1, max_size=5)
OPTIONAL = st.fixed_dictionaries({}, optional={"providerOptions": JSON})


def part(kind: str, **known: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    """A part of the first generation with fields that nobody knows."""
    exact = st.fixed_dictionaries({"type": st.just(kind), **known})
    return st.builds(lambda *fields: fields[0] | fields[1] | fields[2], FIELDS, OPTIONAL, exact)


SAID = st.one_of(
    part("text", text=WORDS),
    part("reasoning", text=WORDS),
    part("reasoning", text=WORDS, signature=WORDS),
    part("redacted-reasoning", data=WORDS),
    part("image", image=WORDS, mimeType=st.just("image/png")),
    part("file", data=WORDS, mimeType=st.just("text/plain"), filename=WORDS),
    part("data-new", data=JSON),
)
IDS = st.sampled_from(["c1", "c2", "c3"])
CALLS = part("tool-call", toolCallId=IDS, toolName=WORDS, args=JSON)
RESULTS = part("tool-result", toolCallId=IDS, toolName=WORDS, result=JSON)
FIRST = st.tuples(
    st.sampled_from(["user", "assistant", "system", "tool"]),
    WORDS | st.lists(SAID | CALLS | RESULTS, max_size=6),
)
SECOND = st.tuples(
    st.sampled_from(["user", "assistant"]),
    st.builds(
        lambda content, rest: {**rest, **content},
        st.fixed_dictionaries(
            {
                "format": st.just(2),
                "parts": st.lists(st.builds(tool, IDS, st.just({"x": 1})) | JSON),
            },
            optional={"toolInvocations": st.lists(st.builds(invocation, IDS, FIELDS) | JSON)},
        ),
        FIELDS,
    ),
)


@given(st.lists(FIRST | SECOND, max_size=4))
def test_what_is_normalised_once_stays_as_it_is(contents: list[tuple[str, Any]]) -> None:
    given_ = messages(*contents)
    untouched = deepcopy(given_)
    once = normalise(given_)
    assert given_ == untouched
    assert all(is_v2(message["content"]) for message in once)
    assert all(after is before for after, before in zip(normalise(once), once, strict=True))


def flat(value: Any) -> set[str]:
    """Every field of any depth with its value, as far as it has no fields itself."""
    if isinstance(value, dict):
        return {f"{k}={v!r}" for k, v in value.items()} | flat(list(value.values()))
    return set().union(*map(flat, value)) if isinstance(value, list) else set()


@given(FIRST)
def test_fields_that_nobody_knows_survive_both_ways(message: tuple[str, Any]) -> None:
    given_ = {field for field in flat(message[1]) if field.partition("=")[0] not in KNOWN}
    ((_, content),) = normalised(message)
    assert given_ <= flat(content)
    assert given_ <= flat([each.content for each in legacy(message)])


KNOWN = {"type", "text", "data", "image", "signature", "providerOptions", "args"}


@given(st.sampled_from(["user", "assistant"]), st.lists(SAID, max_size=5))
def test_a_message_without_tools_comes_back_as_it_was(role: str, parts: list[Json]) -> None:
    plain = len(parts) == 1 and parts[0].keys() == {"type", "text"} and parts[0]["type"] == "text"
    body = parts[0]["text"] if plain else parts
    assert pieces(role, parts) == [("m0", role, "text", body)]


@given(st.lists(CALLS, min_size=1, max_size=3), st.lists(RESULTS, max_size=3))
def test_calls_and_their_results_come_back_as_they_were(
    calls: list[Json], results: list[Json]
) -> None:
    answered = [each for each in results if each["toolCallId"] in {c["toolCallId"] for c in calls}]
    first, *rest = pieces("assistant", calls + answered)
    assert first == ("m0", "assistant", "tool-call", calls)
    assert rest == ([("m0__split-1", "tool", "tool-result", answered)] if answered else [])


@given(st.text(max_size=5))
def test_plain_text_comes_back_as_it_was(words: str) -> None:
    assert pieces("user", words) == [("m0", "user", "text", words)]
