"""A person has looked at labels: what is found widens the intervals."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from copilot.analysis.paired import holm
from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.themes.checking import (
    Reliability,
    difference_after_check,
    reliabilities,
    with_human_check,
)
from copilot.analysis.surveys.wording import share_sentence
from copilot.domain.figures import interval_percent, percent
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_parts import Interval
from copilot.domain.survey_themes import LabelSample, OpenQuestion, SegmentShare, Theme
from copilot.domain.survey_weighted import Estimate, Weighted, WeightedFigure

POOR = 0.7
"""Agreement below which a theme's labels are told to be poor."""
_FEW = 5
"""Labels of a theme below which its own agreement is not told."""
_BEGINS = "A person checked "
_POINTS = (-200.0, 200.0)
"""Between which a difference of two Net Promoter Scores lies."""


class Agreement(NamedTuple):
    """How often a person agreed with labels."""

    agreed: int
    checked: int

    @property
    def share(self) -> float | None:
        """The share, 0 to 1; None where nothing was looked at."""
        return self.agreed / self.checked if self.checked else None

    @property
    def ci(self) -> Interval:
        """Its 95 % interval, after Wilson."""
        return wilson(self.agreed, self.checked)


def agreement(samples: Sequence[LabelSample]) -> Agreement:
    """Return how often a person agreed; what was skipped does not count."""
    said = [one.upheld for one in samples if one.upheld is not None]
    return Agreement(sum(said), len(said))


def checked_summary(
    summary: SurveySummary, column: str, verdicts: Mapping[int, bool]
) -> SurveySummary:
    """Return a summary after a person's check of the labels of one question.

    Themes, with weights too, what they have to do with the NPS, and the groups that speak of them
    are widened by the labels the person did not agree with; a group that differs by less than they
    may be wrong by is told to differ no longer. A later check takes the place of an earlier one.

    Args:
        summary: As it is kept.
        column: The question.
        verdicts: By place among its drawn labels, whether the person agrees.
    """
    questions = [checked(one, verdicts) if one.column == column else one for one in summary.open]
    found = next((one for one in questions if one.column == column), None)
    if found is None:
        return summary
    segments = checked_groups(found, summary.segments)
    weighted = summary.weighted and checked_weights(found, summary.weighted)
    return summary.model_copy(
        update={"open": questions, "segments": segments, "weighted": weighted}
    )


def checked(question: OpenQuestion, verdicts: Mapping[int, bool]) -> OpenQuestion:
    """Return a question after a person's check: agreement told, intervals widened by it.

    A later check takes the place of an earlier one; nothing is widened twice.

    Args:
        question: With labels that were drawn.
        verdicts: By place among these labels, whether the person agrees.
    """
    samples = tuple(
        one.model_copy(update={"upheld": verdicts.get(place)})
        for place, one in enumerate(question.checkable)
    )
    before = _unchecked(question)
    labels = _reliabilities(before.model_copy(update={"checkable": samples}))
    if not labels:
        return before.model_copy(update={"checkable": samples})
    impacts = {one.key: one.nps_impact_ci for one in before.themes if one.nps_impact_ci}
    return before.model_copy(
        update={
            "checkable": samples,
            "agreement": agreement(samples).share,
            "unchecked": {one.key: one.ci for one in before.themes},
            "unchecked_impact": impacts,
            "themes": tuple(_widened(one, labels[one.key]) for one in before.themes),
            "notes": (*before.notes, _told(before, samples)),
        }
    )


def checked_groups(question: OpenQuestion, shares: Sequence[SegmentShare]) -> list[SegmentShare]:
    """Return the shares of groups, those of a checked question widened and tested anew.

    Args:
        question: After the check.
        shares: Of all questions; those of others stay as they are.
    """
    before = [_group_unchecked(one) if one.column == question.column else one for one in shares]
    labels = _reliabilities(question)
    after = [
        _group_widened(one, labels[one.theme])
        if one.column == question.column and one.theme in labels
        else one
        for one in before
    ]
    p_values = {
        str(place): one.p for place, one in enumerate(after) if one.column == question.column
    }
    adjusted = holm(p_values) if p_values else {}
    return [
        one.model_copy(update={"p_adjusted": adjusted.get(str(place), one.p_adjusted)})
        for place, one in enumerate(after)
    ]


def checked_weights(question: OpenQuestion, weighted: Weighted) -> Weighted:
    """Return weighted figures, those of a checked question's themes widened on both sides.

    Args:
        question: After the check.
        weighted: Of all questions; figures of others stay as they are.
    """
    labels = _reliabilities(question)
    themes = {one.key: one for one in question.themes}
    figures = (
        _figure_checked(one, themes[one.key], labels.get(one.key))
        if one.kind == "theme" and one.column == question.column and one.key in themes
        else one
        for one in weighted.figures
    )
    return weighted.model_copy(update={"figures": tuple(figures)})


def agreement_sentence(found: Agreement) -> str:
    """Return what a person's check has found, and what it did to the intervals."""
    if not found.checked:
        return "No label was checked."
    share = found.agreed / found.checked
    return (
        f"{_BEGINS}{found.checked:,} labels and agreed with {found.agreed:,}"
        f" ({percent(share)}, {interval_percent(found.ci)});"
        " the intervals of the themes are widened by it."
    )


def _told(question: OpenQuestion, samples: Sequence[LabelSample]) -> str:
    """Return the sentence with the themes whose labels are poor."""
    poor = [*_poor(question, samples)]
    named = f" Define again what is right too seldom: {', '.join(poor)}." if poor else ""
    return f"{agreement_sentence(agreement(samples))}{named}"


def _poor(question: OpenQuestion, samples: Sequence[LabelSample]) -> Iterator[str]:
    for theme in question.themes:
        found = agreement([one for one in samples if one.theme == theme.key])
        if found.checked >= _FEW and found.agreed < POOR * found.checked:
            yield f"“{theme.name}” ({found.agreed} of {found.checked})"


def _unchecked(question: OpenQuestion) -> OpenQuestion:
    """Return a question as it was before anybody had checked its labels."""
    themes = (
        one.model_copy(
            update={
                "ci": question.unchecked.get(one.key, one.ci),
                "nps_impact_ci": question.unchecked_impact.get(one.key, one.nps_impact_ci),
            }
        )
        for one in question.themes
    )
    return question.model_copy(
        update={
            "agreement": None,
            "unchecked": {},
            "unchecked_impact": {},
            "themes": tuple(map(_said, themes)) if question.unchecked else question.themes,
            "notes": tuple(one for one in question.notes if not one.startswith(_BEGINS)),
        }
    )


def _reliabilities(question: OpenQuestion) -> Mapping[str, Reliability]:
    """Return how reliable the labels of each theme are; nothing where none was looked at."""
    said = [(one.theme, one.upheld) for one in question.checkable if one.upheld is not None]
    return reliabilities(said, [one.key for one in question.themes]) if said else {}


def _group_unchecked(share: SegmentShare) -> SegmentShare:
    if share.unchecked_ci is None or share.unchecked_p is None:
        return share
    before = {"ci": share.unchecked_ci, "p": share.unchecked_p}
    return share.model_copy(update={**before, "unchecked_ci": None, "unchecked_p": None})


def _group_widened(share: SegmentShare, labels: Reliability) -> SegmentShare:
    return share.model_copy(
        update={
            "ci": with_human_check(share.share, share.ci, labels),
            "p": difference_after_check(share.share, share.others, share.p, labels),
            "unchecked_ci": share.ci,
            "unchecked_p": share.p,
        }
    )


def _figure_checked(
    figure: WeightedFigure, theme: Theme, labels: Reliability | None
) -> WeightedFigure:
    value, before = figure.weighted.value, figure.unchecked_ci or figure.weighted.ci
    ci = with_human_check(value, before, labels) if labels else before
    return figure.model_copy(
        update={
            "plain": Estimate(value=figure.plain.value, ci=theme.ci),
            "weighted": Estimate(value=value, ci=ci),
            "unchecked_ci": before if labels else None,
        }
    )


def _widened(theme: Theme, labels: Reliability) -> Theme:
    wide = {"ci": with_human_check(theme.share, theme.ci, labels)}
    if theme.nps_impact is not None and theme.nps_impact_ci is not None:
        impact = with_human_check(theme.nps_impact, theme.nps_impact_ci, labels, bounds=_POINTS)
        wide["nps_impact_ci"] = impact
    return _said(theme.model_copy(update=wide))


def _said(theme: Theme) -> Theme:
    return theme.model_copy(update={"said": share_sentence(theme)})
