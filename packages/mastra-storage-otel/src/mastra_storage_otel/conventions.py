"""The words of OpenTelemetry's conventions for generative AI, and what Mastra calls the same.

The conventions are in development: names changed, and libraries of every age are about. So the
table is ours, and no import of a package of constants.
"""

from typing import NamedTuple

from mastra_storage_core import EntityType, SpanType

OLDER = {
    "enduser.id": "user.id",
    "gen_ai.completion": "gen_ai.output.messages",
    "gen_ai.prompt": "gen_ai.input.messages",
    "gen_ai.system": "gen_ai.provider.name",
    "gen_ai.usage.completion_tokens": "gen_ai.usage.output_tokens",
    "gen_ai.usage.prompt_tokens": "gen_ai.usage.input_tokens",
}
"""Names that were replaced. Where both are there, the new one counts."""

INPUTS = (
    "mastra.input",
    "gen_ai.input.messages",
    "gen_ai.tool.call.arguments",
    "pydantic_ai.all_messages",
)
OUTPUTS = ("mastra.output", "gen_ai.output.messages", "gen_ai.tool.call.result", "final_result")
"""Attributes that are what went in and what came out; of several the first one is."""
OPERATION = "gen_ai.operation.name"

SPAN_TYPES = {
    "chat": SpanType.MODEL_GENERATION,
    "embeddings": SpanType.RAG_EMBEDDING,
    "execute_tool": SpanType.TOOL_CALL,
    "generate_content": SpanType.MODEL_GENERATION,
    "invoke_agent": SpanType.AGENT_RUN,
    "invoke_workflow": SpanType.WORKFLOW_RUN,
    "retrieval": SpanType.RAG_VECTOR_OPERATION,
    "text_completion": SpanType.MODEL_GENERATION,
}
"""What an operation is to Mastra; any other one, and a span without, is generic."""


class Entity(NamedTuple):
    """What a span is about, and which attributes name it."""

    kind: EntityType
    id: str
    name: str


AGENT = Entity(EntityType.AGENT, "gen_ai.agent.id", "gen_ai.agent.name")
TOOL = Entity(EntityType.TOOL, "gen_ai.tool.id", "gen_ai.tool.name")
WORKFLOW = Entity(EntityType.WORKFLOW_RUN, "gen_ai.workflow.id", "gen_ai.workflow.name")

CONTEXT = {
    "gen_ai.conversation.id": "thread_id",
    "session.id": "session_id",
    "user.id": "user_id",
}
"""Attributes that say whose a span is."""

ATTRIBUTES = {
    "gen_ai.provider.name": "provider",
    "gen_ai.request.model": "model",
    "gen_ai.response.finish_reasons": "finishReason",
    "gen_ai.response.id": "responseId",
    "gen_ai.response.model": "responseModel",
    "gen_ai.system_instructions": "instructions",
    "gen_ai.tool.call.id": "toolCallId",
    "gen_ai.tool.definitions": "tools",
    "gen_ai.tool.description": "toolDescription",
    "gen_ai.tool.type": "toolType",
    "gen_ai.request.frequency_penalty": "parameters.frequencyPenalty",
    "gen_ai.request.max_tokens": "parameters.maxOutputTokens",
    "gen_ai.request.presence_penalty": "parameters.presencePenalty",
    "gen_ai.request.seed": "parameters.seed",
    "gen_ai.request.stop_sequences": "parameters.stopSequences",
    "gen_ai.request.temperature": "parameters.temperature",
    "gen_ai.request.top_k": "parameters.topK",
    "gen_ai.request.top_p": "parameters.topP",
    "gen_ai.usage.input_tokens": "usage.inputTokens",
    "gen_ai.usage.output_tokens": "usage.outputTokens",
    "gen_ai.usage.cache_creation.input_tokens": "usage.inputDetails.cacheWrite",
    "gen_ai.usage.cache_read.input_tokens": "usage.inputDetails.cacheRead",
    "gen_ai.usage.reasoning.output_tokens": "usage.outputDetails.reasoning",
    "gen_ai.usage.cost": "costContext.estimatedCost",
    "operation.cost": "costContext.estimatedCost",
}
"""Where Mastra has an attribute of its own; every other one keeps its name and its value."""

JSON_TEXTS = frozenset({*INPUTS, *OUTPUTS, "gen_ai.system_instructions", "gen_ai.tool.definitions"})
"""Attributes that are JSON as text, since attributes of OpenTelemetry cannot be objects."""

CONTENT_EVENTS = frozenset(
    {
        "gen_ai.client.inference.operation.details",
        "gen_ai.content.completion",
        "gen_ai.content.prompt",
    }
)
"""Events that carry what belongs to the attributes, as some libraries do."""
