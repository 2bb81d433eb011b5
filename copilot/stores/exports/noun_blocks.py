"""Stories and specifications as blocks, straight from their nouns."""

from collections.abc import Iterator

from copilot.analysis.gherkin.feature_file import told_steps
from copilot.domain.lettering import lettered
from copilot.domain.requirement import Coverage, Requirement
from copilot.domain.spec import REQUIREMENTS, Section, Spec, borne_by
from copilot.domain.story import Criterion, Stories, Story
from copilot.stores.exports.blocks import (
    BULLET,
    INNER_BULLET,
    PLAIN,
    Block,
    Heading,
    Paragraph,
    Run,
    plain,
    section,
)


def story_blocks(body: Stories) -> Iterator[Block]:
    """Yield the stories, what they cover, and the questions."""
    for story in body.stories:
        yield from _story(story)
    rows = [f"{one.id} {_standing(one.id, body.coverage)}: {one.text}" for one in body.requirements]
    yield from section("Coverage", rows)
    yield from section("On no requirement of the source", body.coverage.orphans, level=2)
    yield from section("Questions", lettered(body.questions), PLAIN)


def spec_blocks(body: Spec) -> Iterator[Block]:
    """Yield the sections with their statements and requirements, and what is open."""
    yield plain(f"Stakes: {body.stakes}. {body.stakes_why}".strip())
    for one in body.sections:
        yield from _section(one, body.requirements if one.key == REQUIREMENTS else [])
    yield from section("Open questions", lettered(body.questions), PLAIN)
    yield from section("Assumptions", body.assumptions)


def _story(story: Story) -> Iterator[Block]:
    yield Heading(1, f"{story.id} {story.title}".strip())
    yield plain(story.text)
    yield from [Heading(2, "Acceptance criteria")] if story.criteria else []
    for criterion in story.criteria:
        yield from _criterion(criterion)
    yield from section("Sources", story.sources, level=2)
    yield from section("Comes after", story.depends_on, level=2)
    yield from section("Assumed", story.assumptions, level=2)
    if story.estimate is not None:
        yield plain(f"Estimate: {story.estimate}")
    told = (f"{one.at} {one.message} {one.fix}".strip() for one in story.open_findings)
    yield from section("To look at", told, level=2)


def _criterion(criterion: Criterion) -> Iterator[Block]:
    if criterion.id:
        yield Heading(3, criterion.id)
    for keyword, text in told_steps(criterion):
        yield Paragraph((Run(keyword, bold=True), Run(f" {text}")), BULLET)


def _standing(name: str, coverage: Coverage) -> str:
    return "covered" if name in coverage.covered else "missing"


def _section(part: Section, requirements: list[Requirement]) -> Iterator[Block]:
    if not part.statements and not requirements:
        return
    yield Heading(1, part.title)
    for one in part.statements:
        yield _borne(one.id, one.text, borne_by(one.basis, one.sources))
    for row in requirements:
        yield _borne(row.id, row.text, borne_by(row.basis, row.sources))
        yield from (plain(line, INNER_BULLET) for line in row.consequences)


def _borne(name: str, text: str, mark: str) -> Paragraph:
    return Paragraph(
        (Run(name, bold=True), Run(f" {text} "), Run(f"({mark})", italic=True)), BULLET
    )
