"""Draft a record from what was told: every word has its place, and none is added."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from copilot.analysis.decisions.reading import Draft, checked, read_decision
from copilot.analysis.decisions.signs import names_deciders
from copilot.analysis.decisions.speech import clauses, is_negative
from copilot.analysis.decisions.stated import Stated, read_stated
from copilot.analysis.decisions.telling import Told, bare
from copilot.domain.decision import AiPart, Decision, Header, Option
from copilot.domain.decision_text import body

TITLE_LENGTH = 80
STEM = 5
"""Letters by which a word of a title is found again in the text."""
BORNE_BY_CHOICE = 0.5
"""Share of a title's words that the choice must have, so that it is a title of the decision."""
FEW_WORDS = 8
"""Words up to which a clause that names who decided says nothing else."""
_TOLD = "As it was told:"
_WORD = re.compile(r"\d[\d.,]*|[^\W\d_][\w'’-]*")
_LITTLE = frozenset(
    re.findall(
        r"\w+",
        "a an the and or but of in on at by to for with from as is are be been was were will we our"
        " us i it its this that no not than then when if so do does only all any more less",
    )
)
"""Words that a title may have whatever the text says."""


def drafted(told: Told, title: str, text: str, today: date, ai: AiPart | None = None) -> Draft:
    """Return the record drafted from what was told.

    Args:
        told: Its parts, each in words of the text.
        title: A title, used where it says nothing that the text does not.
        text: All that was told; it is kept in the record as it is.
        today: The day, where the text names none.
        ai: Which model has found the parts.
    """
    said = clauses(text)
    stated = read_stated(said, today)
    others = [way for way in told.options if not any(way in part for part in stated.clauses)]
    header = _header(told, stated, today, ai)
    decision = Decision(
        header=header,
        title=_title(title, told.chosen, text),
        context=" ".join(_rest(said, told, stated)),
        options=tuple(Option(name=name) for name in (told.chosen, *others) if name),
        chosen=told.chosen,
        because=told.because,
        consequences=tuple(part for part in told.consequences if part not in stated.clauses),
        would_change=told.would_change,
        dissent=told.dissent,
    )
    written = body(decision, more=f"{_TOLD}\n\n{_quoted(text)}")
    front = header.model_dump(by_alias=True, exclude_none=True)
    return checked(read_decision(front, written, today))


def _header(told: Told, stated: Stated, today: date, ai: AiPart | None) -> Header:
    return Header(
        status=stated.status,
        date=stated.day or today,
        decision_makers=told.deciders,
        reversibility=stated.reversibility,
        confidence=stated.confidence,
        review_by=stated.review_by,
        ai=ai,
    )


def _title(title: str, chosen: str, text: str) -> str:
    """Return the title where the text bears it and it tells the choice, else the choice itself."""
    given, plain = _shortened(bare(title)), _shortened(chosen)
    words = given if _is_borne(given, chosen or text, text) else plain
    return words[:1].upper() + words[1:]


def _shortened(words: str) -> str:
    """Return as many whole words as a title has room for; half a figure would be another one."""
    return textwrap.shorten(words, TITLE_LENGTH, placeholder=" …")


def _is_borne(title: str, chosen: str, text: str) -> bool:
    words, known, told = _stems(title), set(_stems(text)), set(_stems(chosen))
    if not words or not known.issuperset(words) or is_negative(title) != is_negative(chosen):
        return False
    return sum(word in told for word in words) >= BORNE_BY_CHOICE * len(words)


def _stems(text: str) -> list[str]:
    """Return figures, and the beginnings of words that are no little ones."""
    words = (word.lower().rstrip(".,") for word in _WORD.findall(text))
    return [word if word[0].isdigit() else word[:STEM] for word in words if word not in _LITTLE]


def _rest(said: Sequence[str], told: Told, stated: Stated) -> Iterator[str]:
    """Yield the clauses of which no part of the record has a word."""
    for part in said:
        line = " ".join(part.split())
        is_used = any(span in line or line in span for span in told.spans)
        is_names = names_deciders(line) and len(line.split()) <= FEW_WORDS
        if not (is_used or is_names or part in stated.clauses):
            yield _unmarked(line)


def _unmarked(line: str) -> str:
    """Return a line that no Markdown mark begins."""
    return line.lstrip("#>*-+=_~`| \t")


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.strip().splitlines())
