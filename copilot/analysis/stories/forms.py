"""Parse a story: who wants what, and why, in the forms that teams use.

The forms: Connextra ("As a ..., I want ..., so that ..."), with the benefit first ("In order to
..., as a ..., I want ..."), and the job story of Klement, Replacing the user story with the job
story, 2013 ("When ..., I want to ..., so I can ...").
"""

import re
from typing import NamedTuple

from copilot.analysis.stories import markers
from copilot.analysis.stories.masking import after_labels, plain
from copilot.analysis.stories.parts import Part, Story

LONGEST = 2_000
"""Characters of a line that are read; nobody plans a story that is longer."""
_ABLE = r"(?:\s+to\b(?=\s+\S))?(?:\s+be\s+(?:able|allowed)\s+to\b)?"
_STRONG_WISH = re.compile(
    rf"(?<![\w'])(?:i|we)(?:'d|\s+would)?(?:\s+(?:also|really))?\s+(?:want|need|wish|like|love)\b{_ABLE}",
    re.I,
)
"""A wish that is no part of a benefit before it: "so I can watch films I want to book seats"."""
_NAMED_WISH = re.compile(
    r"(?<=,\s)(?!I\b|We\b)[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*)?\s+"
    rf"(?:(?i:would\s+(?:like|love))|(?i:wants?|needs?|wishes))\b{_ABLE}"
)
"""The wish of a persona: "As a nurse, Kim would like to"."""
_EDGES = " \t,.;:!-–—\"'"


def parsed(text: str) -> Story:
    """Return the parts of a story; a line that is none has none."""
    shown = plain(text[:LONGEST])
    start = after_labels(shown)
    title = markers.TITLE.match(shown, start)
    blank = Story(text, shown, "none", title.end() if title else start, len(shown.rstrip()))
    return (
        _role_first(blank)
        or _own_role(blank)
        or _benefit_first(blank)
        or _situation_first(blank)
        or _role_last(blank)
        or _without_role(blank)
    )


class _Wish(NamedTuple):
    start: int
    end: int
    reason: re.Match[str] | None = None
    """Ends that stand before it: "As a buyer, in order to save, I want ..."."""


def _role_first(blank: Story) -> Story | None:
    role = markers.ROLE.match(blank.plain, blank.begin)
    if not role:
        return None
    wish = _wish(blank.plain, role.end())
    if wish is None:
        return _without_means(blank, role.end())
    story = _told(blank, wish.start, wish.end)
    if wish.reason and not story.ends:
        ends = _trimmed(blank.plain, wish.reason.end(), wish.start)
        story = story._replace(ends=ends, reason=_low(wish.reason[0]))
    stop = wish.reason.start() if wish.reason else wish.start
    return story._replace(form="connextra", role=_trimmed(blank.plain, role.end(), stop))


def _own_role(blank: Story) -> Story | None:
    """Return a story whose role stands in apposition: "I, a beekeeper, want to see"."""
    role = markers.OWN_ROLE.match(blank.plain, blank.begin)
    wish = markers.SUBJECTLESS_WISH.match(blank.plain, role.end()) if role else None
    if not (role and wish):
        return None
    return _told(blank, *wish.span())._replace(form="connextra", role=Part(*role.span(1)))


def _benefit_first(blank: Story) -> Story | None:
    shown = blank.plain
    aim = markers.AIM.match(shown, blank.begin)
    role = markers.ARTICLE_ROLE.search(shown, aim.end()) if aim else None
    wish = markers.WISH.search(shown, role.end()) if role else None
    if not (aim and role and wish):
        return None
    story = _told(blank, *wish.span())
    if not story.ends:
        ends = _trimmed(shown, aim.end(), role.start())
        story = story._replace(ends=ends, reason=_low(aim[0]))
    return story._replace(form="benefit_first", role=_trimmed(shown, role.end(), wish.start()))


def _situation_first(blank: Story) -> Story | None:
    shown = blank.plain
    opening = markers.SITUATION.match(shown, blank.begin)
    if not opening:
        return None
    comma = markers.SITUATION_END.search(shown, opening.end())
    wish = markers.WISH.search(shown, comma.end() if comma else opening.end())
    if not wish:
        return None
    situation = _trimmed(shown, opening.start(), wish.start())
    return _told(blank, *wish.span())._replace(form="job_story", situation=situation)


def _role_last(blank: Story) -> Story | None:
    """Return a story that names its role last: "I want to pay, as a guest"."""
    shown = blank.plain
    wish = markers.WISH.search(shown, blank.begin)
    role = markers.LATE_ROLE.search(shown, wish.end()) if wish else None
    if not (wish and role):
        return None
    story = _told(blank._replace(end=role.start()), *wish.span(), end=role.start())
    end = _story_end(shown, role.end())
    return story._replace(form="connextra", role=_trimmed(shown, role.end(), end), end=end)


def _without_role(blank: Story) -> Story:
    """Return a story of a wish alone; where the benefit opens it, the wish stands behind it."""
    aim = markers.AIM.match(blank.plain, blank.begin)
    comma = blank.plain.find(",", aim.end()) if aim else -1
    wish = markers.WISH.search(blank.plain, max(comma, blank.begin))
    if not wish:
        return blank
    story = _told(blank, *wish.span())
    if not (aim and comma >= 0) or story.ends:
        return story
    return story._replace(ends=_trimmed(blank.plain, aim.end(), comma), reason=_low(aim[0]))


def _without_means(blank: Story, start: int) -> Story:
    shown = blank.plain
    reason = markers.REASON.search(shown, start)
    comma = shown.find(",", start)
    stops = [place for place in (comma, reason.start() if reason else -1) if place >= 0]
    role = _trimmed(shown, start, min(stops, default=blank.end))
    ends = _trimmed(shown, reason.end(), blank.end) if reason else None
    return blank._replace(role=role, ends=ends, reason=_low(reason[0]) if reason else "")


def _wish(shown: str, start: int) -> _Wish | None:
    """Return the wish behind a role; one inside the ends ("so that I can") is none."""
    reason = markers.REASON.search(shown, start)
    found = markers.WISH.search(shown, start)
    named = _NAMED_WISH.search(shown, start)
    if named and not (found and found.start() < named.start()):
        return _Wish(*named.span())
    if found and not (reason and reason.start() < found.start()):
        return _Wish(*found.span())
    if reason:
        comma = shown.find(",", reason.end())
        behind = markers.WISH.search(shown, comma) if comma >= 0 else None
        behind = behind or _STRONG_WISH.search(shown, reason.end())
        if behind:
            return _Wish(*behind.span(), reason)
    stop = reason.start() if reason else len(shown)
    other = markers.SUBJECTLESS_WISH.search(shown, start, stop)
    other = other or markers.STATEMENT.search(shown, start, stop)
    return _Wish(*other.span()) if other else None


def _told(blank: Story, start: int, wish_end: int, end: int | None = None) -> Story:
    """Return the story with what stands behind its wish: the means, and the ends."""
    shown = blank.plain
    end = _story_end(shown, wish_end) if end is None else end
    reason = markers.REASON.search(shown, wish_end, end)
    return blank._replace(
        end=end,
        wish=_low(shown[start:wish_end]),
        means=_trimmed(shown, wish_end, reason.start() if reason else end),
        ends=_trimmed(shown, reason.end(), end) if reason else None,
        reason=_low(reason[0]) if reason else "",
    )


def _story_end(shown: str, start: int) -> int:
    """Return where the sentence of the story ends."""
    for found in markers.SENTENCE_END.finditer(shown, start):
        if not markers.GOES_ON.match(shown, found.end()):
            return found.end(1)
    return len(shown.rstrip())


def _trimmed(shown: str, start: int, end: int) -> Part | None:
    """Return a part without marks at its edges; None where nothing is left."""
    while start < end and shown[start] in _EDGES:
        start += 1
    while end > start and shown[end - 1] in _EDGES:
        end -= 1
    return Part(start, end) if end > start else None


def _low(words: str) -> str:
    return " ".join(words.strip(_EDGES).lower().split())
