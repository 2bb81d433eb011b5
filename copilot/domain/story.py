"""User stories, their acceptance criteria, and what a set of them covers."""

from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import BaseModel, Field

from copilot.domain.articles import article
from copilot.domain.artifact import Body
from copilot.domain.lettering import lettered
from copilot.domain.requirement import Coverage, Requirement, Statement
from copilot.domain.story_lint import QualityCriterion, Severity, Standing

StoryKind = Literal["functional", "responsible_ai", "data", "monitoring"]


class Criterion(BaseModel):
    """One acceptance criterion in Given/When/Then form."""

    id: str = ""
    given: list[str] = Field(description="what is true before, one fact each")
    when: str = Field(description="the one event")
    then: list[str] = Field(description="what can be observed afterwards, one fact each")

    @property
    def steps(self) -> list[tuple[str, str]]:
        """The steps with their keywords, in order; further ones of a kind begin with `And`."""
        parts = (("Given", self.given), ("When", [self.when]), ("Then", self.then))
        return [
            (keyword if at == 0 else "And", text)
            for keyword, texts in parts
            for at, text in enumerate(texts)
        ]

    @property
    def text(self) -> str:
        """The steps as sentences, without their keywords."""
        return ". ".join(text for _, text in self.steps)


class StoryFinding(BaseModel):
    """What a rule has to say on a drafted story, or on one of its criteria."""

    criterion: QualityCriterion | Literal["testable", "grounded"]
    """One of the 13 of the framework; or whether criteria can be tested; or invention."""
    rule: str
    """The criterion and what was seen, e.g. `testable.no_bound`."""
    severity: Severity
    span: tuple[int, int] = (0, 0)
    """Where in the text it speaks of."""
    message: str
    fix: str = ""
    at: str = ""
    """Id of the acceptance criterion; empty for the story itself."""
    key: str = ""
    standing: Standing = "open"

    @property
    def is_open(self) -> bool:
        """Whether somebody should look at it; hints can wait."""
        return self.standing == "open" and self.severity != "info"


class Story(BaseModel):
    """A user story: who wants what, why, and how one would know that it is done."""

    id: str
    title: str
    as_a: str
    i_want: str
    so_that: str
    kind: StoryKind = "functional"
    criteria: list[Criterion]
    sources: list[str] = []
    """Ids of the requirements it meets, and of passages that bear it."""
    assumptions: list[str] = []
    estimate: int | None = None
    """For the team to say; never guessed."""
    depends_on: list[str] = []
    """Ids of stories that have to come first."""
    findings: list[StoryFinding] = []

    @property
    def open_findings(self) -> list[StoryFinding]:
        """What the team has neither accepted nor muted, hints too."""
        return [one for one in self.findings if one.standing == "open"]

    @property
    def text(self) -> str:
        """The story as one sentence, as linters and trackers read it."""
        ends = f", so that {_bare(self.so_that)}" if self.so_that.strip() else ""
        return f"As {_with_article(_bare(self.as_a))}, I want {_bare(self.i_want)}{ends}."

    @property
    def criteria_text(self) -> str:
        """What the acceptance criteria say, all of them."""
        return ". ".join(one.text for one in self.criteria)

    def markdown(self) -> str:
        """Return the story as Markdown."""
        ends = f", **so that** {_bare(self.so_that)}" if self.so_that.strip() else ""
        article, _, role = _with_article(_bare(self.as_a)).partition(" ")
        parts = [
            f"## {self.id} {self.title}",
            f"**As {article}** {role}, **I want** {_bare(self.i_want)}{ends}.",
            "### Acceptance criteria",
            *map(_criterion_markdown, self.criteria),
            _listed("Sources: ", self.sources),
            _bulleted("Assumed", self.assumptions),
            _bulleted("To look at", map(_finding_line, self.open_findings)),
        ]
        return "\n\n".join(part for part in parts if part)


class Stories(Body):
    """Drafted stories, the requirements they meet, and what is left over."""

    stories: list[Story]
    statements: list[Statement] = []
    """What the source says, in its own words; sources of requirements name them."""
    requirements: list[Requirement] = []
    coverage: Coverage = Coverage()
    questions: list[str] = []
    """What only people can say, five at most."""
    kept_as: str = ""
    """Id under which the workspace keeps them."""

    def markdown(self) -> str:
        """Return the stories, what they cover, and the questions, as Markdown."""
        parts = [
            *(story.markdown() for story in self.stories),
            _coverage_markdown(self.requirements, self.coverage),
            _questions_markdown(self.questions),
        ]
        return "\n\n".join(part for part in parts if part)


def _bare(clause: str) -> str:
    return clause.strip().rstrip(".,;")


def _with_article(role: str) -> str:
    if role.lower().startswith(("a ", "an ", "the ")):
        return role
    return f"{article(role)} {role}"


def _criterion_markdown(criterion: Criterion) -> str:
    lines = [f"- *{keyword}* {text}" for keyword, text in criterion.steps]
    return f"**{criterion.id}**\n" + "\n".join(lines)


def _listed(head: str, ids: Iterable[str]) -> str:
    line = ", ".join(f"[{one}]" for one in ids)
    return head + line if line else ""


def _bulleted(head: str, lines: Iterable[str]) -> str:
    items = [f"- {line}" for line in lines]
    return "\n".join([f"{head}:", *items]) if items else ""


def _finding_line(finding: StoryFinding) -> str:
    place = f"{finding.at}: " if finding.at else ""
    return f"{place}{finding.message} {finding.fix}".strip()


def _coverage_markdown(requirements: Sequence[Requirement], coverage: Coverage) -> str:
    if not requirements:
        return ""
    rows = [f"- {one.id} {_standing(one.id, coverage)}: {one.text}" for one in requirements]
    head = f"## Coverage\n\n{len(coverage.covered)} of {len(requirements)} requirements covered."
    orphans = _listed("Rest on no requirement of the source: ", coverage.orphans)
    return "\n\n".join(part for part in (head, "\n".join(rows), orphans) if part)


def _standing(name: str, coverage: Coverage) -> str:
    return "covered" if name in coverage.covered else "**missing**"


def _questions_markdown(questions: Sequence[str]) -> str:
    if not questions:
        return ""
    return "## Questions\n\n" + "\n\n".join(lettered(questions))
