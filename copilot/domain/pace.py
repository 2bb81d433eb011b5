"""How long something takes, from how far it has come."""

LEAST_PACE = 5.0
"""Seconds after which a pace can be told."""


def remaining(seconds: float, done: int, total: int) -> str:
    """Return how long the rest takes, behind a comma; nothing while that is not known.

    Args:
        seconds: Since the beginning.
        done: What is behind us.
        total: All of it.
    """
    if seconds < LEAST_PACE or not 0 < done < total:
        return ""
    minutes = seconds / done * (total - done) / 60
    return f", about {minutes:.0f} min left" if minutes >= 1.5 else ", about a minute left"
