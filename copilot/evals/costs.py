"""What recording costs: foreseen, bounded, and counted."""

from collections.abc import Collection, Sequence
from statistics import mean
from typing import NamedTuple

from copilot.domain.recording import Call, RecordedModel, Recording, TokenCount, total
from copilot.errors import InputError
from copilot.evals.casting import Cast
from copilot.llm.prices import price_of, price_of_calls

UNKNOWN_TOKENS, UNKNOWN_SECONDS = TokenCount(input_tokens=1_500, output_tokens=150), 15.0
"""Taken for a case where nothing like it was ever recorded."""


class Budget(NamedTuple):
    """What a recording may cost at most; None sets no bound."""

    usd: float | None = None
    seconds: float | None = None

    def less(self, outlay: "Outlay") -> "Budget":
        """Return what is left of it."""
        return Budget(
            None if self.usd is None else self.usd - (outlay.usd or 0.0),
            None if self.seconds is None else self.seconds - outlay.seconds,
        )


class Estimate(NamedTuple):
    """What recording will cost, from earlier recordings of the same or of other cases."""

    cases: int
    tokens: TokenCount
    seconds: float
    usd: float | None


class Outlay(NamedTuple):
    """What a recording did cost."""

    recorded: list[str]
    failed: dict[str, str]
    """Cases that could not be recorded, and why."""
    left: int
    """Cases not tried, since the budget was spent or one after the other failed."""
    seconds: float
    usd: float | None
    """None where no price is known."""


class Spending:
    """Counts what is spent against a budget.

    Args:
        budget: The bounds.
        facts: Which model is paid.

    Raises:
        InputError: Dollars are bounded, and nobody knows what the model costs.
    """

    def __init__(self, budget: Budget, facts: RecordedModel | None) -> None:
        if budget.usd is not None and facts and price_of(facts, UNKNOWN_TOKENS) is None:
            raise InputError(
                f"The price of {facts.label} is unknown, so dollars cannot be a bound.",
                hint="Bound the time instead: --budget-minutes",
            )
        self.seconds = 0.0
        self.usd: float | None = 0.0
        self._budget = budget

    @property
    def is_over(self) -> bool:
        """Whether a bound is reached."""
        usd, seconds = self._budget
        over_time = seconds is not None and self.seconds >= seconds
        return over_time or (usd is not None and (self.usd or 0.0) >= usd)

    def add(self, cast: Cast, reused: Collection[Call]) -> None:
        """Count the calls that were made now, whatever became of them."""
        if cast.facts is None or cast.origin == "authored":
            return
        fresh = [call for call in cast.calls if call not in reused]
        counts = [call.reply.usage for call in fresh if call.reply.usage]
        self.seconds += sum(call.seconds or 0.0 for call in fresh)
        price = price_of_calls(cast.facts, counts)
        self.usd = None if price is None or self.usd is None else self.usd + price


def estimate_of(
    wanted: Sequence[Recording | None],
    recorded: Sequence[Recording | None],
    facts: RecordedModel | None,
) -> Estimate:
    """Return what recording will cost; replies written by hand cost nothing.

    Args:
        wanted: The earlier recording of each wanted case, None where there is none.
        recorded: All recordings of the suite.
        facts: Which model will be asked.
    """
    similar = [one for one in recorded if one and one.origin == "recorded" and one.calls]
    asked = [one for one in wanted if not (one and one.origin == "authored")]
    costs = [_cost([one] if one and one.calls else similar) for one in asked]
    tokens = total(tokens for tokens, _ in costs)
    usd = price_of(facts, tokens) if facts else 0.0
    return Estimate(len(asked), tokens, sum(seconds for _, seconds in costs), usd)


def _cost(samples: Sequence[Recording]) -> tuple[TokenCount, float]:
    """Return tokens and seconds of a case: the mean of its like."""
    if not samples:
        return UNKNOWN_TOKENS, UNKNOWN_SECONDS
    tokens = TokenCount(
        input_tokens=round(mean(sample.usage.input_tokens for sample in samples)),
        output_tokens=round(mean(sample.usage.output_tokens for sample in samples)),
    )
    return tokens, mean(sample.seconds for sample in samples)
