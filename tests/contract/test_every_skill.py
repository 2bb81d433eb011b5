"""What every skill owes, old or new."""

import asyncio
import inspect
import re
from pathlib import Path

import click
import pytest
from pydantic.fields import FieldInfo

from copilot.cli.skill_command import skill_command
from copilot.domain.artifact import Artifact
from copilot.errors import InputError, NotFound, SetupError
from copilot.services import Services
from copilot.settings import content_root
from copilot.skill import Skill
from copilot.skills import all_skills
from copilot.stores.prompts import Prompts
from tests.unit.cli.running import pm

SKILLS = {skill.name: skill for skill in all_skills()}
FIELDS = {
    f"{skill.name}.{name}": info
    for skill in SKILLS.values()
    for name, info in skill.request.model_fields.items()
}
every_skill = pytest.mark.parametrize("skill", SKILLS.values(), ids=SKILLS)


def test_there_are_skills() -> None:
    assert SKILLS


@every_skill
def test_the_summary_is_one_short_sentence(skill: Skill) -> None:
    assert skill.summary[0].isupper()
    assert skill.summary.count(". ") == 0
    assert skill.summary.endswith(".")
    assert len(skill.summary) <= 100


@every_skill
def test_the_description_says_when_to_use_it(skill: Skill) -> None:
    assert len(skill.description) > len(skill.summary) + 20


@pytest.mark.parametrize("info", FIELDS.values(), ids=FIELDS)
def test_every_field_of_a_request_is_described(info: FieldInfo) -> None:
    assert info.description
    assert not info.description.endswith(".")


@every_skill
def test_the_first_field_is_a_required_text(skill: Skill) -> None:
    info = skill.request.model_fields[skill.first_field]
    assert info.annotation is str
    assert info.is_required()


@every_skill
def test_only_the_first_field_is_required(skill: Skill) -> None:
    required = [name for name, info in skill.request.model_fields.items() if info.is_required()]
    assert required == [skill.first_field]


@every_skill
def test_its_prompts_exist(skill: Skill) -> None:
    prompts = Prompts(content_root() / "prompts")
    assert all(prompts.get(name).name == name for name in skill.prompts)


@every_skill
def test_it_has_examples_that_no_other_skill_has(skill: Skill) -> None:
    others = {text for one in SKILLS.values() if one is not skill for text in one.examples}
    assert len(set(skill.examples)) >= 3
    assert not others & set(skill.examples)


@every_skill
def test_it_runs_asynchronously_on_a_request_and_services(skill: Skill) -> None:
    assert inspect.iscoroutinefunction(skill.run)
    assert list(inspect.signature(skill.run).parameters) == ["request", "services"]


@every_skill
def test_it_is_listed_in_help_with_its_summary(skill: Skill) -> None:
    shown = " ".join(pm("--help").out.split())
    assert f"{skill.command} {skill.summary}" in shown


@every_skill
def test_its_command_has_an_option_for_every_other_field(skill: Skill) -> None:
    command = skill_command(skill.name)
    first, *others = skill.request.model_fields
    assert isinstance(command.params[0], click.Argument)
    assert command.params[0].name == first
    assert {param.name for param in command.params[1:]} >= set(others)


@every_skill
def test_an_empty_text_is_refused(skill: Skill) -> None:
    with pytest.raises(InputError):
        skill.parse({"": ""})


@every_skill
async def test_without_a_model_it_computes_or_names_the_next_command(
    skill: Skill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in re.findall(r"[\w-]+\.csv", skill.examples[0]):
        Path(name).write_text("plan,What is missing?\nfree,search\npro,export\n")
    services = Services({"model": "none", "embedder": "none"}, tmp_path / "w")
    request = skill.parse({"": skill.examples[0]})
    outcome = (await asyncio.gather(skill.run(request, services), return_exceptions=True))[0]
    if isinstance(outcome, SetupError | NotFound):
        assert "pm-copilot" in outcome.hint
    else:
        assert isinstance(outcome, Artifact)
        assert (outcome.kind, outcome.provenance.mode) == (skill.name, "computed")
        assert outcome.markdown().strip()
