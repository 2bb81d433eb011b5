"""How counts, sizes and ages are said in few letters."""

from datetime import datetime, timedelta

from copilot.domain.artifact import Usage

NOTHING = Usage(cost_usd=0.0)
"""No tokens, which are known to cost nothing."""
PRINTABLE = r"[^\x00-\x1f\x7f-\x9f]*"
"""What a one-line field accepts."""
_STEPS = (
    (timedelta(days=365), "y"),
    (timedelta(days=30), "mo"),
    (timedelta(days=7), "w"),
    (timedelta(days=1), "d"),
    (timedelta(hours=1), "h"),
    (timedelta(minutes=1), "min"),
)


def age(then: datetime, now: datetime) -> str:
    """Return how long ago a moment was, such as `3 h ago`."""
    passed = now - then
    for step, name in _STEPS:
        if passed >= step:
            return f"{passed // step} {name} ago"
    return "just now"


def size(count: int) -> str:
    """Return a number of bytes, such as `1.1 GB`."""
    if count >= 10**9:
        return f"{count / 10**9:.1f} GB"
    return f"{count / 10**6:.0f} MB"


def tokens(usage: Usage) -> str:
    """Return tokens in and out and their cost where it is known; empty for none.

    A `~` marks what was estimated.
    """
    if not usage.input_tokens and not usage.output_tokens:
        return ""
    about = "~" if usage.estimated else ""
    cost = f" · {about}${usage.cost_usd:.3f}" if usage.cost_usd else ""
    inward, outward = _short(usage.input_tokens), _short(usage.output_tokens)
    return f"{about}{inward} in · {about}{outward} out{cost}"


def _short(count: int) -> str:
    return str(count) if count < 1000 else f"{count / 1000:.1f}k"
