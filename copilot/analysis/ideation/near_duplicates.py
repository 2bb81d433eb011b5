"""Take out ideas that repeat an earlier one, the problem, or what the model was shown."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from copilot.analysis.ideation.likeness import (
    BEYOND_PROBLEM,
    BY_MEANING,
    BY_WORDS,
    Embed,
    adds_little,
    likeness,
)

Kind = Literal["idea", "problem", "prompt"]


class Repeat(NamedTuple):
    """An idea that is taken out, and what it repeats."""

    at: int
    """Its place among the ideas."""
    kind: Kind
    like: int | None
    """Place of the earlier idea, where it repeats one."""
    likeness: float


def repeats(
    ideas: Sequence[str], problem: str, prompted: Sequence[str], embed: Embed | None
) -> list[Repeat]:
    """Return the ideas to take out, in order; of two that are alike the earlier one stays.

    An idea is held only against ideas that stay, so that a chain of small steps does not take
    out its far end.

    Args:
        ideas: One sentence each.
        problem: What they are for.
        prompted: Texts the model was shown, which it may give back.
        embed: None to go by words in common.
    """
    limits = BY_WORDS if embed is None else BY_MEANING
    sources = [*prompted, problem]
    pairs = likeness([*ideas, *sources], embed)
    found: list[Repeat] = []
    stay: list[int] = []
    for at, (idea, row) in enumerate(zip(ideas, pairs, strict=False)):
        said = [
            (float(near), source)
            for near, source in zip(row[len(ideas) :], sources, strict=True)
            if near >= limits.restates and adds_little(idea, source)
        ]
        same = [
            other
            for other in stay
            if row[other] >= max(limits.repeats, BEYOND_PROBLEM + max(row[-1], pairs[other, -1]))
        ]
        nearest = max(same, key=row.__getitem__, default=None)
        if said:
            near, source = max(said)
            found.append(Repeat(at, "problem" if source == problem else "prompt", None, near))
        elif nearest is not None:
            found.append(Repeat(at, "idea", nearest, float(row[nearest])))
        else:
            stay.append(at)
    return found
