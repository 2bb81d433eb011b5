"""A parsed story and its parts."""

import re
from typing import NamedTuple

from copilot.domain.story_lint import StoryForm

_NEGATED = re.compile(r"\b(?:do\s+not|don't|never|cannot|can't|not)\b", re.I)


class Part(NamedTuple):
    """A stretch of a story."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of the part, on one line."""
        return " ".join(text[self.start : self.end].split())


class Story(NamedTuple):
    """A line of a backlog, parsed."""

    text: str
    plain: str
    """As much of the text as is read, character for character, without marks of Markdown."""
    form: StoryForm
    begin: int
    """Where the story begins, behind ids and titles."""
    end: int
    """Where it ends; what follows is no part of it."""
    role: Part | None = None
    situation: Part | None = None
    means: Part | None = None
    """What is wanted, without the wish itself."""
    ends: Part | None = None
    wish: str = ""
    """The words before the means, e.g. `I want to`."""
    reason: str = ""
    """The words before the ends, e.g. `so that`."""

    @property
    def negated(self) -> bool:
        """Whether something is wished away."""
        return bool(_NEGATED.search(self.wish))

    @property
    def is_story(self) -> bool:
        """Whether there are a role, or a situation, and a means."""
        return bool((self.role or self.situation) and self.means)

    def words(self, part: Part | None) -> str:
        """Return the words of a part without marks; nothing for none."""
        return part.of(self.plain) if part else ""
