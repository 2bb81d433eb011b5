"""Words by which a statement shows what it is."""

import pytest

from copilot.analysis.requirements.signs import Signs

EMPTY = {name: ["nothing at all"] for name in Signs.model_fields if name != "headings"}
SIGNS = Signs.model_validate({**EMPTY, "must": ["must", r"can't have"], "headings": []})


@pytest.mark.parametrize("said", ["It must stop.", "IT MUST", "(must)", "You can’t have it"])
def test_a_phrase_is_found_as_a_whole_word_in_any_case_and_with_any_apostrophe(said: str) -> None:
    assert SIGNS.has("must", said)


@pytest.mark.parametrize("said", ["mustard", "a musty room", "", "they can have it"])
def test_a_part_of_a_word_is_no_sign(said: str) -> None:
    assert not SIGNS.has("must", said)


def test_an_alternative_of_one_phrase_does_not_reach_into_the_next() -> None:
    signs = Signs.model_validate({**EMPTY, "wish": ["a|b", "c"], "headings": []})
    assert [signs.has("wish", word) for word in ("a", "b", "c", "ab", "bc")] == [True] * 3 + [
        False
    ] * 2
