"""Answers as people give them, drawn by a seeded generator."""

from collections.abc import Sequence

import numpy as np

ROWS = 160
_SUBJECTS = ("The export", "Search", "The editor", "Your support team", "The mobile app", "Billing")
_VERBS = ("keeps failing", "is quick", "could be simpler", "saved us hours", "confuses new people")
_ENDS = ("since the last update", "when many of us work at once", "for our reports", "every Monday")


class Draw:
    """Answers drawn by a seeded generator."""

    def __init__(self, seed: int, rows: int = ROWS) -> None:
        self.rng = np.random.default_rng(seed)
        self.rows = rows

    def of(self, options: Sequence[str], *, blank: float = 0.0) -> list[str]:
        """Return one option a row."""
        picked = self.rng.choice(np.asarray(options, dtype=object), self.rows)
        return ["" if self.rng.random() < blank else str(one) for one in picked]

    def several(self, options: Sequence[str], separator: str) -> list[str]:
        """Return several options a row, in their order."""
        return [separator.join(self._some(options)) for _ in range(self.rows)]

    def columns(self, options: Sequence[str], tick: str = "") -> list[list[str]]:
        """Return a column an option, with its text or a tick where it was picked."""
        rows = [self._some(options) for _ in range(self.rows)]
        return [[(tick or one) if one in row else "" for row in rows] for one in options]

    def comments(self, *, blank: float = 0.3) -> list[str]:
        """Return sentences, hardly two alike."""
        parts = [self.of(one) for one in (_SUBJECTS, _VERBS, _ENDS)]
        sums = self.rng.integers(2, 900, self.rows)
        texts = [f"{a} {b} {c}, about {n} times." for a, b, c, n in zip(*parts, sums, strict=True)]
        return ["" if self.rng.random() < blank else text for text in texts]

    def whole(self, low: int, high: int) -> list[str]:
        """Return whole numbers from low to high."""
        return [str(one) for one in self.rng.integers(low, high + 1, self.rows)]

    def days(self, form: str) -> list[str]:
        """Return days of 2025; the form has places for year, month and day."""
        months, days = self.rng.integers(1, 13, self.rows), self.rng.integers(1, 29, self.rows)
        return [form.format(y=2025, m=m, d=d) for m, d in zip(months, days, strict=True)]

    def _some(self, options: Sequence[str]) -> list[str]:
        picked = [one for one in options if self.rng.random() < 0.4]
        return picked or [options[int(self.rng.integers(len(options)))]]
