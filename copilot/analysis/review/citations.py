"""Citations of a review: only passages that exist, each with the sentence it supports."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from copilot.analysis.grounding import cite
from copilot.domain.document import Citation, Passage
from copilot.domain.review import Review

_MARKED = re.compile(r"^(?P<claim>.*?)\s*\[(?P<id>[a-z0-9-]+#[a-z0-9-]+)\]$", re.DOTALL)


class Cited(NamedTuple):
    """The passages a review rests on, and the ids that point to none."""

    citations: tuple[Citation, ...]
    missing: tuple[str, ...]


def cited(review: Review, passages: Mapping[str, Passage]) -> Cited:
    """Return one citation a passage, in the order in which the review names them."""
    claims: dict[str, str] = {}
    for name, claim in _claims(review):
        claims.setdefault(name, claim)
    citations = (
        cite(passages[name], claim).model_copy(update={"supports": claim})
        for name, claim in claims.items()
        if name in passages
    )
    return Cited(tuple(citations), tuple(name for name in claims if name not in passages))


def _claims(review: Review) -> Iterator[tuple[str, str]]:
    """Yield every passage id with the sentence that leans on it."""
    yield from ((reason.citation, reason.text) for reason in review.eu_ai_act.reasons)
    yield from ((row.citation, row.why) for row in review.overlays)
    yield from ((row.citation, row.finding) for row in review.frameworks)
    yield from ((name, f"{row.who} {row.harm}") for row in review.harms for name in row.citations)
    yield from ((row.citation, row.text) for row in review.requirements if row.citation)
    yield from ((row.id, row.why) for row in review.precedents)
    marked = filter(None, map(_MARKED.match, review.open_questions))
    yield from ((found["id"], found["claim"]) for found in marked)
