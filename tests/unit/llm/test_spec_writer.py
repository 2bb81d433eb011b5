"""What a model adds to a specification, and what of it is left out."""

import json

import pytest

from copilot.domain.requirement import Requirement, Statement
from copilot.errors import ModelError
from copilot.llm.scripted import ScriptedModel
from copilot.llm.spec_writer import AT_ONCE, SpecWriter, Supplement
from copilot.settings import content_root
from copilot.stores.prompts import Prompts

SAID = "Members can book a room for up to 4 hours."
ROOM = Requirement(id="FR-001", text=SAID, sources=("S1",))
PROMPTS = Prompts(content_root() / "prompts")
SEEN = "With a room that is free, a member can book it for up to 4 hours, and no longer."


def proposal(section: str, text: str) -> dict[str, str]:
    return {"section": section, "text": text}


async def supplemented(
    *proposals: dict[str, str], seen: tuple[dict[str, str], ...] = (), source: str = SAID
) -> Supplement:
    model = ScriptedModel(
        script=[json.dumps({"proposals": proposals}), json.dumps({"consequences": seen})]
    )
    statements = [Statement(id="S1", text=source, line=1)]
    writer = SpecWriter(
        model, PROMPTS.get("draft_spec"), PROMPTS.get("write_consequences"), source, statements
    )
    return await writer.supplement(["users", "risks"], [ROOM])


async def test_proposals_stand_in_the_order_of_the_sections() -> None:
    found = await supplemented(
        proposal("risks", "Somebody may book a room and stay away."),
        proposal("users", "The front desk is affected."),
    )
    assert [one.key for one in found.proposals] == ["users", "risks"]
    assert found.warnings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Our 300 members use it.",
        "They book it through Outlook.",
        "Members book a room for up to 4 hours.",
        "Members use it; readers of the translated pages are affected.",
        "The source does not say who uses it.",
    ],
)
async def test_what_is_invented_repeated_or_of_the_example_is_left_out(text: str) -> None:
    found = await supplemented(proposal("users", text))
    assert found.proposals == ()
    assert found.warnings[0].startswith("Left out of what the model wrote: 1 sentences")


async def test_what_is_seen_of_a_requirement_is_kept_with_its_id() -> None:
    found = await supplemented(seen=({"requirement": "FR-001", "seen": SEEN},))
    assert found.consequences == {"FR-001": (SEEN,)}


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("FR-009", SEEN),
        ("FR-001", "With a room that is free, a member can book it."),
        ("FR-001", "With members who book a room for up to 4 hours."),
        ("FR-001", "With the page of the club, the logo is shown 4 times."),
        ("FR-001", SEEN.replace("no longer", "Kim is told")),
    ],
)
async def test_what_says_nothing_of_it_is_left_out(name: str, seen: str) -> None:
    found = await supplemented(seen=({"requirement": name, "seen": seen},))
    assert found.consequences == {}


async def test_requirements_are_asked_of_in_small_groups() -> None:
    many = [ROOM.model_copy(update={"id": f"FR-{at:03}"}) for at in range(AT_ONCE + 1)]
    model = ScriptedModel(script=[json.dumps({"consequences": []})] * 2)
    writer = SpecWriter(model, PROMPTS.get("draft_spec"), PROMPTS.get("write_consequences"), SAID)
    await writer.supplement([], many)
    assert len(model.asked) == 2
    assert "FR-005" in model.asked[1][-1].text


async def test_a_model_that_falls_silent_later_loses_only_its_part() -> None:
    gone = ModelError("The model does not answer.", hint="Try again.")
    kept = json.dumps({"proposals": [proposal("users", "The front desk is affected.")]})
    prompts = PROMPTS.get("draft_spec"), PROMPTS.get("write_consequences")
    writer = SpecWriter(ScriptedModel(script=[kept, gone]), *prompts, SAID)
    found = await writer.supplement(["users"], [ROOM])
    assert len(found.proposals) == 1
    assert "1 reply of the model" in found.warnings[-1]


async def test_a_model_that_never_answers_is_told() -> None:
    gone = ModelError("The model does not answer.", hint="Try again.")
    prompts = PROMPTS.get("draft_spec"), PROMPTS.get("write_consequences")
    with pytest.raises(ModelError, match="does not answer"):
        await SpecWriter(ScriptedModel(script=[gone]), *prompts, SAID).supplement(["users"], [])
