"""What a source asks for: its statements, the requirements read from them, and coverage."""

from typing import Literal

from copilot.domain.noun import Noun

Basis = Literal["cited", "derived", "assumed"]
"""On what a statement rests: words of a source, a computed result, or nothing yet."""
StatementKind = Literal[
    "requirement",
    "non_goal",
    "goal",
    "problem",
    "evidence",
    "user",
    "question",
    "risk",
    "rollout",
    "assumption",
    "heading",
    "aside",
    "context",
]
"""What a statement is for; an aside speaks of the document, or to whoever drafts from it."""


class Statement(Noun):
    """A sentence, item or table row of a source, in its own words."""

    id: str
    """`S3`: its place in the source."""
    text: str
    line: int
    """Where it begins in the source, from 1."""
    heading: str = ""
    """Under which it stands."""
    kind: StatementKind = "context"
    is_plain: bool = True
    """False where the words leave open what kind it is, so that somebody has to be asked."""


class Requirement(Noun):
    """One thing that the product must do or must not do, under an id that stays."""

    id: str
    """`FR-001`, or the id that the source gives it."""
    text: str
    basis: Basis = "cited"
    sources: tuple[str, ...] = ()
    """Statements of the source (`S3`), passages of the knowledge or conditions of a review."""
    consequences: tuple[str, ...] = ()
    """What a tester can see if it is met."""


class Coverage(Noun):
    """Which requirements have arrived, as a set difference."""

    covered: tuple[str, ...] = ()
    """Requirements that a story names and one of its criteria holds to."""
    missing: tuple[str, ...] = ()
    """Requirements that no story names, or that none of its criteria holds to."""
    orphans: tuple[str, ...] = ()
    """What rests on no requirement of the source: stories, or requirements of a spec."""
    unread: tuple[str, ...] = ()
    """Statements of the source that no requirement and no section has taken up."""
