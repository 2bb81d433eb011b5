"""Survey summaries for the tests of their screens."""

from copilot.domain.survey import SurveySummary
from copilot.domain.survey_closed import (
    ChoiceResult,
    Closed,
    DateResult,
    LikertResult,
    NpsResult,
    NumberResult,
    OddCell,
    Share,
    SurveyTest,
)
from copilot.domain.survey_parts import Accounting, Column, Exclusion, MissingVoice, Pii
from copilot.domain.survey_themes import (
    Cluster,
    LabelSample,
    OpenQuestion,
    Quote,
    SegmentShare,
    Theme,
)
from copilot.domain.survey_weighted import Estimate, Weighted, WeightedFigure

HOSTILE = "[red]x[/red] [/] [/x] [b \x1b[31mevil\u202e [@click=app.quit]"
ASKED = "What should we improve?"
PRICE = Theme(
    key="t1",
    name="Price",
    definition="It costs too much.",
    include="discounts",
    exclude="invoices",
    stance={"complaint": 1.0},
    share=0.4,
    ci=(0.3, 0.5),
    count=40,
    labelled=20,
    method="ppi",
    said="At least one in four (40 %, 30 to 50 %) speak of “Price”.",
    sentiment={"negative": 0.75, "neutral": 0.25, "positive": 0.0},
    sentiment_ci={"negative": (0.5, 0.9), "neutral": (0.1, 0.5), "positive": (0.0, 0.2)},
    toned=16,
    nps_impact=-3.0,
    nps_impact_ci=(-5.0, -1.0),
    quotes=(Quote(row=7, text="Far too expensive for us."),),
)
SPEED = PRICE.model_copy(
    update={
        "key": "t2",
        "name": "Speed",
        "definition": "It is slow.",
        "share": 0.1,
        "ci": (0.05, 0.2),
        "count": 10,
        "nps_impact": None,
        "nps_impact_ci": None,
        "quotes": (),
        "said": "A minority speak of “Speed”.",
    }
)
LABELS = (
    LabelSample(row=7, text="Far too expensive for us.", theme="t1", words="too expensive"),
    LabelSample(row=9, text="It hangs all day.", theme="t2", words="hangs"),
    LabelSample(row=12, text="Nothing at all.", theme="t1"),
)
QUESTION = OpenQuestion(
    column=ASKED,
    n=100,
    themes=(PRICE, SPEED),
    unlabelled=3,
    checkable=LABELS,
    excluded=(Exclusion(reason="non_answer", count=2, rows=(3, 4)),),
    notes=("The sample is small.",),
)
CLUSTERED = OpenQuestion(
    column="What else?",
    n=50,
    clusters=(Cluster(key="c1", phrases=("slow", "hangs"), count=20, quotes=PRICE.quotes),),
)


def share(value: str, count: int | None, part: float | None = None) -> Share:
    """Return a share with an interval of ten points to each side."""
    ci = None if part is None else (max(0.0, part - 0.1), min(1.0, part + 0.1))
    return Share(value=value, count=count, share=part, ci=ci)


CLOSED = [
    Closed(
        column="Recommend?",
        type="nps",
        n=90,
        missing=10,
        result=NpsResult(
            nps=-20,
            ci=(-35, -5),
            promoters=share("Promoters", 27, 0.3),
            passives=share("Passives", 18, 0.2),
            detractors=share("Detractors", 45, 0.5),
            out_of_scale=2,
        ),
        tests=(
            SurveyTest(
                segment="Plan",
                method="chi squared",
                n=90,
                statistic=9.0,
                p=0.001,
                p_adjusted=0.004,
                effect=0.3,
                effect_name="Cramer's V",
                cells=(
                    OddCell(group="pro", value="Detractors", share=0.7, of_all=0.5, residual=3.0),
                ),
            ),
            SurveyTest(segment="Age", method="chi squared", n=90, statistic=1.0, p=0.5),
        ),
    ),
    Closed(
        column="Plan",
        type="single",
        n=100,
        missing=0,
        result=ChoiceResult(base=100, options=(share("free", 80, 0.8), share("pro", None))),
    ),
    Closed(
        column="Easy?",
        type="likert",
        n=100,
        missing=0,
        result=LikertResult(
            median="Agree",
            options=(share("Disagree", 30, 0.3), share("Agree", 70, 0.7)),
            top2=share("Top two", 70, 0.7),
            bottom2=share("Bottom two", 30, 0.3),
            apart=(share("Don't know", 5, 0.05),),
        ),
    ),
    Closed(
        column="Seats",
        type="number",
        n=100,
        missing=0,
        result=NumberResult(
            mean=12, ci=(10, 14), median=9, quartiles=(4, 16), sd=5, least=1, most=90
        ),
    ),
    Closed(
        column="When",
        type="date",
        n=100,
        missing=0,
        result=DateResult(first="2026-01-01", last="2026-02-01"),
    ),
]
WEIGHTED = Weighted(
    population="all-users.yaml",
    segments=("Plan",),
    people=110,
    effective_n=80.4,
    design_effect=1.37,
    notes=("Three weights were cut.",),
    figures=(
        WeightedFigure(
            column=ASKED,
            what="Price",
            kind="theme",
            n=100,
            effective_n=70.0,
            plain=Estimate(value=0.4, ci=(0.3, 0.5)),
            weighted=Estimate(value=0.25, ci=(0.15, 0.35)),
        ),
    ),
)
SUMMARY = SurveySummary(
    file="feedback.csv",
    sha256="ab" * 32,
    rows=120,
    respondents=110,
    columns=[
        Column(name="Plan", type="segment", confidence=0.95, why="its name is a trait"),
        Column(name=ASKED, type="open", confidence=0.5, why="long answers"),
    ],
    closed=CLOSED,
    open=[QUESTION, CLUSTERED],
    segments=[
        SegmentShare(
            column=ASKED,
            theme="t1",
            segment="Plan",
            group="pro",
            n=30,
            share=0.7,
            ci=(0.6, 0.8),
            others=0.3,
            p=0.001,
            p_adjusted=0.002,
        )
    ],
    missing_voices=[
        MissingVoice(
            segment="Plan",
            group="free",
            what="completion",
            n=20,
            share=0.2,
            message="Free is rare.",
        )
    ],
    excluded=[Exclusion(reason="non_answer", count=2, rows=(3, 4))],
    accounting=Accounting(labelled=60, propagated=40, excluded=20),
    pii=Pii(masked=4, kinds={"email": 4}, note="It misses some."),
    sample=60,
    weighted=WEIGHTED,
    tests_run=2,
    questions=["Who was asked?"],
)
