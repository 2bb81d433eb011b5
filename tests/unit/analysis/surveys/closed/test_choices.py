"""Single choices."""

from copilot.analysis.surveys.closed.choices import MOST_OPTIONS, read_single
from copilot.domain.survey_closed import ChoiceResult
from tests.unit.analysis.surveys.closed.sheets import cells, column


def test_offered_answers_that_nobody_gave_are_shown_with_what_they_may_be() -> None:
    reading = read_single(cells(*["Web"] * 15, *[" web "] * 5), column("q", "single", "Web|App"))
    assert isinstance(reading.result, ChoiceResult)
    web, app = reading.result.options
    assert (web.value, web.count, web.share) == ("Web", 20, 1.0)
    assert (app.value, app.count, app.share) == ("App", 0, 0.0)
    assert app.ci is not None
    assert app.ci[1] > 0.1


def test_answers_that_were_not_offered_are_counted_too() -> None:
    reading = read_single(cells(*["Web"] * 10, *["Fax"] * 20), column("q", "single", "Web|App"))
    assert isinstance(reading.result, ChoiceResult)
    assert [share.value for share in reading.result.options] == ["Fax", "Web", "App"]


def test_values_that_differ_in_case_alone_stay_apart_where_nothing_was_offered() -> None:
    reading = read_single(cells("US", "us", "US"), column("q", "segment"))
    assert isinstance(reading.result, ChoiceResult)
    assert {share.value: share.count for share in reading.result.options} == {"US": 2, "us": 1}


def test_a_long_tail_is_counted_together() -> None:
    many = [f"kind {at}" for at in range(MOST_OPTIONS + 10)]
    reading = read_single(cells(*["often"] * 5, *many), column("q", "single"))
    assert isinstance(reading.result, ChoiceResult)
    counts = [share.count for share in reading.result.options]
    assert len(counts) == MOST_OPTIONS
    assert sum(count for count in counts if count is not None) == 5 + len(many)
    assert reading.notes == ("12 rarer answers are counted together.",)


def test_a_column_without_answers_has_no_options() -> None:
    reading = read_single(cells(None, ""), column("q", "single"))
    assert reading.result == ChoiceResult(base=0, options=())
    assert (reading.n, reading.missing) == (0, 2)
