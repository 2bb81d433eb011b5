"""Stories from a scripted model, and from rules alone."""

import json
from typing import Any

import pytest

from copilot.domain.artifact import Artifact
from copilot.domain.story import Stories
from copilot.errors import InputError, ModelError
from copilot.llm.scripted import ScriptedModel
from copilot.skills.draft_story import MOST_BY_MODEL, DraftStory, draft_story
from tests.doubles import SmallServices

IDEA = "compare input distributions of a sensor every week"
CRITERIA = [
    {
        "given": ["a sensor with values of the week before"],
        "when": "the week ends",
        "then": ["the input distributions of both are listed side by side"],
    },
    {
        "given": ["a sensor without values of last week"],
        "when": "the week ends",
        "then": ["it is said that the values are missing"],
    },
    {
        "given": ["the weeks were compared"],
        "when": "the data lead opens the record",
        "then": ["the comparison is kept with its week"],
    },
]
DRAFTED: dict[str, Any] = {
    "title": "Weekly comparison of sensor inputs",
    "as_a": "data lead",
    "i_want": "to compare the input distributions of a sensor every week",
    "so_that": "I notice changes before they do harm",
    "criteria": CRITERIA,
    "sources": [1, 1, 9],
    "assumptions": [],
}
WISHES = "- Members can {} their booking.\n"


async def drafted(
    services: SmallServices, *script: dict[str, Any] | str, idea: str = IDEA, **fields: Any
) -> Artifact:
    assert isinstance(services.chat_model, ScriptedModel)
    services.chat_model.script += [
        one if isinstance(one, str) else json.dumps(one) for one in script
    ]
    return await draft_story.run(DraftStory(idea=idea, **fields), services)


def body_of(artifact: Artifact) -> Stories:
    assert isinstance(artifact.body, Stories)
    return artifact.body


@pytest.fixture
def without(services: SmallServices) -> SmallServices:
    """Return services without a model."""
    notes, root = services.knowledge.notes.folder, services.workspace.root
    return SmallServices(notes, root, flags={"model": "none"})


async def test_a_story_has_ids_criteria_its_requirement_and_the_passages_that_bear_it(
    services: SmallServices,
) -> None:
    artifact = await drafted(services, DRAFTED)
    [story] = body_of(artifact).stories
    assert (artifact.title, story.id) == (DRAFTED["title"], "US-001")
    assert [criterion.id for criterion in story.criteria] == ["AC-001.1", "AC-001.2", "AC-001.3"]
    assert story.sources == ["FR-001", artifact.citations[0].id]
    assert story.sources[1].startswith("drift#")


async def test_what_is_asked_for_is_covered_by_the_story_and_one_of_its_criteria(
    services: SmallServices,
) -> None:
    body = body_of(await drafted(services, DRAFTED))
    assert [one.text for one in body.requirements] == [IDEA]
    assert body.coverage.covered == ("FR-001",)
    left = (*body.coverage.missing, *body.coverage.orphans, *body.coverage.unread)
    assert left == ()


async def test_sources_that_point_to_nothing_are_removed_and_told(services: SmallServices) -> None:
    artifact = await drafted(services, DRAFTED)
    assert artifact.warnings == ("Sources that point to nothing were removed: 9.",)


async def test_the_persona_reaches_the_model(services: SmallServices) -> None:
    await drafted(services, DRAFTED, persona="night nurses")
    assert isinstance(services.chat_model, ScriptedModel)
    assert "Written for: night nurses" in services.chat_model.asked[0][-1].text


async def test_a_story_with_too_few_criteria_is_asked_for_again(services: SmallServices) -> None:
    artifact = await drafted(services, DRAFTED | {"criteria": []}, DRAFTED)
    assert artifact.title == DRAFTED["title"]


async def test_faults_that_rules_find_are_told_to_the_model_and_the_better_story_is_kept(
    services: SmallServices,
) -> None:
    vague = DRAFTED | {"i_want": "to see a nice and user-friendly overview"}
    artifact = await drafted(services, vague, DRAFTED)
    assert isinstance(services.chat_model, ScriptedModel)
    assert "“nice”" in services.chat_model.asked[1][-1].text
    assert body_of(artifact).stories[0].i_want == DRAFTED["i_want"]


async def test_after_a_repair_that_does_not_help_the_faults_are_shown(
    services: SmallServices,
) -> None:
    vague = DRAFTED | {"i_want": "to compare input distributions of a sensor quickly every week"}
    [story] = body_of(await drafted(services, vague, vague)).stories
    assert [one.criterion for one in story.findings if one.severity != "info"] == ["unambiguous"]
    assert isinstance(services.chat_model, ScriptedModel)
    assert len(services.chat_model.asked) == 2


async def test_a_figure_that_the_source_does_not_have_is_flagged(services: SmallServices) -> None:
    invented = DRAFTED | {"so_that": "I can cut false alarms by 40% before Christmas"}
    [story] = body_of(await drafted(services, invented, invented)).stories
    flagged = [one.message for one in story.findings if one.criterion == "grounded"]
    assert any("40%" in message for message in flagged)
    assert any("Christmas" in message for message in flagged)


async def test_where_no_criterion_says_the_requirement_one_is_added_in_its_words(
    services: SmallServices,
) -> None:
    idea = "A session must end after 15 minutes without input."
    artifact = await drafted(services, DRAFTED, DRAFTED, idea=idea)
    story = body_of(artifact).stories[0]
    assert "15 minutes" in story.criteria[-1].then[0]
    assert artifact.warnings[0].startswith("AC-001.4 was added by rule")


async def test_a_model_that_writes_no_story_is_replaced_by_rules_and_told(
    services: SmallServices,
) -> None:
    artifact = await drafted(services, "no", "no", "no", idea="Members can cancel their booking.")
    [story] = body_of(artifact).stories
    assert (story.as_a, story.i_want) == ("member", "to cancel their booking")
    assert "rules have" in artifact.warnings[0]


async def test_a_model_that_falls_silent_half_way_loses_no_story(services: SmallServices) -> None:
    assert isinstance(services.chat_model, ScriptedModel)
    gone = ModelError("The model does not answer.", hint="Try again.")
    services.chat_model.script += [json.dumps(DRAFTED), gone]
    request = DraftStory(idea=f"{IDEA}. Members can cancel their booking.")
    artifact = await draft_story.run(request, services)
    first, second = body_of(artifact).stories
    assert (first.title, second.i_want) == (DRAFTED["title"], "to cancel their booking")
    assert "From FR-002 on rules have written" in " ".join(artifact.warnings)


async def test_stories_beyond_what_a_model_writes_at_once_are_made_by_rules(
    services: SmallServices,
) -> None:
    acts = ["cancel", "move", "share", "print", "export", "rename", "copy", "archive", "rate"]
    acts += ["extend", "shorten", "confirm", "review", "pay"]
    idea = "".join(WISHES.format(act) for act in acts)
    artifact = await drafted(services, *["no"] * 3 * MOST_BY_MODEL, idea=idea)
    assert len(body_of(artifact).stories) == len(acts)
    assert "FR-013, FR-014" in artifact.warnings[-1]


async def test_without_a_model_stories_are_made_of_the_words_of_the_source(
    without: SmallServices,
) -> None:
    request = DraftStory(idea="- Guests can hide their age.\n- Alerts expire after 8 hours.")
    artifact = await draft_story.run(request, without)
    first, second = body_of(artifact).stories
    assert first.text == "As a guest, I want to hide their age."
    assert second.criteria[0].then == ["alerts expire after 8 hours"]
    assert artifact.provenance.mode == "computed"
    assert body_of(artifact).coverage.covered == ("FR-001", "FR-002")


async def test_no_more_stories_are_written_than_asked_for_and_the_rest_is_missing(
    without: SmallServices,
) -> None:
    idea = "".join(WISHES.format(act) for act in ("cancel", "move", "share"))
    body = body_of(await draft_story.run(DraftStory(idea=idea, count=2), without))
    assert len(body.stories) == 2
    assert body.coverage.missing == ("FR-003",)
    assert "FR-003" in body.questions[0]


async def test_where_a_model_decides_its_further_needs_become_stories(
    without: SmallServices,
) -> None:
    idea = "A model predicts which customers will leave, and agents see the list."
    body = body_of(await draft_story.run(DraftStory(idea=idea), without))
    kinds = {story.kind for story in body.stories}
    assert kinds == {"functional", "responsible_ai", "data", "monitoring"}
    derived = [one for one in body.requirements if one.basis == "derived"]
    assert {one.id for one in derived} <= set(body.coverage.covered)


async def test_the_stories_are_kept_under_an_id_unless_unwanted(without: SmallServices) -> None:
    artifact = await draft_story.run(DraftStory(idea="Guests can hide their age."), without)
    assert without.artifacts.opened(artifact.id or "").body == artifact.body
    passing = DraftStory(idea="Guests can hide their age.", keep=False)
    assert (await draft_story.run(passing, without)).id is None


async def test_a_text_that_asks_for_nothing_is_told(without: SmallServices) -> None:
    with pytest.raises(InputError, match="asks for nothing"):
        await draft_story.run(DraftStory(idea="Who may see the log?"), without)


async def test_open_questions_of_the_source_are_asked(without: SmallServices) -> None:
    request = DraftStory(idea="Guests can hide their age. Who may see the log?")
    body = body_of(await draft_story.run(request, without))
    assert any("Who may see the log?" in question for question in body.questions)
    assert len(body.questions) <= 5
