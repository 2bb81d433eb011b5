"""How the decision log grows: recording, the first page and a whole check, as years go by.

Decisions are recorded at a real pace through the door that everybody uses. What is timed was
written before, so that nothing but the log itself is measured.
"""

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

from copilot.domain.decision import Decision
from copilot.stores.decisions.decisions import Decisions, Who
from copilot.stores.decisions.log import DecisionLog
from copilot.stores.decisions.record_file import parse_record
from scripts.bench.row import Row

SIZES = (100, 1_000, 10_000)
A_MONTH = 80
CROWDED = 2_000
PAGE = 20
TIMED = 30
BEGUN = datetime(2016, 1, 4, 9, 0, tzinfo=UTC)
RECORD = """\
---
status: accepted
date: {day}
decision-makers: [Ada, Ben]
confidence: 70
---
# Choice {number}

## Context and Problem Statement

Support answers 40 questions a day about exports, and {number} accounts have asked for them.

## Considered Options

- Build it ourselves
- Buy it
- Do nothing

## Decision Outcome

Chosen option: Build it ourselves, because the vendor keeps what customers type.

### Consequences

- Good, because no text leaves the house
- Bad, because it takes a quarter
"""


class Pace:
    """A clock that goes on by the same step at every decision.

    Args:
        step: Time from one decision to the next.
    """

    def __init__(self, step: timedelta) -> None:
        self._step = step
        self.now = BEGUN

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now

    def on(self) -> None:
        """Go on to the next decision."""
        self.now += self._step


def rows() -> Iterator[Row]:
    """Yield figures at each size, then those of a crowded month."""
    with tempfile.TemporaryDirectory() as folder:
        pace = Pace(timedelta(days=30) / A_MONTH)
        yield from grown(Path(folder) / "years", pace, SIZES)
        crowded = Pace(timedelta(days=28) / CROWDED)
        yield from grown(Path(folder) / "crowded", crowded, (CROWDED,), " in one month")


def grown(folder: Path, pace: Pace, sizes: tuple[int, ...], remark: str = "") -> Iterator[Row]:
    """Yield the figures of a log each time it has grown to a size."""
    decisions = Decisions(folder / "log", folder / "state", pace, Who("Ada <ada@example.org>"))
    recorded = 0
    for size in sizes:
        times = [timed(lambda: record(decisions, pace)) for _ in range(size - recorded)]
        recorded = size
        yield from figures(decisions, times, f"{size:,} decisions{remark}")


def figures(decisions: Decisions, times: list[float], log: str) -> Iterator[Row]:
    """Yield how long each thing takes on a log."""
    append = median(times[-TIMED:]) * 1_000
    page = median(timed(lambda: first_page(decisions)) for _ in range(TIMED)) * 1_000
    begun = perf_counter()
    count = decisions.verify().count
    check = perf_counter() - begun
    yield Row(f"record one, {log}", f"{append:.1f} ms", "<= 20 ms", "median")
    yield Row(f"first page of {PAGE}, {log}", f"{page:.1f} ms", "<= 150 ms", "median")
    each = f"{check * 1_000 / count:.2f} ms each"
    yield Row(f"verify, {log}", f"{check:.2f} s", "<= 10 s", each)


def record(decisions: Decisions, pace: Pace) -> None:
    """Record one decision."""
    pace.on()
    decisions.record(drafted(pace.now), "flag")


def drafted(now: datetime) -> Decision:
    """Return a decision of a day."""
    return parse_record(RECORD.format(day=now.date(), number=now.toordinal()), now.date())


def first_page(decisions: Decisions) -> None:
    """Read what a person sees first, as a new process would."""
    standings = DecisionLog(decisions.log.folder).standings()
    assert len([*islice(standings, PAGE)]) == PAGE


def timed(action: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    begun = perf_counter()
    action()
    return perf_counter() - begun
