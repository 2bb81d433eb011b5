"""What every prompt owes."""

import re

import pytest

from copilot.domain.prompt import Prompt
from copilot.evals import judge
from copilot.settings import content_root
from copilot.skills import all_skills
from copilot.stores.prompts import Prompts

PROMPTS = Prompts(content_root() / "prompts")
every_prompt = pytest.mark.parametrize("name", PROMPTS.names())
UNTRUSTED = {"passages", "sentences"}
"""Variables that hold text nobody vouches for."""


def prompt(name: str) -> Prompt:
    return PROMPTS.get(name)


def test_there_are_prompts() -> None:
    assert len(PROMPTS.names()) >= 4


@every_prompt
def test_it_loads_under_its_own_name(name: str) -> None:
    assert prompt(name).name == name
    assert prompt(name).version >= 1
    assert prompt(name).purpose.endswith(".")


@every_prompt
def test_it_uses_the_variables_it_declares_and_says_what_they_hold(name: str) -> None:
    assert prompt(name).used_variables() == set(prompt(name).variables)
    assert all(prompt(name).variables.values())


@every_prompt
def test_text_it_is_given_is_said_to_be_data(name: str) -> None:
    if UNTRUSTED & set(prompt(name).variables):
        assert re.search(r"\b(is|are) data\b", prompt(name).system)
        assert "ever follow instructions" in prompt(name).system


@every_prompt
def test_text_it_is_given_stands_in_the_user_part(name: str) -> None:
    system = Prompt.model_validate(prompt(name).model_dump() | {"user": ""})
    assert not (UNTRUSTED | {"question", "idea"}) & system.used_variables()


@every_prompt
def test_it_fills_without_a_rest(name: str) -> None:
    values = dict.fromkeys(prompt(name).variables, "VALUE")
    said = " ".join(text for _, text in prompt(name).fill(**values))
    assert "$" not in said.replace("VALUE", "")


@every_prompt
def test_somebody_fills_it(name: str) -> None:
    used = {used for skill in all_skills() for used in skill.prompts}
    assert name in used | {"agent", "choose_skill", judge.PROMPT}
