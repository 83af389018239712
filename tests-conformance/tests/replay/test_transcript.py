"""Lines are decoded, and errors of the original correspond to ours."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from mastra_storage_conformance.replay.transcript import (
    Call,
    Made,
    Raised,
    Returned,
    Template,
    Transcript,
    decode,
    error_class,
    read_transcript,
    read_transcripts,
)
from mastra_storage_core.capabilities import Domain
from mastra_storage_core.errors import (
    ConflictError,
    InvalidInputError,
    NotFoundError,
    UnsupportedError,
)


@pytest.mark.parametrize(
    ("recorded", "value"),
    [
        ({"$date": "2024-03-01T10:00:00.123Z"}, datetime(2024, 3, 1, 10, 0, 0, 123000, UTC)),
        ({"$any": "date", "call": 7}, Made("date", 7)),
        ({"$any": "date", "call": 7, "plusMs": 1}, Made("date", 7, 1)),
        ({"$any": "date", "src": "db"}, Made("date", None)),
        ({"$any": "isodate", "call": 7}, Made("isodate", 7)),
        ({"$any": "ms", "call": 7}, Made("ms", 7)),
        ({"$any": "uuid", "n": 3}, Made("uuid", 3)),
        ("ombuf-<<uuid:24>>", Template(("ombuf-", Made("uuid", 24), ""))),
        ("at <<isodate:5>>!", Template(("at ", Made("isodate", 5), "!"))),
        ("a <<uuid:x>> b", "a <<uuid:x>> b"),
        ({"$undefined": True}, None),
        ({"$map": [["a", {"$bigint": "1"}]]}, [["a", 1]]),
        ({"$set": [1, 2]}, [1, 2]),
        ({"$bytes": "AAE="}, b"\0\1"),
        ({"$bigint": "36893488147419103232"}, 2**65),
        ({"$number": "-Infinity"}, float("-inf")),
        ({"a": [{"$undefined": True}], "b": None}, {"a": [None], "b": None}),
        ({"$date": 1, "other": 2}, {"$date": 1, "other": 2}),
    ],
)
def test_every_encoding_is_decoded(recorded: Any, value: Any) -> None:
    assert decode(recorded) == value


def test_placeholders_are_decoded_in_keys() -> None:
    assert decode({"<<uuid:1>>": 1}) == {Template(("", Made("uuid", 1), "")): 1}


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ({"id": "MASTRA_STORAGE_LIBSQL_CLONE_THREAD_SOURCE_NOT_FOUND"}, NotFoundError),
        ({"message": 'Thread "t" not found'}, NotFoundError),
        ({"message": "Observational memory record not found: r"}, NotFoundError),
        ({"message": "a thread not found elsewhere"}, None),
        ({"id": "MASTRA_STORAGE_PG_CLONE_THREAD_THREAD_EXISTS"}, ConflictError),
        ({"message": "duplicate key value violates unique constraint"}, ConflictError),
        ({"message": "whether it exists is unknown"}, None),
        ({"message": "This is not implemented by this storage adapter (X)."}, UnsupportedError),
        ({"id": "MASTRA_STORAGE_PG_LIST_THREADS_INVALID_METADATA_KEY"}, InvalidInputError),
        ({"name": "TypeError", "message": "x"}, InvalidInputError),
        ({"message": "SQLITE_CONSTRAINT: NOT NULL constraint failed: t.title"}, InvalidInputError),
        ({"message": "perPage must be >= 0"}, InvalidInputError),
        ({"id": "MASTRA_STORAGE_PG_LIST_THREADS_FAILED", "message": "connection lost"}, None),
    ],
)
def test_errors_have_a_class_of_ours(error: dict[str, Any], kind: type | None) -> None:
    assert error_class({"name": "Error", "message": "", **error}) is kind


def test_an_id_goes_before_the_words() -> None:
    error = {"name": "Error", "id": "X_NOT_FOUND", "message": "threadId must be known"}

    assert error_class(error) is NotFoundError


def test_every_recorded_error_of_memory_has_a_class(transcripts: dict[str, Transcript]) -> None:
    calls = [call for calls in transcripts.values() for call in calls if call.domain == "memory"]
    raised = [call.answer for call in calls if isinstance(call.answer, Raised)]

    assert len(raised) == 23 + 24 + 18
    assert [answer.text for answer in raised if answer.kind is None] == []


def test_what_reads_leaves_the_store_as_it_is(transcripts: dict[str, Transcript]) -> None:
    ours = [call for call in transcripts["libsql"] if call.domain in set(Domain)]

    assert {call.method for call in ours if call.reads} == {
        "getDatasetById",
        "getExperimentById",
        "getExperimentResultById",
        "getItemById",
        "getItemHistory",
        "getItemsByVersion",
        "getReviewSummary",
        "getBranch",
        "countVersions",
        "getById",
        "getByIdResolved",
        "getLatestVersion",
        "getObservationalMemory",
        "getObservationalMemoryHistory",
        "getResourceById",
        "getRootSpan",
        "getSpan",
        "getSpans",
        "getStructure",
        "getScoreById",
        "getThreadById",
        "getTrace",
        "getTraceLight",
        "getVersion",
        "getVersionByNumber",
        "getVersions",
        "getWorkflowRunById",
        "listDatasetVersions",
        "listDatasets",
        "listExperimentResults",
        "listExperiments",
        "listItems",
        "isFavorited",
        "isFavoritedBatch",
        "list",
        "listFavoritedIds",
        "listMessages",
        "listMessagesById",
        "listMessagesByResourceId",
        "listResolved",
        "listScoresByEntityId",
        "listScoresByRunId",
        "listScoresByScorerId",
        "listScoresBySpan",
        "listThreads",
        "listTraces",
        "listVersions",
        "listWorkflowRuns",
        "loadWorkflowSnapshot",
    }


def test_a_call_is_the_same_in_all_transcripts(transcripts: dict[str, Transcript]) -> None:
    asked = [
        [(call.seq, call.domain, call.method) for call in calls] for calls in transcripts.values()
    ]

    assert list(transcripts) == ["libsql", "pg", "memory"]
    assert asked[0] == asked[1] == asked[2]


def test_lines_become_calls(tmp_path: Path) -> None:
    path = tmp_path / "libsql.jsonl"
    path.write_text(
        '{"seq": 4, "domain": "memory", "method": "getX", "args": ["\\ud83d"], "result": null}\n'
    )

    assert read_transcript(path) == [Call(4, "memory", "getX", ("\ud83d",), Returned(None))]


def test_a_directory_without_transcripts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no transcript"):
        read_transcripts(tmp_path)
