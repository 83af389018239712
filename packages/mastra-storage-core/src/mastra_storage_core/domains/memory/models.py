"""The values of the memory domain. Fields carry the names of Mastra, in snake_case."""

import math
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, SkipValidation, TypeAdapter

from mastra_storage_core.ids import new_id, now
from mastra_storage_core.model import JsonObject, StorageModel, UtcDatetime


class Thread(StorageModel):
    """A conversation."""

    id: str = Field(default_factory=new_id)
    resource_id: str
    """The owner: a user or a tenant."""
    title: str
    """May be empty."""
    metadata: JsonObject | None = None
    created_at: UtcDatetime = Field(default_factory=now)
    updated_at: UtcDatetime = Field(default_factory=lambda data: data["created_at"])


class NewMessage(StorageModel):
    """A message on its way into a thread."""

    id: str = Field(default_factory=new_id)
    """Unique across all threads. Ids that are made here increase, so that messages of one
    millisecond keep their order.
    """
    thread_id: str
    resource_id: str | None = None
    role: str
    """`user`, `assistant`, `system`, `signal`, or `tool` in messages of the first generation."""
    type: str | None = None
    """`text`, `tool-call` or `tool-result` in messages of the first generation; absent otherwise.
    """
    content: Annotated[Any, SkipValidation]
    """`{"format": 2, "parts": […]}`, or text or a list of parts in messages of the first
    generation.
    """
    created_at: UtcDatetime | None = None
    """Absent means the store's clock, after every message that the thread has."""


class Message(NewMessage):
    """A message as it is stored. `content` is always of the second generation: an object with
    `format` 2 and `parts`.
    """

    content: JsonObject
    created_at: UtcDatetime


class MessageUpdate(StorageModel):
    """Changes to one message. A field that is not given is left alone."""

    model_config = ConfigDict(extra="forbid")

    id: str
    thread_id: str | None = None
    """Another thread: the message moves there."""
    resource_id: str | None = None
    role: str | None = None
    type: str | None = None
    content: JsonObject | None = None
    """Merged into the stored content key by key; `metadata` inside it is merged key by key as well.
    """
    created_at: UtcDatetime | None = None


class Include(StorageModel):
    """A message that a list must contain whatever its filters say, with its neighbours in its own
    thread.
    """

    id: str
    thread_id: str | None = None
    """Ignored: the message knows its thread. Here for callers that port code."""
    with_previous_messages: int = 0
    with_next_messages: int = 0


class ThreadPage(StorageModel):
    """One page of threads, and how many there are."""

    threads: list[Thread]
    total: int | None
    """How many threads match, on all pages; `None` where the caller asked not to count."""
    page: int
    per_page: int | None
    """`None` is everything, which TypeScript writes as `false`."""
    has_more: bool


class MessagePage(StorageModel):
    """One page of messages, with the included ones, and how many there are."""

    messages: list[Message]
    """The page, and the included messages, in one order."""
    total: int | None
    """How many messages match, on all pages, included neighbours not counted; `None` where the
    caller asked not to count.
    """
    page: int
    per_page: int | None
    has_more: bool


class Resource(StorageModel):
    """What is remembered of an owner across all of its threads."""

    id: str
    working_memory: str | None = None
    metadata: JsonObject | None = None
    created_at: UtcDatetime = Field(default_factory=now)
    updated_at: UtcDatetime = Field(default_factory=lambda data: data["created_at"])


class ThreadCopy(StorageModel):
    thread: Thread
    message_id_map: dict[str, str]
    """The new id of each copied message, by its old one."""


class ThreadClone(ThreadCopy):
    cloned_messages: list[Message]


def whole(value: object) -> object:
    """Round a number half up, as JavaScript does; what is no finite number is returned as it is."""
    if isinstance(value, float) and math.isfinite(value):
        floor = math.floor(value)
        return floor + (value - floor >= 0.5)
    return value


Count = Annotated[int, BeforeValidator(whole)]
"""A whole number. Estimated tokens have fractions; PostgreSQL's columns do not, so no store has."""


class ObservationChunk(StorageModel):
    """Observations that wait in a buffer until they are activated. Unknown fields are kept."""

    model_config = ConfigDict(extra="allow")

    id: str = Field(default_factory=lambda: f"ombuf-{new_id()}")
    cycle_id: str
    """The observation cycle that made the chunk. A record buffers one chunk of a cycle."""
    observations: str
    token_count: Count
    """How large the observations are."""
    message_ids: list[str]
    """The messages that were observed."""
    message_tokens: Count = 0
    """How large these messages are."""
    last_observed_at: UtcDatetime
    created_at: UtcDatetime = Field(default_factory=now)
    suggested_continuation: str | None = None
    current_task: str | None = None
    thread_title: str | None = None


class ObservationalMemory(StorageModel):
    """One generation of what was observed in a thread, or in all threads of a resource."""

    id: str = Field(default_factory=new_id)
    scope: Literal["thread", "resource"]
    thread_id: str | None = None
    """Absent where the record is of a resource."""
    resource_id: str | None = None
    origin_type: str = "initial"
    """`initial`, or `reflection`."""
    generation_count: Count = 0
    active_observations: str = ""
    config: JsonObject = Field(default_factory=dict)
    last_observed_at: UtcDatetime | None = None
    last_reflection_at: UtcDatetime | None = None
    pending_message_tokens: Count = 0
    """The size of the messages that are not observed yet."""
    total_tokens_observed: Count = 0
    observation_token_count: Count = 0
    """The size of the active observations."""
    is_observing: bool = False
    is_reflecting: bool = False
    is_buffering_observation: bool = False
    is_buffering_reflection: bool = False
    observed_message_ids: list[str] | None = None
    observed_timezone: str | None = None
    buffered_observations: str | None = None
    """This and the next two are of old rows; today the chunks hold what they held."""
    buffered_observation_tokens: Count | None = None
    buffered_message_ids: list[str] | None = None
    buffered_reflection: str | None = None
    buffered_reflection_tokens: Count | None = None
    buffered_reflection_input_tokens: Count | None = None
    reflected_observation_line_count: Count | None = None
    """How many lines of the active observations the buffered reflection stands for."""
    buffered_observation_chunks: list[ObservationChunk] | None = None
    last_buffered_at_tokens: Count = 0
    last_buffered_at_time: UtcDatetime | None = None
    metadata: JsonObject | None = None
    created_at: UtcDatetime = Field(default_factory=now)
    updated_at: UtcDatetime = Field(default_factory=lambda data: data["created_at"])


class ActivatedChunk(StorageModel):
    """What `swap_buffered_to_active` moved of one chunk."""

    cycle_id: str
    message_tokens: int
    observation_tokens: int
    message_count: int
    observations: str


class Activation(StorageModel):
    """What `swap_buffered_to_active` moved; all zeros where nothing was buffered."""

    chunks_activated: int = 0
    message_tokens_activated: int = 0
    observation_tokens_activated: int = 0
    messages_activated: int = 0
    activated_cycle_ids: list[str] = Field(default_factory=list)
    activated_message_ids: list[str] = Field(default_factory=list)
    observations: str | None = None
    per_chunk: list[ActivatedChunk] | None = None
    suggested_continuation: str | None = None
    current_task: str | None = None


THREADS = TypeAdapter(list[Thread])
"""Validates a whole result at once: a third of the cost of validating row by row."""
MESSAGES = TypeAdapter(list[Message])
"""As `THREADS`, for messages."""
