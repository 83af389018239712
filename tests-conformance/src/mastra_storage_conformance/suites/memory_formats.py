"""Message formats: the first generation goes in, the second comes out, and the first on request."""

from typing import Any

import pytest
from mastra_storage_core import MemoryStorage, Message, MessageUpdate, MessageV1

from mastra_storage_conformance.make import Make, said
from mastra_storage_conformance.suites._support import content_of, save

CALL = {"type": "tool-call", "toolCallId": "c1", "toolName": "search", "args": {"q": "a"}}
RESULT = {"type": "tool-result", "toolCallId": "c1", "toolName": "search", "result": [1]}
PLAIN = ["hello", "", " ", "12", "null", "true", '"quoted"', '{"a": 1}', "[1]", "[]"]
PLAIN += ['{"format":2}', '[{"type":"text","text":"x"}]', "\0", "\ud800"]


def invocation(state: str, **fields: Any) -> dict[str, Any]:
    """Return a tool part of the second generation."""
    held = {"state": state, "toolCallId": "c1", "toolName": "search", "args": {"q": "a"}, **fields}
    return {"type": "tool-invocation", "toolInvocation": held}


async def one(memory: MemoryStorage, make: Make, content: Any, **fields: Any) -> Message:
    """Save a message of a new thread with this content as it is, and return it as it is read."""
    message = make.message(await make.thread(memory), **fields)
    message = message.model_copy(update={"content": content})
    await save(memory, message)
    (read,) = await memory.list_messages_by_id([message.id])
    return read


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestFirstGeneration:
    """Messages of the first generation are handed out in the second's form (rule 1)."""

    @pytest.mark.parametrize("text", PLAIN)
    async def test_text_becomes_a_text_part_and_is_never_taken_for_json(
        self, memory: MemoryStorage, make: Make, text: str
    ) -> None:
        read = await one(memory, make, text)

        assert read.content == {**said(text), "content": text}
        assert read.type is None

    async def test_a_call_and_its_result_in_a_later_message_become_tool_invocations(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """The result finds the arguments of its call; role `tool` becomes `assistant`."""
        thread = await make.thread(memory)
        call = make.message(
            thread, [CALL], role="assistant", kind="tool-call", created_at=make.noon
        )
        result = make.message(
            thread, [RESULT], role="tool", kind="tool-result", created_at=make.after(1)
        )
        await save(memory, call, result)

        first, second = (await memory.list_messages(thread.id)).messages

        assert first.content["parts"] == [invocation("call")]
        assert second.content["parts"] == [invocation("result", result=[1])]
        assert [message.role for message in (first, second)] == ["assistant", "assistant"]
        assert [message.type for message in (first, second)] == [None, None]

    @pytest.mark.parametrize(
        ("part", "expected"),
        [
            ({"type": "text", "text": "a"}, {"type": "text", "text": "a"}),
            (
                {"type": "reasoning", "text": "because", "signature": "s"},
                {
                    "type": "reasoning",
                    "reasoning": "because",
                    "details": [{"type": "text", "text": "because", "signature": "s"}],
                },
            ),
            (
                {"type": "redacted-reasoning", "data": "d"},
                {
                    "type": "reasoning",
                    "reasoning": "",
                    "details": [{"type": "redacted", "data": "d"}],
                },
            ),
            (
                {"type": "image", "image": "aGk=", "mimeType": "image/png"},
                {"type": "file", "data": "aGk=", "mimeType": "image/png"},
            ),
            (
                {"type": "file", "data": "aGk=", "mimeType": "text/plain", "filename": "f"},
                {"type": "file", "data": "aGk=", "mimeType": "text/plain", "filename": "f"},
            ),
            ({"type": "of tomorrow", "x": [1]}, {"type": "of tomorrow", "x": [1]}),
            (
                {"type": "text", "text": "a", "providerOptions": {"p": 1}, "odd": None},
                {"type": "text", "text": "a", "providerMetadata": {"p": 1}, "odd": None},
            ),
        ],
    )
    async def test_each_part_has_its_form_in_the_second_and_unknown_things_survive(
        self, memory: MemoryStorage, make: Make, part: dict[str, Any], expected: dict[str, Any]
    ) -> None:
        read = await one(memory, make, [part], role="assistant", kind="text")

        assert read.content["parts"] == [expected]
        assert read.content["format"] == 2

    async def test_changing_content_of_the_first_generation_makes_it_of_the_second(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        message = await one(memory, make, "hello")

        await memory.update_messages([MessageUpdate(id=message.id, content={"metadata": {"a": 1}})])

        assert await content_of(memory, message.id) == {
            **said("hello", {"a": 1}),
            "content": "hello",
        }


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestSecondGeneration:
    """Content of the second generation is kept as it is, known to us or not."""

    @pytest.mark.parametrize(
        "content",
        [
            {"format": 2, "parts": []},
            {"format": 2, "parts": [{"type": "text", "text": ""}], "content": "flat"},
            {"format": 2, "parts": [{"type": "data-odd", "data": {"x": [None]}}], "odd": {"y": {}}},
            {"format": 2, "parts": [{}, {"no type": 1}], "annotations": [1, "a", None]},
            {"format": 2, "parts": [invocation("result", result=None)], "toolInvocations": []},
        ],
    )
    async def test_fields_and_parts_that_nobody_knows_survive(
        self, memory: MemoryStorage, make: Make, content: dict[str, Any]
    ) -> None:
        assert (await one(memory, make, content)).content == content

    @pytest.mark.parametrize("parts", [{}, {"parts": None}, {"parts": ["text", 1, None, [2]]}])
    async def test_parts_are_a_list_of_objects_whatever_was_saved(
        self, memory: MemoryStorage, make: Make, parts: dict[str, Any]
    ) -> None:
        read = await one(memory, make, {"format": 2, "metadata": {"a": 1}, **parts})

        assert read.content == {"format": 2, "parts": [], "metadata": {"a": 1}}


async def as_v1(memory: MemoryStorage, make: Make, content: Any, **fields: Any) -> list[MessageV1]:
    """Save a message and return what it is in the first generation."""
    saved = await one(memory, make, content, **fields)
    return await memory.get_messages(saved.thread_id, format="v1")


TURN = {
    "format": 2,
    "parts": [
        {"type": "text", "text": "Let me see"},
        invocation("result", result=[1]),
        {"type": "step-start"},
        {"type": "text", "text": "Found"},
    ],
}


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestGetMessagesV1:
    """`get_messages(format="v1")` returns the first generation's form."""

    async def test_text_comes_back_as_it_was(self, memory: MemoryStorage, make: Make) -> None:
        (message,) = await as_v1(memory, make, "hello", kind="text", created_at=make.noon)

        assert (message.content, message.type, message.role) == ("hello", "text", "user")
        assert (message.created_at, message.resource_id) == (make.noon, make.owner)

    async def test_a_list_of_parts_comes_back_as_it_was(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        parts = [
            {"type": "text", "text": "a", "odd": 1},
            {"type": "image", "image": "aGk=", "mimeType": "image/png"},
            {"type": "reasoning", "text": "because"},
            {"type": "of tomorrow", "x": None},
        ]

        (message,) = await as_v1(memory, make, parts, role="assistant", kind="text")

        assert message.content == parts

    async def test_one_message_may_become_several(self, memory: MemoryStorage, make: Make) -> None:
        """A text, a tool call, a tool result: each with an id of its own, at the same time."""
        messages = await as_v1(memory, make, TURN, role="assistant")

        first = messages[0].id
        assert [message.id for message in messages] == [
            first,
            *(f"{first}__split-{number}" for number in (1, 2, 3)),
        ]
        assert [(message.role, message.type) for message in messages] == [
            ("assistant", "text"),
            ("assistant", "tool-call"),
            ("tool", "tool-result"),
            ("assistant", "text"),
        ]
        assert [message.content for message in messages] == [
            "Let me see",
            [CALL],
            [RESULT],
            "Found",
        ]

    async def test_what_content_has_besides_its_parts_is_kept_on_the_first_piece(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        content = {**said("a", {"m": 1}), "odd": {"x": 1}}

        (message,) = await as_v1(memory, make, content)

        assert message.content_fields == {"metadata": {"m": 1}, "odd": {"x": 1}}
