"""A specification as blocks: every statement says on what it rests."""

from collections.abc import Iterable, Iterator, Mapping

from textual.content import Content

from copilot.analysis.untrusted import one_line
from copilot.domain.requirement import Basis, Requirement
from copilot.domain.spec import REQUIREMENTS, Section, Spec, SpecStatement
from copilot.tui.draft_blocks import SHORT, WHOLE, Block, heading, quiet
from copilot.tui.marked_text import Line, marked

_TONES: Mapping[Basis, str] = {"cited": "$primary", "derived": "$secondary", "assumed": "$warning"}


def spec_blocks(spec: Spec) -> Iterator[Block]:
    """Yield the stakes, the sections with their requirements, and what is assumed."""
    why = f" {one_line(spec.stakes_why, WHOLE)}" if spec.stakes_why else ""
    yield Block((quiet(f"Stakes: {spec.stakes}.{why}"),), is_apart=True)
    for section in spec.sections:
        yield from _section(section, spec)
    if all(one.key != REQUIREMENTS for one in spec.sections) and spec.requirements:
        yield Block((heading("Requirements"),), is_apart=True)
        yield from map(_requirement, spec.requirements)
    if spec.assumptions:
        sign = Content("assumed  ").stylize("$warning")
        yield Block((heading("Assumptions"),), is_apart=True)
        yield from (Block((Line(marked(text[:WHOLE]), sign),)) for text in spec.assumptions)


def _section(section: Section, spec: Spec) -> Iterator[Block]:
    wanted = spec.requirements if section.key == REQUIREMENTS else ()
    if section.statements or wanted:
        yield Block((heading(section.title or section.key),), is_apart=True)
    yield from map(_statement, section.statements)
    yield from map(_requirement, wanted)


def _statement(statement: SpecStatement) -> Block:
    text = marked(statement.text[:WHOLE])
    whole = Content.assemble(text, _basis(statement.basis, statement.sources))
    line = Line(whole, Content("- ").stylize("$quiet"))
    return Block((line,), sources=statement.sources)


def _requirement(one: Requirement) -> Block:
    sign = Content(f"{one_line(one.id, 30)} ").stylize("bold $primary")
    text = Content.assemble(marked(one.text[:WHOLE]), _basis(one.basis, one.sources))
    seen = (
        Line(marked(what[:WHOLE]), Content("seen  ").stylize("$quiet"), 2)
        for what in one.consequences
    )
    return Block((Line(text, sign), *seen), sources=one.sources)


def _basis(basis: Basis, sources: Iterable[str]) -> Content:
    named = ", ".join(one_line(one, SHORT) for one in sources)
    return Content.assemble(
        ("  ", ""), (basis, _TONES[basis]), Content(f" {named}").stylize("$quiet")
    )
