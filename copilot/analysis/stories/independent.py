"""Independent: a story needs no other one to be built first (Lucassen et al. 2016)."""

import re
from collections.abc import Iterator

from copilot.analysis.stories.backlog import Backlog, Entry, told
from copilot.domain.story_lint import SetFinding


def independent(backlog: Backlog) -> Iterator[SetFinding]:
    """Yield one finding for every story that says it leans on another one."""
    for entry in backlog.entries:
        found = _leaning(entry)
        if found:
            message = f"Line {entry.line} leans on another story: “{' '.join(found[0].split())}”."
            fix = "Say what is needed itself, or join the two."
            yield told("independent", "leans", [entry], message, fix)


def _leaning(entry: Entry) -> re.Match[str] | None:
    story = entry.reading.story
    return entry.reading.smells.patterns["leans"].search(story.plain, story.begin)
