"""Questions to a kept survey, and what is made of its themes."""

from pathlib import Path

import pytest

from copilot.domain.artifact import Artifact
from copilot.domain.idea import Ideas
from copilot.domain.story import Stories
from copilot.domain.survey import SURVEY
from copilot.errors import InputError, NotFound
from copilot.skills.ask_survey import AskSurvey, SurveyAnswer, ask_survey
from copilot.skills.brainstorm import Brainstorm, brainstorm
from copilot.skills.draft_story import stories_from_survey
from tests.doubles import NOW, SmallServices
from tests.unit.analysis.surveys.summaries import summary


@pytest.fixture
def services(tmp_path: Path) -> SmallServices:
    (tmp_path / "notes").mkdir()
    return SmallServices(tmp_path / "notes", tmp_path / "w", flags={"model": "none"})


@pytest.fixture
def survey(services: SmallServices) -> str:
    artifact = Artifact(
        kind=SURVEY, title="Survey", body=summary(), provenance=services.provenance()
    )
    return services.artifacts.keep(artifact).id or ""


async def test_the_newest_survey_is_asked_where_none_is_named(
    services: SmallServices, survey: str
) -> None:
    artifact = await ask_survey.run(AskSurvey(question="What do people complain about?"), services)
    body = artifact.body
    assert isinstance(body, SurveyAnswer)
    assert body.survey == survey
    assert "Slow search" in body.findings[0].text
    assert "(row 17)" in artifact.markdown()
    assert artifact.provenance.mode == "computed"
    assert artifact.provenance.created == NOW


async def test_without_an_answer_it_says_so_and_where_everything_is(
    services: SmallServices, survey: str
) -> None:
    artifact = await ask_survey.run(AskSurvey(question="Is it raining?", survey=survey), services)
    assert "does not answer this" in artifact.markdown()
    assert survey in artifact.markdown()


async def test_without_a_survey_the_command_that_makes_one_is_named(
    services: SmallServices,
) -> None:
    with pytest.raises(NotFound) as missing:
        await ask_survey.run(AskSurvey(question="What is the NPS?"), services)
    assert "pm-copilot summarize-survey" in missing.value.hint


def test_themes_become_stories_that_are_kept(services: SmallServices, survey: str) -> None:
    artifact = stories_from_survey(survey, services)
    assert isinstance(artifact.body, Stories)
    assert [story.title for story in artifact.body.stories] == ["Slow search", "Dark mode"]
    assert artifact.body.coverage.covered == ("FR-001", "FR-002")
    assert artifact.id is not None


async def test_a_theme_is_a_problem_to_find_ideas_for(services: SmallServices, survey: str) -> None:
    artifact = await brainstorm.run(Brainstorm(problem=f"{survey}#t2", keep=False), services)
    assert isinstance(artifact.body, Ideas)
    assert artifact.body.problem.startswith("Dark mode: It is about dark mode.")


async def test_stories_of_something_else_are_refused(services: SmallServices) -> None:
    other = await brainstorm.run(Brainstorm(problem="agents retype addresses"), services)
    with pytest.raises(InputError, match="is no survey"):
        stories_from_survey(other.id or "", services)
