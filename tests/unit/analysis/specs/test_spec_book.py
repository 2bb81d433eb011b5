"""What each wish makes of a specification."""

from copilot.analysis.specs.line_editing import Edit
from copilot.analysis.specs.rewording import Said
from copilot.analysis.specs.spec_book import SpecBook
from tests.unit.analysis.requirements.sources import READER

SPEC = "# Pool\n\n- FR-7: The bell must ring 2 times.\n- FR-8: The lamp must glow 3 of 3 times.\n"


def answers(wish: str, spec: str = SPEC) -> list[Edit | Said]:
    """Return what a wish makes of a specification."""
    return list(SpecBook(spec, READER.read(spec)).answer(wish))


def test_new_requirements_are_numbered_on_from_the_highest() -> None:
    book = SpecBook(SPEC, READER.read(SPEC))
    added = [
        one for wish in ("A gate must open.", "Soup must be hot.") for one in book.answer(wish)
    ]
    assert added == [
        Edit("FR-009", "added", "A gate must open.", 4),
        Edit("FR-010", "added", "Soup must be hot.", 4),
    ]


def test_a_figure_that_stands_twice_is_asked_about() -> None:
    said = answers("FR-8: 5 instead of 3")[0]
    assert isinstance(said, Said)
    assert said.text.startswith("FR-8 says several times 3")


def test_a_figure_inside_another_one_is_not_taken_for_it() -> None:
    spec = "- FR-7: The bell must ring 20 times for 2.5 minutes, 2 of them loud.\n"
    assert answers("FR-7: 4 instead of 2", spec)[0] == Edit(
        "FR-7",
        "changed",
        "The bell must ring 20 times for 2.5 minutes, 4 of them loud.",
        1,
        "The bell must ring 20 times for 2.5 minutes, 2 of them loud.",
    )


def test_a_sentence_that_stands_twice_in_its_lines_is_left_to_people() -> None:
    spec = "The bell must ring. The bell must ring.\n"
    said = answers("Remove FR-001.", spec)[0]
    assert isinstance(said, Said)
    assert said.text.startswith("Line 1 does not have the words of FR-001 once and in one piece")


def test_a_part_of_a_sentence_can_be_removed_alone() -> None:
    spec = "The bell must ring loudly, and the lamp must glow in red.\n"
    assert answers("Remove FR-002.", spec) == [
        Edit("FR-002", "removed", "", 1, "the lamp must glow in red.", is_alone=False)
    ]


TABLE = """| ID | What | Limit |
|----|------|-------|
| R-2 | The bell must ring (loudly) | 2 times |
| R-3 | The lamp must glow | 9 times |
"""


def test_a_cell_is_changed_and_the_row_stays_a_row() -> None:
    assert answers("R-2 should read: The bell must hum.", TABLE) == [
        Edit("R-2", "changed", "The bell must hum.", 3, "The bell must ring (loudly)")
    ]


def test_a_figure_is_looked_for_in_the_whole_row_and_not_in_its_id() -> None:
    row = "| R-2 | The bell must ring (loudly) | {} times |"
    edit = Edit("R-2", "changed", row.format(4), 3, row.format(2))
    assert answers("R-2: 4 instead of 2", TABLE) == [edit]


def test_a_row_is_removed_as_a_line() -> None:
    assert answers("Remove R-3.", TABLE)[0][:4] == ("R-3", "removed", "", 4)


def test_steps_that_stand_apart_are_left_to_people() -> None:
    spec = "Given a bell\n\nWhen it rains\n\nThen it must ring\n"
    assert [isinstance(one, Said) for one in answers("Remove FR-001.", spec)] == [True]


def test_an_empty_specification_takes_a_first_requirement() -> None:
    assert answers("A gate must open.", "") == [Edit("FR-001", "added", "A gate must open.", 1)]
