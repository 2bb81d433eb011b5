"""Find what of a survey answers a question: by its groups, its tone, and likeness of words."""

import re
from collections.abc import Sequence

import numpy as np

from copilot.analysis.requirements.content import share, stems
from copilot.analysis.surveys.findings import Finding
from copilot.analysis.surveys.themes.features import Embed

MOST = 5
"""Findings of an answer."""
NEAR = 0.35
"""Likeness from which a finding may answer a question."""
_TONES = {
    "negative": r"\b(?:complain\w*|dislike\w*|hate\w*|problems?|pains?|issues?|wrong|worst|unhappy"
    r"|improve\w*|frustrat\w*|annoy\w*|bad|negative|struggl\w*)\b",
    "positive": r"\b(?:like|likes|love\w*|praise\w*|happy|enjoy\w*|best|positive|good at"
    r"|appreciate\w*)\b",
    "wish": r"\b(?:wish\w*|ask(?:ed|ing)? for|request\w*|would like|miss(?:ing)? most)\b",
}
_OF_ASKING = (
    "people users customers respondents say think want mention numbers most often survey speak"
    " talk answers answer tell give show list with new about many much share how"
)
_WORD = re.compile(r"[\w-]+")
_ASKS_ALL = re.compile(
    r"\b(?:themes?|what do (?:\w+ ){1,4}(?:say|think|want|mention)|main|top|summary|overview"
    r"|findings)\b",
    re.I,
)


def answering(question: str, found: Sequence[Finding], embed: Embed | None) -> list[Finding]:
    """Return the findings that answer a question, the best first; none where nothing is near.

    Args:
        question: As a person asked it.
        found: Everything the survey says.
        embed: Gives unit vectors; words alone decide where None.
    """
    group = _group(question, found)
    tone = next((name for name, said in _TONES.items() if re.search(said, question, re.I)), "")
    fitting = [one for one in found if _fits(one, group, tone)]
    if tone or group or _ASKS_ALL.search(question):
        themes = [one for one in fitting if one.weight > 0]
        topic = _without(question, group, tone)
        near = _ranked(topic, fitting, embed)[:MOST] if topic else []
        return near or sorted(themes, key=lambda one: -one.weight)[:MOST]
    return _ranked(question, fitting, embed)[:MOST]


def _group(question: str, found: Sequence[Finding]) -> str:
    """Return the group that a question is about: the longest that it names."""
    said = f" {_plain(question)} "
    groups = {one.group for one in found if one.group}
    named = [one for one in groups if f" {_plain(one)} " in said]
    return max(named, key=len, default="")


def _plain(text: str) -> str:
    """Return the words in small letters, a blank between each."""
    return " ".join(_WORD.findall(text.lower()))


def _fits(finding: Finding, group: str, tone: str) -> bool:
    is_toned = finding.tone in ("", tone) and finding.weight > 0
    counts_it = bool(group) and not tone and f" {_plain(group)} " in f" {_plain(finding.about)} "
    is_of_group = finding.group == group or (not finding.group and counts_it)
    return is_of_group and (not tone or is_toned)


def _without(question: str, group: str, tone: str) -> str:
    """Return the words of a question that say what it is about; empty where there are none."""
    rest = re.sub(_TONES[tone], " ", question, flags=re.I) if tone else question
    rest = re.sub(re.escape(group), " ", rest, flags=re.I) if group else rest
    return rest if _asked(_ASKS_ALL.sub(" ", rest)) else ""


def _asked(question: str) -> frozenset[str]:
    """Return the stems of what a question is about, without the words of asking."""
    return stems(question) - stems(_OF_ASKING)


def _ranked(question: str, found: Sequence[Finding], embed: Embed | None) -> list[Finding]:
    if not found:
        return []
    words = _asked(question) or stems(question)
    common = np.array([share(words, stems(f"{one.about} {one.text}")) for one in found])
    likeness = common
    if embed is not None:
        vectors = embed([question, *(one.about for one in found)])
        likeness = np.maximum(vectors[1:] @ vectors[0], common)
    order = np.argsort(-(likeness + common), kind="stable")
    return [found[at] for at in order if likeness[at] >= NEAR]
