"""Tell which decisions have to be looked at again."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from copilot.domain.decision_log import Standing

SOON = timedelta(days=7)


class Due(NamedTuple):
    """A decision whose review date has come, or comes soon."""

    standing: Standing
    day: date

    def overdue(self, today: date) -> bool:
        """Return whether the day is past."""
        return self.day < today


def due(standings: Iterable[Standing], today: date) -> list[Due]:
    """Return decisions in force that nobody has looked at since, the longest overdue first."""
    found = [
        Due(one, one.entry.review_by)
        for one in standings
        if one.entry.review_by
        and one.entry.review_by <= today + SOON
        and not one.superseded_by
        and not one.outcomes
    ]
    return sorted(found, key=lambda one: one.day)
