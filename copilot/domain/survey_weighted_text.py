"""What a survey would say if respondents were like all users, as Markdown."""

from copilot.domain.counting import counted
from copilot.domain.figures import figure, interval_percent, percent
from copilot.domain.markdown import ROWS, cut, inert, padded_table, rest_told
from copilot.domain.survey_weighted import Estimate, Weighted, WeightedFigure
from copilot.domain.survey_words import points, points_within

TITLE = "If respondents were like all users"
HEAD = ("Figure", "As answered", "95 % interval", "Weighted", "95 % interval", "Effective n")


def weighted(found: Weighted | None) -> str:
    """Return the figures as answered and weighted, side by side; empty without a population."""
    if found is None:
        return ""
    rows = [_row(one) for one in found.figures[:ROWS]]
    parts = [
        f"## {TITLE}",
        inert(basis(found)),
        "\n".join(f"> Note: {inert(note)}" for note in found.notes),
        padded_table(HEAD, rows) if rows else "",
    ]
    told = "\n\n".join(part for part in parts if part)
    return told + rest_told(len(found.figures) - ROWS)


def basis(found: Weighted) -> str:
    """Return to what the figures are weighted, and what that costs."""
    by = " and ".join(f"“{name}”" for name in found.segments)
    if not found.figures:
        return f"Nothing is weighted to {found.population} by {by}."
    return (
        f"Weighted to {found.population} by {by}: {counted(found.people, 'respondent')} say as much"
        f" as {found.effective_n:,.0f} drawn at random (design effect"
        f" {found.design_effect:.2f}). Weights mend who answered, by these columns alone."
    )


def name_of(one: WeightedFigure) -> str:
    """Return what a figure is of: the score, the answer or the theme, and the question."""
    return f"{one.what}: {one.column}" if one.kind == "nps" else f"“{one.what}”: {one.column}"


def estimate_told(estimate: Estimate, kind: str) -> tuple[str, str]:
    """Return a figure and its interval, in points or in percent."""
    if kind == "nps":
        return points(estimate.value), points_within(estimate.ci)
    return percent(estimate.value), interval_percent(estimate.ci)


def _row(one: WeightedFigure) -> tuple[str, ...]:
    plain, weighed = (estimate_told(given, one.kind) for given in (one.plain, one.weighted))
    return (cut(inert(name_of(one)), 60), *plain, *weighed, figure(round(one.effective_n)))
