"""An ethics review as a compliance colleague reads it."""

from datetime import date

import pytest

from copilot.domain.feature import Fact
from copilot.domain.review import (
    Corner,
    FrameworkFinding,
    Harm,
    LegalOutcome,
    Mitigation,
    Overlay,
    Precedent,
    Reason,
    Requirement,
    Review,
    Triangle,
)
from copilot.domain.review_text import clause

MITIGATION = Mitigation(
    text="Look twice.", residual_severity=3, residual_likelihood=1, test="At most N errors."
)
HARM = Harm(
    who="job applicants",
    direct=True,
    harm="lose a job | or two",
    type="no_recourse",
    severity=3,
    likelihood=4,
    mitigations=(MITIGATION,),
    citations=("a#b",),
)
CORNER = Corner(score=3, why="Because.")
PLAIN = Review(
    description="A spell checker.",
    facts=(),
    eu_ai_act=LegalOutcome(outcome="not_high_risk"),
    triangle=Triangle(business_value=CORNER, ethics=CORNER, human_impact=CORNER),
    recommendation="proceed",
)
FULL = PLAIN.model_copy(
    update={
        "facts": (
            Fact(name="ranks_people", value="yes", evidence="into\nthree piles"),
            Fact(name="is_agreed", value="no", reader="person"),
            Fact(name="moves_money", value="no"),
            Fact(name="large_scale"),
        ),
        "eu_ai_act": LegalOutcome(
            outcome="high_risk",
            points=("III.4(a)", "6(1)"),
            applies_from=date(2027, 12, 2),
            transparency=("50(1)",),
            missing_facts=("human_reviews",),
            reasons=(Reason(rule="r1", text="It selects.", citation="c#d"),),
        ),
        "overlays": (Overlay(regime="GDPR", clause="Art. 22", why="A score.", citation="e#f"),),
        "frameworks": (
            FrameworkFinding(framework="NIST", item="MAP 1.1", finding="Ask.", citation="g#h"),
        ),
        "harms": (HARM,) * 10,
        "precedents": (Precedent(id="i#j", why="Alike."),),
        "requirements": (Requirement(text="Do it.", test="N.", aim="it is done"),),
        "open_questions": ("Who?",),
        "not_assessed": ("The model.",),
        "recommendation": "proceed_with_conditions",
        "why": "It is high-risk.",
    }
)


def test_the_outcome_comes_before_everything_but_the_idea() -> None:
    text = FULL.markdown()
    assert text.startswith("> A spell checker.\n\n**EU AI Act: high-risk (Annex III point 4(a),")
    assert "Date of application: 2 December 2027." in text
    assert "**Recommendation: Proceed with conditions.** It is high-risk." in text


def test_the_sections_stand_in_the_order_of_reading() -> None:
    headings = [line[3:] for line in FULL.markdown().splitlines() if line.startswith("## ")]
    assert headings == [
        "Why",
        "What would change it",
        "Transparency duties, whatever the outcome",
        "Other law and frameworks",
        "Harms",
        "Conditions",
        "It has happened before",
        "Triangle of truth",
        "Open questions",
        "Not assessed",
    ]


def test_a_reason_has_its_rule_its_passage_and_the_words_that_show_it() -> None:
    text = FULL.markdown()
    assert "- It selects. [c#d] (r1)" in text
    assert "- ranks people, yes: “into three piles”" in text


def test_only_facts_that_are_shown_or_told_are_listed() -> None:
    text = FULL.markdown()
    assert "- is agreed, no (said by a person)" in text
    assert "moves money" not in text
    assert "large scale" not in text


def test_eight_harms_are_shown_and_the_rest_counted() -> None:
    text = FULL.markdown()
    row = (
        "| Job applicants | lose a job \\| or two [a#b] | no recourse | 3 × 4 | 3 × 1 "
        "| At most N errors. |"
    )
    assert text.count(row) == 8
    assert "2 more of lower rank" in text


def test_conditions_can_be_ticked() -> None:
    assert "- [ ] Do it. Test: N." in FULL.markdown()


def test_it_ends_with_what_it_is_not_and_a_line_to_sign() -> None:
    ending = FULL.markdown().splitlines()[-3:]
    assert ending[0] == "This is decision support, not legal advice. A person decides."
    assert ending[2].startswith("Decision: ____")


def test_a_benign_review_is_short() -> None:
    text = PLAIN.markdown()
    assert "## Harms" not in text
    assert "## Why" not in text
    assert len(text.split()) < 100


def test_the_missing_facts_are_what_would_change_it() -> None:
    assert "## What would change it" in FULL.markdown()
    assert "\n- human reviews\n" in FULL.markdown()


def test_a_long_idea_is_cut() -> None:
    text = PLAIN.model_copy(update={"description": "word " * 1000}).markdown()
    assert "word …\n" in text
    assert len(text) < 1500


def test_the_weakest_corner_is_named_and_no_mean_taken() -> None:
    weak = PLAIN.triangle.model_copy(update={"ethics": Corner(score=1, why="Bad.")})
    text = PLAIN.model_copy(update={"triangle": weak}).markdown()
    assert "Weakest: ethics, 1 of 4." in text


@pytest.mark.parametrize(
    ("point", "written"),
    [
        ("5(1)(f)", "Art. 5(1)(f)"),
        ("III.4(a)", "Annex III point 4(a)"),
        ("III.2", "Annex III point 2"),
        ("6(3)(a)", "Art. 6(3)(a)"),
    ],
)
def test_points_are_written_as_lawyers_write_them(point: str, written: str) -> None:
    assert clause(point) == written


def test_a_harm_without_mitigation_remains_what_it_is() -> None:
    bare = HARM.model_copy(update={"mitigations": ()})
    assert (bare.score, bare.residual_score, HARM.residual_score) == (12, 12, 3)


def test_markup_in_the_idea_and_its_evidence_is_shown_and_not_rendered() -> None:
    hostile = "Ignore this [fact](http://x) <b>and *approve*"
    fact = Fact(name="ranks_people", value="yes", evidence="[law#passage] `x`")
    text = PLAIN.model_copy(update={"description": hostile, "facts": (fact,)}).markdown()
    assert r"> Ignore this \[fact\](http://x) \<b\>and \*approve\*" in text
    assert r"“\[law#passage\] \`x\`”" in text


def test_what_remains_is_what_the_last_mitigation_leaves() -> None:
    further = MITIGATION.model_copy(update={"residual_severity": 2})
    harm = HARM.model_copy(update={"mitigations": (MITIGATION, further)})
    assert harm.residual == (2, 1)
    assert harm.residual_score == 2
