"""What a feature needs beside its function where a model decides, suggests or writes."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from copilot.analysis.drafting.people import one_of, people_in
from copilot.analysis.requirements.phrases import Phrase
from copilot.domain.articles import article
from copilot.domain.requirement import Requirement
from copilot.domain.story import Criterion, Story, StoryKind

ANY_USER = "person who works with it"
HINTS = 2
_ARTICLE = re.compile(r"\b([Aa])n? (?=(\w+))")


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Output(_Data):
    """What a model gives, and the words that say so."""

    name: str
    said: Phrase


class AspectCriterion(_Data):
    """An acceptance criterion with places to fill."""

    given: tuple[str, ...]
    when: str
    then: tuple[str, ...]


class Aspect(_Data):
    """One thing that a feature with a model needs."""

    key: str
    kind: StoryKind
    covered_by: Phrase
    """Words by which a source shows that it has thought of this."""
    requirement: str
    cites: str
    """Passage of the knowledge that it rests on."""
    title: str
    as_a: str
    i_want: str
    so_that: str
    assumes: str
    criteria: tuple[AspectCriterion, ...]
    asks: str = ""
    """What only people can say."""
    is_about_people: bool = False
    """Whether it only counts where somebody is judged."""
    in_stories: bool = True
    """Whether it is worth a story; all are worth a line of a specification."""


class AiAspects(_Data):
    """The aspects, and the words by which a source shows that a model is at work."""

    signs: tuple[Phrase, ...]
    hints: tuple[Phrase, ...]
    """Weaker signs; two of different kinds count."""
    outputs: tuple[Output, ...]
    default_output: str
    affected: Phrase
    aspects: tuple[Aspect, ...]

    @cached_property
    def sign(self) -> re.Pattern[str]:
        """What shows that a model is at work."""
        return _pattern("|".join(self.signs))

    def speaks_of_model(self, text: str) -> bool:
        """Return whether a model is at work in what a source describes."""
        hinted = sum(_pattern(hint).search(text) is not None for hint in self.hints)
        return self.sign.search(text) is not None or hinted >= HINTS

    def concerned(self, text: str) -> list["Filled"]:
        """Return the aspects that count for a source, filled with its own words."""
        if not self.speaks_of_model(text):
            return []
        filling = self._filling(text)
        return [
            Filled(aspect, filling)
            for aspect in self.aspects
            if filling["affected"] or not aspect.is_about_people
        ]

    def _filling(self, text: str) -> dict[str, str]:
        counts = {one.name: len(_pattern(one.said).findall(text)) for one in self.outputs}
        output = max(counts, key=lambda name: counts[name])
        people = list(people_in(text))
        affected = _pattern(self.affected).search(text)
        about = one_of(affected[0].lower()) if affected else ""
        return {
            "output": output if counts[output] else self.default_output,
            "user": _first_other(people, about),
            "affected": about,
        }


def _first_other(people: Sequence[str], about: str) -> str:
    """Return who works with it: those whom it is about only where nobody else is named."""
    return next((who for who in people if who != about), people[0] if people else ANY_USER)


class Filled:
    """An aspect in the words of one source.

    Args:
        aspect: What is needed.
        filling: What stands in its places.
    """

    def __init__(self, aspect: Aspect, filling: dict[str, str]) -> None:
        self.aspect = aspect
        self._filling = filling

    def is_spoken_of(self, text: str) -> bool:
        """Return whether a text has thought of it."""
        return _pattern(self.aspect.covered_by).search(text) is not None

    @property
    def asks(self) -> str:
        """What only people can say of it; mostly nothing."""
        return self._told(self.aspect.asks)

    def requirement(self, name: str) -> Requirement:
        """Return the requirement that follows from it, under an id."""
        text = self._told(self.aspect.requirement)
        return Requirement(id=name, text=text, basis="derived", sources=(self.aspect.cites,))

    def story(self, number: int, requirement: Requirement) -> Story:
        """Return its story, which meets the requirement."""
        aspect = self.aspect
        return Story(
            id=f"US-{number:03}",
            title=self._told(aspect.title),
            as_a=self._told(aspect.as_a),
            i_want=self._told(aspect.i_want),
            so_that=self._told(aspect.so_that),
            kind=aspect.kind,
            criteria=list(self._criteria(number)),
            sources=[requirement.id, aspect.cites],
            assumptions=[self._told(aspect.assumes)],
        )

    def _criteria(self, number: int) -> Iterator[Criterion]:
        for at, one in enumerate(self.aspect.criteria, 1):
            yield Criterion(
                id=f"AC-{number:03}.{at}",
                given=self._all_told(one.given),
                when=self._told(one.when),
                then=self._all_told(one.then),
            )

    def _all_told(self, texts: Sequence[str]) -> list[str]:
        return [self._told(text) for text in texts]

    def _told(self, text: str) -> str:
        return _ARTICLE.sub(_as_heard, text.format_map(self._filling))


def _as_heard(found: re.Match[str]) -> str:
    return f"{found[1]}{article(found[2])[1:]} "


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
