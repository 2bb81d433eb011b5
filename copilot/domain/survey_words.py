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


def points(score: float) -> str:
    """Return a score with its sign, and none for what is rounded to zero: `+30`, `-4`, `0`."""
    return f"{round(score):+d}" if round(score) else "0"


def points_within(interval: Interval) -> str:
    """Return the interval of a score: `-8 to 0`."""
    return " to ".join(map(points, interval))


def full_sentence(text: str) -> str:
    """Return a text with a stop at its end, where it has none and is not empty."""
    said = text.rstrip()
    return said if not said or said[-1] in ".!?…:;" else f"{said}."


def impact_told(theme: Theme) -> str:
    """Return how a theme goes along with the NPS, as a sentence; empty where that is not known."""
    if theme.nps_impact is None or theme.nps_impact_ci is None:
        return ""
    low, high = theme.nps_impact_ci
    if low <= 0 <= high:
        return (
            "Whether the NPS of all is another than without those who speak of it is not clear:"
            f" {-low:.1f} points lower to {high:.1f} higher."
        )
    way = "higher" if theme.nps_impact > 0 else "lower"
    ends = sorted((abs(low), abs(high)))
    return (
        f"The NPS of all is {abs(theme.nps_impact):.1f} points {way} ({ends[0]:.1f} to"
        f" {ends[1]:.1f}) than without those who speak of it; association, not cause."
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


def measured_told(question: OpenQuestion) -> str:
    """Return how the shares of a question were measured; empty without themes."""
    methods = dict.fromkeys(theme.method for theme in question.themes)
    if len(methods) > 1:
        return "Some themes are carried over from a measured sample, rare ones by it alone."
    return next((METHODS[method] for method in methods), "")


def rows_told(where: Accounting) -> str:
    """Return where the rows of a file have gone, without a stop."""
    return (
        f"{where.labelled:,} labelled, {where.propagated:,} carried over, {where.excluded:,}"
        f" without an answer that counts, {where.failed:,} not read"
    )
