"""Finding skills by name."""

import pytest

from copilot.errors import NotFound
from copilot.skills import all_skills, find_skill, skill_summaries


def test_every_file_is_a_skill() -> None:
    assert [skill.name for skill in all_skills()] == list(skill_summaries())


def test_an_unknown_skill_lists_the_known_ones() -> None:
    with pytest.raises(NotFound, match="no skill 'dance'") as caught:
        find_skill("dance")
    assert "ask_knowledge, ask_survey, brainstorm" in caught.value.hint
