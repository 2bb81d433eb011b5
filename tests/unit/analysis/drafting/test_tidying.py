"""Fields of a story as a model writes them."""

import pytest

from copilot.analysis.drafting.tidying import (
    is_copied,
    tidied,
    with_benefit_apart,
    without_copies,
)


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        ("as_a", "As a ward nurse", "ward nurse"),
        ("as_a", "an editor", "editor"),
        ("i_want", "I want to see it", "to see it"),
        ("so_that", "so that I can go", "I can go"),
        ("so_that", "so I can go", "I can go"),
        ("so_that", "Sophie knows", "Sophie knows"),
        ("title", "As a rule", "As a rule"),
        (
            "title",
            "Gate opens at dawn and closes at dusk and sends a message to",
            "Gate opens at dawn and closes at dusk",
        ),
    ],
)
def test_words_of_the_form_are_taken_off_and_titles_are_cut_at_a_word(
    field: str, written: str, kept: str
) -> None:
    assert tidied(field, written) == kept


def test_a_phrase_of_the_example_is_known_again_whatever_its_case() -> None:
    example = 'Example: {"so_that": "I can keep my own wording"}'
    assert is_copied("i can  keep my own wording.", example)
    assert not is_copied("I can keep my own data", example)


def test_few_letters_are_nobodys() -> None:
    assert not is_copied("I can", "I can keep my own wording")


@pytest.mark.parametrize(
    ("wish", "benefit", "parts"),
    [
        ("to see it so that I know", "", ("to see it", "I know")),
        ("to see it, so that I know", "I sleep", ("to see it", "I sleep")),
        ("to see it", "I sleep", ("to see it", "I sleep")),
    ],
)
def test_a_benefit_behind_the_wish_goes_where_it_belongs(
    wish: str, benefit: str, parts: tuple[str, str]
) -> None:
    assert with_benefit_apart(wish, benefit) == parts


def test_clauses_of_the_example_are_taken_out_and_own_ones_stay() -> None:
    example = '{"so_that": "I can keep my own wording"}'
    assert without_copies("I can keep my own wording, and I sleep well", example) == "I sleep well"
    assert without_copies("I can keep my own wording", example) == ""
    assert without_copies("I sleep; and I eat", example) == "I sleep; and I eat"
