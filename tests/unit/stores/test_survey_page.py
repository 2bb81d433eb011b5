import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import pytest

from copilot.domain.artifact import Provenance, Usage
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_closed import (
    ChoiceResult,
    Closed,
    DateResult,
    Driver,
    LikertResult,
    NpsResult,
    NumberResult,
    Share,
    SurveyTest,
)
from copilot.domain.survey_parts import Accounting, Column, Exclusion, MissingVoice, Pii
from copilot.domain.survey_themes import Cluster, OpenQuestion, Quote, SegmentShare, Theme
from copilot.stores.survey_page import segment_chart, share_chart, signed, stack, survey_page
from tests.unit.analysis.surveys.summaries import weighted

HOSTILE = "<script>alert('x')</script> & \x1b[31mred\x1b[0m"
PROVENANCE = Provenance(
    mode="model",
    model="openai:some-model",
    prompt="summarize_survey@1",
    created=datetime(2026, 1, 5, tzinfo=UTC),
    usage=Usage(input_tokens=51230, output_tokens=4011),
)


def share(value: str, count: int, n: int) -> Share:
    part = count / n
    return Share(value=value, count=count, share=part, ci=(part * 0.9, min(1, part * 1.1)))


def theme(name: str, quotes: tuple[Quote, ...] = ()) -> Theme:
    return Theme(
        key="t1", name=name, share=0.31, ci=(0.28, 0.34), count=220, labelled=400, method="ppi",
        sentiment={"negative": 0.8, "positive": 0.2}, toned=41,
        sentiment_ci={"negative": (0.65, 0.9), "positive": (0.1, 0.35)},
        nps_impact=-4.2, nps_impact_ci=(-5.6, -2.9), quotes=quotes,
    )  # fmt: skip


def closed(column: str, kind: Any, result: Any, **more: Any) -> Closed:
    return Closed(column=column, type=kind, n=100, missing=3, result=result, **more)


def every_closed() -> list[Closed]:
    test = SurveyTest(segment="Plan", method="Kruskal-Wallis", n=100, statistic=9, p=0.01)
    nps = NpsResult(
        nps=-12.4, ci=(-20, -5), promoters=share("Promoters", 20, 100), out_of_scale=2,
        passives=share("Passives", 48, 100), detractors=share("Detractors", 32, 100),
    )  # fmt: skip
    likert = LikertResult(
        median="Good", options=(share("Bad", 40, 100), share("Good", 60, 100)),
        top2=share("top", 60, 100), bottom2=share("bottom", 40, 100),
        apart=(Share(value="Don't know", count=9),),
    )  # fmt: skip
    few = Share(value="Webhooks", count=None)
    number = NumberResult(mean=14, ci=(12, 16), median=8, quartiles=(3, 19), sd=4, least=1, most=45)
    return [
        closed("Recommend?", "nps", nps, tests=(test,)),
        closed("How good?", "likert", likert),
        closed("What?", "multi", ChoiceResult(base=80, options=(share("API", 40, 80), few))),
        closed("Seats", "number", number),
        closed("Sent", "date", DateResult(first="2026-01-01", last="2026-02-01")),
    ]


def summary(**more: Any) -> SurveySummary:
    facts: dict[str, Any] = {"file": "nps.csv", "rows": 1204, "respondents": 1200, "columns": []}
    return SurveySummary(**facts | more)


def full() -> SurveySummary:
    quotes = (Quote(row=1217, text="It times out."),)
    themes = OpenQuestion(column="What to improve?", n=700, themes=(theme("Exports", quotes),))
    clusters = OpenQuestion(
        column="Else?", n=80, clusters=(Cluster(key="c", phrases=("tablet", "phone"), count=21),)
    )
    group = SegmentShare(
        column="What to improve?", theme="t1", segment="Plan", group="Free", n=80, share=0.4,
        ci=(0.3, 0.5), others=0.2, p=0.001, p_adjusted=0.004,
    )  # fmt: skip
    return summary(
        sha256="ab" * 32, columns=[Column(name="Plan", type="segment", why="3 values")],
        closed=every_closed(), open=[themes, clusters], segments=[group],
        drivers=[Driver(column="Ease", outcome="NPS", n=90, association=0.5, ci=(0.4, 0.6))],
        missing_voices=[
            MissingVoice(
                segment="Plan", group="Free", what="item", n=9, share=0.1, message="Free is rare."
            )
        ],
        excluded=[Exclusion(reason="bogus", count=31, rows=(18, 20))],
        accounting=Accounting(labelled=400, propagated=300, excluded=504),
        pii=Pii(masked=64, kinds={"email": 64}), seed=7, cost={"cost_usd": 0.42},
        questions=["Which plan matters most?"],
    )  # fmt: skip


HOSTILE_QUOTES = (Quote(row=1, text=HOSTILE),)
HOSTILE_CHOICE = ChoiceResult(base=9, options=(share(HOSTILE, 5, 9),))


class Outline(HTMLParser):
    """What a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_everything_a_summary_holds_is_on_the_page() -> None:
    page = survey_page(full(), PROVENANCE, warnings=["Look at 3 columns."])

    for told in (
        "1,204 rows, 1,200 respondents", "Look at 3 columns.", "At least one in four (31 %",
        "It times out.", "Row 1,217", "tablet, phone", "Nobody has read these groups",
        "Free (Plan)", "Net Promoter Score", "−12", "2 answers are out of the scale",
        "Kruskal-Wallis", "too few to show", "2026-01-01 to 2026-02-01", "Free is rare.",
        "No words of a language", "18, 20 …", "Carried over 300", "64 email", "abab",
        "openai:some-model", "51,230 in", "0.42", "Which plan matters most?", "3 values",
    ):  # fmt: skip
        assert told in page, told


def test_the_page_says_what_shares_and_days_are_of() -> None:
    picked = theme("Exports").model_copy(update={"of_labelled": 90, "definition": "It fails"})
    day = closed("Sent", "date", DateResult(first="2026-10-01", last="2026-10-01"))
    question = OpenQuestion(column="What?", n=700, themes=(picked,))
    page = survey_page(summary(open=[question, question], closed=[day]))
    assert "of the 90 labelled answers speak of “Exports”" in page
    assert "It fails.</span>" in page
    assert "The NPS of all is 4.2 points lower (2.9 to 5.6)" in page
    assert "<p>2026-10-01.</p>" in page
    figures = page[page.index('<dl class="figures">') : page.index("</dl>")]
    assert "Exports" not in figures
    assert "Answers left out" not in figures


def test_the_page_is_well_formed_and_loads_nothing() -> None:
    page = survey_page(full(), PROVENANCE)
    outline = Outline(page)

    assert outline.open == []
    assert not {"script", "link", "img", "iframe", "object"} & set(outline.tags)
    assert "http:" not in page
    assert "https:" not in page
    assert "url(" not in page


def test_every_figure_has_a_caption_and_a_table() -> None:
    page = survey_page(full(), PROVENANCE)
    figures = re.findall(r"<figure.*?</figure>", page, flags=re.S)

    assert len(figures) == 6
    for one in figures:
        assert "<figcaption>" in one
        assert "<table>" in one
        assert 'role="img" aria-label=' in one


@pytest.mark.parametrize(
    "hostile",
    [
        summary(file=HOSTILE),
        summary(open=[OpenQuestion(column=HOSTILE, n=9, themes=(theme(HOSTILE),))]),
        summary(open=[OpenQuestion(column="q", n=9, themes=(theme("t", HOSTILE_QUOTES),))]),
        summary(closed=[closed(HOSTILE, "multi", HOSTILE_CHOICE)]),
        summary(columns=[Column(name=HOSTILE, type="open", why=HOSTILE)]),
    ],
    ids=["file", "theme", "quote", "option", "column"],
)  # fmt: skip
def test_what_respondents_wrote_is_text_and_nothing_else(hostile: SurveySummary) -> None:
    page = survey_page(hostile)

    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "\x1b" not in page
    assert "[31m" not in page


def test_an_empty_survey_is_still_a_page() -> None:
    page = survey_page(summary(rows=0, respondents=0))

    assert "0 rows, 0 respondents" in page
    assert "<figure>" not in page


def test_bars_and_error_bars_stand_on_one_scale() -> None:
    chart = share_chart([share("a", 20, 100), share("b", 10, 100)], 100)

    assert chart.most == 0.25
    assert chart.bars[0].share == pytest.approx(80)
    assert chart.bars[0].ends == pytest.approx((72, 88))
    assert chart.bars[1].bar_top > chart.bars[0].bar_top
    assert chart.ticks[-1] == (100, "25 %")


def test_an_interval_never_leaves_its_chart() -> None:
    chart = share_chart([Share(value="a", count=1, share=0.2, ci=(0.0, 0.6))], 5)

    assert chart.most == 1


def test_a_long_label_is_wrapped_and_a_hidden_share_has_no_bar() -> None:
    bar = share_chart([Share(value="word " * 60, count=None)], 5).bars[0]

    assert len(bar.lines) == 3
    assert bar.lines[-1].endswith("…")
    assert (bar.share, bar.told) == (None, "too few to show")


def test_all_others_have_a_tick_beside_a_group() -> None:
    assert segment_chart(full().segments, {"t1": "Exports"}).bars[0].mark == pytest.approx(40)


def test_parts_of_a_stack_fill_it_and_nothing_has_no_width() -> None:
    assert stack([1, 3]) == [(0, 25), (25, 75)]
    assert stack([0, 0]) == [(0, 0), (0, 0)]


def test_a_number_is_signed_and_zero_is_not() -> None:
    assert signed(23.4) == "+23"
    assert signed(-4.24, 1) == "−4.2"
    assert signed(-0.4) == "0"


def test_the_tone_of_a_theme_has_its_number_and_its_interval() -> None:
    page = survey_page(full()).replace("\N{NO-BREAK SPACE}", " ")
    told = "tone of 41 labelled answers: negative 80 % (65 to 90 %), positive 20 % (10 to 35 %)"
    assert told in page
    assert f"T{told[1:]}." in full().markdown()


def test_weighted_figures_are_shown_beside_those_that_were_answered() -> None:
    found = weighted().model_copy(update={"notes": (HOSTILE,)})
    page = survey_page(summary().model_copy(update={"weighted": found}))
    text = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "NPS: Recommend us? -10 -20 to 0 +5 -9 to +19 100" in text
    assert "“Slow search”: What should we improve? 40 % 35 to 45 % 61 % 52 to 70 % 99" in text
    assert "<script>" not in page
    assert "like all users" not in survey_page(summary())
