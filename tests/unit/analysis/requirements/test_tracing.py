"""Requirements, found again in a source that has changed."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.requirements.tracing import traced
from copilot.domain.requirement import Requirement
from tests.unit.analysis.requirements.sources import DOCUMENTS, NEW_ACTS, READER

TEXTS = st.lists(st.sampled_from(NEW_ACTS), max_size=12)


def numbered(texts: Sequence[str]) -> list[Requirement]:
    """Return requirements as a source without ids gives them."""
    return [Requirement(id=f"FR-{at:03}", text=text) for at, text in enumerate(texts, 1)]


@given(TEXTS)
def test_tracing_a_source_that_nobody_has_changed_changes_nothing(texts: list[str]) -> None:
    earlier = numbered(texts)
    assert traced(earlier, earlier) == (tuple(earlier), (), (), ())


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_same_words_in_another_order_keep_their_ids(texts: list[str], random: Random) -> None:
    earlier = numbered(list(dict.fromkeys(texts)))
    moved = [one.text for one in earlier]
    random.shuffle(moved)
    found = traced(earlier, numbered(moved))
    assert {one.text: one.id for one in found.requirements} == {one.text: one.id for one in earlier}
    assert (found.added, found.changed, found.removed) == ((), (), ())


@given(TEXTS, TEXTS)
def test_ids_stay_unique_and_every_earlier_one_is_kept_or_removed(
    before: list[str], after: list[str]
) -> None:
    earlier, now = numbered(before), numbered(after)
    found = traced(earlier, now)
    names = [one.id for one in found.requirements]
    assert len(set(names)) == len(names) == len(now)
    assert set(names) - set(found.added) | set(found.removed) == {one.id for one in earlier}
    assert set(names).isdisjoint(found.removed)
    assert set(found.added).isdisjoint(one.id for one in earlier)


@pytest.mark.parametrize("key", DOCUMENTS)
def test_a_requirement_that_is_gone_takes_no_other_id_along(key: str) -> None:
    earlier = READER.read(DOCUMENTS[key]).requirements
    for gone in earlier:
        left = numbered([one.text for one in earlier if one != gone])
        found = traced(earlier, left)
        assert (found.added, found.changed, found.removed) == ((), (), (gone.id,))


def test_a_sentence_with_a_few_other_words_is_the_earlier_one_changed() -> None:
    earlier = numbered(["The gate must open for guests within 4 seconds."])
    found = traced(earlier, numbered(["The gate must open for guests within 9 seconds."]))
    assert (found.added, found.changed, found.removed) == ((), ("FR-001",), ())


@pytest.mark.parametrize(
    ("after", "is_known"),
    [
        ("lamp gate bell soup towel", True),
        ("lamp gate bell rain snow", True),
        ("lamp gate soup rain snow frost", False),
        ("lamp gate wind rain snow", False),
    ],
)
def test_three_of_five_content_words_are_enough_to_be_the_same(
    after: str, *, is_known: bool
) -> None:
    earlier = [Requirement(id="B-1", text="lamp gate bell soup tower")]
    found = traced(earlier, [Requirement(id="FR-001", text=after)])
    assert (found.changed == ("B-1",)) is is_known


def test_capitals_spaces_and_a_full_stop_are_no_change() -> None:
    found = traced(numbered(["The gate must  open."]), numbered(["the Gate must open"]))
    assert found.changed == ()


def test_an_id_of_the_source_holds_where_its_words_are_mostly_others() -> None:
    earlier = [Requirement(id="R-1", text="The gate must open for guests at noon.")]
    now = [Requirement(id="R-1", text="A gate of the new pool must never ring or hum.")]
    assert traced(earlier, now).changed == ("R-1",)


def test_an_id_with_nothing_in_common_is_another_requirement() -> None:
    earlier = [Requirement(id="R-1", text="The gate must open.")]
    found = traced(earlier, [Requirement(id="R-1", text="Soup must be hot.")])
    assert (found.added, found.removed) == (("FR-001",), ("R-1",))


def test_a_number_that_has_moved_on_does_not_hold_against_the_words() -> None:
    earlier = numbered(
        [
            "The gate must ring at noon.",
            "The gate must glow in red.",
            "The gate must open for guests with a ticket within 4 seconds.",
        ]
    )
    now = numbered(
        ["The gate must ring at noon.", "The gate must open for guests with a ticket in 9 seconds."]
    )
    found = traced(earlier, now)
    assert (found.changed, found.removed) == (("FR-003",), ("FR-002",))


def test_new_ids_keep_away_from_reserved_ones_and_from_those_of_the_source() -> None:
    now = [*numbered(["The gate must open."]), Requirement(id="FR-003", text="Soup must be hot.")]
    now.insert(0, Requirement(id="FR-001", text="Lamps must glow."))
    found = traced(numbered(["The gate must open."]), now, reserved=["FR-002"])
    assert [one.id for one in found.requirements] == ["FR-004", "FR-001", "FR-003"]


def test_five_thousand_sentences_of_which_each_has_changed_are_traced() -> None:
    earlier = numbered([f"Lamp x{at} must glow for {at} seconds at noon." for at in range(5000)])
    now = numbered([f"Lamp x{at} must glow for {at} seconds at night." for at in range(5000)])
    found = traced(earlier, now)
    assert len(found.changed) == 5000
