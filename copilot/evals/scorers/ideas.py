"""Of sets of ideas: is anything left, do they differ, is what is invented remarked upon?"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from copilot.analysis.grounding import unborne_figures
from copilot.analysis.ideation.likeness import adds_little, likeness
from copilot.domain.document import Passage
from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome
from copilot.evals.scoring import Score, scorer


@scorer(version=1)
def yields(case: EvalCase, outcome: Outcome) -> Score | None:
    """The share of the ideas written that code has left standing."""
    spread = outcome.body.get("spread")
    if not spread:
        return None
    kept, written = spread["kept"], spread["written"]
    return Score(kept / written if written else 0.0, f"{kept} of {written} ideas were kept.")


@scorer(version=1)
def keeps_apart(case: EvalCase, outcome: Outcome, most: float = 0.5) -> Score | None:
    """No two ideas kept have more than a share of their words in common.

    It goes by words, so that it does not repeat the measure by which code has decided.

    Args:
        case: The case.
        outcome: Its outcome.
        most: Jaccard similarity that two ideas may reach.
    """
    texts = [one["idea"] for one in _ideas(outcome)]
    if len(texts) < 2:
        return None
    shared = likeness(texts, None)
    worst = max(combinations(range(len(texts)), 2), key=lambda pair: shared[pair])
    reason = f"The nearest two share {shared[worst]:.0%} of their words."
    return Score(bool(shared[worst] <= most), reason)


@scorer(version=1)
def says_its_own(case: EvalCase, outcome: Outcome) -> Score | None:
    """Most ideas kept have more words of their own than words of the problem."""
    texts = [one["idea"] for one in _ideas(outcome)]
    if not texts:
        return None
    problem = str(outcome.body.get("problem", ""))
    own = [text for text in texts if not adds_little(text, problem)]
    return Score(len(own) * 2 > len(texts), f"{len(own)} of {len(texts)} say something new.")


@scorer(version=1)
def remarks_figures(case: EvalCase, outcome: Outcome) -> Score | None:
    """Every figure of an idea stands in the request or its documents, or in a remark on it."""
    if not _ideas(outcome):
        return None
    known = " ".join([*map(str, case.request.values()), *case.documents.values()])
    for one in _ideas(outcome):
        told = _source(f"{known} {' '.join(one['remarks'])}")
        strange = unborne_figures(" ".join(one[name] for name in _WORDS), [told])
        if strange:
            return Score(False, f"{one['id']} has figures without a remark: {', '.join(strange)}.")
    return Score(True, "No figure goes without a remark.")


_WORDS = ("title", "idea", "must_be_true", "cheapest_test")


def _ideas(outcome: Outcome) -> Sequence[Mapping[str, Any]]:
    ideas: Sequence[Mapping[str, Any]] = outcome.body.get("ideas", [])
    return ideas


def _source(text: str) -> Passage:
    return Passage(id="known#all", document="", title="", text=text)
