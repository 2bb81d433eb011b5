"""A specification: sections whose every statement says on what it rests, and requirements."""

from collections.abc import Iterable, Iterator
from typing import Literal

from copilot.domain.artifact import Body
from copilot.domain.lettering import lettered
from copilot.domain.noun import Noun
from copilot.domain.requirement import Basis, Coverage, Requirement, Statement

Stakes = Literal["low", "medium", "high"]
"""What is lost if the feature is wrong; the length of a specification follows it."""
REQUIREMENTS = "requirements"
"""Key of the section whose content is the list of requirements."""


class SpecStatement(Noun):
    """One sentence of a specification."""

    id: str
    """Key of its section and a number: `problem-1`."""
    text: str
    basis: Basis
    sources: tuple[str, ...] = ()
    """Statements of the source (`S3`), citations, or rules by which it was derived."""


class Section(Noun):
    """A section of a specification."""

    key: str
    title: str
    statements: tuple[SpecStatement, ...] = ()


class Spec(Body):
    """The content of a specification."""

    stakes: Stakes = "low"
    stakes_why: str = ""
    statements: list[Statement] = []
    """What the source says, in its own words; `S3` in a list of sources names one."""
    sections: list[Section]
    requirements: list[Requirement] = []
    questions: list[str] = []
    """What only people can say, five at most."""
    assumptions: list[str] = []
    """Index: ids of what is assumed, each with its text."""
    coverage: Coverage = Coverage()
    kept_as: str = ""
    """Id under which the workspace keeps it."""

    def markdown(self) -> str:
        """Return the specification as Markdown, which can be read back."""
        parts = [
            f"Stakes: {self.stakes}. {self.stakes_why}".strip(),
            *(self._section(section) for section in self.sections),
            _bulleted("Open questions", lettered(self.questions)),
            _bulleted("Assumptions", self.assumptions),
            f"About S1 to S{len(self.statements)}: the sentences of the source, in its order."
            if self.statements
            else "",
        ]
        return "\n\n".join(part for part in parts if part)

    def _section(self, section: Section) -> str:
        lines = [_statement_line(one) for one in section.statements]
        if section.key == REQUIREMENTS:
            lines += [line for one in self.requirements for line in _requirement_lines(one)]
        return "\n".join([f"## {section.title}", "", *lines]) if lines else ""


def borne_by(basis: Basis, sources: Iterable[str]) -> str:
    """Return how a line says on what it rests: `cited: S1, S2`."""
    named = ", ".join(sources)
    return f"{basis}: {named}" if named else basis


def _statement_line(statement: SpecStatement) -> str:
    mark = borne_by(statement.basis, statement.sources)
    return f"- **{statement.id}** {statement.text} *({mark})*"


def _requirement_lines(requirement: Requirement) -> Iterator[str]:
    mark = borne_by(requirement.basis, requirement.sources)
    yield f"- **{requirement.id}** {requirement.text} *({mark})*"
    for consequence in requirement.consequences:
        yield f"  - Seen: {consequence}"


def _bulleted(title: str, lines: Iterable[str]) -> str:
    items = [f"- {line}" for line in lines]
    return "\n".join([f"## {title}", "", *items]) if items else ""
