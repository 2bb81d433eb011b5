"""How well the story linter agrees with people, and how fast it is.

The labelled stories are those of its tests; both halves have been read since rules were made.
"""

import random
from collections.abc import Iterator
from time import perf_counter

from copilot.domain.story_lint import StoryLine
from scripts.bench.row import Row
from tests.unit.analysis.stories.linting import LINTER
from tests.unit.analysis.stories.measuring import (
    FOLDER,
    Agreement,
    any_defect,
    atomic,
    false_alarms,
    half,
    judged,
)

MANY = (500, 10_000)
SEED = 20261125
ROLES = ("user", "admin", "buyer", "nurse", "teacher", "clerk", "planner", "editor")
ACTS = ("see", "create", "delete", "edit", "export", "share", "print", "approve", "book", "rate")
KINDS = ("open", "overdue", "new", "old", "shared", "weekly", "archived", "final")
THINGS = ("order", "invoice", "report", "record", "lesson", "ticket", "parcel", "photo", "shift")


def rows() -> Iterator[Row]:
    """Yield the agreement on each half of each labelled file, then speed."""
    for path in sorted(FOLDER.glob("*.jsonl")):
        for tuned in (True, False):
            name = f"{path.stem}, {'first half' if tuned else 'second half'}"
            rows_of = half(judged(path.name), tuned=tuned)
            yield _agreed(f"any defect ({name})", any_defect(rows_of), ">= 0.85", len(rows_of))
            yield _agreed(f"not atomic ({name})", atomic(rows_of), ">= 0.90", len(rows_of))
            alarms, hard = false_alarms(rows_of)
            yield Row(f"false alarms ({name})", f"{alarms} of {hard}", "<= 10 %", "adversarial")
    yield from map(_speed, MANY)


def _agreed(name: str, found: Agreement, budget: str, count: int) -> Row:
    remark = f"precision {found.precision:.3f}, recall {found.recall:.3f}"
    return Row(name, f"F1 {found.f1:.3f}", budget, f"{remark}, {found.positives} of {count} rows")


def _speed(count: int) -> Row:
    chance = random.Random(SEED)
    lines = [StoryLine(number, _story(chance)) for number in range(1, count + 1)]
    begun = perf_counter()
    report = LINTER.report(lines)
    seconds = perf_counter() - begun
    budget = "<= 20 s" if count == max(MANY) else ""
    remark = f"{len(report.set_findings)} findings on the set"
    return Row(f"{count:,} stories", f"{seconds:.1f} s", budget, remark)


def _story(chance: random.Random) -> str:
    means = [_act(chance)] + ([_act(chance)] if chance.random() < 0.3 else [])
    role, ends = chance.choice(ROLES), _act(chance)
    return f"As a {role}, I want to {' and '.join(means)}, so that I can {ends}."


def _act(chance: random.Random) -> str:
    thing = f"{chance.choice(KINDS)} {chance.choice(THINGS)}"
    return f"{chance.choice(ACTS)} the {thing} of {chance.choice(THINGS)} {chance.randrange(900)}"
