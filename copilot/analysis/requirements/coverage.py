"""Coverage from source to requirement to story to criterion, as set differences."""

from collections.abc import Iterable, Iterator, Sequence

from copilot.analysis.requirements.content import numbers, share, stems
from copilot.analysis.requirements.polarity import keeps_turns
from copilot.domain.requirement import Coverage, Requirement, Statement
from copilot.domain.story import Story

HELD = 0.4
"""Share of a requirement's content words that a story with its criteria has at least."""


def coverage(
    requirements: Sequence[Requirement],
    stories: Sequence[Story],
    statements: Iterable[Statement] = (),
) -> Coverage:
    """Return which requirements have arrived in stories, and which stories rest on none.

    Args:
        requirements: Those of the source.
        stories: Each names the ids of what it meets among its sources.
        statements: Of the source; those of which no requirement was made are not counted.
    """
    known = {one.id for one in requirements}
    covered = [one.id for one in requirements if any(_held(one, stories))]
    taken = {name for one in requirements for name in one.sources}
    return Coverage(
        covered=tuple(covered),
        missing=tuple(one.id for one in requirements if one.id not in covered),
        orphans=tuple(story.id for story in stories if known.isdisjoint(story.sources)),
        unread=tuple(
            one.id for one in statements if one.kind == "requirement" and one.id not in taken
        ),
    )


def _held(requirement: Requirement, stories: Iterable[Story]) -> Iterator[bool]:
    """Yield for each story that names a requirement whether one of its criteria holds to it."""
    return (holds_to(requirement, one) for one in stories if requirement.id in one.sources)


def holds_to(requirement: Requirement, story: Story) -> bool:
    """Return whether the criteria of a story say what a requirement says.

    Its numbers have to be there, and what denies or limits it.
    """
    return not lost_numbers(requirement, story) and _says_it(requirement, story)


def lost_numbers(requirement: Requirement, story: Story) -> list[str]:
    """Return the numbers of a requirement that no criterion of the story has."""
    return sorted(numbers(requirement.text) - numbers(story.criteria_text))


def _says_it(requirement: Requirement, story: Story) -> bool:
    criteria = stems(story.criteria_text)
    wanted = stems(requirement.text)
    is_touched = bool(wanted & criteria) or not wanted
    is_whole = share(wanted, criteria | stems(f"{story.title} {story.text}")) >= HELD
    return is_touched and is_whole and keeps_turns(requirement.text, story.criteria_text)
