"""What columns are called, and what they are."""

import re
from collections.abc import Iterable

_NAMES: dict[str, str] = {
    "item": "item, name, title, feature, idea, initiative, story, user story, task, epic, summary,"
    " problem, outcome, opportunity, backlog item, project, theme, description, what",
    "id": "id, key, ref, no, nr, number, item id, issue, ticket, #",
    "reach": "reach, users, users reached, people, customers",
    "impact": "impact",
    "confidence": "confidence, conf, certainty, confidence level",
    "effort": "effort, person months, person weeks, person days, man days",
    "value": "value, business value, user value, user business value, user and business value, ubv,"
    " user or business value",
    "time_criticality": "time criticality, urgency, criticality, tc",
    "risk_reduction": "risk reduction, opportunity enablement, risk, rr, oe, rr oe, rroe,"
    " rr and oe,"
    " risk reduction opportunity, risk reduction opportunity enablement, rrioe,"
    " risk reduction or opportunity enablement, risk reduction and opportunity enablement,"
    " risk and opportunity, risk opportunity, risk reduction or opportunity",
    "job_size": "job size, size, story points, points, job duration",
    "cost_of_delay": "cost of delay, cod, delay cost",
    "duration": "duration, lead time",
    "ease": "ease, ease of implementation, ease of building",
    "kano": "kano, kano category, category, kano class",
    "attractive": "attractive, delighter, a, excitement",
    "performance": "performance, one dimensional, o, p, linear",
    "must-be": "must be, m, basic, must have",
    "indifferent": "indifferent, i",
    "reverse": "reverse, r",
    "questionable": "questionable, q",
    "functional": "functional, if present, present, with it",
    "dysfunctional": "dysfunctional, if absent, absent, without it",
    "evidence": "evidence, source, sources, data, research, basis, proof",
    "depends_on": "depends on, depends, dependency, dependencies, blocked by, requires, needs,"
    " after, prerequisite, prerequisites, depends upon",
    "mandatory": "mandatory, required, must do, obligatory, compliance, legal duty",
    "deadline": "deadline, due, due date, date, by when",
    "status": "status, state",
}
_KNOWN = {
    alias.strip(): column for column, aliases in _NAMES.items() for alias in aliases.split(",")
}
LONGEST = 100
"""Characters of a header that are looked at."""
WORDS = {
    "time_criticality": "time criticality",
    "risk_reduction": "risk reduction or opportunity",
    "job_size": "job size",
    "cost_of_delay": "cost of delay",
}
"""How inputs are called in sentences, where that is not their name."""
INPUTS = (
    "reach",
    "impact",
    "confidence",
    "effort",
    "value",
    "time_criticality",
    "risk_reduction",
    "job_size",
    "cost_of_delay",
    "duration",
    "ease",
)
COUNTS = ("must-be", "performance", "attractive", "indifferent", "reverse", "questionable")


def in_words(column: str) -> str:
    """Return how an input is called in sentences."""
    return WORDS.get(column, column)


def column_of(header: str) -> str | None:
    """Return what a header stands for: the whole of it, or its beginning up to a unit."""
    plain = _plain(header[:LONGEST])
    if plain in _KNOWN:
        return _KNOWN[plain]
    words = plain.split()
    for end in range(len(words) - 1, 0, -1):
        begin = " ".join(words[:end])
        if len(begin) > 2 and _KNOWN.get(begin) in INPUTS and _is_unit(words[end:]):
            return _KNOWN[begin]
    return None


def columns_of(headers: Iterable[str]) -> list[str | None]:
    """Return what each header stands for; of two that stand for the same, the first."""
    found: list[str | None] = []
    for header in headers:
        column = column_of(header)
        found.append(None if column in found else column)
    return found


def _plain(header: str) -> str:
    if header.strip() == "#":
        return "#"
    bare = re.sub(r"\([^)]*\)|\[[^]]*\]|,.*", " ", header.lower())
    words = re.sub(r"[^a-z0-9]+", " ", bare.replace("&", " and ").replace("’", "'"))
    return " ".join(words.split())


def _is_unit(words: list[str]) -> bool:
    units = (
        "per", "a", "in", "of", "users", "people", "quarter", "month", "months", "week", "weeks",
        "year", "days", "person", "pm", "pw", "points", "score", "estimate", "percent", "pct", "q",
        "rating", "value", "each", "customers", "k", "level", "out", "10", "1", "range",
    )  # fmt: skip
    return all(word in units for word in words)
