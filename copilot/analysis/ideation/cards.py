"""Questions for people, made of the problem by the lenses, without any model."""

from collections.abc import Iterable

from copilot.analysis.ideation.lens import Lens
from copilot.analysis.ideation.problem import quoted
from copilot.domain.idea import LensCard


def cards(problem: str, lenses: Iterable[Lens]) -> tuple[LensCard, ...]:
    """Return a question a lens."""
    here = quoted(problem)
    return tuple(
        LensCard(lens=lens.name, question=lens.card.replace("{here}", here)) for lens in lenses
    )
