"""What every signal says of where it comes from: the same fields on spans, logs, metrics, scores
and feedback.
"""

from mastra_storage_core.model import JsonObject, StorageModel


class SignalContext(StorageModel):
    """Who and what a signal is about. Each text has at most 1,024 bytes, since databases index
    them.
    """

    entity_type: str | None = None
    """An `EntityType`, or any other word."""
    entity_id: str | None = None
    entity_name: str | None = None
    entity_version_id: str | None = None
    parent_entity_type: str | None = None
    parent_entity_id: str | None = None
    parent_entity_name: str | None = None
    parent_entity_version_id: str | None = None
    root_entity_type: str | None = None
    root_entity_id: str | None = None
    root_entity_name: str | None = None
    root_entity_version_id: str | None = None
    user_id: str | None = None
    organization_id: str | None = None
    resource_id: str | None = None
    run_id: str | None = None
    session_id: str | None = None
    thread_id: str | None = None
    request_id: str | None = None
    environment: str | None = None
    service_name: str | None = None
    experiment_id: str | None = None
    scope: JsonObject | None = None
    """Versions of what ran, such as `{"version": "1.0"}`."""
    tags: list[str] | None = None
    """Labels; on spans they count where they are on the root."""
