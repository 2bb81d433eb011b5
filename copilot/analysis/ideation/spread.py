"""How far a set of ideas spreads.

Mean pairwise distance is 1 - cosine similarity over all pairs (the note `idea-spread`, after Doshi
and Hauser, 2024); by words it is 1 - Jaccard similarity.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from copilot.analysis.ideation.likeness import Embed, likeness
from copilot.domain.idea import Spread


def spread(
    kept: Sequence[str], written: int, per_lens: Mapping[str, int], embed: Embed | None
) -> Spread:
    """Return how far the ideas that were kept lie apart.

    Args:
        kept: One sentence an idea.
        written: Ideas before any was taken out.
        per_lens: Ideas kept of each lens.
        embed: None to go by words in common.
    """
    distances = _distances(kept, embed)
    known = len(distances) > 0
    return Spread(
        written=written,
        kept=len(kept),
        mean_distance=round(float(np.mean(distances)), 3) if known else None,
        nearest=round(float(np.min(distances)), 3) if known else None,
        per_lens=dict(per_lens),
        by="words" if embed is None else "meaning",
    )


def _distances(texts: Sequence[str], embed: Embed | None) -> Sequence[float]:
    pairs = likeness(texts, embed)
    return [float(1 - pairs[at, other]) for at in range(len(texts)) for other in range(at)]
