"""Problem-oriented: a story tells the problem, not the solution to it (Lucassen et al. 2016)."""

from collections.abc import Iterator

from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.seen import look, seen
from copilot.domain.story_lint import Finding

_FIX = "Say what is to be achieved, and leave the how to the team."


def problem_oriented(reading: Reading) -> Iterator[Finding]:
    """Yield at most one finding: controls of a screen, or technology that is not the subject."""
    if not reading.story.is_story:
        return
    technical = look(reading, "technical_roles", reading.story.role)
    on_screens = look(reading, "screen_roles", reading.story.role)
    kinds = ["hows"] + ([] if technical else ["technologies"])
    kinds = kinds if on_screens else ["widgets", "gestures", *kinds]
    for kind in kinds:
        found = look(reading, kind, reading.story.means)
        if found:
            message = f"“{' '.join(found[0].split())}” is part of a solution."
            yield seen("problem_oriented", kind, found.span(), message, _FIX)
            return
