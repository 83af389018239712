"""What random programs put into runs, and ask of them. No case lives here."""

from hypothesis import strategies as st

from mastra_storage_conformance.make import PENDING, Make, foreach, started, succeeded, suspended

names = st.tuples(st.sampled_from(["A", "é"]), st.sampled_from(["B", "a", "😀"]))
owners = st.sampled_from([None, None, "ours", "theirs"])
workers = st.sampled_from(["one", "two"])
moments = st.integers(0, 2).map(Make().after)
statuses = st.sampled_from(["running", "suspended", "success"])
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=3)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.sampled_from([0, -1, 2**53 + 1, 10**30, 0.5, -0.0, 1e-7, "", "null", "{}"])
    | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
slots = st.sampled_from(
    [None, None, 1, "x", PENDING, suspended(), succeeded(1), {"__mastra_pending__": 1}]
)
steps = st.sampled_from(["one", "two", "input", "a.b"])
results = st.one_of(
    st.builds(
        lambda each, status: foreach(*each, status=status), st.lists(slots, max_size=3), statuses
    ),
    st.builds(suspended, st.sampled_from(["t1", "t2"])),
    st.builds(started, st.just("t1")),
    st.dictionaries(st.sampled_from(["status", "output", "odd"]), json_values, max_size=2),
)
members = {
    "unknown": json_values,
    "requestContext": st.dictionaries(texts, json_values, max_size=1),
}
snapshots = st.fixed_dictionaries(
    {"context": st.dictionaries(steps, results, max_size=3)},
    optional={"status": statuses | json_values, **members},
) | st.fixed_dictionaries({}, optional=members)
fences = st.sampled_from(["none", "none", "none", "current", "stale"])
conditions = st.fixed_dictionaries(
    {},
    optional={
        "status": statuses,
        "thread_id": st.sampled_from(["t1", "t2"]),
        "from_date": moments,
        "to_date": moments,
    },
)
