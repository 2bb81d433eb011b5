"""How scores, reasons and methods of a survey summary are told, wherever they are shown."""

from collections.abc import Mapping

from copilot.domain.counting import counted
from copilot.domain.survey_parts import Accounting, Interval, Reason
from copilot.domain.survey_themes import Method, OpenQuestion, Theme

REASONS: Mapping[Reason, str] = {
    "non_answer": "Says nothing (blank, “n/a”, “don’t know”)",
    "duplicate": "Was there before",
    "partial": "Blank in a session that was broken off",
    "bogus": "No words of a language",
}
"""Why an answer is left out, by itself."""
BRIEF_REASONS: Mapping[Reason, str] = {
    "non_answer": "no answer",
    "duplicate": "said before",
    "partial": "session broken off, nothing written",
    "bogus": "no words of a language",
}
"""The same after a number."""
METHODS: Mapping[Method, str] = {
    "ppi": "Measured on a sample and carried over to all answers (PPI++).",
    "sample": "Measured on the sample alone.",
    "all": "Every answer was labelled.",
}
"""How a share was measured."""


def points(score: float, places: int = 0) -> str:
    """Return a score with its sign, and none for what is rounded to zero: `+30`, `-4`, `0`."""
    rounded = round(score, places)
    return f"{rounded:+.{places}f}" if rounded else f"{0:.{places}f}"


def points_within(interval: Interval, places: int = 0) -> str:
    """Return the interval of a score: `-8 to 0`."""
    return " to ".join(points(end, places) for end in interval)


def full_sentence(text: str) -> str:
    """Return a text with a stop at its end, where it has none and is not empty."""
    said = text.rstrip()
    return said if not said or said[-1] in ".!?…:;" else f"{said}."


def impact_told(theme: Theme) -> str:
    """Return how a theme goes along with the NPS, as a sentence; empty where that is not known."""
    if theme.nps_impact is None or theme.nps_impact_ci is None:
        return ""
    low, high = theme.nps_impact_ci
    figures = f"{points(theme.nps_impact, 1)} points, {points_within((low, high), 1)}"
    if low <= 0 <= high:
        return f"Whether the NPS is another with those who speak of it is not clear ({figures})."
    way = "higher" if theme.nps_impact > 0 else "lower"
    return (
        f"The NPS of all is {way} than it would be without those who speak of it ({figures});"
        " association, not cause."
    )


def base_told(theme: Theme, n: int) -> str:
    """Return how many answers have a theme, and of how many: `67 of 188 answers`.

    Args:
        theme: Of a question.
        n: Answers to the question that count.
    """
    if theme.of_labelled:
        return f"{theme.count:,} of {counted(theme.of_labelled, 'labelled answer')}"
    return f"{theme.count:,} of {counted(n, 'answer')}"


def read_told(question: OpenQuestion) -> str:
    """Return how many answers count, and how many of them somebody has read, without a stop."""
    told = counted(question.n, "answer")
    where = question.accounting
    if not question.themes:
        return f"{told}; nobody has read them" if question.clusters else told
    if not where.labelled or where.labelled >= question.n:
        return told
    rest = [f"{where.labelled:,} of them labelled"]
    rest += [f"{where.failed:,} not read"] if where.failed else []
    return f"{told}; {', '.join(rest)}"


def rows_told(where: Accounting) -> str:
    """Return where the rows of a file have gone, without a stop."""
    return (
        f"{where.labelled:,} labelled, {where.propagated:,} carried over, {where.excluded:,}"
        f" without an answer that counts, {where.failed:,} not read"
    )
