"""How numbers are said."""


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
