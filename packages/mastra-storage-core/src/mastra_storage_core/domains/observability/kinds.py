"""The words that Mastra has for spans and for what they are about. Others are kept as they are."""

from enum import StrEnum


class SpanType(StrEnum):
    """What a span records."""

    AGENT_RUN = "agent_run"
    SCORER_RUN = "scorer_run"
    CLASSIFIER_EVALUATION = "classifier_evaluation"
    SCORER_STEP = "scorer_step"
    GENERIC = "generic"
    MODEL_GENERATION = "model_generation"
    MODEL_STEP = "model_step"
    MODEL_INFERENCE = "model_inference"
    MODEL_CHUNK = "model_chunk"
    MCP_TOOL_CALL = "mcp_tool_call"
    MCP_SERVER_REQUEST = "mcp_server_request"
    PROCESSOR_RUN = "processor_run"
    TOOL_CALL = "tool_call"
    CLIENT_TOOL_CALL = "client_tool_call"
    PROVIDER_TOOL_CALL = "provider_tool_call"
    WORKFLOW_RUN = "workflow_run"
    WORKFLOW_STEP = "workflow_step"
    WORKFLOW_CONDITIONAL = "workflow_conditional"
    WORKFLOW_CONDITIONAL_EVAL = "workflow_conditional_eval"
    WORKFLOW_PARALLEL = "workflow_parallel"
    WORKFLOW_LOOP = "workflow_loop"
    WORKFLOW_SLEEP = "workflow_sleep"
    WORKFLOW_WAIT_EVENT = "workflow_wait_event"
    MEMORY_OPERATION = "memory_operation"
    WORKSPACE_ACTION = "workspace_action"
    RAG_INGESTION = "rag_ingestion"
    RAG_EMBEDDING = "rag_embedding"
    RAG_VECTOR_OPERATION = "rag_vector_operation"
    RAG_ACTION = "rag_action"
    GRAPH_ACTION = "graph_action"
    MAPPING = "mapping"
    SKILL_RESOLUTION = "skill_resolution"
    SKILL_ACTION = "skill_action"
    AGENT_SIGNAL = "agent_signal"


BRANCH_TYPES = frozenset(
    {
        SpanType.AGENT_RUN,
        SpanType.WORKFLOW_RUN,
        SpanType.PROCESSOR_RUN,
        SpanType.SCORER_RUN,
        SpanType.RAG_INGESTION,
        SpanType.TOOL_CALL,
        SpanType.MCP_TOOL_CALL,
        SpanType.MCP_SERVER_REQUEST,
        SpanType.PROVIDER_TOOL_CALL,
    }
)
"""The spans that anchor a branch: what `list_branches` lists."""


class EntityType(StrEnum):
    """What kind of thing a span is about."""

    AGENT = "agent"
    SCORER = "scorer"
    RAG_INGESTION = "rag_ingestion"
    TRAJECTORY = "trajectory"
    INPUT_PROCESSOR = "input_processor"
    INPUT_STEP_PROCESSOR = "input_step_processor"
    OUTPUT_PROCESSOR = "output_processor"
    OUTPUT_STEP_PROCESSOR = "output_step_processor"
    TOOL_RESULT_PROCESSOR = "tool_result_processor"
    WORKFLOW_STEP = "workflow_step"
    TOOL = "tool"
    MCP_SERVER = "mcp_server"
    WORKFLOW_RUN = "workflow_run"
    MEMORY = "memory"
