"""What a question to a survey asks for: its parts, and of each the words, groups and tone."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from copilot.analysis.requirements.content import stems
from copilot.analysis.surveys.findings import SCORE, Finding

Wanted = Literal[
    "missing", "who", "rows", "changes", "future", "weighted", "why", "drivers", "differences",
    "all", "",
]  # fmt: skip
_TONES = {
    "negative": r"\b(?:complain\w*|dislike\w*|hate\w*|problems?|pains?|issues?|wrong|worst|unhappy"
    r"|improve\w*|frustrat\w*|annoy\w*|bad|negative|struggl\w*)\b",
    "positive": r"\b(?:like|likes|love\w*|praise\w*|happy|enjoy\w*|best|positive|good at"
    r"|appreciate\w*)\b",
    "wish": r"\b(?:wish\w*|ask(?:ed|ing)? for|request\w*|would like|miss(?:ing)? most)\b",
}
_WANTED: dict[Wanted, str] = {
    "future": r"\bwill\b|\bnext (?:year|quarter|month|week)\b|\bpredict\w*|\bforecast\w*",
    "changes": r"\bchanged\b|\btrends?\b|\bover time\b|\b(?:since|than|from|to) last\b"
    r"|\blast (?:year|quarter|month|week|wave|time|survey)\b|\bprevious(?:ly)?\b",
    "weighted": r"\b(?:re-?)?weight(?:ed|ing)\b(?: (?:to|by|for) (?:all )?(?:our |the )?\w+)?"
    r"|\blike all (?:of )?(?:our |the )?(?:users|customers)\b",
    "missing": r"\bmissing\?|\bwho (?:is|are) missing|\bskip\w*|\bdrop\w* (?:out|off)"
    r"|\b(?:did|do|does)(?:n[’']t| not| never) (?:answer|respond|reply|finish|complete|write)"
    r"|\bnon-?respon\w+|\bwho (?:has not|hasn[’']t) (?:answered|responded)",
    "who": r"\bwho (?:has |have )?(?:answered|responded|replied|took part|filled)\b|\bwho are they",
    "rows": r"\brows\b|\brespondents?\b.*\b(?:file|survey)\b|\bhow many (?:\w+ )?(?:answered|"
    r"responded|replied)\b|\bresponse rate\b|\bsample size\b",
    "drivers": r"\bgo(?:es)? (?:along|together|with)|\bdriv(?:e|es|ers?)\b|\bcorrelat\w+"
    r"|\binfluenc\w+|\bimpact\b|\brelat(?:e|es|ed) to\b|\blinked?\b",
    "differences": r"\b(?:groups?|segments?|who) differ\b|\bdiffer\w* between (?:the )?"
    r"(?:groups|segments)\b|\bwhich groups?\b",
    "why": r"\bwhy\b|\breasons?\b|\bcauses?\b",
    "all": r"\b(?:themes?|what do (?:\w+ ){1,4}(?:say|think|want|mention)|main|top|summary"
    r"|overview|findings|priorit\w+|what should we|do first|fix first)\b",
}
_OF_ASKING = (
    "people users customers respondents persons somebody anybody clients members participants say"
    " think want mention numbers most least often survey speak talk answers answer tell give show"
    " list with new about many much share how percent percentage proportion number count average"
    " mean total general detail figures quotes result results sure certain us them our those"
    " these other all some any which what who when where compare compared versus between"
    " difference group groups segment segments use used score scores loaded export data"
    " feel like need ask there file open question questions comment comments make made than"
)
_PEOPLE = (
    r"(?:customers?|users?|people|students?|respondents?|clients?|members?|teams?|employees?"
    r"|patients?|guests?|buyers?|subscribers?)"
)
_QUALIFIED = re.compile(
    rf"\b([\w-]+) {_PEOPLE}\b|\b(?:of|for|among|from|in|by) (?:the |our |all )?([\w-]+)", re.I
)
_PART = re.compile(
    r"[?;]+\s*|,?\s+and\s+(?=(?:also\s+)?(?:how|what|which|who|why|do|does|did|is|are|was|were|can"
    r"|should|would)\b)",
    re.I,
)
_WORD = re.compile(r"[\w-]+")


class Known(NamedTuple):
    """What a survey can be asked about."""

    themes: Sequence[str]
    groups: dict[str, str]
    """Compared ones, with their segment."""
    offered: dict[str, str]
    """Answers of closed questions, with their question."""
    words: frozenset[str]
    """Stems of everything it says."""


class Asked(NamedTuple):
    """One question."""

    text: str
    wanted: Wanted
    tone: str
    groups: tuple[str, ...]
    """Compared groups that it names, as it names them."""
    uncompared: tuple[str, ...]
    """Answers that it names and by which nothing is compared."""
    topic: frozenset[str]
    """Stems of what it is about, without groups, tone and words of asking."""
    strangers: tuple[str, ...]
    """Words that name people or a thing of which the survey says nothing."""
    set_apart: tuple[str, ...] = ()
    """Answers to one question, by which nothing is compared, whose difference is asked for."""

    def has(self, pattern: str) -> bool:
        """Whether a pattern is in the text, in whatever case."""
        return bool(re.search(pattern, self.text, re.I))


def known(found: Sequence[Finding]) -> Known:
    """Return what a survey that says this can be asked about."""
    groups = {one.group: one.segment for one in found if one.kind == "group"}
    closed = [one for one in found if one.kind == "closed"]
    return Known(
        [one.names[0] for one in found if one.kind == "theme"],
        groups,
        {value: one.names[0] for one in closed for value in one.names[1:] if value not in groups},
        stems(" ".join(_said(one) for one in found)),
    )


def _said(finding: Finding) -> str:
    quotes = " ".join(quote.text for quote in finding.quotes)
    return f"{finding.about} {finding.text} {finding.group} {quotes}"


def parts(question: str) -> list[str]:
    """Return the questions that are asked together."""
    return [part.strip() for part in _PART.split(question) if part and stems(part)] or [question]


def understood(part: str, all_known: Known) -> Asked:
    """Return what a question asks for."""
    groups = _named(part, all_known.groups)
    uncompared = () if groups else _named(part, all_known.offered)
    wanted: Wanted = next(
        (name for name, said in _WANTED.items() if re.search(said, f"{part}?", re.I)), ""
    )
    tone = next((name for name, said in _TONES.items() if re.search(said, part, re.I)), "")
    toneless = _without(part, _TONES.get(tone, ""))
    topic = content(_without(toneless, *map(_whole, groups), _WANTED.get(wanted, "")))
    strangers = _strangers(toneless, all_known)
    apart = _set_apart(part, uncompared, all_known)
    return Asked(part, wanted, tone, groups, uncompared, topic, strangers, apart)


def _set_apart(part: str, named: Sequence[str], all_known: Known) -> tuple[str, ...]:
    """Return the answers between which a difference is asked for; none where there is but one."""
    if not re.search(r"\bdiffer\w*|\bunlike\b|\bin common\b", part, re.I):
        return ()
    questions = [all_known.offered[name] for name in named if name != SCORE]
    found = [name for name in named if questions.count(all_known.offered[name]) > 1]
    return tuple(name for name in found if name != SCORE)


def _without(text: str, *patterns: str) -> str:
    for pattern in filter(None, patterns):
        text = re.sub(pattern, " ", text, flags=re.I)
    return text


def without_weights(text: str) -> str:
    """Return a question without the words that ask for weighted figures."""
    return _without(text, _WANTED["weighted"])


def content(text: str) -> frozenset[str]:
    """Return the stems of what a text is about, without the words of asking."""
    return stems(text) - stems(_OF_ASKING) - stems(" ".join(_SINGULAR))


_SINGULAR = ("student", "user", "customer", "person", "respondent", "client", "member", "company")


def _named(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that stand in a text, in its order; of two that overlap the longer."""
    said, found = f" {_plain(text)} ", []
    for name in sorted(names, key=len, reverse=True):
        place = said.find(f" {_plain(name)} ")
        if _plain(name) and place >= 0:
            found.append((place, name))
            said = said.replace(f" {_plain(name)} ", f" {'_' * len(_plain(name))} ")
    return tuple(name for _, name in sorted(found))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _whole(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)"


def _strangers(text: str, all_known: Known) -> tuple[str, ...]:
    said = [word for pair in _QUALIFIED.findall(text) for word in pair if word]
    return tuple(dict.fromkeys(word for word in said if content(word) - all_known.words))
