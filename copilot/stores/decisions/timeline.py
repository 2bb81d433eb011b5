"""The decision log as one page: what was decided when, and what became of it."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from copilot.analysis.passages import slug
from copilot.domain.decision import Decision
from copilot.domain.decision_log import LogHead, Standing
from copilot.stores.html_page import page_template

SLUG_LENGTH = 60


class Numbered(NamedTuple):
    """A decision on its way out."""

    number: int
    standing: Standing
    decision: Decision

    @property
    def name(self) -> str:
        """Name of its file without the suffix, as MADR numbers them."""
        short = slug(self.decision.title)[:SLUG_LENGTH].strip("-")
        return f"{self.number:04}-{short}"


def timeline(head: LogHead, numbered: Sequence[Numbered]) -> str:
    """Return a page without scripts and without anything from elsewhere, the newest first."""
    newest = sorted(numbered, key=lambda one: (one.decision.header.date, one.number), reverse=True)
    months = groupby(newest, key=lambda one: f"{one.decision.header.date:%B %Y}")
    names = {one.decision.id: one.decision.title for one in numbered}
    return page_template(Path(__file__).with_name("timeline.html.j2")).render(
        head=head, months=[(month, list(rows)) for month, rows in months], names=names
    )
