"""A source, cut into pieces."""

import pytest

from copilot.analysis.requirements.headings import Headings, HeadingSign
from copilot.analysis.requirements.outline import OWN_NOTES, pieces
from copilot.analysis.requirements.piece import Piece

HEADINGS = Headings(signs=(HeadingSign(kind="risk", said=("risks?",)),))


def cut(text: str) -> list[Piece]:
    """Return the pieces of a text in which only `Risks` is known as a label."""
    return pieces(text, HEADINGS)


def said(text: str) -> list[str]:
    """Return the words of the pieces."""
    return [piece.text for piece in cut(text)]


def test_sentences_items_and_rows_are_pieces_under_their_heading() -> None:
    text = "# Doors\nThey open. They close.\n\n- They lock.\n\n| What |\n|---|\n| They ring |\n"
    assert cut(text) == [
        Piece("They open.", 2, "Doors"),
        Piece("They close.", 2, "Doors"),
        Piece("They lock.", 4, "Doors", is_item=True),
        Piece("They ring", 8, "Doors", is_item=True, is_row=True),
    ]


@pytest.mark.parametrize(
    "heading",
    ["# Risks", "### Risks ###", "**Risks**", "__Risks:__", "**Risks**:", "Risks:", "Risks\n====="],
)
def test_a_heading_may_be_written_in_many_forms(heading: str) -> None:
    assert cut(f"{heading}\nIt may fail.")[0].heading == "Risks"


@pytest.mark.parametrize("line", ["**The door must open.**", "__Does it open?__", "**Stop!**"])
def test_a_sentence_in_bold_letters_is_a_sentence(line: str) -> None:
    found = cut(f"{line}\n\nIt may fail.")
    assert [piece.text for piece in found] == [line, "It may fail."]
    assert {piece.heading for piece in found} == {""}


@pytest.mark.parametrize("mark", ["-", "*", "+", "•", "1.", "12)", "a)", "(b)", "- [ ]", "- [x]"])
def test_an_item_may_be_marked_in_many_ways(mark: str) -> None:
    assert cut(f"{mark} It opens.") == [Piece("It opens.", 1, is_item=True)]


def test_a_wrapped_item_is_one_piece() -> None:
    assert said("- It opens when\n  somebody comes\n- It closes") == [
        "It opens when somebody comes",
        "It closes",
    ]


def test_an_item_knows_the_line_that_opens_its_list_also_where_lists_are_nested() -> None:
    text = "The door must:\n- open\n- ring:\n  - softly\n  - loudly\n- close\n\nOther words.\n- x y"
    leads = {piece.text: piece.lead for piece in cut(text)}
    assert leads["open"] == leads["ring:"] == "The door must:"
    assert leads["softly"] == leads["loudly"] == "ring:"
    assert leads["x y"] == ""


def test_a_paragraph_behind_a_list_is_no_item_of_it() -> None:
    assert [piece.lead for piece in cut("The door must:\n- open\n\nIt rings.\n\n- x y")] == [
        "",
        "The door must:",
        "",
        "",
    ]


def test_a_heading_ends_what_opened_a_list() -> None:
    assert cut("The door must:\n# Next\n- open")[-1].lead == ""


def test_a_label_in_front_is_the_heading_of_its_line() -> None:
    assert cut("**Risks:** It may fail.\n\nIt opens.") == [
        Piece("It may fail.", 1, "Risks", is_item=True),
        Piece("It opens.", 3),
    ]


def test_other_labels_stay_part_of_the_sentence() -> None:
    assert said("Anna: it must open.") == ["Anna: it must open."]


def test_what_has_an_id_stays_whole() -> None:
    assert cut("- FR-1: It opens. Then it closes.") == [
        Piece("It opens. Then it closes.", 1, given="FR-1", is_item=True)
    ]


def test_our_own_marks_of_what_a_statement_rests_on_are_taken_off() -> None:
    assert cut("- **FR-001** It opens. *(cited: S1, S2)*")[0] == Piece(
        "It opens.", 1, given="FR-001", is_item=True
    )


def test_a_paragraph_that_was_broken_at_a_width_is_one_text() -> None:
    text = "The door of the museum must\nopen for everybody who has\na ticket."
    assert said(text) == [" ".join(text.split())]


def test_lines_of_a_chat_are_pieces_of_their_own() -> None:
    text = "hi\nthe door should open by itself when it rains\nok\nand the lamp too please"
    assert [piece.line for piece in cut(text)] == [1, 2, 3, 4]


WRAPPED = [
    "The door of the museum must be open for everybody",
    "who has a ticket. The guard must see on a screen",
    "how many people are inside. At noon a bell must",
    "ring in every room of the house. Lamps must go",
    "out when nobody is there.",
]


@pytest.mark.parametrize(
    "lines",
    [
        [
            *WRAPPED[:1],
            WRAPPED[1].replace("ticket.", "ticket. A dog must wait outside."),
            *WRAPPED[2:],
        ],
        [*WRAPPED[:2], "how many people are inside.", *WRAPPED[3:]],
        [*WRAPPED[:2], "how many come. At noon a bell must", *WRAPPED[3:]],
    ],
)
def test_a_paragraph_stays_one_text_when_a_line_in_it_has_become_longer_or_shorter(
    lines: list[str],
) -> None:
    assert {piece.line for piece in cut("\n".join(lines))} == {1}


def test_a_paragraph_that_begins_with_a_condition_is_cut_into_its_sentences() -> None:
    text = "When it rains, the door must close. The lamp must go on. But nobody may be locked in."
    assert len(said(text)) == 3


def test_items_that_begin_with_a_condition_are_requirements_of_their_own() -> None:
    text = "- When it rains, the door must close.\n- When it snows, the lamp must go on."
    assert len(said(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Given a door\nWhen it rains\nThen it closes\nAnd the lamp goes on",
        "- Given a door\n- When it rains\n- Then it closes\n- And the lamp goes on",
        "**Given** a door\n\n**When** it rains\n\n**Then** it closes\n\n**And** the lamp goes on",
    ],
)
def test_the_steps_of_a_scenario_are_one_piece(text: str) -> None:
    found = said(f"{text}\n\nNobody is locked in.")
    assert [" ".join(one.replace("*", "").split()) for one in found] == [
        "Given a door When it rains Then it closes And the lamp goes on",
        "Nobody is locked in.",
    ]


@pytest.mark.parametrize("first", ["Given", "When"])
def test_a_second_scenario_is_a_piece_of_its_own(first: str) -> None:
    text = f"- {first} a\n- Then b\n- {first} c\n- Then d"
    assert said(text) == [f"{first} a Then b", f"{first} c Then d"]


def test_sentences_that_begin_with_a_condition_are_no_steps_of_the_scenario_behind_them() -> None:
    text = "- When a\n- When b\n- Then c"
    assert said(text) == ["When a", "When b Then c"]


def test_an_item_at_the_level_of_a_lead_is_no_item_of_it() -> None:
    text = "- The door must:\n  - open\n- The lamp glows"
    assert [piece.lead for piece in cut(text)] == ["", "The door must:", ""]


def test_a_quotation_is_read_like_other_text() -> None:
    assert said("> - It opens.\n> - It closes.") == ["It opens.", "It closes."]


def test_a_table_in_a_quotation_is_read_to_its_end() -> None:
    assert said("> | What |\n> |---|\n> | It opens |\n\nIt closes.") == ["It opens", "It closes."]


def test_a_note_of_our_own_stands_under_a_heading_of_its_own() -> None:
    assert cut("> Note: one line was left out.\nIt opens.") == [
        Piece("one line was left out.", 1, OWN_NOTES),
        Piece("It opens.", 2),
    ]


def test_text_in_fences_is_not_left_out() -> None:
    assert said("```\nIt opens.\n\nIt closes.\n```\nIt rings.") == [
        "It opens.",
        "It closes.",
        "It rings.",
    ]


def test_front_matter_is_not_part_of_the_text() -> None:
    text = "---\ntitle: Doors\ntags:\n  - door\n# note\n\n---\nIt opens."
    assert cut(text) == [Piece("It opens.", 8)]


def test_text_between_two_rules_is_no_front_matter() -> None:
    text = "---\n\nThe door must open.\nIt must ring.\n\n---\n\nIt closes."
    assert said(text) == ["The door must open.", "It must ring.", "It closes."]


def test_a_first_line_that_only_parts_takes_nothing_away() -> None:
    assert said("---\nThe door must open.\n\nIt closes.") == ["The door must open.", "It closes."]


@pytest.mark.parametrize("text", ["", "\n\n", "---", "```", "|", "- ", ">", "# "])
def test_a_text_without_words_has_few_pieces_and_raises_nothing(text: str) -> None:
    assert len(cut(text)) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "It is blocked if the amount is > 100 EUR.",
        "It rings when the load is >= 100 or > 5.",
        "It opens Settings -> Users.",
        "It is blocked if the amount is\n> 100 EUR.",
    ],
)
def test_a_mark_within_a_sentence_that_compares_or_points_stays(text: str) -> None:
    assert said(text) == [" ".join(text.split())]


@pytest.mark.parametrize("mark", [">", "> ", ">> ", "> > "])
def test_marks_of_a_quotation_are_taken_off_in_front_only(mark: str) -> None:
    assert said(f"{mark}It opens > 5 times.") == ["It opens > 5 times."]


@pytest.mark.parametrize("opener", ["Guests can", "It must", "It should", "They may"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_words_that_want_an_end_open_a_list_without_a_colon(opener: str, between: str) -> None:
    assert [piece.lead for piece in cut(f"{opener}{between}- open\n- ring")] == ["", opener, opener]


def test_only_the_last_sentence_above_a_list_opens_it() -> None:
    assert cut("The door is old. It must:\n- open")[-1].lead == "It must:"


def test_a_story_below_a_heading_with_an_id_has_this_id() -> None:
    found = cut("### US-7: Door\nAs a guest, I want to enter.\n\nAs a cook, I want to leave.")
    assert [piece.given for piece in found] == ["US-7", ""]


def test_other_statements_below_a_heading_with_an_id_do_not_take_it() -> None:
    assert [piece.given for piece in cut("### US-7: Door\nIt opens.")] == [""]


def test_titles_of_features_and_scenarios_are_headings_of_their_steps() -> None:
    text = (
        "Feature: Door\n\n  Scenario: Rain\n    Given rain\n    When it drips\n    Then it closes"
    )
    assert [(piece.heading, piece.text) for piece in cut(text)] == [
        ("Scenario: Rain", "Given rain When it drips Then it closes")
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Door Portal\n\nIt opens.", [True, False]),
        ("Door Portal\n# Doors\nIt opens.", [True, False]),
        ("# Doors\nIt opens.\n\nLamps\n\n# Lamp\nIt glows.", [False, True, False]),
        ("Door Portal", [False]),
        ("Red door of the house\nBlue\nLamp\nBell\nGreen door of a yard", [False] * 5),
        ("It opens.\n\n# Doors\nIt closes.", [False, False]),
        ("- Red door\n\n# Doors\nIt closes.", [False, False]),
    ],
)
def test_a_title_stands_at_the_top_or_above_a_heading(text: str, places: list[bool]) -> None:
    assert [piece.is_in_place_of_title for piece in cut(text)] == places
