"""Of agents: which skills were called, and with what?"""

from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome
from copilot.evals.scoring import Score, scorer


@scorer(version=1)
def chooses(case: EvalCase, outcome: Outcome) -> Score | None:
    """The last message is served by the right skill, or by none."""
    if "skill" not in case.expect.model_fields_set:
        return None
    chosen = outcome.chosen.name if outcome.chosen else None
    return Score(chosen == case.expect.skill, f"Chose {chosen or 'a plain reply'}.")


@scorer(version=1)
def passes_arguments(case: EvalCase, outcome: Outcome) -> Score | None:
    """The chosen skill gets the words that matter."""
    if not case.expect.arguments:
        return None
    given = outcome.chosen.arguments if outcome.chosen else {}
    for name, words in case.expect.arguments.items():
        text = str(given.get(name, "")).lower()
        missing = [word for word in words if word.lower() not in text]
        if missing:
            return Score(False, f"{name} lacks {', '.join(map(repr, missing))}: {text[:120]!r}.")
    return Score(True, "Every argument has what matters.")


@scorer(version=1)
def calls_only(case: EvalCase, outcome: Outcome) -> Score | None:
    """No skill runs but those that may."""
    allowed = case.expect.calls
    if allowed is None:
        return None
    ran = [call.name for call in outcome.calls if call.ran]
    strange = [name for name in ran if name not in allowed]
    if strange:
        return Score(False, f"Ran {', '.join(strange)}.")
    return Score(True, f"Ran {', '.join(ran) or 'nothing'}.")
