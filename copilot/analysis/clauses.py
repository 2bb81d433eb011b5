"""Recognise clauses that a text names, and match them to the clauses of the notes.

A person writes `Art. 14`, `article 5(1)f` or `measure 2.11`; the index holds
`EU AI Act Art. 14` and `NIST AI RMF MEASURE 2.11`.
"""

import re
from collections.abc import Iterable, Sequence

_ARTICLE = re.compile(
    r"\bart(?:icles?|s?\.|s)?\s*(\d+[a-z]{0,2})((?:\s*\(?[0-9a-z]{1,3}\))*(?:(?<=\))[a-z]\b)?)",
    re.I,
)
_ANNEX = re.compile(r"\bannex\s+(i{1,3})\b(?:,?\s*(?:point\s*)?(\d)\s*(?:\(?([a-e])\))?)?", re.I)
_NIST = re.compile(r"\b(govern|map|measure|manage)\s*(\d)(?:\.(\d{1,2}))?\b", re.I)
_OWASP = re.compile(r"\b(llm|asi)\s?(\d\d)\b", re.I)
_PARTS = re.compile(r"[0-9a-z]+", re.I)
_REGIMES = {
    "eu ai act": ("ai act", "eu act"),
    "gdpr": ("gdpr", "data protection regulation"),
    "nist ai rmf": ("nist", "rmf"),
    "owasp": ("owasp",),
}


def named_references(text: str) -> list[str]:
    """Return the clauses a text names, in one spelling each: `art. 5(1)(f)`, `measure 2.11`."""
    articles = (f"art. {number}{_points(rest)}" for number, rest in _ARTICLE.findall(text))
    annexes = (_annex(*groups) for groups in _ANNEX.findall(text))
    nist = (f"{word} {group}.{sub}".rstrip(".") for word, group, sub in _NIST.findall(text))
    owasp = (f"{word}{number}" for word, number in _OWASP.findall(text))
    return [name.lower() for names in (articles, annexes, nist, owasp) for name in names]


def matching_rows(query: str, clauses: Sequence[Sequence[str]]) -> list[int]:
    """Return rows whose clauses the query names: the clause itself first, then its points.

    Args:
        query: What a person asks.
        clauses: The clauses of each row.
    """
    references = named_references(query)
    if not references:
        return []
    regimes = named_regimes(query)
    fits = [
        (len(clause), row)
        for row, named in enumerate(clauses)
        for clause in map(str.lower, named)
        if _of_regime(clause, regimes) and _holds(clause, references)
    ]
    return list(dict.fromkeys(row for _, row in sorted(fits)))


def _points(rest: str) -> str:
    return "".join(f"({part})" for part in _PARTS.findall(rest))


def _annex(annex: str, point: str, letter: str) -> str:
    return f"annex {annex}" + (f" {point}" if point else "") + (f"({letter})" if letter else "")


def _holds(clause: str, references: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(name)}(?![0-9a-z])", clause) for name in references)


def named_regimes(query: str) -> list[str]:
    """Return the regimes a text names, as clauses begin with them."""
    said = query.lower()
    return [name for name, words in _REGIMES.items() if any(word in said for word in words)]


def _of_regime(clause: str, regimes: Sequence[str]) -> bool:
    return not regimes or any(clause.startswith(name) for name in regimes)
