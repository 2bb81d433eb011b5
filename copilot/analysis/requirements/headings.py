"""What kind of statements stands under a heading."""

import re
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from copilot.analysis.requirements.phrases import Phrase
from copilot.domain.requirement import StatementKind

_NUMBER = re.compile(
    r"^\s*(?:(?:item|section|part|chapter|topic|point) )?"
    r"(?:\d+(?:\.\d+)*[.)]?|[a-z][.)]|[ivx]+[.)])\s+"
)
_MARKS = re.compile(r"[*_`#]|[^\w\s/&'’-]")
_JOINT = re.compile(r"\band\b|&|/")


class HeadingSign(BaseModel):
    """Headings that announce one kind, as regular expressions for the whole heading."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: StatementKind
    said: tuple[Phrase, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All of them."""
        return re.compile("|".join(self.said))


class Headings(BaseModel):
    """What headings announce; the first sign that fits counts."""

    model_config = ConfigDict(frozen=True)

    signs: tuple[HeadingSign, ...]

    def kind_under(self, heading: str) -> StatementKind | None:
        """Return the kind that a heading announces; None where it says nothing of the kind."""
        plain = _NUMBER.sub("", heading.lower())
        low = " ".join(_MARKS.sub(" ", plain).split())
        parts = (part.strip() for part in _JOINT.split(low))
        for name in (low, *(part for part in parts if part != low)):
            for sign in self.signs:
                if sign.pattern.fullmatch(name):
                    return sign.kind
        return None
