"""Of judges: what does a model think of the reply, and does it think like people?"""

from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome
from copilot.evals.scoring import Score, scorer


@scorer(version=1)
def judged(case: EvalCase, outcome: Outcome) -> Score | None:
    """A model, asked as a judge, holds the reply to be an answer. Never decides a gate alone."""
    if outcome.verdict is None:
        return None
    return Score(float(outcome.verdict.good), f"The judge: {outcome.verdict.why}")


@scorer(version=1)
def agrees(case: EvalCase, outcome: Outcome) -> Score | None:
    """The judge comes to the label given by hand."""
    wanted = case.expect.verdict
    if wanted is None or outcome.verdict is None:
        return None
    got = "yes" if outcome.verdict.good else "no"
    return Score(got == wanted, f"Label {wanted}, judge {got}: {outcome.verdict.why}")
