"""Answers with personal data as people type them, by frames that are none of those of `pii`.

Values follow public format rules; a part has a wrong check digit, full-width signs, signs without
width, or stands glued to brackets and words. Sentences are typed in small letters, with slips.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from copilot.analysis.privacy.masking import Masker
from scripts.bench.pii_frames import ANYWHERE, FRAMES, NAMES, NATIVE, PEOPLE
from scripts.bench.pii_values import VALUES, national_id
from scripts.bench.row import Row

Half = Literal[0, 1]
HALVES: tuple[Half, Half] = (0, 1)
"""Of the frames: those that rules were tried on, and those kept apart."""
SEED = 20261126
OF_EACH = 300
ENOUGH = 0.8
"""Share of a value's characters that have to be covered."""
SHAPES: dict[str, Callable[[str], str]] = {
    "full": str,
    "first": lambda name: name.split()[0],
    "full, small letters": str.lower,
    "first, small letters": lambda name: name.split()[0].lower(),
}
LEADS = (
    "",
    "",
    "",
    "ok so ",
    "honestly ",
    "Hi there. ",
    "tbh its slwo and ",
    "well... ",
    "GOOD APP BUT ",
)
TAILS = (
    "",
    "",
    "",
    " ",
    " :(",
    " and teh search is bad",
    " pls fix",
    "!!!",
    "\nthx",
    " - otherwise fine",
)


class Typed(NamedTuple):
    """An answer, and where its values are."""

    text: str
    spans: tuple[tuple[int, int], ...]


def answers(kind: str, half: Half, count: int, seed: int) -> Iterator[Typed]:
    """Yield answers with a value of a kind, from one half of its frames."""
    chance = random.Random(f"{kind} {half} {seed}")
    frames = FRAMES.get(kind, ANYWHERE)[half::2]
    for _ in range(count):
        frame, value = chance.choice(frames), VALUES[kind](chance)
        if kind == "national id":
            name, value = national_id(chance)
            frame = frame.replace("{name}", name)
        other = VALUES["e-mail"](chance)
        yield _filled(chance, frame, value, other)


def people(names: Sequence[str], half: Half) -> Iterator[Typed]:
    """Yield every name in every frame of one half."""
    chance = random.Random(half)
    for name in names:
        for frame in PEOPLE[half::2]:
            yield _filled(chance, frame, name, "")


def native(script: str, half: Half) -> Iterator[Typed]:
    """Yield names of a script in sentences of its language."""
    names, frames = (said.split("|") for said in NATIVE[script])
    for name in names:
        for frame in frames[half::2]:
            yield _at(frame, {"{}": name})


def names_of(locale: str, shape: Callable[[str], str]) -> list[str]:
    """Return a locale's names as a function shapes them."""
    return [shape(name) for name in NAMES[locale].split("|")]


def is_caught(masker: Masker, answer: Typed) -> bool:
    """Return whether enough of the first value's characters are covered."""
    start, end = answer.spans[0]
    covered = {at for item in masker.find(answer.text) for at in range(item.start, item.end)}
    return len(covered & set(range(start, end))) >= ENOUGH * (end - start)


def recall(masker: Masker, given: Iterable[Typed]) -> float:
    """Return the share of answers whose value is caught."""
    caught = [is_caught(masker, answer) for answer in given]
    return sum(caught) / len(caught)


def typed_rows(masker: Masker) -> Iterator[Row]:
    """Yield recall on the frames kept apart, that on the others beside it."""
    for kind in VALUES:
        halves = [recall(masker, answers(kind, half, OF_EACH, SEED)) for half in HALVES]
        yield _row(f"typed, {kind}", halves, ">= 0.99")
    for locale in NAMES:
        for shape, make in SHAPES.items():
            names = names_of(locale, make)
            halves = [recall(masker, people(names, half)) for half in HALVES]
            yield _row(f"typed, {locale}: {shape}", halves)
    for script in NATIVE:
        yield _row(f"typed, {script}", [recall(masker, native(script, half)) for half in HALVES])


def _row(what: str, halves: Sequence[float], budget: str = "") -> Row:
    tried, apart = halves
    return Row(what, f"{apart:.3f}", budget, f"{tried:.3f} on the frames that rules were tried on")


def _filled(chance: random.Random, frame: str, value: str, other: str) -> Typed:
    said = frame.lower() if chance.random() < 0.4 else frame
    text = chance.choice(LEADS) + said + chance.choice(TAILS)
    return _at(text, {"{}": value, "{2}": other})


def _at(text: str, values: dict[str, str]) -> Typed:
    spans: list[tuple[int, int]] = []
    for place, value in values.items():
        start = text.find(place)
        if start >= 0 and value:
            text = text[:start] + value + text[start + len(place) :]
            moved = len(value) - len(place)
            spans = [(a + moved, b + moved) if a > start else (a, b) for a, b in spans]
            spans.append((start, start + len(value)))
    return Typed(text, tuple(spans))
