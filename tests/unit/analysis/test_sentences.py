"""Sentences, and sentences to choose from."""

from copilot.analysis.sentences import gathered, listed, numbered, sentences
from copilot.domain.document import Passage

ONE = Passage(id="a#one", document="a.md", title="A: One", text="First. Second one.")
TWO = Passage(id="b#two", document="b.md", title="B: Two", text="Third\nwraps here.\n\n- An item")


def test_an_abbreviation_ends_no_sentence() -> None:
    assert sentences("See Art. 50 first. Then Arts. 5 and 6.") == [
        "See Art. 50 first.",
        "Then Arts. 5 and 6.",
    ]


def test_a_wrapped_line_goes_on_and_an_item_stands_alone() -> None:
    assert sentences(TWO.text) == ["Third\nwraps here.", "- An item"]


def test_sentences_are_verbatim_parts_of_their_text() -> None:
    assert all(part in TWO.text for part in sentences(TWO.text))


def test_a_prompt_lists_sentences_by_number_under_the_titles_of_their_passages() -> None:
    assert listed(numbered([ONE, TWO])) == (
        "# A: One\n1. First.\n2. Second one.\n\n# B: Two\n3. Third wraps here.\n4. - An item"
    )


def test_chosen_sentences_stand_by_passage_in_the_order_of_the_choice() -> None:
    choices = numbered([ONE, TWO])
    assert gathered(choices, [3, 2, 1]) == "Third wraps here. [b#two]\n\nFirst. Second one. [a#one]"
