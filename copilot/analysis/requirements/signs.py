"""Words by which a statement shows what it is."""

import re
from collections.abc import Mapping
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from copilot.analysis.requirements.headings import HeadingSign
from copilot.analysis.requirements.phrases import Phrase

_PLAIN = str.maketrans({"’": "'", "‘": "'"})


class Signs(BaseModel):
    """Phrases by what they show, as regular expressions in small letters."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    must: tuple[Phrase, ...]
    wish: tuple[Phrase, ...]
    non_goal: tuple[Phrase, ...]
    assumption: tuple[Phrase, ...]
    goal: tuple[Phrase, ...]
    risk: tuple[Phrase, ...]
    rollout: tuple[Phrase, ...]
    problem: tuple[Phrase, ...]
    user: tuple[Phrase, ...]
    team_act: tuple[Phrase, ...]
    open: tuple[Phrase, ...]
    asks_for: tuple[Phrase, ...]
    about_document: tuple[Phrase, ...]
    order: tuple[Phrase, ...]
    headings: tuple[HeadingSign, ...]

    @cached_property
    def patterns(self) -> Mapping[str, re.Pattern[str]]:
        """The phrases of each kind as one pattern."""
        names = (name for name in type(self).model_fields if name != "headings")
        fields = {name: getattr(self, name) for name in names}
        return {
            name: re.compile(rf"(?<!\w)(?:{'|'.join(rows)})(?!\w)") for name, rows in fields.items()
        }

    def has(self, kind: str, said: str) -> bool:
        """Return whether words show something.

        Args:
            kind: A field.
            said: The words, in any case.
        """
        return self.patterns[kind].search(said.lower().translate(_PLAIN)) is not None
