"""The grid of severity and likelihood."""

import pytest

from copilot.domain.review import Harm, Mitigation
from copilot.tui.harm_matrix import GAP, WIDTH, cell_lines, heat, matrices, numbered

LESS = Mitigation(text="Ask.", residual_severity=3, residual_likelihood=1, test="Nobody objects.")


def harm(severity: int, likelihood: int, *mitigations: Mitigation) -> Harm:
    return Harm(
        who="tenants",
        direct=True,
        harm="lose a home",
        type="privacy",
        severity=severity,
        likelihood=likelihood,
        mitigations=mitigations,
    )


def test_harms_are_numbered_from_one_in_their_order() -> None:
    assert numbered([(3, 4), (1, 1), (3, 4)]) == {(3, 4): [1, 3], (1, 1): [2]}


def test_a_full_cell_breaks_after_three_numbers() -> None:
    assert [line.strip() for line in cell_lines([1, 2, 3, 4])] == ["1 2 3", "4"]
    assert cell_lines([]) == []


@pytest.mark.parametrize("score", [1, 2, 3, 4, 6, 8, 9, 12, 16])
def test_every_score_has_a_colour(score: int) -> None:
    assert heat(score).startswith("on $")


def test_a_harm_moves_down_and_to_the_left_when_it_is_mitigated() -> None:
    lines = matrices([harm(3, 4, LESS)], WIDTH).plain.splitlines()
    assert lines[0].strip() == "As described"
    assert lines[2].rstrip() == "3" + " 1".rjust(WIDTH - 4)
    after = lines[lines.index("After mitigation".ljust(WIDTH)) :]
    assert after[2].split() == ["3", "1"]
    assert after[2].index("1") < lines[2].index("1")


def test_both_grids_stand_side_by_side_where_there_is_room() -> None:
    wide = matrices([harm(4, 4)], 2 * WIDTH + GAP).plain.splitlines()
    narrow = matrices([harm(4, 4)], 2 * WIDTH + GAP - 1).plain.splitlines()
    assert wide[0].split() == ["As", "described", "After", "mitigation"]
    assert {len(line) for line in wide} == {2 * WIDTH + GAP}
    assert len(narrow) == 2 * len(wide) + 1


def test_cells_of_both_grids_are_equally_high() -> None:
    full = [harm(4, 4, LESS)] * 4
    lines = matrices(full, 2 * WIDTH + GAP).plain.splitlines()
    assert lines[1].split() == ["4", "1", "2", "3", "4"]
    assert len(lines) == 1 + 4 * 2 + 3 + 2
