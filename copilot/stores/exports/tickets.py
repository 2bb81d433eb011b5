"""Stories and requirements as items of a tracker."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from copilot.analysis.gherkin.feature_file import told_steps
from copilot.domain.artifact import Artifact
from copilot.domain.requirement import Requirement
from copilot.domain.spec import Spec
from copilot.domain.story import Criterion, Stories, Story
from copilot.errors import InputError
from copilot.stores.exports.origins import origin, source_texts

LONGEST_TITLE = 240
"""Characters; Jira and Azure DevOps take 255, GitHub 256."""
_REQUIREMENT = re.compile(r"[A-Z]{1,6}-\d[\d.]*")


class TicketCriterion(NamedTuple):
    """An acceptance criterion as lines; those of a requirement have no id."""

    id: str
    lines: tuple[str, ...]


class TicketPart(NamedTuple):
    """A part of a description: a list below a heading, or a paragraph without one."""

    heading: str
    lines: tuple[str, ...]


class Ticket(NamedTuple):
    """An item of a tracker."""

    id: str
    title: str
    """With the id before it, short enough for every tracker."""
    says: tuple[TicketPart, ...]
    """What it asks for, before the criteria."""
    criteria: tuple[TicketCriterion, ...]
    rests_on: tuple[TicketPart, ...]
    """Assumptions, what comes before, sources and origin, after the criteria."""
    labels: tuple[str, ...]
    estimate: int | None = None


def tickets_of(artifact: Artifact) -> list[Ticket]:
    """Return one ticket a story, or one a requirement of a specification.

    Args:
        artifact: Stories or a specification, every text on one line.

    Raises:
        InputError: It has neither.
    """
    body = artifact.body
    found: list[Ticket] = []
    if isinstance(body, Stories):
        found = [_of_story(story, artifact) for story in body.stories]
    elif isinstance(body, Spec):
        found = [_of_requirement(one, artifact) for one in body.requirements]
    if not found:
        raise InputError(
            f"{artifact.id} has no stories and no requirements, so there is nothing for a tracker.",
            hint="Export it as markdown, json or docx.",
        )
    return found


def _of_story(story: Story, artifact: Artifact) -> Ticket:
    return Ticket(
        id=story.id,
        title=_short(story.id, story.title),
        says=(*_full_title(story.id, story.title), TicketPart("", (story.text,))),
        criteria=tuple(map(_criterion, story.criteria)),
        rests_on=_parts(
            ("Assumed", story.assumptions),
            ("Comes after", story.depends_on),
            ("Sources", _told(story.sources, artifact)),
            ("From", [origin(artifact)]),
        ),
        labels=(story.kind, *_required(story.sources)),
        estimate=story.estimate,
    )


def _of_requirement(requirement: Requirement, artifact: Artifact) -> Ticket:
    lines = tuple(requirement.consequences)
    return Ticket(
        id=requirement.id,
        title=_short(requirement.id, requirement.text),
        says=(TicketPart("", (requirement.text,)),),
        criteria=(TicketCriterion("", lines),) if lines else (),
        rests_on=_parts(
            ("Basis", [requirement.basis]),
            ("Sources", _told(requirement.sources, artifact)),
            ("From", [origin(artifact)]),
        ),
        labels=("requirement", requirement.basis),
    )


def _criterion(criterion: Criterion) -> TicketCriterion:
    lines = tuple(f"{keyword} {text}" for keyword, text in told_steps(criterion))
    return TicketCriterion(criterion.id, lines)


def _parts(*parts: tuple[str, Sequence[str]]) -> tuple[TicketPart, ...]:
    return tuple(TicketPart(heading, tuple(lines)) for heading, lines in parts if lines)


def _short(name: str, title: str) -> str:
    whole = f"{name} {title}".strip()
    return whole if len(whole) <= LONGEST_TITLE else f"{whole[: LONGEST_TITLE - 1].rstrip()}…"


def _full_title(name: str, title: str) -> tuple[TicketPart, ...]:
    is_whole = _short(name, title) == f"{name} {title}".strip()
    return () if is_whole else (TicketPart("Title", (title,)),)


def _told(sources: Sequence[str], artifact: Artifact) -> list[str]:
    texts = source_texts(artifact, quotes=False)
    return [f"{one}: {texts[one]}" if texts.get(one) else one for one in sources]


def _required(sources: Sequence[str]) -> list[str]:
    """Return the sources that are ids of requirements, as labels that can be filtered by."""
    return [one for one in dict.fromkeys(sources) if _REQUIREMENT.fullmatch(one)]
