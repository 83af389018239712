"""The spans of a trace as a tree: whatever a database holds, each of them has one place."""

from hypothesis import given, strategies as st
from mastra_storage_core.domains.observability.view.tree import CIRCLE, ORPHAN, walk
from traces import a_span, an_answer, lines_of


def test_children_are_below_their_parents_in_the_order_of_time() -> None:
    assert lines_of(an_answer().spans) == [
        ("run", 0, ""),
        ("ask", 1, ""),
        ("step", 2, ""),
        ("token", 2, ""),
        ("book", 1, ""),
        ("score", 1, ""),
    ]


def test_siblings_that_start_together_are_ordered_by_id() -> None:
    spans = [a_span("r"), a_span("b", "r"), a_span("a", "r")]

    assert [name for name, _, _ in lines_of(spans)] == ["r", "a", "b"]


def test_a_span_whose_parent_is_missing_stands_at_the_top() -> None:
    spans = [a_span("r"), a_span("o", "gone", 5), a_span("below", "o", 6)]

    assert lines_of(spans) == [("r", 0, ""), ("o", 0, ORPHAN), ("below", 1, "")]


def test_of_a_circle_the_first_stands_at_the_top_and_the_others_below() -> None:
    spans = [
        a_span("tail", "b", 1),
        a_span("a", "c", 3),
        a_span("b", "a", 2),
        a_span("c", "b", 4),
    ]

    assert lines_of(spans) == [("b", 0, CIRCLE), ("tail", 1, ""), ("c", 1, ""), ("a", 2, "")]


def test_a_span_that_is_its_own_parent() -> None:
    assert lines_of([a_span("me", "me")]) == [("me", 0, CIRCLE)]


def test_guides_say_where_something_follows() -> None:
    spans = [
        a_span("r"),
        a_span("a", "r"),
        a_span("a1", "a"),
        a_span("a11", "a1"),
        a_span("b", "r"),
    ]
    places = {place.span.span_id: place for place in walk(spans)}

    assert places["a11"].guides == (True, False)
    assert (places["a"].is_last, places["b"].is_last) == (False, True)
    assert (places["a"].has_children, places["b"].has_children) == (True, False)


def test_a_trace_may_be_deeper_than_python_calls_itself() -> None:
    spans = [a_span("0"), *(a_span(str(n), str(n - 1)) for n in range(1, 5000))]

    assert [depth for _, depth, _ in lines_of(spans)] == list(range(5000))
    assert max(len(place.guides) for place in walk(spans)) == 24


NAMES = st.sampled_from("abcdef")


@given(st.dictionaries(NAMES, st.tuples(st.none() | NAMES, st.integers(0, 5)), min_size=1))
def test_each_span_has_one_place_whoever_its_parents_are(
    given: dict[str, tuple[str | None, int]],
) -> None:
    spans = [a_span(name, parent, start) for name, (parent, start) in given.items()]
    placed = lines_of(spans)

    assert sorted(name for name, _, _ in placed) == sorted(given)
    assert placed == lines_of(spans[::-1])
    assert placed[0][1] == 0
