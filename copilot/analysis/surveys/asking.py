"""Find what of a survey answers a question: by its groups, its tone, and likeness of words."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from copilot.analysis.requirements.content import share, stems
from copilot.analysis.surveys.findings import Finding
from copilot.analysis.surveys.themes.features import Embed
from copilot.analysis.surveys.unanswered import (
    CHANGES,
    FUTURE,
    NO_CAUSE,
    NO_DIFFERENCE,
    NOBODY_MISSING,
    NOT_WEIGHTED,
    most_told,
    not_compared,
    not_set_apart,
    nothing_of,
)
from copilot.analysis.surveys.understanding import (
    Asked,
    Known,
    content,
    known,
    parts,
    understood,
    without_weights,
)

MOST = 5
"""Findings of an answer to one question."""
NEAR = 0.35
"""Likeness from which a finding may answer a question."""
NEAR_IN_SENSE = 0.45
"""Likeness of vectors from which one may that shares no word with it."""


_OF_DIFFERENCE = r"\b(?:by|differ\w*|between|groups?|segments?|compar\w*|than|versus|vs)\b"
"""Words by which groups are compared; without them a figure comes before its tests."""


class Reply(NamedTuple):
    """What a survey says to a question."""

    findings: list[Finding]
    notes: list[str]
    """What it cannot say, and what there is instead."""


class _Asking(NamedTuple):
    """A question with what may answer it."""

    asked: Asked
    found: Sequence[Finding]
    known: Known
    embed: Embed | None

    def of(self, *kinds: str) -> list[Finding]:
        return [one for one in self.found if one.kind in kinds]


def answering(question: str, found: Sequence[Finding], embed: Embed | None) -> Reply:
    """Return the findings that answer a question, the best first, and what is not answered.

    Several questions at once are answered one by one.

    Args:
        question: As a person asked it.
        found: Everything the survey says.
        embed: Gives unit vectors; words alone decide where None.
    """
    names = known(found)
    replies = [
        _answered(_Asking(understood(part, names), found, names, embed)) for part in parts(question)
    ]
    return Reply(
        list(dict.fromkeys(one for reply in replies for one in reply.findings)),
        list(dict.fromkeys(note for reply in replies for note in reply.notes)),
    )


def _answered(asking: _Asking) -> Reply:
    asked = asking.asked
    if asked.wanted in _UNKNOWABLE:
        return Reply([], [_UNKNOWABLE[asked.wanted]])
    if asked.wanted in _OF_PEOPLE:
        return _OF_PEOPLE[asked.wanted](asking)
    if asked.strangers:
        return Reply([], [nothing_of(asked.strangers, asking.known, asking.found)])
    if asked.set_apart:
        return Reply([], [not_set_apart(asked.set_apart, asking.known, asking.found)])
    return _OF_RESULTS.get(asked.wanted, _of_themes_and_figures)(asking)


def _rows(asking: _Asking) -> Reply:
    return Reply(asking.of("rows"), [])


def _who(asking: _Asking) -> Reply:
    segments = {one.segment for one in asking.found if one.segment}
    counts = [one for one in asking.of("closed") if one.names[0] in segments]
    return Reply([*asking.of("rows"), *counts][:MOST], [])


def _drivers(asking: _Asking) -> Reply:
    found = [*asking.of("driver"), *asking.of("impact")]
    return _or_nothing(asking, (_ranked(asking, found) or found)[:MOST])


def _differences(asking: _Asking) -> Reply:
    differing = [one for one in asking.of("group", "test") if one.is_difference]
    return Reply(differing[:MOST], [] if differing else [NO_DIFFERENCE])


def _missing(asking: _Asking) -> Reply:
    """Return who is missing; the file's rows beside it, where a number is asked for."""
    voices = asking.of("missing")
    rows = asking.of("rows") if asking.asked.has(r"\bhow many\b") or not voices else []
    notes = [] if voices else [NOBODY_MISSING]
    return Reply([*voices, *rows], [*notes, *([NO_CAUSE] if asking.asked.has(r"\bwhy\b") else [])])


def _like_all_users(asking: _Asking) -> Reply:
    """Return weighted figures and what they are weighted to."""
    basis = asking.of("weights")
    if not basis:
        return Reply([], [NOT_WEIGHTED])
    figures = [one for one in asking.found if one.is_weighted]
    asked = understood(without_weights(asking.asked.text), asking.known)
    if not (asked.topic or asked.tone or asked.wanted or asked.groups):
        return Reply([*figures[:MOST], *basis], [])
    reply = _answered(asking._replace(asked=asked, found=figures))
    return Reply([*reply.findings, *basis], reply.notes) if reply.findings else reply


def _of_themes_and_figures(asking: _Asking) -> Reply:
    asked = asking.asked
    is_open = bool(asked.tone or asked.groups or asked.wanted in ("all", "why"))
    fitting = [one for one in asking.found if _fits(one, asked)]
    found = _ranked(asking, fitting)[: MOST * max(1, len(asked.groups))] if asked.topic else []
    if not found and is_open and not asked.topic - asking.known.words:
        found = sorted((one for one in fitting if one.weight > 0), key=lambda one: -one.weight)
        found = _each_group(found, asked)
    elif not found and is_open and asked.tone and not asked.groups and not asked.topic:
        found = sorted(fitting, key=lambda one: -one.weight)[:MOST]
    if asked.has(r"(?<!at )\b(?:least|rarest|fewest|smallest)\b"):
        found = sorted(asking.of("theme"), key=lambda one: one.weight)[:1]
    if asked.wanted == "why":
        found = [*found, *(one for one in asking.of("impact") if one not in found)][: 2 * MOST]
    return _or_nothing(asking, found)


def _each_group(found: Sequence[Finding], asked: Asked) -> list[Finding]:
    """Return the first findings of each group that is named; of all where none is."""
    if not asked.groups:
        return list(found[:MOST])
    of_groups = [[one for one in found if one.group == group] for group in asked.groups]
    return [one for group in of_groups for one in group[:MOST]]


def _or_nothing(asking: _Asking, found: Sequence[Finding]) -> Reply:
    asked = asking.asked
    if not found:
        missing = sorted(asked.topic - asking.known.words)
        return Reply([], [nothing_of(_words(asked, missing), asking.known, asking.found)])
    notes = [NO_CAUSE] if asked.wanted == "why" else []
    themes = [one for one in found if one.kind == "theme"]
    if themes and asked.has(r"\bmost (?!often|of all|common)\w+"):
        notes.append(most_told(themes))
    if themes and asked.uncompared:
        notes.append(not_compared(asked.uncompared[0], asking.known, asking.found))
    return Reply(list(found), notes)


def _words(asked: Asked, missing: Sequence[str]) -> list[str]:
    """Return the words of a question whose stems are missing, as they stand there."""
    return [word for word in asked.text.split() if stems(word) & {*missing}]


def _fits(finding: Finding, asked: Asked) -> bool:
    is_toned = finding.tone in ("", asked.tone) and finding.weight > 0
    if asked.tone and not is_toned:
        return False
    if not asked.groups:
        return not finding.group and finding.kind not in ("missing", "rows", "weights")
    names = {group.casefold() for group in asked.groups}
    counts_it = not asked.tone and not finding.group and names & {*_names(finding)}
    return finding.group in asked.groups or bool(counts_it)


def _names(finding: Finding) -> Iterator[str]:
    """Yield what a finding that is of no group counts or compares, in small letters."""
    if finding.kind == "closed":
        yield from (name.casefold() for name in finding.names[1:])
    if finding.kind == "test":
        yield from finding.about.casefold().split()


def _ranked(asking: _Asking, found: Sequence[Finding]) -> list[Finding]:
    if not found:
        return []
    topic = asking.asked.topic or stems(asking.asked.text)
    about = np.array([share(topic, stems(f"{one.about} {one.text}")) for one in found])
    named = np.array([_covered(topic, one) for one in found])
    common = np.maximum(about, named)
    likeness = common + about + named
    is_near = common >= NEAR
    if asking.embed is not None:
        vectors = asking.embed([asking.asked.text, *(one.about for one in found)])
        sense = vectors[1:] @ vectors[0]
        likeness, is_near = likeness + sense, is_near | (sense >= NEAR_IN_SENSE)
    if not asking.asked.has(_OF_DIFFERENCE):
        likeness = likeness - np.array([one.kind == "test" for one in found])
    order = np.argsort(-likeness, kind="stable")
    return [found[at] for at in order if is_near[at]]


def _covered(topic: frozenset[str], finding: Finding) -> float:
    """Return the largest part of a name of a finding that a question says."""
    names = [words for name in finding.names if (words := content(name))]
    return max((len(words & topic) / len(words) for words in names), default=0.0)


_UNKNOWABLE = {"future": FUTURE, "changes": CHANGES}
_OF_PEOPLE: dict[str, Callable[[_Asking], Reply]] = {
    "missing": _missing,
    "rows": _rows,
    "who": _who,
}
_OF_RESULTS: dict[str, Callable[[_Asking], Reply]] = {
    "drivers": _drivers,
    "differences": _differences,
    "weighted": _like_all_users,
}
