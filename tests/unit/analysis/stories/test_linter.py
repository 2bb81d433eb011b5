"""The whole linter: any text, keys, and how a team stands to findings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.domain.story_lint import Accepted, LintChoices, StoryLine
from tests.unit.analysis.stories.linting import LINTER

TWO = "As a user, I want to pay by card and cancel my order"
WORDS = """As a an the user , I want to would like can so that because in order when view edit and
or & / then my order orders . ; : ( ) [ ] - – e.g. not it them be able ** US-1: “ ” ß İ 漢 \u2028"""
words = st.sampled_from([*WORDS.split(), "As\n"])
stories = st.one_of(st.text(max_size=80), st.lists(words, max_size=25).map(" ".join))


@settings(max_examples=400)
@given(stories)
def test_any_text_is_linted_and_every_span_lies_inside_it(text: str) -> None:
    report = LINTER.report([StoryLine(1, text)])
    [story] = report.stories
    assert story.text == text
    for finding in story.findings:
        start, end = finding.span
        assert 0 <= start <= end <= len(text)
        assert start < end or not text.strip()


@settings(max_examples=200)
@given(stories)
def test_what_a_message_quotes_is_what_the_span_shows(text: str) -> None:
    for finding in LINTER.findings(LINTER.read(text)):
        if finding.criterion in {"unambiguous", "problem_oriented", "estimatable"}:
            shown = " ".join(text[slice(*finding.span)].split())
            assert f"“{shown}”" in finding.message or "words" in finding.message


@settings(max_examples=60)
@given(st.lists(stories, max_size=8))
def test_any_set_is_linted_and_every_line_is_one_of_the_set(texts: list[str]) -> None:
    lines = [StoryLine(number, text) for number, text in enumerate(texts, start=1)]
    report = LINTER.report(lines)
    assert [story.text for story in report.stories] == texts
    for finding in report.set_findings:
        assert finding.lines
        assert set(finding.lines) <= {line.line for line in lines}


@pytest.mark.parametrize(
    "part",
    [
        "as a ",
        "to be ",
        "so that ",
        "and ",
        "(",
        " - x",
        ". x",
        "when i ",
        "all of all ",
        "*",
        "1.",
    ],
)
def test_a_line_without_end_is_linted_in_no_time(part: str) -> None:
    text = f"As a user, I want to see {part * 50_000}"
    [story] = LINTER.report([StoryLine(1, text)]).stories
    assert story.text == text
    assert LINTER.report([StoryLine(1, part * 50_000)]).stories[0].text


def test_a_key_outlasts_other_lines_spaces_and_case() -> None:
    [first] = LINTER.report([StoryLine(1, TWO)]).stories
    [_, second] = LINTER.report([StoryLine(1, "x"), StoryLine(9, f"  {TWO.upper()}")]).stories
    assert [finding.key for finding in second.findings] == [first.findings[0].key]


@pytest.mark.parametrize(
    ("choices", "standing"),
    [
        (LintChoices(), "open"),
        (LintChoices(muted=("atomic",)), "muted"),
        (LintChoices(muted=("atomic.verbs",)), "muted"),
        (LintChoices(muted=("minimal",)), "open"),
    ],
)
def test_the_linter_follows_what_is_muted(choices: LintChoices, standing: str) -> None:
    report = LINTER.report([StoryLine(1, TWO)], choices)
    assert [finding.standing for finding in report.stories[0].findings] == [standing]


def test_what_is_accepted_is_counted_and_no_longer_shown() -> None:
    [story] = LINTER.report([StoryLine(1, TWO)]).stories
    taken = Accepted(key=story.findings[0].key, rule="atomic.verbs", story=TWO)
    report = LINTER.report([StoryLine(1, TWO)], LintChoices(accepted=(taken,)))
    assert (report.summary.accepted, report.summary.findings) == (1, {})
    assert report.open_only().stories[0].findings == ()


def test_counts_are_of_open_findings_by_criterion_and_severity() -> None:
    summary = LINTER.report([StoryLine(1, TWO), StoryLine(2, "Nothing of a story")]).summary
    assert (summary.stories, summary.well_formed, summary.with_findings) == (2, 1, 2)
    assert summary.findings == {"atomic": 1, "well_formed": 1, "full_sentence": 1}
    assert summary.severities == {"warning": 2, "error": 1}
    assert summary.without_ends == 2
