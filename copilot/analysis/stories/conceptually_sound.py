"""Conceptually sound: the means is a feature, the ends are a rationale (Lucassen et al. 2016)."""

from collections.abc import Iterator

from copilot.analysis.stories.inflection import stem
from copilot.analysis.stories.parts import Part
from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.seen import look, seen
from copilot.analysis.stories.tokens import Tokens
from copilot.analysis.untrusted import one_line
from copilot.domain.story_lint import Finding

ALIKE = 0.8
"""Share of the words of the ends that the means has, from which they say nothing new."""
_SAYING_NOTHING = frozenset({"get", "have", "do", "use", "mak"})
"""Stems of verbs that say nothing by themselves."""
_ABLE = ("can", "could", "should", "must", "may", "will", "able to", "allowed to")
"""Behind these stands what the product lets one do."""
_QUOTED = 60
"""Characters of a means that are quoted."""
_LEAST = 2
"""Words of content without which nothing can be called a repetition."""


def conceptually_sound(reading: Reading) -> Iterator[Finding]:
    """Yield at most one finding, on the means first."""
    if not reading.story.is_story:
        return
    yield from [*_no_feature(reading), *_no_rationale(reading)][:1]


def _no_feature(reading: Reading) -> Iterator[Finding]:
    part = reading.story.means
    assert part is not None
    found = reading.smells.patterns["no_feature"].match(reading.story.plain, part.start, part.end)
    if found and not reading.story.wish.endswith(_ABLE):
        message = f"“{one_line(found[0], _QUOTED)}” is a benefit, no feature."
        fix = "Say what the product does for it, and move this behind “so that”."
        yield seen("conceptually_sound", "no_feature", found.span(), message, fix)


def _no_rationale(reading: Reading) -> Iterator[Finding]:
    part = reading.story.ends
    if part is None:
        return
    span = (part.start, part.end)
    shown = reading.story.plain
    if reading.smells.patterns["empty_ends"].fullmatch(shown, *span):
        yield seen("conceptually_sound", "empty_ends", span, "The ends say nothing.", "Say why.")
    elif says_again(reading):
        message = "The ends repeat the means."
        yield seen("conceptually_sound", "repeated", span, message, "Say what it is good for.")
    elif _names_a_feature(reading, part):
        message = "The ends are a feature, no rationale."
        fix = "Say what is gained by it; the feature deserves a story of its own."
        yield seen("conceptually_sound", "ends_as_feature", span, message, fix)


def _names_a_feature(reading: Reading, part: Part) -> bool:
    """Tell whether the product does what the ends say, or the means is a mere step into it."""
    patterns, shown, means = reading.smells.patterns, reading.story.plain, reading.story.means
    assert means is not None
    is_step = patterns["entry_steps"].fullmatch(shown, means.start, means.end)
    further = patterns["next_features"].match(shown, part.start, part.end)
    feature = patterns["ends_as_feature"].match(shown, part.start, part.end)
    return bool(feature or (is_step and further) or look(reading, "widgets", part))


def says_again(reading: Reading) -> bool:
    """Tell whether the ends say hardly anything that the means has not said."""
    means = content(reading, reading.means)
    ends = content(reading, reading.ends) - _SAYING_NOTHING
    if len(ends) < _LEAST:
        return False
    return len(means & ends) / len(ends) >= ALIKE


def content(reading: Reading, tokens: Tokens) -> frozenset[str]:
    """Return the words of content, one for all forms and for all verbs of the same act."""
    words = reading.words
    known = (low for low in tokens.lows if low[0].isalnum() and low not in words.closed)
    return frozenset(stem(words.first_of_same.get(words.base(low), low)) for low in known)
