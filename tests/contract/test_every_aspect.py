"""What every aspect of a model at work owes, and every phrase by which sources are read."""

import re
from collections import Counter

import pytest

from copilot.analysis.drafting.ai_aspects import Aspect, Filled
from copilot.analysis.gherkin.lint import criteria_findings
from copilot.domain.story_lint import StoryLine
from copilot.settings import content_root
from copilot.stores.draft_books import read_ai_aspects
from copilot.stores.notes import Notes
from copilot.stores.story_words import read_linter

ASPECTS = read_ai_aspects()
LINTER = read_linter()
PASSAGES = {one.id for one in Notes(content_root() / "knowledge").all_passages()}
TYPICAL = (
    "An AI model must suggest a shortlist of applicants to the recruiter.",
    "The assistant answers questions of customers; an agent must be able to read each answer.",
    "A classifier must flag damaged parts on the belt.",
    "Nurses want a summary of each patient, written by a language model.",
    "Our app must recommend songs to users with machine learning.",
)
"""Features of several fields, with people and without, whose outputs begin with other sounds."""
every_aspect = pytest.mark.parametrize("aspect", ASPECTS.aspects, ids=lambda one: one.key)


def filled(aspect: Aspect) -> list[Filled]:
    """Return an aspect in the words of each typical source that it counts for."""
    found = [one for text in TYPICAL for one in ASPECTS.concerned(text) if one.aspect == aspect]
    assert len(found) >= (3 if aspect.is_about_people else len(TYPICAL))
    return found


@every_aspect
def test_it_cites_a_passage_of_the_knowledge(aspect: Aspect) -> None:
    assert aspect.cites in PASSAGES


def test_no_two_have_one_key_or_rest_on_one_passage() -> None:
    assert max(Counter(one.key for one in ASPECTS.aspects).values()) == 1
    assert max(Counter(one.cites for one in ASPECTS.aspects).values()) == 1


@every_aspect
def test_its_story_has_no_warning_of_the_linter(aspect: Aspect) -> None:
    for one in filled(aspect):
        story = one.story(1, one.requirement("FR-001"))
        report = LINTER.report([StoryLine(1, story.text)])
        assert [(story.text, finding.rule) for finding in report.stories[0].findings] == []


@every_aspect
def test_its_criteria_have_no_warning_of_the_lint(aspect: Aspect) -> None:
    for one in filled(aspect):
        story = one.story(1, one.requirement("FR-001"))
        found = criteria_findings(story, LINTER.smells)
        assert [(one.at, one.rule) for one in found if one.severity != "info"] == []


@every_aspect
def test_it_leaves_no_place_open_and_says_articles_as_they_sound(aspect: Aspect) -> None:
    for one in filled(aspect):
        requirement = one.requirement("FR-001")
        story = one.story(1, requirement)
        told = "\n".join((requirement.text, one.asks, story.title, story.markdown()))
        assert re.findall(r"[{}]|\ba [aeio]|\ban [^aeiouh*]", told) == []


@every_aspect
def test_a_source_that_does_not_speak_of_it_is_not_taken_to(aspect: Aspect) -> None:
    assert not any(
        re.search(rf"(?<!\w)(?:{aspect.covered_by})(?!\w)", text, re.IGNORECASE) for text in TYPICAL
    )


@pytest.mark.parametrize("text", TYPICAL)
def test_typical_sources_are_seen_to_have_a_model_and_an_output_of_their_own(text: str) -> None:
    requirement = ASPECTS.concerned(text)[0].requirement("FR-001").text
    assert ASPECTS.default_output not in requirement
