"""Unambiguous: a story avoids words that can be read in several ways (Lucassen et al. 2016).

The smells are those of Femmer et al. 2017, looked for in what is wanted only: a rationale may say
"easily". A vague word that a figure follows is bounded, and no smell.
"""

import re
from collections.abc import Iterator

from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.seen import look, seen
from copilot.domain.story_lint import Finding

_BOUND = re.compile(
    r"\d|\bwithin\b|\bat (?:most|least)\b|\b(?:less|more|fewer) than\b|\bunder an?\b", re.I
)
_KINDS = {
    "vague": ("Nobody can test “{}”.", "Say how it is measured, e.g. within 2 seconds."),
    "loopholes": ("“{}” leaves open whether it is to be done.", "Say when it is, or drop it."),
    "open_ends": ("“{}” leaves open what else.", "List all of it, or name the rule."),
    "vague_things": ("“{}” names nothing in particular.", "Name it."),
    "vague_acts": ("“{}” does not say what is to happen.", "Say what can be observed."),
}


def unambiguous(reading: Reading) -> Iterator[Finding]:
    """Yield at most one finding: the first vague words of the wish."""
    part = reading.story.means
    if not reading.story.is_story or part is None:
        return
    found = []
    for kind, (message, fix) in _KINDS.items():
        words = look(reading, kind, part)
        if words and words[0][0].isupper():
            continue  # part of a name, as in "Great Hall"
        if words and not (
            kind == "vague" and _BOUND.search(reading.story.plain, words.end(), part.end)
        ):
            flat = " ".join(words[0].split())
            found.append(seen("unambiguous", kind, words.span(), message.format(flat), fix))
    yield from sorted(found, key=lambda finding: finding.span)[:1]
