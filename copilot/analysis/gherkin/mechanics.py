"""Whether steps tell what happens, or which controls of a screen are worked."""

import re
from collections.abc import Iterator

from copilot.analysis.gherkin.quoted import unquoted
from copilot.analysis.gherkin.scenarios import Group, Remark, Rule, Scenario, Step
from copilot.analysis.stories.smells import Smells

_FURTHER = re.compile(
    r"\b(?:clicked|(?:double|right)[- ]clicks?"
    r"|(?:press(?:es)?|hits?) (?:the )?(?:\w+ )?(?:enter|return|tab|escape|esc|key|button|icon)\b"
    r"|(?:taps?|tapping) (?:on )?(?:the |a |an )?(?:[\w-]+ )?(?:icon|button|link|tile|image|screen"
    r"|menu|row|notification|tab|item|toggle|arrow)"
    r"|(?:types?|typing|enters?|fills?) .{1,60}? (?:in|into) (?:the |a )?\s*"
    r"(?:[\w-]+ ){0,3}\s*(?:field|box|input|form)s?"
    r"|(?:navigates?|goes|browses?) to (?:the )?(?:url\b|https?://\w+|/\w+)"
    r"|fills? (?:in|out) (?:the |a )?(?:[\w-]+ ){0,3}fields?"
    r"|(?:the|a|an) (?:[\w-]+ ){0,2}(?:text ?field|input field|text ?box|menu item|scroll ?bar"
    r"|navbar|placeholder text)s?"
    r"|(?:the|each|every) [\w-]+ field\s+(?:is|shows|contains|has|turns)"
    r"|selects? .{1,40} (?:from|in) the (?:[\w-]+ )?(?:menu|drop[- ]?down)(?: list)?"
    r"|(?:ticks?|unticks?|toggles?) (?:the|a) (?:[\w-]+ )?(?:box|switch|option)"
    r"|scrolls?(?: down| up| to)?|drags? and drops?|drags? the (?:file|slider|handle|row|icon|tile)"
    r"|hovers? (?:over|on) the (?:[\w-]+ )?(?:icon|button|link|name|row|image|price|menu|chart|bar)"
    r"|swipes? (?:left|right|up|down|away|through)"
    r"|(?:url|link|tab|page) (?:is clicked|opens in)|(?:id|css|xpath)[ =]['\"#.])\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:taps?|presses|hits)(?: on)?(?: the)? (?=[\"“‘'])", re.IGNORECASE)
"""A control by its name in quotation marks, which is blotted out elsewhere."""
_COUNTED = re.compile(
    r"(?:\bnumber of|\bcount of|\bhow many|\bshare of|\bper|\bfewer|\bmore|\d)\s+(?:\w+ )?\Z", re.I
)
_MEASURED = re.compile(
    r"[- ](?:rates?|throughs?|counts?|data|events?|streams?|fraud|bait|logs?)\b", re.I
)
_MATTER = re.compile(
    r"\b(?:image|photo|picture|camera|scan|tracking|video|x-ray|screen reader)\w*\b", re.I
)
"""Where pixels are the matter itself."""
_DEVICE = re.compile(r"\b(?:panic|emergency|alarm|call|push|door|stop|snooze)[- ]buttons?\Z", re.I)
_CELL = re.compile(r"\s+(?:cells?|batter(?:y|ies)|holes?|mushrooms?)\b", re.I)


def mechanics(smells: Smells) -> Rule:
    """Return the rule that steps name no controls of a screen and no gestures.

    Args:
        smells: The phrases.
    """
    patterns = (smells.patterns["gestures"], smells.patterns["widgets"], _FURTHER)

    def tells_no_mechanics(group: Group) -> Iterator[Remark]:
        if group.speaks_of_screens or not group.is_english:
            return
        for scenario in group.scenarios:
            for step in scenario.steps:
                yield from _of(step, scenario, patterns)

    return tells_no_mechanics


def _of(step: Step, scenario: Scenario, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Remark]:
    plain = unquoted(step.text)
    found = sorted(
        [
            *(words for one in patterns for words in one.finditer(plain)),
            *_NAMED.finditer(step.text),
        ],
        key=lambda words: words.start(),
    )
    for words in found:
        if not _is_matter(words, plain):
            span = (step.start + words.start(), step.start + words.end())
            message = f"“{' '.join(words[0].split())}” tells how the screen is worked."
            fix = "Say what the person does or learns, whatever the screen."
            yield Remark("screen_mechanics", "warning", span, message, fix, scenario.at)
            return


def _is_matter(words: re.Match[str], plain: str) -> bool:
    """Whether clicks are counted, pixels are those of a picture, or a button is no part of one."""
    low = words[0].lower()
    before, after = plain[: words.start()], plain[words.end() :]
    if "click" in low:
        return bool(_COUNTED.search(before) or _MEASURED.match(after))
    if low in ("button", "buttons"):
        return bool(_DEVICE.search(plain[: words.end()]) or _CELL.match(after))
    return "pixel" in low and bool(_MATTER.search(plain))
