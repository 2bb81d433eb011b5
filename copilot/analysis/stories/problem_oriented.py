"""Problem-oriented: a story tells the problem, not the solution to it (Lucassen et al. 2016)."""

import re
from collections.abc import Iterator

from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.seen import look, seen, sightings
from copilot.analysis.stories.subject_matter import is_subject_matter, is_tool
from copilot.domain.story_lint import Finding

_ON_SCREEN = ("widgets", "gestures")
_NAMED = re.compile(r"(?:the|my|our) (?!\w+(?:er|est) )(?:[\w-]+ ){1,2}", re.I)
_DOES = re.compile(r" to (?!be\b|appear\b|stand\b|look\b|have\b|open\b)\w+", re.I)
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
        found = _first(reading, kind)
        if found:
            message = f"“{' '.join(found[0].split())}” is part of a solution."
            yield seen("problem_oriented", kind, found.span(), message, _FIX)
            return


def _first(reading: Reading, kind: str) -> re.Match[str] | None:
    """Return the first part of a solution that is not the subject of the story itself."""
    for found in sightings(reading, kind, reading.story.means):
        if kind not in _ON_SCREEN or not _is_subject(reading, found):
            return found
    return None


def _is_subject(reading: Reading, found: re.Match[str]) -> bool:
    """Tell whether a control is what the story is about, and not what it is done with."""
    about = is_subject_matter(reading, found.start()) and not is_tool(reading, found.start())
    return about or _is_there(reading, found)


def _is_there(reading: Reading, found: re.Match[str]) -> bool:
    """Tell whether a control is there and shall do a thing ("the import wizard to keep it")."""
    part = reading.story.means
    assert part is not None
    before = reading.shown[part.start : found.start()]
    behind = reading.shown[found.end() : part.end]
    named = _NAMED.fullmatch(before)
    return bool(named and _DOES.match(behind))
