"""What tokens cost, by the price list of `genai-prices`; models on this machine cost nothing."""

from collections.abc import Iterable

from copilot.domain.recording import RecordedModel, TokenCount

FREE = frozenset({"embedded", "ollama"})
OWN_SERVER = "own server"
"""Kind of endpoint whose prices nobody knows, whatever its models are called."""


def price_of(model: RecordedModel, tokens: TokenCount) -> float | None:
    """Return US dollars; None where no price is known.

    Args:
        model: Which model, and where it runs.
        tokens: What was read and written.
    """
    provider, _, name = model.label.partition(":")
    if provider in FREE:
        return 0.0
    if model.endpoint == OWN_SERVER:
        return None
    from genai_prices import Usage, calc_price

    counted = Usage(input_tokens=tokens.input_tokens, output_tokens=tokens.output_tokens)
    try:
        return float(calc_price(counted, model_ref=name, provider_id=provider).total_price)
    except LookupError:
        return None


def price_of_calls(model: RecordedModel, calls: Iterable[TokenCount]) -> float | None:
    """Return what several calls cost together; prices can rise with the length of one call."""
    prices = [price_of(model, tokens) for tokens in calls]
    return None if None in prices else sum(price or 0.0 for price in prices)
