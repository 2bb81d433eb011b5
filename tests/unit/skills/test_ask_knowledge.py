"""Answers from the tiny notes."""

import pytest

from copilot.domain.artifact import Artifact
from copilot.llm.scripted import ScriptedModel
from copilot.skills.ask_knowledge import NO_ANSWER, Answer, AskKnowledge, ask_knowledge
from tests.doubles import NOW, SmallServices

QUESTION = "Are emotions of employees at the workplace protected?"


async def asked(services: SmallServices, question: str = QUESTION, *script: str) -> Artifact:
    if isinstance(services.chat_model, ScriptedModel):
        services.chat_model.script += script
    return await ask_knowledge.run(AskKnowledge(question=question), services)


def body(artifact: Artifact) -> Answer:
    assert isinstance(artifact.body, Answer)
    return artifact.body


async def test_an_answer_cites_the_passages_it_was_given(services: SmallServices) -> None:
    artifact = await asked(services, QUESTION, "Inferring them is prohibited [1].")
    assert body(artifact).answered
    assert artifact.citations[0].id == "emotion-law#the-ban"
    assert artifact.citations[0].clause == "EU AI Act Art. 5(1)(f)"
    assert artifact.warnings == ()
    assert artifact.provenance.prompt == services.prompts.get("ask_knowledge").reference
    assert (artifact.provenance.mode, artifact.provenance.created) == ("model", NOW)
    assert artifact.provenance.usage.estimated


async def test_the_model_is_given_the_passages_inside_delimiters(services: SmallServices) -> None:
    await asked(services, QUESTION, "Prohibited [1].")
    assert isinstance(services.chat_model, ScriptedModel)
    said = services.chat_model.asked[0][-1].text
    assert '<passage number="1" title="Emotion law: The ban"' in said
    assert QUESTION in said


@pytest.mark.parametrize(
    ("reply", "warning"),
    [
        ("Prohibited [1] [9].", "point to nothing were removed: [9]"),
        ("Inferring emotions of employees is prohibited.", "matched to its words by code"),
        ("Art. 99 forbids it [1].", "Clauses named in no passage, so check before use: Art. 99"),
        ("Up to 35 million [1].", "Figures that stand in no passage: 35"),
        ("Bananas taste sweet.", "No passage bears this answer"),
    ],
)
async def test_what_the_check_found_is_told(
    services: SmallServices, reply: str, warning: str
) -> None:
    artifact = await asked(services, QUESTION, reply)
    assert any(warning in text for text in artifact.warnings)


async def test_a_name_that_no_passage_has_is_told_to_the_model(services: SmallServices) -> None:
    await asked(services, f"{QUESTION[:-1]} in Zorblatia?", "Prohibited [1].")
    assert isinstance(services.chat_model, ScriptedModel)
    assert "do not mention Zorblatia" in services.chat_model.asked[0][-1].text


@pytest.fixture
def small(services: SmallServices) -> SmallServices:
    """Return services whose model is held to schemas."""
    notes, root = services.knowledge.notes.folder, services.workspace.root
    return SmallServices(notes, root, chat_model=services.chat_model, flags={"tools": "guided"})


async def test_a_small_model_picks_sentences_that_stand_verbatim(small: SmallServices) -> None:
    artifact = await asked(small, QUESTION, '{"sentences": [1, 99]}')
    assert body(artifact).answered
    said = body(artifact).answer.removesuffix(" [1]")
    assert said in small.knowledge.passage(artifact.citations[0].id).text
    assert artifact.provenance.prompt == small.prompts.get("pick_sentences").reference


async def test_a_small_model_that_picks_nothing_leaves_the_nearest_passages(
    small: SmallServices,
) -> None:
    artifact = await asked(small, QUESTION, '{"sentences": []}')
    assert not body(artifact).answered
    assert any("emotion-law#the-ban" in warning for warning in artifact.warnings)


async def test_a_model_that_finds_no_answer_is_believed(services: SmallServices) -> None:
    artifact = await asked(services, QUESTION, f"{NO_ANSWER}.")
    assert not body(artifact).answered
    assert artifact.citations == ()
    assert not any("No passage bears" in warning for warning in artifact.warnings)


async def test_a_question_about_other_things_does_not_reach_the_model(
    services: SmallServices,
) -> None:
    artifact = await asked(services, "Which zebra quarks do bananas prefer at work?")
    assert not body(artifact).answered
    assert artifact.provenance.mode == "computed"
    assert isinstance(services.chat_model, ScriptedModel)
    assert services.chat_model.asked == []


async def test_without_a_model_the_best_passages_are_shown_and_not_called_an_answer(
    services: SmallServices,
) -> None:
    bare = SmallServices(
        services.knowledge.notes.folder, services.workspace.root, flags={"model": "none"}
    )
    artifact = await asked(bare)
    assert not body(artifact).answered
    assert artifact.citations[0].id == "emotion-law#the-ban"
    assert "not an answer" in artifact.warnings[-1]


async def test_a_collection_keeps_the_others_out(services: SmallServices) -> None:
    request = AskKnowledge(question=QUESTION, collection="plans")
    artifact = await ask_knowledge.run(request, services)
    assert body(artifact).passages == []


async def test_a_rebuilt_index_is_mentioned_once(services: SmallServices) -> None:
    services.search.notices.append("Rebuilt.")
    assert "Rebuilt." in (await asked(services, QUESTION, "Prohibited [1].")).warnings
    assert "Rebuilt." not in (await asked(services, QUESTION, "Prohibited [1].")).warnings
