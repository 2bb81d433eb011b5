"""Exports as survey tools write them, made up with a seed: blanks, strays, slips and all."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

RECOMMEND = "How likely are you to recommend Ledgerly to a colleague? (0-10)"
SUPPORT = "How satisfied are you with our support?"
USED = "Which parts do you use?"
SATISFIED = (
    "Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied",
)  # fmt: skip
PARTS = ("Invoices", "Payroll", "Tax, VAT and duties", "Bank feeds", "Reports")
AGREE = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
ITEMS = {
    "Clear": "The goals of the course were clear.",
    "Pace": "The pace was right for me.",
    "Wasted": "Much of the time was wasted.",
}
MATERIALS = ("Slides", "Recordings", "Exercises", "Forum")

Cells = list[str | int]


def nps_export(path: Path, *, seed: int = 7, rows: int = 640) -> None:
    """Write answers to a product survey: a score, a scale, picks in one cell, a number."""
    rng = np.random.default_rng(seed)
    plans = rng.choice(["Free", "Team", "Enterprise", ""], rows, p=[0.5, 0.3, 0.17, 0.03])
    head = ["Response ID", "Plan", "Role", RECOMMEND, SUPPORT, USED, "Seats"]
    _written(path, head, (_customer(at, str(plan), rng) for at, plan in enumerate(plans)))


def _customer(at: int, plan: str, rng: np.random.Generator) -> Cells:
    mean = {"Free": 6.6, "Team": 7.6, "Enterprise": 8.3}.get(plan, 7)
    score = int(np.clip(np.rint(rng.normal(mean, 2.4)), 0, 10))
    named = {0: "0 - Not at all likely", 10: "10 - Extremely likely"}.get(score, str(score))
    recommend = rng.choice([named, "", "n/a", "11"], p=[0.9, 0.08, 0.012, 0.008])
    step = int(np.clip(score // 2 - 1 + rng.integers(0, 3), 0, 4))
    support = rng.choice([SATISFIED[step], "Not applicable", ""], p=[0.8, 0.12, 0.08])
    chances = [0.8, 0.15 + 0.3 * (plan == "Enterprise"), 0.3, 0.45, 0.25]
    picks = [part for part, chance in zip(PARTS, chances, strict=True) if rng.random() < chance]
    used = rng.choice(["; ", ";"]).join(picks) if rng.random() < 0.93 else ""
    role = rng.choice(
        ["Owner", "Bookkeeper", "accountant", "Accountant", ""], p=[0.4, 0.2, 0.05, 0.25, 0.1]
    )
    seats = int(rng.lognormal({"Team": 2.5, "Enterprise": 5.5}.get(plan, 1.0), 0.9)) + 1
    return [f"R_{at:05d}", plan, str(role), str(recommend), str(support), used, f"{seats:,}"]


def course_export(path: Path, *, seed: int = 11, rows: int = 310) -> None:
    """Write a course evaluation: a battery, a column for each option, hours."""
    rng = np.random.default_rng(seed)
    head = ["Course", "Mode", *ITEMS.values(), *(f"Used: {one}" for one in MATERIALS), "Hours"]
    _written(path, head, (_student(rng) for _ in range(rows)))


def _student(rng: np.random.Generator) -> Cells:
    course = str(rng.choice(["Statistics", "Databases", "Ethics"], p=[0.5, 0.3, 0.2]))
    mode = str(rng.choice(["Online", "On campus"], p=[0.4, 0.6]))
    mood = rng.normal(0.4 * (course == "Ethics") + 0.5 * (mode == "Online"), 1)
    ways = (1, 1, -1)
    steps = [int(np.clip(np.rint(2.3 + way * mood + rng.normal(0, 0.8)), 0, 4)) for way in ways]
    said = [_sloppy(AGREE[step], rng) for step in steps]
    seen = rng.random() < 0.95
    used = ["1" if rng.random() < p else "0" for p in (0.85, 0.5, 0.6, 0.15)]
    hours = (
        "" if rng.random() < 0.1 else f"{max(0.5, rng.normal(6 + 2 * (mode == 'Online'), 2.5)):.1f}"
    )
    return [course, mode, *said, *(used if seen else [""] * len(used)), hours]


def _sloppy(step: str, rng: np.random.Generator) -> str:
    return str(rng.choice([step, step.lower(), f" {step} ", ""], p=[0.85, 0.05, 0.04, 0.06]))


def _written(path: Path, head: Sequence[str], rows: Iterator[Cells]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
