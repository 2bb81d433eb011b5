"""A specification, composed."""

from datetime import date

import pytest

from copilot.analysis.requirements.identifiers import is_of_statement
from copilot.analysis.review.reviewer import Idea, Reviewer
from copilot.analysis.specs.composing import (
    AI,
    CONDITIONS,
    ETHICS,
    EXPECTED,
    TITLES,
    Material,
    Proposal,
    composed,
    silent,
)
from copilot.analysis.specs.stakes import Judged
from copilot.domain.spec import REQUIREMENTS, Section, Spec, Stakes
from copilot.stores.draft_books import read_ai_aspects, read_source_reader
from tests.unit.reviewing import CREDIT

READER, ASPECTS = read_source_reader(), read_ai_aspects()
TEXT = """# Lanes

## Problem
Guests complain about full lanes.

## Requirements
- FR-1: An AI model must suggest a lane to each guest.
- FR-2: Guests must be able to give feedback on a suggestion.
- FR-3: The lamp must glow.

## Assumptions
- Guests have phones.

## Questions
- Who pays?
"""


def material(reviewer: Reviewer, stakes: Stakes = "medium", text: str = TEXT) -> Material:
    """Return what a specification of a text is made of."""
    source = READER.read(text)
    review = reviewer.review(Idea(text), date(2026, 11, 22))
    return Material(source, Judged(stakes, "So."), review, ASPECTS.concerned(source.asked_for))


def section(spec: Spec, key: str) -> Section:
    """Return a section of a specification."""
    return next(one for one in spec.sections if one.key == key)


def test_each_statement_of_the_source_stands_in_its_section_and_is_cited(
    reviewer: Reviewer,
) -> None:
    spec = composed(material(reviewer))
    row = section(spec, "problem").statements[0]
    assert (row.id, row.text) == ("problem-1", "Guests complain about full lanes.")
    assert (row.basis, row.sources) == ("cited", ("S1",))
    assert spec.coverage.unread == ()


def test_sections_come_in_one_order_and_empty_ones_are_left_out(reviewer: Reviewer) -> None:
    keys = [one.key for one in composed(material(reviewer)).sections]
    assert keys == [key for key in TITLES if key in keys]
    assert REQUIREMENTS in keys
    assert "rollout" not in keys


def test_what_a_model_needs_is_derived_unless_the_source_speaks_of_it(reviewer: Reviewer) -> None:
    spec = composed(material(reviewer))
    derived = [one for one in spec.requirements if one.basis == "derived"]
    assert [one.id for one in spec.requirements[:4]] == ["FR-1", "FR-2", "FR-3", "FR-004"]
    assert spec.coverage.orphans == ()
    assert spec.coverage.covered == tuple(one.id for one in spec.requirements)
    rows = {row.text.split(":")[0]: row for row in section(spec, AI).statements}
    assert rows["Feedback"].text == "Feedback: the source speaks of it in FR-2."
    assert rows["Feedback"].sources == ("FR-2",)
    assert rows["Monitoring"].sources[0] in {one.id for one in derived}


def test_every_aspect_is_told_of_also_where_only_a_risk_speaks_of_it(reviewer: Reviewer) -> None:
    text = f"{TEXT}\n## Risks\n- Nobody notices drift of the model.\n"
    given = material(reviewer, text=text)
    spec = composed(given)
    rows = [row for row in section(spec, AI).statements if row.text.startswith("Monitoring")]
    assert [row.text for row in rows] == ["Monitoring: the source speaks of it."]
    assert rows[0].sources == (spec.statements[-1].id,)
    assert len(section(spec, AI).statements) == len(given.aspects) > 5


@pytest.mark.parametrize("stakes", ["low", "medium", "high"])
def test_the_ethics_review_is_told_as_far_as_the_stakes_ask_for(
    stakes: Stakes, reviewer: Reviewer
) -> None:
    given = material(reviewer, stakes)
    rows = [row for one in composed(given).sections if one.key == ETHICS for row in one.statements]
    if stakes == "low":
        assert rows == []
        return
    conditions = len(given.review.requirements)
    most = CONDITIONS[stakes]
    assert len(rows) == 1 + min(conditions, most) + (conditions > most)
    assert rows[0].text.startswith("EU AI Act: ")


def test_conditions_that_are_left_out_are_counted(reviewer: Reviewer) -> None:
    given = material(reviewer, "medium", CREDIT)
    left = len(given.review.requirements) - CONDITIONS["medium"]
    told = f"{left} more conditions stand in the full ethics review."
    assert left > 0
    assert section(composed(given), ETHICS).statements[-1].text == told


def test_proposals_are_assumed_and_stand_in_the_index_behind_assumptions_of_the_source(
    reviewer: Reviewer,
) -> None:
    given = material(reviewer)._replace(proposals=[Proposal("users", "Guests of the pool.")])
    spec = composed(given)
    row = section(spec, "users").statements[0]
    assert (row.id, row.basis, row.sources) == ("users-1", "assumed", ())
    assert spec.assumptions == ["S5: Guests have phones.", "users-1: Guests of the pool."]


def test_consequences_are_put_under_their_requirement(reviewer: Reviewer) -> None:
    given = material(reviewer)._replace(consequences={"FR-3": ("The lamp is seen.",)})
    found = {one.id: one.consequences for one in composed(given).requirements}
    assert found["FR-3"] == ("The lamp is seen.",)
    assert found["FR-1"] == ()


@pytest.mark.parametrize("stakes", ["low", "medium", "high"])
def test_a_section_that_should_say_something_and_does_not_is_silent(
    stakes: Stakes, reviewer: Reviewer
) -> None:
    assert silent(material(reviewer, stakes)) == [
        key for key in EXPECTED[stakes] if key != "problem"
    ]


def test_a_specification_read_back_has_the_same_requirements(reviewer: Reviewer) -> None:
    spec = composed(material(reviewer, "high"))
    again = READER.read(spec.markdown())
    assert [(one.id, one.text) for one in again.requirements] == [
        (one.id, one.text) for one in spec.requirements
    ]


@pytest.mark.parametrize("key", TITLES)
def test_statements_of_every_section_are_known_when_they_are_read_back(key: str) -> None:
    assert is_of_statement(f"**{key}-12** It must ring.")
