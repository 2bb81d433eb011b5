"""Specifications: what the source says, what follows from it, and what a model proposes."""

import json

import pytest

from copilot.domain.artifact import Artifact
from copilot.domain.spec import Spec
from copilot.errors import InputError
from copilot.llm.scripted import ScriptedModel
from copilot.skills.draft_spec import DraftSpec, draft_spec
from copilot.stores.draft_books import read_source_reader
from tests.unit.reviewing import ReviewServices

SOURCE = """\
# Booking rooms

## Problem
Members call the front desk, which is closed at night.

## Requirements
- FR-1: Members can book a room for up to 4 hours.
- FR-2: A booking must be refused when the room is taken.

## Non-goals
- No catering.

Who pays for damage?
"""


@pytest.fixture
async def computed(bare: ReviewServices) -> Artifact:
    """Return a specification drafted without a model."""
    return await draft_spec.run(DraftSpec(source=SOURCE), bare)


def spec_of(artifact: Artifact) -> Spec:
    assert isinstance(artifact.body, Spec)
    return artifact.body


async def test_every_statement_of_the_source_is_somewhere_and_cited(computed: Artifact) -> None:
    spec = spec_of(computed)
    assert [one.id for one in spec.requirements] == ["FR-1", "FR-2"]
    assert spec.coverage.unread == ()
    cited = {row.text: row.sources for part in spec.sections for row in part.statements}
    assert cited["No catering."] == ("S4",)
    assert "Who pays for damage?" in " ".join(spec.questions)


async def test_a_small_feature_gets_a_short_specification(computed: Artifact) -> None:
    spec = spec_of(computed)
    assert spec.stakes == "low"
    assert [one.key for one in spec.sections] == ["problem", "requirements", "non_goals"]


async def test_a_feature_in_which_a_model_decides_gets_its_further_needs(
    bare: ReviewServices,
) -> None:
    source = "A model ranks applicants for a job, and recruiters see the first ten."
    artifact = await draft_spec.run(DraftSpec(source=source), bare)
    spec = spec_of(artifact)
    assert spec.stakes == "high"
    keys = [one.key for one in spec.sections]
    assert {"ai_behaviour", "ethics"} <= set(keys)
    assert {one.basis for one in spec.requirements} == {"cited", "derived"}
    assert spec.coverage.orphans == ()


async def test_the_markdown_is_read_back_as_the_same_requirements(computed: Artifact) -> None:
    read = read_source_reader().read(f"# {computed.title}\n\n{computed.markdown()}")
    pairs = [(one.id, one.text) for one in read.requirements]
    assert pairs == [(one.id, one.text) for one in spec_of(computed).requirements]


async def test_silent_sections_are_asked_about(computed: Artifact) -> None:
    assert any("users and non-users" in question for question in spec_of(computed).questions)


async def test_what_a_model_proposes_is_marked_as_assumed(bare: ReviewServices) -> None:
    proposals = {"proposals": [{"section": "users", "text": "Members use it at night."}]}
    seen = "With a room that is taken, the booking is refused."
    consequences = {"consequences": [{"requirement": "FR-2", "seen": seen}]}
    artifact = await modelled(bare, proposals, consequences)
    spec = spec_of(artifact)
    [users] = [part for part in spec.sections if part.key == "users"]
    assert [row.basis for row in users.statements] == ["assumed"]
    assert spec.assumptions == ["users-1: Members use it at night."]
    assert spec.requirements[1].consequences == (seen,)
    assert artifact.provenance.mode == "model"


async def test_what_a_model_invents_is_left_out_and_told(bare: ReviewServices) -> None:
    proposals = {"proposals": [{"section": "users", "text": "Our 300 members use Acme rooms."}]}
    lost = {"requirement": "FR-1", "seen": "After booking a room, members see it."}
    artifact = await modelled(bare, proposals, {"consequences": [lost]})
    spec = spec_of(artifact)
    assert spec.assumptions == []
    assert spec.requirements[0].consequences == ()
    assert "2 sentences" in artifact.warnings[0]


async def test_replies_that_cannot_be_read_are_told_and_nothing_is_lost(
    bare: ReviewServices,
) -> None:
    artifact = await modelled(bare, *["no"] * 6)
    assert len(spec_of(artifact).requirements) == 2
    assert "2 replies" in artifact.warnings[0]


async def test_a_text_that_asks_for_nothing_is_told(bare: ReviewServices) -> None:
    with pytest.raises(InputError, match="asks for nothing"):
        await draft_spec.run(DraftSpec(source="Who may see the log?"), bare)


async def modelled(bare: ReviewServices, *script: object) -> Artifact:
    model = ScriptedModel(
        script=[one if isinstance(one, str) else json.dumps(one) for one in script]
    )
    notes, root = bare.knowledge.notes.folder, bare.workspace.root
    services = ReviewServices(bare.reviewer, notes, root, chat_model=model)
    return await draft_spec.run(DraftSpec(source=SOURCE), services)
