"""Questions to a survey are answered by the computed results that fit them."""

import pytest

from copilot.analysis.surveys.asking import answering
from copilot.analysis.surveys.findings import Finding, findings, tone_of
from copilot.analysis.surveys.unanswered import most_told
from copilot.domain.survey_closed import ChoiceResult, Closed, Share
from copilot.domain.survey_themes import Quote
from tests.unit.analysis.surveys.summaries import share_of, summary, theme, weighted

FOUND = findings(summary())
NORWAY = Share(value="Norway", count=120, share=0.6, ci=(0.53, 0.67))
COUNTRY = Closed(
    column="Country",
    type="single",
    n=200,
    missing=0,
    result=ChoiceResult(base=200, options=(NORWAY,)),
)


def answers(question: str) -> list[str]:
    return [one.text for one in answering(question, FOUND, None).findings]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what do people complain about?", ["Slow search"]),
        ("what do users like?", ["Calm look"]),
        ("what are people asking for? which wishes?", ["Dark mode"]),
        ("what do free users complain about?", ["more often from “free”"]),
        ("would they recommend us?", ["NPS -10 (-20 to 0)"]),
        ("who finished, and who is missing?", ["finished in 40 %"]),
        ("how many respondents and rows has the file?", ["240 rows"]),
        ("how many speak of slow search?", ["Slow search"]),
    ],
)
def test_the_first_finding_answers_the_question(question: str, expected: list[str]) -> None:
    assert expected[0] in answers(question)[0]


def test_themes_come_by_size_where_all_are_asked_for() -> None:
    found = answers("what are the main themes?")
    assert [name for text in found for name in ("Slow", "Dark", "Calm") if name in text] == [
        "Slow", "Dark", "Calm",
    ]  # fmt: skip


def test_what_no_result_is_near_to_has_no_answer() -> None:
    assert answers("What is the capital of France?") == []


def test_a_difference_that_was_not_found_is_told_as_none() -> None:
    told = answers("what do free users say about dark mode?")
    assert "no clear difference" in told[0]


def test_a_group_is_quoted_and_never_with_the_words_of_others() -> None:
    assert not any(one.quotes for one in FOUND if one.group)
    quotes = (Quote(row=3, text="search is slow"),)
    share = share_of("t1", "free", 0.6, 0.001).model_copy(update={"quotes": quotes})
    found = findings(summary().model_copy(update={"segments": [share]}))
    [first, *_] = answering("what do free users complain about?", found, None).findings
    assert first.quotes == quotes


def test_a_weighted_figure_stands_beside_the_plain_one_and_is_found_by_asking_for_it() -> None:
    found = findings(summary().model_copy(update={"weighted": weighted()}))
    plain = answering("would they recommend us?", found, None).findings
    assert "If respondents were like all users: NPS +5 (-9 to +19)" in plain[0].text
    score, basis = answering("what is the NPS weighted to all users?", found, None).findings
    assert "NPS +5 (-9 to +19)" in score.text
    assert "120 drawn at random" in basis.text
    themes = answering("which themes are there, weighted?", found, None).findings
    assert "61 % (52 to 70 %)" in themes[0].text


def test_where_nothing_is_weighted_a_weighted_figure_is_not_given() -> None:
    asked = "what is the NPS weighted to all users?"
    assert answers(asked) == []
    assert "--population" in notes(asked)


def test_groups_that_were_not_compared_are_not_answered_for_by_others() -> None:
    asked = "how do promoters and detractors differ?"
    assert answers(asked) == []
    assert "“promoters”, “detractors” are not compared with each other" in notes(asked)


def test_a_share_of_labelled_answers_has_their_number() -> None:
    body = summary()
    picked = body.open[0].themes[0].model_copy(update={"of_labelled": 90, "count": 36})
    question = body.open[0].model_copy(update={"themes": (picked,)})
    [first, *_] = findings(body.model_copy(update={"open": [question], "segments": []}))
    assert "36 of 90 labelled answers." in first.text


def notes(question: str) -> str:
    return " ".join(answering(question, FOUND, None).notes)


@pytest.mark.parametrize(
    ("question", "stranger"),
    [
        ("what do Startup customers complain about?", "Startup"),
        ("what is the NPS of retailers?", "retailers"),
        ("how many mention the invoices?", "invoices"),
        ("NPS by country", "country"),
    ],
)
def test_what_the_survey_does_not_have_is_named_beside_what_it_has(
    question: str, stranger: str
) -> None:
    assert answers(question) == []
    assert f"no result of “{stranger}”" in notes(question)
    assert "“Slow search”" in notes(question)
    assert "“free”" in notes(question)


@pytest.mark.parametrize(
    "question",
    ["what changed since last year?", "will free users complain about search next year?"],
)
def test_another_time_is_not_answered_by_this_one(question: str) -> None:
    assert answers(question) == []
    assert notes(question)


def test_several_questions_are_answered_one_by_one() -> None:
    found = answers("how many want a dark mode, and what is the NPS?")
    assert ["Dark mode" in found[0], "NPS -10" in found[-1]] == [True, True]
    assert not any("Calm look" in text for text in found)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("do most people speak of slow search?", "Not most"),
        ("why do people complain about slow search?", "does not say why"),
    ],
)
def test_more_than_the_survey_shows_is_not_said(question: str, told: str) -> None:
    assert "Slow search" in answers(question)[0]
    assert told in notes(question)


def test_most_is_said_only_where_the_whole_interval_is_above_a_half() -> None:
    surely, hardly = (
        Finding("", "", names=("Price",), ci=ends) for ends in ((0.51, 0.6), (0.45, 0.6))
    )
    assert most_told([surely]) == "Most speak of “Price”."
    assert "not sure" in most_told([hardly])


def test_a_group_that_was_not_compared_is_told_with_the_command_that_compares_it() -> None:
    asked = summary().model_copy(update={"closed": [*summary().closed, COUNTRY]})
    reply = answering("do people in Norway complain about slow search?", findings(asked), None)
    assert "Slow search" in reply.findings[0].text
    assert '--segment "Country"' in reply.notes[0]
    [counted] = answering("how many are from Norway?", findings(asked), None).findings
    assert "Norway 60 %" in counted.text


def test_two_groups_are_compared_side_by_side() -> None:
    shares = [share_of("t1", "free", 0.6, 0.001), share_of("t1", "paid", 0.2, 0.001)]
    found = findings(summary().model_copy(update={"segments": shares}))
    told = [one.group for one in answering("compare free and paid", found, None).findings]
    assert told == ["free", "paid"]


@pytest.mark.parametrize(
    ("stance", "sentiment", "tone"),
    [
        ({"wish": 1.0}, {"negative": 0.9}, "wish"),
        ({"complaint": 1.0}, {}, "negative"),
        ({"praise": 1.0}, {}, "positive"),
        ({}, {"positive": 0.8}, "positive"),
        ({"mention": 1.0}, {"negative": 0.5, "positive": 0.5}, ""),
    ],
)
def test_the_tone_is_that_of_the_labels_then_of_the_code_book(
    stance: dict[str, float], sentiment: dict[str, float], tone: str
) -> None:
    assert tone_of(theme("t1", "Name", 0.2, stance=stance, sentiment=sentiment)) == tone


def test_words_of_asking_find_nothing_by_themselves() -> None:
    assert answers("how many mention how much people say?") == []
