"""Choose verbatim quotes: representative, short enough to read, and of nobody in particular."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from copilot.analysis.sentences import sentences
from copilot.domain.survey_themes import Quote

LONGEST = 200
"""Characters of a quote."""
SHORTEST = 25
"""Characters under which a quote tells a reader little beyond the theme's name."""
SMALLEST_CELL = 5
"""People below whom a quote would point at one of them."""
_PLACEHOLDER = re.compile(r"\[[A-Z][A-Z_]*_\d+\]")
_LOOKED_AT = 400
"""Best answers from which quotes are chosen, so that a large theme costs no more."""
_ALIKE = 0.6
"""Share of words in common from which two quotes say the same."""
_CLAUSE_END = re.compile(r"[,;:–—]\s|\s[-–—]\s|\n")


class _Candidate(NamedTuple):
    quote: Quote
    words: frozenset[str]
    has_placeholder: bool
    is_short: bool


def choose_quotes(
    texts: Sequence[str | None],
    rows: Sequence[int],
    spans: Sequence[str],
    scores: Sequence[float],
    seed: int,
    *,
    people: int | None = None,
    count: int = 3,
) -> tuple[Quote, ...]:
    """Return up to `count` quotes of a theme, the most representative first.

    Quotes with placeholders of masked values, and very short ones, are taken only where there
    are no others. Two quotes never say the same, and never come from one row.

    Args:
        texts: Masked answers that have the theme.
        rows: Their row numbers.
        spans: The verbatim part of each that speaks of the theme; empty where nobody said.
        scores: How representative each is; higher is better.
        seed: Decides between equal scores.
        people: How many people they come from; as many as rows where it is not given.
        count: How many quotes at most.
    """
    cell = len(set(rows)) if people is None else people
    if cell < SMALLEST_CELL:
        return ()
    order = _best_first(scores, seed)
    found = (_candidate(texts[at], rows[at], spans[at]) for at in order)
    candidates = [*islice((one for one in found if one), _LOOKED_AT)]
    candidates.sort(key=lambda one: (one.has_placeholder, one.is_short))
    plain = [one for one in candidates if not one.has_placeholder]
    return _different(plain or candidates, count)


def is_verbatim(quote: str, masked_text: str) -> bool:
    """Return whether a quote is an exact part of a masked answer, and more than blanks."""
    return bool(quote.strip()) and quote in masked_text


def cut_quote(text: str, span: str = "", longest: int = LONGEST) -> str:
    """Return a part of the text, at most `longest` characters, exactly as it stands there.

    Whole sentences around the span while they fit; of a sentence that is too long alone, the
    clauses around it, and at last whole words. Empty for a blank text.
    """
    place = max(0, text.find(span)) if span else 0
    bounds = _sentence_bounds(text)
    if not bounds:
        return ""
    at = max((index for index, (start, _) in enumerate(bounds) if start <= place), default=0)
    start, end = _grown(bounds, at, longest)
    if end - start > longest:
        start, end = _clause(text, start, end, (place, place + len(span)), longest)
    return text[start:end].strip()


def _best_first(scores: Sequence[float], seed: int) -> list[int]:
    ties = np.random.default_rng(seed).permutation(len(scores))
    return [int(at) for at in np.lexsort((ties, -np.asarray(scores, dtype=float)))]


def _candidate(text: str | None, row: int, span: str) -> _Candidate | None:
    quote = cut_quote(text or "", span)
    if not is_verbatim(quote, text or ""):
        return None
    words = frozenset(re.findall(r"\w+", quote.lower()))
    return _Candidate(
        Quote(row=row, text=quote), words, bool(_PLACEHOLDER.search(quote)), len(quote) < SHORTEST
    )


def _different(candidates: Iterable[_Candidate], count: int) -> tuple[Quote, ...]:
    chosen: list[_Candidate] = []
    for one in candidates:
        if len(chosen) == count:
            break
        if all(_differ(one, other) for other in chosen):
            chosen.append(one)
    return tuple(one.quote for one in chosen)


def _differ(one: _Candidate, other: _Candidate) -> bool:
    if one.quote.row == other.quote.row or one.quote.text == other.quote.text:
        return False
    common = len(one.words & other.words)
    return common < _ALIKE * max(1, min(len(one.words), len(other.words)))


def _sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Return where each sentence starts and ends."""
    bounds, start = [], 0
    for sentence in sentences(text):
        start = text.index(sentence, start)
        bounds.append((start, start + len(sentence)))
        start += len(sentence)
    return bounds


def _grown(bounds: Sequence[tuple[int, int]], at: int, longest: int) -> tuple[int, int]:
    """Return the sentence at a place with as many of those after and before it as fit."""
    first = last = at
    while last + 1 < len(bounds) and bounds[last + 1][1] - bounds[first][0] <= longest:
        last += 1
    while first > 0 and bounds[last][1] - bounds[first - 1][0] <= longest:
        first -= 1
    return bounds[first][0], bounds[last][1]


def _clause(
    text: str, start: int, end: int, span: tuple[int, int], longest: int
) -> tuple[int, int]:
    """Return the clauses of a long sentence that hold the span, else words from it on."""
    cuts = [start, *(found.end() for found in _CLAUSE_END.finditer(text, start, end)), end]
    begin = max(cut for cut in cuts if cut <= max(span[0], start))
    ends = [cut for cut in cuts if max(begin, span[1] - 1) < cut <= begin + longest]
    if ends:
        return begin, ends[-1]
    begin = begin if span[1] - begin <= longest else span[0]
    return begin, _word_end(text, begin, min(end, begin + longest))


def _word_end(text: str, start: int, end: int) -> int:
    """Return the end moved back to the end of a word; unmoved inside one word."""
    if end >= len(text) or text[end].isspace():
        return end
    blank = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return blank if blank > start else end
