"""How numbers are said."""

MANY = 1_000
"""Answers from which a tenth of a percent can mean something."""
_NARROW = 0.02
"""Width of an interval up to which its ends are worth a decimal."""


def figure(value: float) -> str:
    """Return a number in three digits, or whole from a hundred on: `0.25`, `4.2`, `1,600`."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def percent(share: float) -> str:
    """Return a share in whole percent; nearly all is not said to be all."""
    whole = round(share * 100)
    if whole == 100 and share < 1:
        return "over 99 %"
    return "under 1 %" if whole == 0 and share > 0 else f"{whole} %"


def share_percent(share: float, n: int = 0, *, width: float = 1.0) -> str:
    """Return a share in percent, in as many digits as it is known to.

    Whole percent, but a decimal where it is of 1,000 answers or more and its interval is no
    wider than two points.

    Args:
        share: 0 to 1.
        n: Answers it is measured on.
        width: Of its interval, 0 to 1.
    """
    is_fine = n >= MANY and width <= _NARROW and 0 < share < 1
    if is_fine and 0.0005 <= share < 0.9995:
        return f"{share * 100:.1f} %"
    return percent(share)


def interval_percent(interval: tuple[float, float], n: int = 0) -> str:
    """Return an interval of shares: `57 to 67 %`, or `under 1 %` where all of it is."""
    low, high = (share_percent(end, n, width=interval[1] - interval[0]) for end in interval)
    if low == high or high.startswith("under"):
        return high
    return low if low.startswith("over") else f"{low.removesuffix(' %')} to {high}"
