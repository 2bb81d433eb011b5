"""Minimal: a story contains nothing more than role, means and ends (Lucassen et al. 2016)."""

import re
from collections.abc import Iterator

from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.seen import seen
from copilot.analysis.stories.tokens import Tokens
from copilot.analysis.untrusted import one_line
from copilot.domain.story_lint import Finding

_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\](?!\()|\{([^{}]*)\}")
_GLOSS = re.compile(
    r"(?:e?s|optional|(?:and|or) \w+(?: \w+)?|[\w&./+-]{1,12}|\d[\d.,]* ?\w{0,6})", re.I
)
"""What belongs to the word before: a plural, an abbreviation, a number with its unit."""
_STORY_GOES_ON = re.compile(
    r"(?:i|we)\s+(?:want|need|can|would|should)|so\s|in order|because", re.I
)
_DASH = re.compile(r"(?:(?<=\S)\s+|(?<=\w)(?=—|--))(--?|–|—)(?:\s+|(?<=[—-])(?=\w))(?=\S)")
_EXAMPLE = re.compile(
    r"(?<!\w)(?:e\.\s?g\.?|i\.\s?e\.?|eg\.|ie\.|for example|for instance)(?!\w)", re.I
)
_SEMICOLON = re.compile(r";\s+(?!(?:\w+\s+){0,4}(?:must|should|needs?|want|can)\b)(?=\w)", re.I)
"""Behind it stands a remark, or a wish of its own, which is for `atomic` to tell."""
_ADDRESS = re.compile(r"https?://\S+|www\.\S+", re.I)
_QUOTED = 60
"""Characters of an extra that are quoted."""
_FIX = "Move it to the notes or the acceptance criteria."


def minimal(reading: Reading) -> Iterator[Finding]:
    """Yield at most one finding: the first words that are neither role, means nor ends."""
    if not reading.story.is_story:
        return
    found = sorted(_extras(reading), key=lambda finding: finding.span)
    yield from found[:1]


def _extras(reading: Reading) -> Iterator[Finding]:
    yield from _text_after(reading)
    yield from _brackets(reading)
    yield from _notes(reading)
    yield from _dashes(reading)


def _text_after(reading: Reading) -> Iterator[Finding]:
    shown, end = reading.story.plain, reading.story.end
    last = len(shown.rstrip())
    behind = shown[end:last].strip(" .!?\"'|)")
    if behind:
        start = last - len(shown[end:last].lstrip())
        message = f"“{one_line(behind, _QUOTED)}” follows the story."
        yield _extra("text_after", (start, last), message)


def _brackets(reading: Reading) -> Iterator[Finding]:
    story = reading.story
    for bracket in _BRACKETS.finditer(story.plain, story.begin, story.end):
        inside = next(group for group in bracket.groups() if group is not None).strip()
        if inside and not _is_gloss(story.plain, bracket.start(), inside):
            message = f"“{one_line(bracket[0], _QUOTED)}” is a note in brackets."
            yield _extra("brackets", bracket.span(), message)


def _notes(reading: Reading) -> Iterator[Finding]:
    story, patterns = reading.story, reading.smells.patterns
    for kind, pattern, what in (
        ("example", _EXAMPLE, "begins an example"),
        ("note", patterns["notes"], "begins a note"),
        ("note", patterns["remarks"], "is a remark"),
        ("note", _SEMICOLON, "begins a remark"),
        ("address", _ADDRESS, "is an address"),
    ):
        for found in pattern.finditer(story.plain, story.begin, story.end):
            if pattern is _SEMICOLON and _begins_act(reading, found.end()):
                continue  # for `atomic` to tell
            message = f"“{one_line(found[0], _QUOTED)}” {what}."
            yield _extra(kind, found.span(), message)


def _begins_act(reading: Reading, place: int) -> bool:
    """Tell whether a verb stands at a character, as behind a joint of two wishes."""
    tokens = Tokens(reading.story.plain, place, reading.story.end)
    return reading.grammar.is_verb(tokens, 0, expected=True)


def _is_gloss(shown: str, start: int, inside: str) -> bool:
    """Tell whether brackets explain the word before: its plural, its unit, its abbreviation."""
    words = shown[:start].split()
    initials = "".join(word[0] for word in re.findall(r"\w+", inside)).lower()
    spelt_out = bool(words) and len(initials) > 1 and words[-1].lower() == initials
    return spelt_out or bool(_GLOSS.fullmatch(inside))


def _dashes(reading: Reading) -> Iterator[Finding]:
    """Yield the first aside that a dash opens; another dash or the end of the story closes it."""
    shown, end = reading.story.plain, reading.story.end
    for dash in _DASH.finditer(shown, reading.story.begin, end):
        rest = shown[dash.end() : end]
        before, after = shown[: dash.start()].split()[-1], rest.split()[0]
        is_range = all(word[0].isupper() or word[0].isdigit() for word in (before, after))
        if len(rest.split()) > 1 and not is_range and not _STORY_GOES_ON.match(rest):
            closing = _DASH.search(shown, dash.end(), end)
            aside = shown[dash.start(1) : closing.end(1) if closing else end]
            span = (dash.start(1), dash.start(1) + len(aside))
            yield _extra("dash", span, f"“{one_line(aside, _QUOTED)}” is an aside.")
            return


def _extra(rule: str, span: tuple[int, int], message: str) -> Finding:
    return seen("minimal", rule, span, message, _FIX)
