"""Tell which decisions a new document touches: by the clauses both name, or as their evidence."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pydantic import BaseModel

from copilot.analysis.clauses import named_references, named_regimes
from copilot.domain.decision import Decision


class Update(NamedTuple):
    """A document that was added or has changed."""

    document: str
    slug: str
    text: str


class Touched(BaseModel):
    """A decision that a document touches."""

    decision: str
    title: str
    document: str
    why: str


class _Clause(NamedTuple):
    """A clause with the regimes it may belong to; none where nobody says."""

    name: str
    regimes: frozenset[str]

    def touches(self, other: "_Clause") -> bool:
        """Return whether one is the other, or a part of it."""
        if self.regimes and other.regimes and not self.regimes & other.regimes:
            return False
        shorter, longer = sorted((self.name, other.name), key=len)
        return longer == shorter or longer.startswith((f"{shorter}(", f"{shorter}."))


def touched(
    updates: Iterable[Update], decisions: Iterable[Decision], cited: Mapping[str, Iterable[str]]
) -> list[Touched]:
    """Return the decisions that documents touch, and why.

    Args:
        updates: What was added or has changed.
        decisions: Those that hold today.
        cited: Clauses by the id of the passage that explains them.
    """
    news = [(update, _clauses(update.text)) for update in updates]
    rests = [(decision, _rests_on(decision, cited)) for decision in decisions]
    return [
        Touched(decision=decision.id, title=decision.title, document=update.document, why=why)
        for update, named in news
        for decision, clauses in rests
        if (why := _why(update, named, decision, clauses))
    ]


def _why(update: Update, named: set[_Clause], decision: Decision, clauses: set[_Clause]) -> str:
    if any(name.partition("#")[0] == update.slug for name in decision.header.evidence):
        return "it rests on this document"
    shared = sorted({one.name for one in clauses for new in named if one.touches(new)})
    return f"it names {', '.join(shared)}, as the document does" if shared else ""


def _rests_on(decision: Decision, cited: Mapping[str, Iterable[str]]) -> set[_Clause]:
    """Return the clauses a decision names, and those its evidence explains."""
    explained = [clause for name in decision.header.evidence for clause in cited.get(name, ())]
    return {*_clauses(decision.text), *(one for text in explained for one in _clauses(text))}


def _clauses(text: str) -> set[_Clause]:
    regimes = frozenset(named_regimes(text))
    return {_Clause(name, regimes) for name in named_references(text)}
