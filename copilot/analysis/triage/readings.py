"""Read one fact from the sentences of a description, and what counts where they differ.

What is stated outright counts, whatever another sentence denies. A denial that reaches less far
than what another sentence shows ("does not score cover letters") counts for nothing against it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from copilot.analysis.triage.catalogue import FactSpec
from copilot.analysis.triage.denial import denies, is_denied, is_human_work, is_lifted
from copilot.analysis.triage.phrases import Phrase
from copilot.analysis.triage.scope import is_fallback, is_limited, is_narrow, is_of_others
from copilot.domain.feature import FactValue

_DONE = ("decision", "purpose")
"""Groups of facts about what is done: it counts only where no human does it."""
_ACTS = (*_DONE, "technique")
"""Groups of facts about acts, which may be denied of a part only."""


class Sentence(NamedTuple):
    """A sentence and where it begins in the description."""

    start: int
    text: str
    """With plain quotation marks, as long as the original."""
    low: str
    """The same in small letters, in which phrases are looked for."""


class Match(NamedTuple):
    """Where a phrase stands in a sentence."""

    sentence: Sentence
    start: int
    end: int


class Reading(NamedTuple):
    """A value of a fact, and where the words that show it begin and end in the description."""

    value: FactValue
    start: int
    end: int


class FactPhrases(NamedTuple):
    """A fact with its phrases ready to look for."""

    spec: FactSpec
    shows: Sequence[Phrase]
    denies: Sequence[Phrase]
    states: Sequence[Phrase]


def readings(fact: FactPhrases, text: str, parts: Sequence[Sentence]) -> Iterator[Reading]:
    """Yield what counts, then the opposite where another sentence says so.

    Args:
        fact: What to look for.
        text: The description in small letters.
        parts: Its sentences.
    """
    if fact.spec.group == "human step":
        parts = [part for part in parts if not is_fallback(part.text)]
    found = list(_candidates(fact, text, parts))
    for value, match in found[:1]:
        yield _placed(value, match)
        differing = (
            _placed(other, second)
            for other, second in found[1:]
            if other != value and second.sentence != match.sentence
        )
        yield from list(differing)[:1]


def stated(fact: FactPhrases, text: str, parts: Sequence[Sentence]) -> Match | None:
    """Return the first match that states a fact outright, of what is described itself."""
    return next(
        (
            match
            for match in _found(fact.states, text, parts)
            if not is_denied(match.sentence.text, match.start, match.end)
            and not (fact.spec.group in _DONE and _is_human_work(match))
            and not is_of_others(match.sentence.text)
        ),
        None,
    )


def _candidates(
    fact: FactPhrases, text: str, parts: Sequence[Sentence]
) -> Iterator[tuple[FactValue, Match]]:
    """Yield the matches that bear on a fact, what counts most first."""
    outright = stated(fact, text, parts)
    shown, denied = _first_shown(fact, text, parts)
    against = [match for match in _found(fact.denies, text, parts) if _stands(match)]
    whole = [match for match in against if not _reaches_less(fact.spec, match, shown)]
    rows: tuple[tuple[FactValue, Match | None], ...] = (
        ("yes", outright),
        ("no", next(iter(whole), None)),
        ("yes", shown),
        ("no", next(iter(against), None)),
        ("no", denied),
    )
    seen = [(value, match) for value, match in rows if match]
    settles = outright or shown or fact.spec.topic or not fact.spec.deniable
    return (row for row in seen if settles or not _is_of_a_part(fact.spec, row[1]))


def _first_shown(
    fact: FactPhrases, text: str, parts: Sequence[Sentence]
) -> tuple[Match | None, Match | None]:
    """Return the first match that shows the fact, and the first that is denied before it."""
    spec, denied = fact.spec, None
    for match in _found(fact.shows, text, parts):
        if spec.group in _DONE and not spec.topic and _is_human_work(match):
            continue
        if spec.topic or not is_denied(match.sentence.text, match.start, match.end):
            return match, denied
        denied = denied or (match if spec.deniable else None)
    return None, denied


def _is_of_a_part(spec: FactSpec, denial: Match) -> bool:
    """Tell whether a denial leaves the fact open, even where nothing shows it."""
    return spec.group in _ACTS and is_limited(denial.sentence.text)


def _reaches_less(spec: FactSpec, denial: Match, shown: Match | None) -> bool:
    if not shown or not spec.deniable or spec.group not in _ACTS:
        return False
    said = denial.sentence.text
    return (
        shown.sentence != denial.sentence
        and denies(said[denial.start : denial.end])
        and is_narrow(said, denial.start, denial.end, shown.sentence.text)
    )


def _stands(match: Match) -> bool:
    """Return whether words that show the opposite are not denied themselves."""
    text = match.sentence.text
    return denies(text[match.start : match.end]) or not is_lifted(text, match.start, match.end)


def _is_human_work(match: Match) -> bool:
    return is_human_work(match.sentence.text, match.start, match.end)


def _placed(value: FactValue, match: Match) -> Reading:
    return Reading(value, match.sentence.start + match.start, match.sentence.start + match.end)


def _found(phrases: Iterable[Phrase], text: str, parts: Sequence[Sentence]) -> Iterator[Match]:
    for phrase in phrases:
        if not phrase.look_for.search(text):
            continue
        if not all(other.search(text) for other in phrase.anywhere):
            continue
        for sentence in parts:
            if all(other.search(sentence.low) for other in phrase.beside):
                for match in phrase.look_for.finditer(sentence.low):
                    yield Match(sentence, match.start(), match.end())
