"""Whether anything is tested that goes wrong."""

import re
from collections.abc import Iterator

from copilot.analysis.gherkin.scenarios import Group, Remark, Scenario

_TROUBLE = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|neither|cannot|can't|\w+n't|without|unless|instead"
    r"|refus\w+|reject\w+|fail\w*|error\w*|invalid\w*|wrong\w*|missing|misses|denie[ds]|deny"
    r"|unable|expire[ds]?|expiry|unavailable|unknown|unauthori[sz]ed|unsupported|incomplete"
    r"|exceed\w*|over the limit|too (?:long|large|many|big|short|few|late|early)|lost|loses"
    r"|blocked|locked|declin\w+|cancel\w*|abort\w*|interrupt\w*|disconnect\w*|offline|outage"
    r"|broken|breaks?|corrupt\w*|damaged|malformed|duplicate\w*|already|conflict\w*|insufficient"
    r"|empty|forbidden|prohibited|disabled|stops?|stopped|time[sd]? out|timeout\w*|timed out"
    r"|below|warn\w*|alert\w*|withdraw\w*|revok\w+|opt\w* out|object(?:s|ed) to|bias\w*"
    r"|incorrect\w*|unreadable|unrecogni[sz]ed|impossible|out of (?:stock|range|date)"
    r"|in(?:active|accurate|eligible|accessible|sufficient\w*)|fewer|less than|crash\w*|slow\w*)\b",
    re.IGNORECASE,
)
"""Generous: a word too many costs a hint, a word too few a false alarm."""


def tests_trouble(group: Group) -> Iterator[Remark]:
    """Yield a remark where every scenario goes well."""
    if not group.scenarios:
        yield Remark(
            "no_criteria", "error", (0, 0), "There are no acceptance criteria.", "Write one."
        )
    elif group.is_english and not any(map(_goes_wrong, group.scenarios)):
        yield Remark(
            "no_unhappy_path",
            "warning",
            (0, 0),
            "Every criterion tells of what goes well.",
            "Say what happens when something is missing, wrong or refused.",
        )


def _goes_wrong(scenario: Scenario) -> bool:
    return any(_TROUBLE.search(text) for text in (scenario.name, *(s.text for s in scenario.steps)))
