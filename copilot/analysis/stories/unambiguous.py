"""Unambiguous: a story avoids words that can be read in several ways (Lucassen et al. 2016).

The smells are those of Femmer et al. 2017, looked for in what is wanted only: a rationale may say
"easily". A vague word that a figure or a comparison follows is bounded, and no smell; so is one
that says for what ("suitable for children"), and one that the role judges by itself.
"""

import re
from collections.abc import Iterator

from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.seen import seen, sightings
from copilot.analysis.stories.subject_matter import is_manner, is_subject_matter
from copilot.domain.story_lint import Finding, Severity

_NUMBER = r"(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|half)"
_TIME = r"[a-z]*(?:second|minute|hour|day|week|month|ms)"
_COUNTED = rf"(?:{_TIME}|year|click|step|point|item|word|character|letter|page|line|time|user|trie)"
_BOUND = re.compile(
    rf"\b(?:within|under|below|up to|in|every)\s+{_NUMBER}\s*(?:%|{_TIME}s?\b)"
    r"|[<>≤≥]\s*\d|\bat (?:most|least)\b|\b(?:less|more|fewer) than\b"
    r"|\d[\d.,]*\s*(?:%|percent\b|per cent\b|\+|ms\b|s\b|secs?\b|[kmg]b\b|px\b|dpi\b"
    rf"|{_COUNTED}s\b)|\b1\s+(?:{_COUNTED}|try)\b|\d-(?:{_COUNTED}|try)\b",
    re.I,
)
"""A figure with what it counts; a number in a name bounds nothing ("a nice 404 page")."""
_COMPARED = re.compile(r"(?:\s+[\w'-]+){0,4}?\s+than\b", re.I)
_FOR_WHAT = re.compile(
    r"(?:suitable|appropriate|relevant|adequate|sufficient|reasonable|good|useful|convenient|helpful)"
    r"\s+(?:for|to|in|as)\s+(?!me\b|us\b|my\b|everyone\b|all\b|users?\b|customers?\b)\w",
    re.I,
)
_KINDS = {
    "vague": ("Nobody can test “{}”.", "Say how it is measured, e.g. within 2 seconds."),
    "loopholes": ("“{}” leaves open whether it is to be done.", "Say when it is, or drop it."),
    "at_need": ("“{}” leaves the need to be judged.", "Say who judges it, or drop it."),
    "open_ends": ("“{}” leaves open what else.", "List all of it, or name the rule."),
    "vague_things": ("“{}” names nothing in particular.", "Name it."),
    "vague_acts": ("“{}” does not say what is to happen.", "Say what can be observed."),
}
_HINTS = ("at_need",)
"""Kinds of which a team may well be content."""


def unambiguous(reading: Reading) -> Iterator[Finding]:
    """Yield at most one finding: the first vague words of the wish, hints last."""
    if not reading.story.is_story:
        return
    found = [finding for kind in _KINDS for finding in _first(reading, kind)]
    yield from sorted(found, key=lambda one: (one.severity == "info", one.span))[:1]


def _first(reading: Reading, kind: str) -> Iterator[Finding]:
    message, fix = _KINDS[kind]
    for words in sightings(reading, kind, reading.story.means):
        if words[0][0].isupper() or (kind == "vague" and _is_plain(reading, words)):
            continue  # a capital begins a name, as in "Great Hall"
        flat = " ".join(words[0].split())
        severity: Severity = "info" if kind in _HINTS else "warning"
        yield seen("unambiguous", kind, words.span(), message.format(flat), fix, severity)
        return


def _is_plain(reading: Reading, words: re.Match[str]) -> bool:
    """Tell whether vague words are bounded, or judged by the role."""
    part = reading.story.means
    assert part is not None
    shown, end = reading.story.plain, words.end()
    bounded = _BOUND.search(shown, end, part.end) or _COMPARED.match(shown, end, part.end)
    for_what = _FOR_WHAT.match(shown, words.start(), part.end)
    judged = not is_manner(words[0]) and is_subject_matter(reading, words.start())
    return bool(bounded or for_what or judged)
