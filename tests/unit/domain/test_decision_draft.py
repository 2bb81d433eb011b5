"""A decision record has everything but the decision."""

from datetime import UTC, date, datetime

import pytest
import yaml

from copilot.analysis.decisions.reading import checked
from copilot.domain.artifact import Artifact, Body, Provenance
from copilot.domain.decision_draft import decision_draft
from copilot.domain.decision_text import BLANK
from copilot.domain.document import Citation
from copilot.domain.review import LegalOutcome, Requirement
from copilot.errors import InputError
from copilot.stores.decisions.record_file import parse_record
from tests.unit.domain.test_review import HARM, PLAIN

DAY = date(2026, 11, 23)
GRAVE = HARM.model_copy(update={"who": "tenants", "mitigations": ()})
FULL = PLAIN.model_copy(
    update={
        "description": 'A "score": [rank]\ntenants --- by their posts',
        "harms": (GRAVE, HARM),
        "requirements": (Requirement(text="Ask them.", test="Nine in ten agree.", aim="consent"),),
        "recommendation": "redesign",
        "why": "It goes too far.",
        "rules_version": "7",
    }
)


def kept(body: Body = FULL) -> Artifact:
    return Artifact(
        id="review-ethics-1",
        kind="review_ethics",
        title="Ethics review",
        body=body,
        citations=(Citation(id="a#b", title="A note", source="A law", clause="Art. 1"),),
        provenance=Provenance(mode="computed", created=datetime(2026, 11, 23, tzinfo=UTC)),
    )


def test_its_header_names_the_review_its_sources_and_the_rules() -> None:
    header = yaml.safe_load(decision_draft(kept(), DAY).split("---\n")[1])
    assert header["date"] == DAY
    assert header["evidence"] == ["review-ethics-1", "a#b"]
    assert header["rules-version"] == "7"
    assert header["triangle"]["ethics"]["score"] == FULL.triangle.ethics.score


def test_the_sections_stand_in_the_order_of_deciding() -> None:
    lines = decision_draft(kept(), DAY).splitlines()
    assert [line[3:] for line in lines if line.startswith("## ")] == [
        "Context and Problem Statement",
        "Considered Options",
        "Decision Outcome",
        "Conditions",
        "Harms Accepted",
        "Dissent",
        "Triangle of truth",
        "What Would Change It",
        "Sources",
    ]


def test_it_says_that_the_rules_propose_and_leaves_the_decision_blank() -> None:
    text = decision_draft(kept(), DAY)
    assert "Chosen option: ____" in text
    assert "The rules propose, and do not decide: " in text
    assert "**Recommendation: Redesign.** It goes too far." in text


def test_it_can_be_recorded_once_the_blank_is_filled_in_and_not_before() -> None:
    text = decision_draft(kept(), DAY)
    assert len(checked(parse_record(text, DAY)).missing) == 1
    decided = text.replace(f"{BLANK}, because {BLANK}", "Do nothing, because it goes too far", 1)
    draft = checked(parse_record(decided, DAY))
    assert draft.missing == ()
    assert [option.name for option in draft.decision.options] == [
        "Build as described",
        "Build with the conditions below",
        "A way without AI",
        "Do nothing",
    ]
    assert (draft.decision.chosen, draft.decision.because) == ("Do nothing", "it goes too far")


def test_only_harms_that_stay_grave_have_to_be_accepted() -> None:
    text = decision_draft(kept(), DAY)
    assert (
        "- **Tenants** lose a job | or two (no recourse, 12 → 12). Accepted because: ____" in text
    )
    assert "Job applicants" not in text


def test_conditions_can_be_ticked_and_options_are_four() -> None:
    text = decision_draft(kept(), DAY)
    assert "- [ ] Ask them. Test: Nine in ten agree." in text
    assert [line[:2] for line in text.splitlines() if line[1:4] == ". *"] == [
        "1.",
        "2.",
        "3.",
        "4.",
    ]
    assert "- [a#b] A note (Art. 1). A law" in text


def test_a_banned_use_cannot_be_cured_by_conditions() -> None:
    banned = FULL.model_copy(update={"eu_ai_act": LegalOutcome(outcome="prohibited")})
    assert decision_draft(kept(banned), DAY).count("Not open while the use is prohibited.") == 2


def test_a_harmless_idea_needs_nobody_to_accept_a_harm() -> None:
    text = decision_draft(kept(PLAIN), DAY)
    assert "No harm keeps a score of 6" in text
    assert "## Conditions\n\nNone." in text


def test_markup_in_the_idea_is_shown_and_not_rendered() -> None:
    assert r"\[rank\] tenants" in decision_draft(kept(), DAY)


def test_only_a_review_can_be_drafted_from() -> None:
    with pytest.raises(InputError, match="no ethics review"):
        decision_draft(kept(Body()), DAY)
