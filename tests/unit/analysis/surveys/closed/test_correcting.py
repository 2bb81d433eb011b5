"""Corrections over a whole report."""

import pytest
from scipy.stats import false_discovery_control

from copilot.analysis.surveys.closed.correcting import (
    benjamini_hochberg,
    number_of_tests,
    with_adjusted,
)
from copilot.domain.survey_closed import ChoiceResult, Closed, OddCell, SurveyTest

CELL = OddCell(group="free", value="Web", share=0.8, of_all=0.6, residual=4.2)


def asked(*p_values: float) -> Closed:
    tests = tuple(
        SurveyTest(segment="Plan", method="chi-square", n=50, statistic=None, p=p, cells=(CELL,))
        for p in p_values
    )
    result = ChoiceResult(base=50, options=())
    return Closed(column="q", type="single", n=50, missing=0, result=result, tests=tests)


def test_each_p_is_corrected_over_all_questions() -> None:
    corrected = with_adjusted([asked(0.01, 0.04), asked(), asked(0.03, 0.5)])
    found = [test.p_adjusted for closed in corrected for test in closed.tests]
    assert found == pytest.approx(false_discovery_control([0.01, 0.04, 0.03, 0.5]))
    assert number_of_tests(corrected) == 4


def test_cells_are_pointed_at_only_where_the_test_survives() -> None:
    (corrected,) = with_adjusted([asked(0.001, 0.04, 0.9)])
    assert [len(test.cells) for test in corrected.tests] == [1, 0, 0]


def test_no_tests_need_no_correction() -> None:
    assert benjamini_hochberg([]) == []
    assert number_of_tests(with_adjusted([asked()])) == 0
