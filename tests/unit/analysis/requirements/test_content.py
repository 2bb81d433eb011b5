"""What a sentence is about."""

import pytest

from copilot.analysis.requirements.content import nearness, numbers, share, stems


def test_words_are_compared_in_their_base_form_without_little_ones() -> None:
    assert stems("The guards must open the gates.") == stems("a guard opens every gate")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("within 3 to 5 days", {"3", "5"}),
        ("at 10:30, for 1,200.50 euro", {"10:30", "1,200.50"}),
        ("FR-001 and covid-19", set()),
        ("no figure.", set()),
        ("ends with 7.", {"7"}),
    ],
)
def test_numbers_are_found_as_written_and_not_inside_names(text: str, expected: set[str]) -> None:
    assert numbers(text) == expected


def test_a_share_counts_what_is_wanted() -> None:
    wanted = frozenset({"a", "b", "c", "d"})
    assert share(wanted, frozenset({"a", "x"})) == 0.25
    assert share(wanted, wanted | {"x"}) == 1.0


def test_where_nothing_is_wanted_all_of_it_is_there() -> None:
    assert share(frozenset(), frozenset()) == 1.0


def test_nearness_counts_the_shorter_sentence_and_not_a_single_word() -> None:
    long = "The lamp must glow in red over the gate at noon."
    assert nearness("The lamp must glow.", long) == 1.0
    assert nearness(long, "The lamp must glow.") == 1.0
    assert nearness("Lamp.", long) == 0.0
