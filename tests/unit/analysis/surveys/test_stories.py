"""Stories and problems from the themes of a survey."""

import pytest
from scipy.stats import binom

from copilot.analysis.requirements.coverage import coverage
from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.problems import named_theme, problem_in, theme_of
from copilot.analysis.surveys.stories import (
    labels_for,
    requirements_of,
    statements_of,
    stories_of,
)
from copilot.errors import InputError
from tests.unit.analysis.surveys.summaries import summary


def test_what_is_complained_of_or_wished_for_is_a_story_and_praise_is_none() -> None:
    assert [story.title for story in stories_of(summary())] == ["Slow search", "Dark mode"]


def test_a_story_asks_that_the_share_falls_below_its_interval() -> None:
    first = stories_of(summary())[0]
    [criterion] = first.criteria
    assert criterion.then == [
        "all of its 95 % interval lies below 35 %; today it is 40 % (35 to 45 %)"
    ]
    assert "60 answers or more" in criterion.given[-1]
    assert first.i_want == "the problem “Slow search” to be solved: it is about slow search"


@pytest.mark.parametrize("limit", [0.02, 0.1, 0.35, 0.6])
def test_so_many_labels_show_a_fall_to_half_in_four_of_five_surveys(limit: float) -> None:
    n = labels_for(limit)
    shown = [count for count in range(n + 1) if wilson(count, n)[1] < limit]
    assert 0.72 < binom.cdf(max(shown), n, limit / 2) < 0.95


def test_every_requirement_is_covered_and_rests_on_what_was_measured() -> None:
    body = summary()
    requirements = requirements_of(body)
    held = coverage(requirements, stories_of(body), statements_of(body))
    assert held.covered == ("FR-001", "FR-002")
    assert not held.missing
    assert [one.sources for one in requirements] == [("S1",), ("S2",)]
    assert "(row 17)" in statements_of(body)[0].text


def test_a_rare_theme_is_held_to_its_share_since_its_interval_begins_at_nothing() -> None:
    body = summary()
    rare = body.open[0].themes[0].model_copy(update={"share": 0.02, "ci": (0.0, 0.06)})
    body = body.model_copy(update={"open": [body.open[0].model_copy(update={"themes": (rare,)})]})
    [criterion] = stories_of(body)[0].criteria
    assert criterion.then[0].startswith("all of its 95 % interval lies below 2 %")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("summarize-survey-20261122-ab12cd#t2", ("summarize-survey-20261122-ab12cd", "t2")),
        (" summarize-survey-20261122-ab12cd ", ("summarize-survey-20261122-ab12cd", "")),
        ("ideas for summarize-survey-20261122-ab12cd", None),
        ("slow search", None),
    ],
)
def test_a_theme_is_named_by_the_id_of_its_survey(text: str, named: tuple[str, str] | None) -> None:
    assert named_theme(text) == named


def test_a_theme_without_a_key_is_the_largest_and_a_wrong_key_lists_those_that_are() -> None:
    assert theme_of(summary(), "").key == "t1"
    assert theme_of(summary(), "t2").name == "Dark mode"
    with pytest.raises(InputError) as refused:
        theme_of(summary(), "t9")
    assert "t3 Calm look" in refused.value.hint


def test_a_problem_has_the_words_of_those_who_have_it() -> None:
    assert problem_in(theme_of(summary(), "t1")) == (
        "Slow search: It is about slow search. Some speak of “Slow search”. “oh, the slow search”"
    )
