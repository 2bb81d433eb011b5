"""How the tone of a theme is said: of how many labelled answers, and how sure."""

from collections.abc import Iterator

from copilot.domain.counting import counted
from copilot.domain.figures import interval_percent, percent
from copilot.domain.survey_themes import Theme


def tone_told(theme: Theme) -> str:
    """Return the tones of a theme: `tone of 41 labelled answers: negative 41 % (23 to 61 %)`.

    Empty where no shares of tones are known.
    """
    return f"{toned(theme)}: {', '.join(_tones(theme))}" if theme.sentiment else ""


def toned(theme: Theme) -> str:
    """Return of how many answers the tones of a theme are, where that is known."""
    count = counted(theme.toned, "labelled answer") if theme.toned else "labelled answers"
    return f"tone of {count}"


def share_of_tone(theme: Theme, tone: str) -> str:
    """Return the share of a tone with its interval."""
    ends = theme.sentiment_ci.get(tone)
    told = percent(theme.sentiment[tone])
    return f"{told} ({interval_percent(ends)})" if ends else told


def _tones(theme: Theme) -> Iterator[str]:
    for tone, share in theme.sentiment.items():
        if share:
            yield f"{tone} {share_of_tone(theme, tone)}"
