"""How facts are quoted in reasons."""

from collections.abc import Iterable

from copilot.domain.feature import Fact

QUOTED = 120
"""Characters of evidence quoted in a reason."""
MOST = 3
"""Quotations in one reason; more are not read."""


def cited(facts: Iterable[Fact]) -> str:
    """Return the words that show the facts, quoted; the facts themselves where a person said so."""
    said = [
        f"“{shortened(fact.evidence)}”" if fact.evidence else plain(fact.name) for fact in facts
    ]
    return "; ".join(list(dict.fromkeys(said))[:MOST]) or "not yet known"


def named(facts: Iterable[Fact]) -> str:
    """Return the names of facts in words; their quotations stand where facts are listed."""
    return ", ".join(dict.fromkeys(plain(fact.name) for fact in facts)) or "not yet known"


def plain(name: str) -> str:
    """Return the name of a fact in words."""
    return name.replace("_", " ")


def shortened(text: str) -> str:
    """Return the beginning of a text, cut at a word, with a mark where something is left out."""
    return text if len(text) <= QUOTED else f"{text[:QUOTED].rsplit(' ', 1)[0]} …"
