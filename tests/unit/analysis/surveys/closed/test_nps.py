"""Answers from 0 to 10."""

import pytest

from copilot.analysis.surveys.closed.nps import read_nps, score_in
from copilot.domain.survey_closed import NpsResult
from tests.unit.analysis.surveys.closed.sheets import cells


@pytest.mark.parametrize(
    ("cell", "score"),
    [
        ("9", 9),
        ("9.0", 9),
        ("9,0", 9),
        ("10", 10),
        ("9/10", 9),
        ("9 out of 10", 9),
        ("9 - likely", 9),
        ("0 - Not at all likely", 0),
        ("Extremely likely - 10", 10),
        ("10 = sicher", 10),
        ("11", -1),
        ("99", -1),
        ("-1", -1),
        ("8.5", -1),
        ("7 or 8", -1),
        ("likely", -1),
    ],
)
def test_a_score_is_read_however_it_is_labelled(cell: str, score: int) -> None:
    assert score_in(cell) == score


def test_scores_blanks_and_codes_out_of_scale_add_up_to_the_rows() -> None:
    reading = read_nps(cells(*["10"] * 20, *["7"] * 10, *["3"] * 10, "99", "-1", None, " "))
    assert reading is not None
    assert isinstance(reading.result, NpsResult)
    assert (reading.n, reading.missing, reading.result.out_of_scale) == (40, 2, 2)
    assert reading.result.nps == 25
    assert reading.result.promoters.count == 20
    assert reading.notes == ("2 answers are no score from 0 to 10: “-1”, “99”.",)


def test_a_score_of_few_is_warned_of() -> None:
    reading = read_nps(cells(*["10"] * 29))
    assert reading is not None
    assert reading.notes == ("Only 29 scores: under 30, NPS says little.",)


def test_words_are_no_scores() -> None:
    assert read_nps(cells("Promoter", "Detractor")) is None
