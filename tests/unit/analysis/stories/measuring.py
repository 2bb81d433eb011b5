"""How well the linter agrees with people who have labelled stories.

The halves are told apart by the hash of the ids. Rules were first tuned on the even half alone; by
now both have been read, so neither says how the linter does on text that is new to it.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tests.unit.analysis.stories.linting import LINTER

FOLDER = Path(__file__).parent / "labelled"
SINGLE = frozenset(
    {"well_formed", "atomic", "minimal", "full_sentence"}
    | {"unambiguous", "problem_oriented", "conceptually_sound", "estimatable"}
)
"""Criteria of one story alone."""


class Judged(NamedTuple):
    """A story as people have labelled it, and as the linter sees it; hints count for nothing."""

    labelled: frozenset[str]
    found: frozenset[str]
    atomic: bool
    adversarial: bool
    tuned: bool


class Agreement(NamedTuple):
    """Precision, recall and F1 of a yes-or-no judgement."""

    f1: float
    precision: float
    recall: float
    positives: int


@cache
def judged(name: str) -> list[Judged]:
    """Return all stories of a labelled file."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [_judged(json.loads(line)) for line in lines if line.strip()]


def half(rows: Iterable[Judged], *, tuned: bool) -> list[Judged]:
    """Return the half that rules were tuned on at first, or the other one."""
    return [row for row in rows if row.tuned == tuned]


def any_defect(rows: Sequence[Judged]) -> Agreement:
    """Return the agreement on whether a story has any defect at all."""
    return _agreement([(bool(row.labelled), bool(row.found)) for row in rows])


def atomic(rows: Sequence[Judged]) -> Agreement:
    """Return the agreement on which stories are not atomic."""
    return _agreement([(not row.atomic, "atomic" in row.found) for row in rows])


def false_alarms(rows: Iterable[Judged]) -> tuple[int, int]:
    """Return the adversarial stories with a finding that nobody labelled, and all of them."""
    hard = [row for row in rows if row.adversarial]
    return sum(bool(row.found - row.labelled) for row in hard), len(hard)


def _judged(row: dict[str, Any]) -> Judged:
    found = LINTER.findings(LINTER.read(row["story"]))
    return Judged(
        labelled=frozenset(row["defects"]) & SINGLE,
        found=frozenset(one.criterion for one in found if one.severity != "info"),
        atomic=row["atomic"],
        adversarial=row["adversarial"],
        tuned=hashlib.sha256(row["id"].encode()).digest()[0] % 2 == 0,
    )


def _agreement(pairs: Sequence[tuple[bool, bool]]) -> Agreement:
    both = sum(wanted and got for wanted, got in pairs)
    wanted, got = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    precision, recall = both / max(1, got), both / max(1, wanted)
    return Agreement(2 * both / max(1, wanted + got), precision, recall, wanted)
