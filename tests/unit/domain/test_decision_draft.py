"""A decision record has everything but the decision."""

from datetime import UTC, date, datetime

import pytest
import yaml

from copilot.domain.artifact import Artifact, Body, Provenance
from copilot.domain.decision_draft import decision_draft
from copilot.domain.document import Citation
from copilot.domain.review import LegalOutcome, Requirement
from copilot.errors import InputError
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


def test_its_header_names_the_review_and_the_rules() -> None:
    header = yaml.safe_load(decision_draft(kept(), DAY).split("---\n")[1])
    assert header["status"] == "draft"
    assert header["date"] == DAY
    assert header["evidence"] == {"review": "review-ethics-1", "rules_version": "7"}
    assert '"score"' in header["title"]


def test_the_sections_stand_in_the_order_of_deciding() -> None:
    lines = decision_draft(kept(), DAY).splitlines()
    assert [line[3:] for line in lines if line.startswith("## ")] == [
        "Context",
        "Options",
        "Proposed",
        "Conditions",
        "Harms accepted",
        "Dissent",
        "Triangle of truth",
        "Review date",
        "Sources",
    ]


def test_it_says_that_a_person_has_to_decide_and_sign() -> None:
    text = decision_draft(kept(), DAY)
    assert "a person has to decide, fill in the blanks and sign" in text
    assert "**Recommendation: Redesign.** It goes too far." in text
    assert text.splitlines()[-1].startswith("Decided by: ____")


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
