"""Estimatable: a story is small and clear enough to be planned (Lucassen et al. 2016)."""

from collections.abc import Iterator

from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.seen import look, seen
from copilot.domain.story_lint import Finding

LONGEST = 40
"""Words of a wish above which it is more than one can estimate."""


def estimatable(reading: Reading) -> Iterator[Finding]:
    """Yield at most one finding: a wish without bounds, or too long a one."""
    part = reading.story.means
    if not reading.story.is_story or part is None:
        return
    found = look(reading, "unbounded", part)
    count = sum(
        token.is_word for token in map(reading.means.__getitem__, range(len(reading.means)))
    )
    if found:
        message = f"“{' '.join(found[0].split())}” has no bounds."
        fix = "Name the part that comes first, and give each other part a story."
        yield seen("estimatable", "unbounded", found.span(), message, fix)
    elif count > LONGEST:
        message = f"The wish has {count} words."
        yield seen(
            "estimatable", "long", (part.start, part.end), message, "Split it, or shorten it."
        )
