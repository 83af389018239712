"""What a backend of the memory domain imports: its topics, what their methods receive, and plain
functions for what every backend has to decide alike.
"""

from mastra_storage_core.domains.memory.changes import (
    changed_record,
    changed_resource,
    changed_thread,
    copied_messages,
    require_owner,
)
from mastra_storage_core.domains.memory.copies import CopyStorage, copied_thread
from mastra_storage_core.domains.memory.drafts import (
    patched,
    require_threads,
    saved_row,
    with_times,
)
from mastra_storage_core.domains.memory.formats import stored_content
from mastra_storage_core.domains.memory.messages import MessageStorage
from mastra_storage_core.domains.memory.observational import ObservationalStorage
from mastra_storage_core.domains.memory.records import (
    LISTS,
    OBJECTS,
    changed_columns,
    lookup_key,
    record_row,
)
from mastra_storage_core.domains.memory.requests import (
    ChangeRecord,
    Copied,
    CopyRequest,
    Found,
    GenerationQuery,
    MessageDraft,
    MessagePatch,
    MessageQuery,
    RecordChange,
    Row,
    ThreadQuery,
    Window,
)
from mastra_storage_core.domains.memory.resources import ResourceStorage
from mastra_storage_core.domains.memory.rows import content_matches, in_order, read_records
from mastra_storage_core.domains.memory.selection import (
    generations_in,
    message_matches,
    message_shown,
    messages_to_copy,
    thread_matches,
)
from mastra_storage_core.domains.memory.threads import ThreadStorage

__all__ = [
    "LISTS",
    "OBJECTS",
    "ChangeRecord",
    "Copied",
    "CopyRequest",
    "CopyStorage",
    "Found",
    "GenerationQuery",
    "MessageDraft",
    "MessagePatch",
    "MessageQuery",
    "MessageStorage",
    "ObservationalStorage",
    "RecordChange",
    "ResourceStorage",
    "Row",
    "ThreadQuery",
    "ThreadStorage",
    "Window",
    "changed_columns",
    "changed_record",
    "changed_resource",
    "changed_thread",
    "content_matches",
    "copied_messages",
    "copied_thread",
    "generations_in",
    "in_order",
    "lookup_key",
    "message_matches",
    "message_shown",
    "messages_to_copy",
    "patched",
    "read_records",
    "record_row",
    "require_owner",
    "require_threads",
    "saved_row",
    "stored_content",
    "thread_matches",
    "with_times",
]
