"""Stories from a scripted model."""

import json

import pytest

from copilot.domain.artifact import Artifact
from copilot.domain.story import Stories
from copilot.errors import MalformedReply, SetupError
from copilot.llm.scripted import ScriptedModel
from copilot.skills.draft_story import DraftStory, draft_story
from tests.doubles import SmallServices

CRITERION = {"given": ["an alarm"], "when": "the week ends", "then": ["it is listed"]}
DRAFTED = {
    "title": "Weekly drift report",
    "as_a": "data lead",
    "i_want": "to see model drift every week",
    "so_that": "I can retrain in time",
    "criteria": [CRITERION] * 3,
    "sources": [1, 1, 9],
    "assumptions": [],
}


async def drafted(services: SmallServices, *script: str, persona: str | None = None) -> Artifact:
    assert isinstance(services.chat_model, ScriptedModel)
    services.chat_model.script += script
    request = DraftStory(idea="compare model drift every week", persona=persona)
    return await draft_story.run(request, services)


async def test_a_story_has_ids_criteria_and_the_passages_that_bear_it(
    services: SmallServices,
) -> None:
    artifact = await drafted(services, json.dumps(DRAFTED))
    assert isinstance(artifact.body, Stories)
    [story] = artifact.body.stories
    assert (artifact.title, story.id) == ("Weekly drift report", "US-001")
    assert [criterion.id for criterion in story.criteria] == ["AC-001.1", "AC-001.2", "AC-001.3"]
    assert story.sources == [artifact.citations[0].id]
    assert story.sources[0].startswith("drift#")


async def test_sources_that_point_to_nothing_are_removed_and_told(services: SmallServices) -> None:
    artifact = await drafted(services, json.dumps(DRAFTED))
    assert artifact.warnings == ("Sources that point to nothing were removed: 9.",)


async def test_the_persona_reaches_the_model(services: SmallServices) -> None:
    await drafted(services, json.dumps(DRAFTED), persona="night nurses")
    assert isinstance(services.chat_model, ScriptedModel)
    assert "Written for: night nurses" in services.chat_model.asked[0][-1].text


async def test_a_story_with_too_few_criteria_is_repaired(services: SmallServices) -> None:
    artifact = await drafted(services, json.dumps(DRAFTED | {"criteria": []}), json.dumps(DRAFTED))
    assert artifact.title == "Weekly drift report"


async def test_a_model_that_cannot_write_it_is_told(services: SmallServices) -> None:
    with pytest.raises(MalformedReply, match="DraftedStory"):
        await drafted(services, "no", "no", "no")


async def test_without_a_model_the_next_command_is_named(services: SmallServices) -> None:
    bare = SmallServices(
        services.knowledge.notes.folder, services.workspace.root, flags={"model": "none"}
    )
    with pytest.raises(SetupError, match="needs a model") as caught:
        await draft_story.run(DraftStory(idea="an idea"), bare)
    assert "pm-copilot models pull" in caught.value.hint
