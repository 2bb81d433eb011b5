"""A small survey summary with known figures, for the tests of what is made of it."""

from typing import Any

from copilot.domain.survey import SurveySummary
from copilot.domain.survey_closed import Closed, NpsResult, Share
from copilot.domain.survey_parts import Accounting, Column, MissingVoice
from copilot.domain.survey_themes import OpenQuestion, Quote, SegmentShare, Theme
from copilot.domain.survey_weighted import Estimate, Weighted, WeightedFigure

QUESTION = "What should we improve?"
PLAN = "Plan"


def theme(key: str, name: str, share: float, **more: Any) -> Theme:
    """Return a theme with an interval of five points either way."""
    given: dict[str, Any] = {
        "definition": f"It is about {name.lower()}.",
        "ci": (max(0.0, share - 0.05), share + 0.05),
        "count": round(share * 200),
        "labelled": 100,
        "method": "sample",
        "said": f"Some speak of “{name}”.",
        "quotes": (Quote(row=17, text=f"oh, the {name.lower()}"),),
    }
    return Theme(key=key, name=name, share=share, **(given | more))


def share_of(theme: str, group: str, share: float, p: float) -> SegmentShare:
    """Return the share of a theme in a group of the plan."""
    return SegmentShare(
        column=QUESTION,
        theme=theme,
        segment=PLAN,
        group=group,
        n=80,
        share=share,
        ci=(share - 0.05, share + 0.05),
        others=0.2,
        p=p,
        p_adjusted=p,
    )


def summary() -> SurveySummary:
    """Return a summary with a complaint, a wish, praise, a score and somebody missing."""
    part = Share(value="Promoters", count=50, share=0.25, ci=(0.2, 0.3))
    nps = NpsResult(nps=-10, ci=(-20, 0), promoters=part, passives=part, detractors=part)
    return SurveySummary(
        file="export.csv",
        rows=240,
        respondents=240,
        columns=[Column(name=PLAN, type="segment", confidence=0.5)],
        closed=[Closed(column="Recommend us?", type="nps", n=200, missing=40, result=nps)],
        open=[
            OpenQuestion(
                column=QUESTION,
                n=200,
                themes=(
                    theme("t1", "Slow search", 0.4, stance={"complaint": 1.0}),
                    theme("t2", "Dark mode", 0.2, stance={"wish": 1.0}),
                    theme("t3", "Calm look", 0.1, stance={"praise": 1.0}),
                ),
            )
        ],
        segments=[share_of("t1", "free", 0.6, 0.001), share_of("t2", "free", 0.21, 0.9)],
        missing_voices=[
            MissingVoice(
                segment=PLAN, group="free", what="completion", n=80, share=0.4,
                message="People on the free plan finished in 40 %.",
            )
        ],
        accounting=Accounting(labelled=100, propagated=100, excluded=40),
    )  # fmt: skip


def weighted() -> Weighted:
    """Return a score and a theme, weighted to a population that is not met."""
    return Weighted(
        population="all.yaml",
        segments=(PLAN,),
        people=240,
        effective_n=120.4,
        design_effect=1.99,
        notes=("3 weights are cut.",),
        figures=(
            WeightedFigure(
                column="Recommend us?", what="NPS", kind="nps", n=200, effective_n=100.2,
                plain=Estimate(value=-10, ci=(-20, 0)), weighted=Estimate(value=5, ci=(-9, 19)),
            ),
            WeightedFigure(
                column=QUESTION, what="Slow search", kind="theme", key="t1", n=200,
                effective_n=98.7, plain=Estimate(value=0.4, ci=(0.35, 0.45)),
                weighted=Estimate(value=0.61, ci=(0.52, 0.7)),
            ),
        ),
    )  # fmt: skip
