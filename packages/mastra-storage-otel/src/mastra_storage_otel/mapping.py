"""A span of OpenTelemetry as one of Mastra. Nothing here does I/O."""

from collections.abc import Mapping, Sequence
from typing import Any

from mastra_storage_core import NewSpan, SpanType
from opentelemetry.sdk.trace import Event, ReadableSpan
from opentelemetry.trace import Link, SpanKind, StatusCode

from mastra_storage_otel import conventions as names
from mastra_storage_otel.values import iso, moment, parsed, plain, put, text

_NOT_GIVEN = {"trace_id", "span_id", "parent_span_id", "name"}
_OURS = {
    f"mastra.{field}": field
    for field, info in NewSpan.model_fields.items()
    if info.annotation in (str, str | None) and field not in _NOT_GIVEN
}
"""Attributes by which a program says itself what a span is, such as `mastra.resource_id`."""


def to_span(span: ReadableSpan) -> NewSpan:
    """Return a span of OpenTelemetry as it is stored.

    Attributes of the conventions for generative AI become what Mastra calls the same: the model,
    its parameters, tokens and cost, input and output, agent, tool, conversation. All others stay as
    they are in `attributes`, with events, links and kind. An end before the start, which a clock
    that was set back makes, becomes the start. What no store holds is repaired, so that any span of
    the SDK can be stored, unless it is larger than the store allows.
    """
    given = _attributes(span)
    started = moment(span.start_time or 0)
    fields: dict[str, Any] = {
        "span_type": _span_type(given),
        **_resource(span),
        **_entities(given),
        **_taken(given, names.CONTEXT),
        **_taken(given, _OURS),
        **_ids(span),
        "name": text(span.name),
        "started_at": started,
        "ended_at": None if span.end_time is None else max(started, moment(span.end_time)),
        "metadata": _metadata(span, given),
        "tags": _tags(given.pop("mastra.tags", None)),
        "links": [_link(link) for link in span.links] or None,
        "input": _first(given, names.INPUTS),
        "output": _first(given, names.OUTPUTS),
    }
    exception = _exception(span)
    error_type = given.pop("error.type", None)
    if span.status.status_code is StatusCode.ERROR or error_type is not None:
        fields["error"] = _error(span, exception, error_type)
    else:
        exception = None
    events = [_event(each) for each in span.events if each is not exception]
    return NewSpan(**fields, attributes=_rest(span, given, events) or None)


def _attributes(span: ReadableSpan) -> dict[str, Any]:
    """Return the attributes under their newest names, with those that came as events."""
    found = dict(span.attributes or {})
    for event in span.events:
        if event.name in names.CONTENT_EVENTS:
            found |= event.attributes or {}
    for old, new in names.OLDER.items():
        if old in found:
            found.setdefault(new, found[old])
            del found[old]
    return found


def _ids(span: ReadableSpan) -> dict[str, str | None]:
    context = span.get_span_context()
    return {
        "trace_id": f"{context.trace_id if context else 0:032x}",
        "span_id": f"{context.span_id if context else 0:016x}",
        "parent_span_id": f"{span.parent.span_id:016x}" if span.parent else None,
    }


def _span_type(given: Mapping[str, Any]) -> str:
    kind = names.SPAN_TYPES.get(str(given.get(names.OPERATION)), SpanType.GENERIC)
    if kind is SpanType.TOOL_CALL and any(key.startswith("mcp.") for key in given):
        return SpanType.MCP_TOOL_CALL
    return kind


def _taken(given: dict[str, Any], fields: Mapping[str, str]) -> dict[str, str]:
    return {field: text(given.pop(key)) for key, field in fields.items() if key in given}


def _entities(given: dict[str, Any]) -> dict[str, str]:
    """Take what the span is about: a tool, and the agent that calls it; a workflow; an agent."""
    match given.get(names.OPERATION):
        case "execute_tool":
            tool = _entity(given, names.TOOL, "entity")
            return tool | _entity(given, names.AGENT, "parent_entity")
        case "invoke_workflow":
            return _entity(given, names.WORKFLOW, "entity")
        case _:
            return _entity(given, names.AGENT, "entity")


def _entity(given: dict[str, Any], entity: names.Entity, field: str) -> dict[str, str]:
    found = _taken(given, {entity.id: f"{field}_id", entity.name: f"{field}_name"})
    return {f"{field}_type": entity.kind, **found} if found else {}


def _first(given: dict[str, Any], keys: Sequence[str]) -> Any:
    """Take the first of some attributes that is there."""
    return next((parsed(given.pop(key)) for key in keys if key in given), None)


def _resource(span: ReadableSpan) -> dict[str, Any]:
    """Return which service made the span, and with which library."""
    given = span.resource.attributes
    environment = given.get("deployment.environment.name", given.get("deployment.environment"))
    scope = span.instrumentation_scope
    versions = {
        "name": scope and scope.name,
        "version": scope and scope.version,
        "serviceVersion": given.get("service.version"),
    }
    return {
        "service_name": text(given["service.name"]) if "service.name" in given else None,
        "environment": None if environment is None else text(environment),
        "scope": {key: plain(value) for key, value in versions.items() if value} or None,
    }


def _metadata(span: ReadableSpan, given: dict[str, Any]) -> dict[str, Any] | None:
    """Return what the program says; and on the first span of a process also what it runs on."""
    said = parsed(given.pop("mastra.metadata", None))
    found = said if isinstance(said, dict) else {} if said is None else {"metadata": said}
    if span.parent is None or span.parent.is_remote:
        found = {"resource": plain(span.resource.attributes), **found}
    return found or None


def _tags(given: Any) -> list[str] | None:
    if given is None:
        return None
    return [text(tag) for tag in (given if isinstance(given, (list, tuple)) else [given])]


def _exception(span: ReadableSpan) -> Event | None:
    """Return the event of the exception that a span ended with: the last one."""
    found = [event for event in span.events if event.name == "exception"]
    return found[-1] if found else None


def _error(span: ReadableSpan, exception: Event | None, error_type: object) -> dict[str, Any]:
    given = (exception and exception.attributes) or {}
    name = given.get("exception.type", error_type)
    message = given.get("exception.message") or span.status.description or name or "failed"
    error = {"message": message, "name": name, "stack": given.get("exception.stacktrace")}
    return {key: plain(value) for key, value in error.items() if value is not None}


def _event(event: Event) -> dict[str, Any]:
    return {
        "name": event.name,
        "time": iso(event.timestamp),
        "attributes": plain(event.attributes or {}),
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "traceId": f"{link.context.trace_id:032x}",
        "spanId": f"{link.context.span_id:016x}",
        "attributes": plain(link.attributes or {}),
    }


def _rest(
    span: ReadableSpan, given: dict[str, Any], events: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return the attributes: those that Mastra has names for, and all others as they are."""
    found: dict[str, Any] = {}
    for key, path in names.ATTRIBUTES.items():
        if key in given:
            value = given.pop(key)
            put(found, path, parsed(value) if key in names.JSON_TEXTS else plain(value))
    if "costContext" in found:
        found["costContext"]["costUnit"] = "USD"
    reasons = found.get("finishReason")
    if isinstance(reasons, list) and reasons:
        found["finishReason"] = reasons[0]
    for key, value in given.items():
        found[f"otel.{key}" if key in found else key] = plain(value)
    if span.kind is not SpanKind.INTERNAL:
        found["otel.kind"] = span.kind.name.lower()
    if events:
        found["otel.events"] = events
    return found
