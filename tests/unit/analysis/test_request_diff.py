"""Where two requests differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.request_diff import ABSENT, AROUND, FieldChange, changed_fields, nearest

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=8,
)
REQUESTS = st.dictionaries(st.sampled_from("abcd"), VALUES, max_size=4)


def test_equal_requests_differ_nowhere() -> None:
    assert changed_fields({"a": [{"b": 1}]}, {"a": [{"b": 1}]}) == []


def test_a_difference_is_told_by_the_path_to_it() -> None:
    before = {"messages": [{"content": "Hi"}, {"content": "Bye"}], "model": "a"}
    after = {"messages": [{"content": "Hi"}, {"content": "Ciao"}], "model": "a"}
    [change] = changed_fields(before, after)
    assert change == FieldChange("messages.1.content", "Bye", "Ciao")
    assert str(change) == "messages.1.content: Bye → Ciao"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"a": 1}, {}, f"a: 1 → {ABSENT}"),
        ({}, {"a": "x"}, f"a: {ABSENT} → x"),
        ({"a": None}, {"a": {"b": True}}, f"a.b: {ABSENT} → true"),
        ({"a": []}, {"a": {}}, "a: [] → {}"),
        ({"a": 1.5}, {"a": "1.5"}, "a: 1.5 → 1.5"),
    ],
)
def test_what_is_there_on_one_side_only_is_told(
    before: dict[str, object], after: dict[str, object], told: str
) -> None:
    assert told in [str(change) for change in changed_fields(before, after)]


def test_long_texts_are_cut_to_the_place_where_they_part() -> None:
    same, rest = "s" * 500, "r" * 500
    [change] = changed_fields({"a": f"{same}1{rest}"}, {"a": f"{same}2{rest}"})
    assert change.before == f"…{'s' * AROUND}1{'r' * (AROUND - 1)}…"
    assert change.after == f"…{'s' * AROUND}2{'r' * (AROUND - 1)}…"


def test_a_text_that_goes_on_is_told_from_shortly_before_its_end() -> None:
    [change] = changed_fields({"a": "s" * 100}, {"a": "s" * 100 + "."})
    assert change.before == "…" + "s" * AROUND
    assert change.after == "…" + "s" * AROUND + "."


@given(REQUESTS, REQUESTS)
def test_requests_differ_the_same_way_in_both_directions(
    one: dict[str, object], other: dict[str, object]
) -> None:
    there = {(c.path, c.before, c.after) for c in changed_fields(one, other)}
    back = {(c.path, c.after, c.before) for c in changed_fields(other, one)}
    assert there == back
    assert changed_fields(one, one) == []


def test_the_nearest_request_shares_most_with_the_wanted_one() -> None:
    wanted = {"model": "a", "messages": [{"content": "Hi"}, {"content": "Bye"}]}
    near = {"model": "a", "messages": [{"content": "Hi"}, {"content": "Ciao"}]}
    far = {"model": "b", "messages": [{"content": "Hi"}]}
    assert nearest(wanted, [far, near]) == near
    assert nearest(wanted, [far]) == far


def test_without_requests_none_is_near() -> None:
    assert nearest({"a": 1}, []) is None
