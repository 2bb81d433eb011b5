"""Which lenses are asked, and from which angle."""

import re

import pytest

from copilot.analysis.ideation.first_lenses import FIRST
from copilot.analysis.ideation.lens import Lens
from copilot.analysis.ideation.lenses import LENSES, asks, chosen
from copilot.errors import InputError
from copilot.settings import content_root
from copilot.stores.notes import Notes


def test_the_first_eight_are_asked_where_nobody_chooses() -> None:
    assert chosen([], None) == list(FIRST)
    assert len(FIRST) == 8


def test_a_count_beyond_the_first_takes_further_lenses() -> None:
    assert chosen([], 10) == list(LENSES[:10])


def test_lenses_are_named_by_key_or_name_one_by_one_or_in_a_row() -> None:
    named = chosen(["no-ai, Another field", "small", "no_ai"], None)
    assert [lens.key for lens in named] == ["no_ai", "analogy", "small"]


def test_an_unknown_lens_is_named_with_those_there_are() -> None:
    with pytest.raises(InputError, match="'magic'") as caught:
        chosen(["magic"], None)
    assert "premortem" in caught.value.hint


def test_a_count_above_the_lenses_asks_the_first_ones_again_from_another_angle() -> None:
    asked = asks("a problem", chosen(["no_ai", "analogy"], 3), 3)
    assert [one.lens.key for one in asked] == ["no_ai", "no_ai", "analogy"]
    assert asked[0].angle != asked[1].angle


def test_more_than_two_ideas_a_lens_are_refused() -> None:
    with pytest.raises(InputError, match="4 ideas at most"):
        asks("a problem", chosen(["no_ai", "analogy"], 5), 5)


def test_a_problem_is_always_asked_from_the_same_angles_and_problems_differ() -> None:
    problems = [f"problem number {number}" for number in range(20)]
    firsts = {asks(problem, list(FIRST), 8)[3].angle for problem in problems}
    assert asks(problems[0], list(FIRST), 8) == asks(problems[0], list(FIRST), 8)
    assert len(firsts) == len(FIRST[3].angles)


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.key)
def test_a_lens_has_two_angles_a_card_and_a_note_that_exists(lens: Lens) -> None:
    known = {passage.id for passage in Notes(content_root() / "knowledge").all_passages()}
    assert len(set(lens.angles)) >= 2
    assert "{here}" in lens.card
    assert lens.note in known
    assert re.compile(lens.shuns)


def test_no_two_lenses_share_a_key_or_a_name() -> None:
    assert len({lens.key for lens in LENSES}) == len({lens.name for lens in LENSES}) == len(LENSES)
