"""Words that nobody can test, in steps: vague ones without a figure, loopholes, open ends.

The phrases are those of the story linter. A step that has a figure or a bound may say “quickly”;
and a word such as “fast” may be part of a name, as in “the fast lane”.
"""

import re
from collections.abc import Iterator

from copilot.analysis.gherkin.quoted import unquoted
from copilot.analysis.gherkin.scenarios import Group, Remark, Rule, Scenario, Step
from copilot.analysis.stories.smells import Smells
from copilot.domain.story_lint import Severity

_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty"
    r"|half an?)"
)
_BOUND = re.compile(
    rf"\d|\bwithin\b|\bat (?:most|least)\b|\bthan\b|\bunder an?\b|\bbefore the end of\b"
    rf"|\b{_NUMBER} (?:seconds?|minutes?|hours?|days?|weeks?|steps?|times)\b",
    re.IGNORECASE,
)
_IN_NAMES = re.compile(
    r"(?:fast|quick|rapid|slow|responsive|easy|simple|smart|nice|good|great|better|best|bad|pretty"
    r"|cool|modern|fancy|smooth|stable|flexible|powerful|proper|reliable|secure|helpful|useful)\Z",
    re.IGNORECASE,
)
"""Adjectives that stand in names; only what they say of something as a claim is vague."""
_CLAIMED = re.compile(
    r"\b(?:is|are|be|been|being|was|were|becomes?|stays?|remains?|feels?|looks?|seems?|gets?|keeps?"
    r"|more|very|really|quite|so|as|too|finds? it|makes? it)\s+(?:\w+ly\s+)?\Z",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\s+(?:and \w+ )?(?:responses?|answers?|results?|reactions?|feedback|loading|performance"
    r"|speed|times?|experience|solutions?|ways?|manner|fashion|overview|service|quality|design|look|interface"
    r"|layout|process|access|behaviou?r)\b(?!\s+[a-z]+\s+(?:is|are|was|were|has|shows|gets)\b)",
    re.IGNORECASE,
)
"""Things whose quality is claimed by an adjective before them."""
_TERMS = re.compile(
    r"(?:reasonable (?:adjustments?|accommodations?|doubt)|appropriate adults?|good faith"
    r"|good cause|best (?:practices?|efforts?|before)|safe and sound)\b",
    re.IGNORECASE,
)
"""Terms with a meaning of their own."""
_FURTHER = re.compile(
    r"\b(?:asap|shortly|in good time|swiftly)\b"
    r"|(?:(?<=\bis )|(?<=\bare )|(?<=\bbe )|(?<=\bstays )|(?<=\bremains )|(?<=\bbecomes )"
    r"|(?<=\blooks )|(?<=\bsounds )|(?<=\bvery )|(?<=\bmore ))"
    r"(?:secure|safe|accurate|fair|short|long|clear|usable|understandable|readable|consistent"
    r"|natural|friendly|polite|concise|precise|realistic|performant|up to date|balanced)"
    r"(?=\s*(?:[.,;]|$|and\b|or\b|enough\b|for\b|to (?:read|use|understand|follow)\b))"
    r"|(?<!how )(?<!as )(?<!too )(?<!so )\b(?:many|a few|several|numerous)(?= \w)",
    re.IGNORECASE,
)
"""What is vague as an outcome, and may pass in a wish."""
_KINDS = {
    "loopholes": ("loophole", "“{}” leaves open whether it is to happen.", "Say when it is."),
    "vague_things": ("vague_thing", "“{}” names nothing in particular.", "Name it."),
    "open_ends": ("open_end", "“{}” leaves open what else.", "List all of it, or name the rule."),
}


def bounds(smells: Smells) -> Rule:
    """Return the rule that steps say nothing which cannot be held against a figure.

    Args:
        smells: The phrases.
    """

    def has_bounds(group: Group) -> Iterator[Remark]:
        for scenario in group.scenarios if group.is_english else ():
            for step in scenario.steps:
                yield from _vague(step, scenario, smells)
                yield from _loose(step, scenario, smells)

    return has_bounds


def _vague(step: Step, scenario: Scenario, smells: Smells) -> Iterator[Remark]:
    """Yield the first vague word; in what is only assumed beforehand it weighs less."""
    plain = unquoted(step.text)
    if _BOUND.search(plain):
        return
    found = [*smells.patterns["vague"].finditer(plain), *_FURTHER.finditer(plain)]
    for words in found:
        if not _is_name(words, plain):
            yield _remark(
                "no_bound",
                step,
                words,
                "Nobody can test “{}”.",
                "Say how it is measured, e.g. within 2 seconds.",
                scenario,
            )
            return


def _loose(step: Step, scenario: Scenario, smells: Smells) -> Iterator[Remark]:
    plain = unquoted(step.text)
    for kind, (rule, message, fix) in _KINDS.items():
        words = smells.patterns[kind].search(plain)
        if words:
            yield _remark(rule, step, words, message, fix, scenario)


def _is_name(words: re.Match[str], plain: str) -> bool:
    """Whether a word is part of a name: a capital inside the step, or before a noun as in names."""
    has_capital = words[0][0].isupper() and plain[: words.start()].strip()
    if has_capital or _TERMS.match(plain, words.start()):
        return True
    if not _IN_NAMES.match(words[0]):
        return False
    rest = plain[words.end() :]
    if _CLAIMED.search(plain[: words.start()]) or _MEASURED.match(rest):
        return False
    return bool(re.match(r"\s+(?!and\b|or\b|to\b|for\b|enough\b|in\b|on\b|at\b)\w", rest))


def _remark(
    rule: str, step: Step, words: re.Match[str], message: str, fix: str, scenario: Scenario
) -> Remark:
    span = (step.start + words.start(), step.start + words.end())
    said = message.format(" ".join(words[0].split()))
    severity: Severity = "warning" if step.kind == "then" else "info"
    return Remark(rule, severity, span, said, fix, scenario.at)
