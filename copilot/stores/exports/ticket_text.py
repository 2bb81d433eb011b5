"""The text of a ticket: plain, as Markdown and as HTML."""

import re
from collections.abc import Iterable
from html import escape

from copilot.stores.exports.tickets import Ticket, TicketCriterion, TicketPart

CRITERIA = "Acceptance criteria"
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
"""What Markdown would take for HTML, so that `<place>` would not be seen."""


def plain_text(ticket: Ticket) -> str:
    """Return the whole description without any marks."""
    criteria = [CRITERIA, *map(_plain_criterion, ticket.criteria)] if ticket.criteria else []
    parts = [*map(_plain_part, ticket.says), *criteria, *map(_plain_part, ticket.rests_on)]
    return "\n\n".join(parts)


def markdown_text(ticket: Ticket) -> str:
    """Return the whole description as Markdown."""
    criteria = [f"### {CRITERIA}", *map(_marked_criterion, ticket.criteria)]
    parts = [
        *map(_marked_part, ticket.says),
        *(criteria if ticket.criteria else ()),
        *map(_marked_part, ticket.rests_on),
    ]
    return "\n\n".join(parts)


def html_text(parts: Iterable[TicketPart]) -> str:
    """Return parts of a description as HTML."""
    return "".join(map(_html_part, parts))


def html_criteria(criteria: Iterable[TicketCriterion]) -> str:
    """Return criteria as HTML, each a list below its id."""
    return "".join(
        _html_part(TicketPart(criterion.id, criterion.lines), always_list=True)
        for criterion in criteria
    )


def _plain_criterion(criterion: TicketCriterion) -> str:
    return "\n".join([criterion.id, *criterion.lines] if criterion.id else criterion.lines)


def _plain_part(part: TicketPart) -> str:
    if not part.heading:
        return "\n".join(part.lines)
    if len(part.lines) == 1:
        return f"{part.heading}: {part.lines[0]}"
    return "\n".join([f"{part.heading}:", *(f"* {line}" for line in part.lines)])


def _marked_criterion(criterion: TicketCriterion) -> str:
    items = [f"- {_escaped(line)}" for line in criterion.lines]
    return "\n".join([f"**{_escaped(criterion.id)}**", "", *items] if criterion.id else items)


def _marked_part(part: TicketPart) -> str:
    lines = [_escaped(line) for line in part.lines]
    if not part.heading:
        return "\n".join(lines)
    if len(lines) == 1:
        return f"**{part.heading}:** {lines[0]}"
    return "\n".join([f"**{part.heading}:**", "", *(f"- {line}" for line in lines)])


def _escaped(text: str) -> str:
    return _TAG.sub(r"\<", text)


def _html_part(part: TicketPart, *, always_list: bool = False) -> str:
    lines = [escape(line) for line in part.lines]
    head = f"<b>{escape(part.heading)}</b>" if part.heading else ""
    if len(lines) == 1 and not always_list:
        return f"<p>{head}{': ' if head else ''}{lines[0]}</p>"
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"{f'<p>{head}</p>' if head else ''}<ul>{items}</ul>"
