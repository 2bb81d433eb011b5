"""Sentences of a survey summary."""

from copilot.domain.survey_closed import DateResult, NpsResult, Share
from copilot.domain.survey_closed_text import result_lines
from copilot.domain.survey_parts import Accounting, Exclusion
from copilot.domain.survey_text import left_out, open_question
from copilot.domain.survey_themes import Cluster, OpenQuestion, Theme
from copilot.domain.survey_words import full_sentence, impact_told, read_told

PRICE = Theme(
    key="t1", name="Price", definition="It costs too much", share=0.4, ci=(0.3, 0.5), count=40,
    method="sample", said="Some speak of “Price”.", nps_impact=1.8, nps_impact_ci=(0.4, 3.3),
)  # fmt: skip
GONE = Accounting(labelled=11, excluded=7, failed=89)


def question(name: str, left: int, **more: object) -> OpenQuestion:
    out = (Exclusion(reason="non_answer", count=left, rows=(3,)),) if left else ()
    return OpenQuestion(column=name, n=100, excluded=out, accounting=GONE, **more)


def test_answers_are_not_said_to_be_read_where_nobody_has() -> None:
    clusters = (Cluster(key="c1", phrases=("slow",), count=50),)
    assert read_told(question("Why?", 0, clusters=clusters)) == "100 answers; nobody has read them"
    assert read_told(question("Why?", 0, themes=(PRICE,))) == (
        "100 answers; 11 of them labelled, 89 not read"
    )


def test_what_is_left_out_is_told_by_question_where_there_are_several() -> None:
    one, other = question("Why?", 240), question("What else?", 5)
    assert "- 240 no answer (rows 3 …)" in left_out([one], GONE)
    told = left_out([one, other, question("And?", 0)], GONE)
    assert "- “Why?”: 240 no answer (rows 3 …)" in told
    assert "- “What else?”: 5 no answer (rows 3)" in told
    assert "And?" not in told
    assert "0 carried over, 7 without an answer that counts, 89 not read." in told


def test_a_definition_ends_before_the_next_sentence_begins() -> None:
    told = open_question(question("Why?", 0, themes=(PRICE,)))
    assert "It costs too much. The NPS of all is 1.8 points higher (0.4 to 3.3)" in told
    assert full_sentence("Why?") == "Why?"
    assert full_sentence("") == ""


def test_an_impact_that_may_be_none_is_not_claimed() -> None:
    unclear = PRICE.model_copy(update={"nps_impact_ci": (-0.4, 3.3)})
    assert impact_told(unclear).endswith("is not clear: 0.4 points lower to 3.3 higher.")


def test_a_score_of_about_nothing_has_no_sign_and_one_day_is_told_once() -> None:
    part = Share(value="x", count=None)
    nps = NpsResult(nps=-4, ci=(-8, -0.2), promoters=part, passives=part, detractors=part)
    assert "**NPS -4** (-8 to 0)" in result_lines(nps)
    assert result_lines(DateResult(first="2026-10-01", last="2026-10-01")) == "2026-10-01."
