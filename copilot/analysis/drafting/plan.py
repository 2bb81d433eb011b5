"""Plan a set of stories: which requirements there are, and which stories are to be written."""

from typing import NamedTuple

from copilot.analysis.drafting.ai_aspects import AiAspects, Filled
from copilot.analysis.requirements.identifiers import fresh
from copilot.analysis.requirements.reading import Source
from copilot.domain.requirement import Requirement
from copilot.domain.story import Story


class Plan(NamedTuple):
    """What is to be written, in the order of the source; functional stories come first."""

    source: Source
    to_write: tuple[Requirement, ...]
    """Requirements of the source, one story each."""
    needed: tuple[tuple[Filled, Requirement], ...]
    """What a model at work needs beside, and the source does not speak of."""

    @property
    def requirements(self) -> list[Requirement]:
        """All requirements: those of the source, and those derived."""
        return [*self.source.requirements, *(one for _, one in self.needed)]

    def derived_stories(self, first: int) -> list[Story]:
        """Return the stories that follow from a model being at work.

        Args:
            first: Number of the first one.
        """
        return [one.story(first + at, needed) for at, (one, needed) in enumerate(self.needed)]


def planned(source: Source, aspects: AiAspects, most: int | None = None) -> Plan:
    """Return what is to be written of a source.

    Args:
        source: What a person has said.
        aspects: What features need where a model decides.
        most: How many stories there may be; those of the source come first.
    """
    to_write = source.requirements[:most]
    left = None if most is None else most - len(to_write)
    needed = [
        one
        for one in aspects.concerned(source.asked_for)
        if one.aspect.in_stories and not one.is_spoken_of(source.asked_for)
    ]
    names = fresh(one.id for one in source.requirements)
    return Plan(
        source, to_write, tuple((one, one.requirement(next(names))) for one in needed[:left])
    )
