"""What the copilot can do: one file each, found by scanning this folder."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from copilot.discovery import module_summaries
from copilot.errors import NotFound

if TYPE_CHECKING:
    from copilot.skill import Skill


@cache
def skill_summaries() -> dict[str, str]:
    """Return name and summary of every skill, without importing any."""
    return module_summaries(__file__)


def find_skill(name: str) -> "Skill":
    """Return one skill by its name.

    Raises:
        NotFound: There is none of that name.
    """
    known = skill_summaries()
    if name not in known:
        raise NotFound(f"There is no skill {name!r}.", hint=f"Known skills: {', '.join(known)}")
    found: Skill = getattr(import_module(f"{__name__}.{name}"), name)
    return found


def all_skills() -> "list[Skill]":
    """Return every skill."""
    return [find_skill(name) for name in skill_summaries()]
