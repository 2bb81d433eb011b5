"""Of searches: are the right passages found, and high up?"""

from copilot.analysis.ranking_quality import ndcg
from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome
from copilot.evals.scoring import Score, scorer


@scorer(version=1)
def finds(case: EvalCase, outcome: Outcome, depth: int = 10) -> Score | None:
    """A passage that answers is among the first."""
    relevant = case.expect.relevant
    if not relevant:
        return None
    rank = next((at for at, key in enumerate(outcome.ranking, 1) if key in relevant), None)
    if rank is None or rank > depth:
        return Score(False, f"None of {len(relevant)} right passages is among the first {depth}.")
    return Score(True, f"The first right passage is number {rank}.")


@scorer(version=1)
def ranks(case: EvalCase, outcome: Outcome, depth: int = 10) -> Score | None:
    """How high the passages that answer stand: nDCG."""
    relevant = case.expect.relevant
    if not relevant:
        return None
    gain = ndcg(outcome.ranking, relevant, depth)
    return Score(gain, f"nDCG@{depth} {gain:.3f} over {len(relevant)} right passages.")
