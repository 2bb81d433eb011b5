"""The skill that plans a roadmap; no model takes part."""

import re
from pathlib import Path

import pytest

from copilot.domain.artifact import Artifact
from copilot.domain.roadmap import Roadmap
from copilot.errors import InputError
from copilot.llm.scripted import ScriptedModel
from copilot.services import Services
from copilot.skills.plan_roadmap import PlanRoadmap, plan_roadmap
from tests.doubles import SmallServices

LIST = "item,reach,impact,confidence,effort\nSources,4000,2,80%,3-6\nRetry,6000,0.5,100%,1-2"
HOSTILE = "item,reach,impact,confidence,effort\n\x1b]0;x\x07\x1b[31m=Red\u202e,9,1,80,1\nB,5,1,80,1"
_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """Return services over the shipped notes, without a model."""
    return Services({"model": "none", "embedder": "none"}, tmp_path / "workspace")


async def planned(services: Services, text: str, **fields: object) -> Artifact:
    request = PlanRoadmap.model_validate({"text": text, "keep": False, **fields})
    return await plan_roadmap.run(request, services)


async def test_it_computes_and_says_so(services: Services) -> None:
    artifact = await planned(services, LIST)
    assert (artifact.kind, artifact.provenance.mode) == ("plan_roadmap", "computed")
    assert artifact.title == "Roadmap of 2 items by RICE"
    assert isinstance(artifact.body, Roadmap)


async def test_a_model_is_never_asked(notes_folder: Path, tmp_path: Path) -> None:
    model = ScriptedModel(script=[])
    services = SmallServices(notes_folder, tmp_path / "workspace", chat_model=model)
    artifact = await planned(services, LIST)
    assert artifact.provenance.model is None
    assert artifact.provenance.usage.input_tokens == 0


async def test_it_cites_the_notes_it_rests_on_word_for_word(services: Services) -> None:
    artifact = await planned(services, LIST)
    ids = [citation.id for citation in artifact.citations]
    assert ids[0] == "rice#formula"
    assert "rank-sensitivity#steps" in ids
    for citation in artifact.citations:
        assert citation.quote in services.knowledge.passage(citation.id).text
        assert citation.supports
    assert artifact.warnings == ()


async def test_notes_that_are_not_here_are_told(notes_folder: Path, tmp_path: Path) -> None:
    services = SmallServices(notes_folder, tmp_path / "workspace", flags={"model": "none"})
    artifact = await planned(services, LIST)
    assert artifact.citations == ()
    assert "rice#formula" in artifact.warnings[0]


async def test_it_is_kept_under_the_id_it_shows(services: Services) -> None:
    artifact = await planned(services, LIST, keep=True)
    assert artifact.id
    assert f"Kept as `{artifact.id}`" in artifact.markdown()
    assert services.artifacts.read(artifact.id)["body"]["kept_as"] == artifact.id


async def test_it_is_not_kept_where_nobody_wants_that(services: Services) -> None:
    artifact = await planned(services, LIST)
    assert artifact.id is None
    assert services.artifacts.names() == []


async def test_the_same_list_and_seed_give_the_same_roadmap(services: Services) -> None:
    first, again = await planned(services, LIST, seed=4), await planned(services, LIST, seed=4)
    assert first.body == again.body


async def test_nothing_of_a_name_reaches_the_terminal(services: Services) -> None:
    artifact = await planned(services, HOSTILE)
    assert not _OBEYED.search(artifact.markdown())
    assert not _OBEYED.search(artifact.model_dump_json().replace("\\n", ""))
    assert "'=Red" in artifact.markdown()


@pytest.mark.parametrize(
    "fields", [{"framework": "moscow"}, {"capacity": 0}, {"now": 0}, {"seed": -1}]
)
async def test_wishes_that_cannot_be_met_are_refused(
    services: Services, fields: dict[str, object]
) -> None:
    with pytest.raises(InputError) as caught:
        await planned(services, LIST, **fields)
    assert caught.value.hint


def test_a_model_is_shown_only_the_list_and_the_framework() -> None:
    assert set(PlanRoadmap.model_json_schema()["properties"]) == {"text", "framework"}
