"""What only people can say about a draft: at most five questions, the gravest first."""

from collections.abc import Iterator, Sequence

from copilot.analysis.drafting.by_rule import ANYBODY
from copilot.analysis.drafting.plan import Plan
from copilot.analysis.requirements.reading import Source
from copilot.analysis.untrusted import one_line
from copilot.domain.requirement import Coverage, Statement
from copilot.domain.story import Story

MOST = 5
QUOTED = 90
"""Characters of a sentence that are quoted in a question."""
MISSING = 60
"""Requirements without a story that are named; nobody should have to look for one."""
NAMED = 12
"""Ids in one question; more are counted."""
LISTED = 6
"""Sentences quoted in one question; more are counted."""


def questions(plan: Plan, stories: Sequence[Story], coverage: Coverage) -> list[str]:
    """Return what to ask of a set of stories."""
    return [*_questions(plan, stories, coverage)][:MOST]


def _questions(plan: Plan, stories: Sequence[Story], coverage: Coverage) -> Iterator[str]:
    source = plan.source
    if coverage.missing:
        names = named(coverage.missing, MISSING)
        yield f"No story holds to {names}. Shall one be written, or is it left out on purpose?"
    if source.remarks:
        yield f"{' '.join(source.remarks)} Which id shall each have?"
    if source.doubtful:
        told = quoted(source.doubtful)
        yield f"Read as background, though it may ask for something: {told}. Is it a requirement?"
    if asked := source.of_kind("question"):
        yield f"The source leaves open: {quoted(asked)}. What is the answer?"
    yield from _of_stories(stories)
    if asks := [one.asks for one, _ in plan.needed if one.asks]:
        yield " ".join(asks)


def _of_stories(stories: Sequence[Story]) -> Iterator[str]:
    nobody = [story.id for story in stories if story.as_a == ANYBODY]
    if nobody:
        yield f"Who gains by {named(nobody)}? The source names nobody."
    aimless = [story.id for story in stories if not story.so_that.strip()]
    if aimless:
        yield f"What is the benefit of {named(aimless)}? The source gives none."


def asides(source: Source) -> list[str]:
    """Return a note on what of a source was set aside, so that nobody has to look for it."""
    found = source.of_kind("aside")
    if not found:
        return []
    return [f"Set aside as words about the document or to whoever drafts it: {quoted(found)}."]


def named(names: Sequence[str], most: int = NAMED) -> str:
    """Return ids as they stand in a question, as many as can be read."""
    more = len(names) - most
    told = ", ".join(names[:most])
    return f"{told} and {more} more" if more > 0 else told


def quoted(statements: Sequence[Statement]) -> str:
    """Return statements by id and first words, as many as fit into a question."""
    told = "; ".join(f"{one.id} “{one_line(one.text, QUOTED)}”" for one in statements[:LISTED])
    more = len(statements) - LISTED
    return f"{told}; and {more} more" if more > 0 else told
