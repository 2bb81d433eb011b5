"""The pages of a survey summary, and what they show."""

import pytest

from copilot.domain.survey_closed import ChoiceResult
from copilot.domain.survey_themes import OpenQuestion
from copilot.services import Services
from copilot.tui.help_screen import HelpScreen
from copilot.tui.survey_screen import SurveyScreen
from tests.tui.survey_nouns import HOSTILE, LABELS, PRICE, SUMMARY
from tests.tui.surveying import detail, kept, news, reading, rows, screen, surveying


async def test_themes_have_bars_on_one_scale_with_their_intervals(real: Services) -> None:
    kept(real)
    async with surveying(real) as face:
        lines = rows(face).split("\n")
        at = next(place for place, line in enumerate(lines) if line.startswith("Price"))
        assert lines[at].endswith("40 %, 30 to 50 %")
        long, short = lines[at + 1], lines[at + 3]
        assert (long.count("█"), long[-2:]) == (28, "40")
        assert len(long) == len(short)
        assert abs(short.rstrip("0123456789 ").index("┤") + 1 - 0.4 * (len(long) - 3)) <= 1


async def test_a_theme_says_what_it_is_how_sure_it_is_and_who_says_it(real: Services) -> None:
    kept(real)
    async with surveying(real) as face:
        await face.press("down")
        await reading(face, PRICE.said)
        text = detail(face)
        assert "It costs too much. include discounts exclude invoices" in text
        assert "Rank 1 of 2" in text
        assert "The NPS of all is 3.0 points lower (1.0 to 5.0) than without those" in text
        assert "Tone of 16 labelled answers" in text
        assert "75 % (50 to 90 %)" in text
        assert "“Price”: more often from “pro” (70 %, 60 to 80 %; others 30 %)." in text
        assert "“Far too expensive for us.” row 7" in text


async def test_clusters_are_called_clusters_and_have_no_share(real: Services) -> None:
    kept(real, SUMMARY.model_copy(update={"open": SUMMARY.open[1:]}))
    async with surveying(real) as face:
        assert "Cluster: slow, hangs" in rows(face)
        assert "%" not in rows(face)
        await face.press("down")
        await reading(face, "Nobody has read them, so they are no themes")


async def test_closed_questions_show_distributions_and_tests_in_words(real: Services) -> None:
    kept(real)
    async with surveying(real) as face:
        await face.press("2")
        await reading(face, "NPS −20 (−35 to −5)")
        assert "By Plan: they differ." in detail(face)
        assert "pro: 70 % “Detractors”, more than the 50 % of all." in detail(face)
        assert "By Age: no clear difference." in detail(face)
        assert "2 answers are not from 0 to 10." in detail(face)
        for said in (
            "pro too few to show",
            "Top two 70 %, 60 to 80 %; bottom two 30 %, 20 to 40 %. Disagree",
            "Middle half 4 to 16; all 1 to 90. Mean 12 (10 to 14).",
            "2026-01-01 to 2026-02-01",
        ):
            await face.press("down")
            await reading(face, said)


async def test_who_is_missing_and_where_every_row_has_gone_is_told(real: Services) -> None:
    name = kept(real)
    async with surveying(real) as face:
        await face.press("3")
        for said in (
            "Free is rare.",
            "as answered 40 %, 30 to 50 % weighted 25 %, 15 to 35 %; like 70 answers",
            "2: Says nothing (blank, “n/a”, “don’t know”). rows 3, 4",
            "Together 120 of 120 rows.",
            "4 values were masked before anything was shown or sent. · 4 email ! It misses some.",
            "! Two rows were cut.",
            "a) Who was asked?",
            f"Kept as {name}",
        ):
            await reading(face, said)
            await face.press("down")


async def test_keys_of_other_pages_do_nothing_and_are_not_in_the_help(real: Services) -> None:
    kept(real)
    async with surveying(real) as face:
        await face.press("t", "e", "m", "d", "u", "y", "n", "s", "w")
        assert isinstance(face.app.screen, SurveyScreen)
        assert not news(face)
        await face.press("f1")
        await face.until(lambda: isinstance(face.app.screen, HelpScreen))
        assert "The label is right" not in face.text("HelpScreen Static")
        await face.press("escape", "6", "f1")
        await face.until(lambda: "The label is right" in face.text("HelpScreen Static"))
        assert "Name and define" not in face.text("HelpScreen Static")


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36)])
async def test_hostile_answers_are_shown_as_they_are(real: Services, size: tuple[int, int]) -> None:
    theme = PRICE.model_copy(
        update={"name": HOSTILE, "definition": HOSTILE, "said": HOSTILE, "stance": {HOSTILE: 1.0}}
    )
    question = OpenQuestion(
        column=HOSTILE,
        n=1,
        themes=(theme,),
        notes=(HOSTILE,),
        checkable=(LABELS[0].model_copy(update={"text": HOSTILE, "words": "[red]x"}),),
    )
    columns = [SUMMARY.columns[0].model_copy(update={"name": HOSTILE, "options": (HOSTILE,)})]
    options = (SUMMARY.closed[1].result.options[0].model_copy(update={"value": HOSTILE}),)  # type: ignore[union-attr]
    closed = [
        SUMMARY.closed[1].model_copy(
            update={"column": HOSTILE, "result": ChoiceResult(base=1, options=options)}
        )
    ]
    hostile = {
        "open": [question],
        "columns": columns,
        "closed": closed,
        "file": HOSTILE,
        "questions": [HOSTILE],
    }
    kept(real, SUMMARY.model_copy(update=hostile), HOSTILE)
    async with surveying(real, size) as face:
        for page in "123456":
            await face.press(page, "down", "enter", "end", "escape", "tab", "tab")
            shown = " ".join((rows(face), face.text("SurveyScreen Static", "SurveyDetail Static")))
            assert not any(sign in shown for sign in "\x1b\u202e")
            assert "evil" in shown
        await face.press("6", "y")
        assert "1 of 1 agreed" in news(face)


async def test_a_survey_without_anything_says_so_on_every_page(real: Services) -> None:
    lists = ("open", "closed", "columns", "missing_voices", "excluded", "questions")
    kept(real, SUMMARY.model_copy(update={name: [] for name in lists}))
    async with surveying(real) as face:
        for page, said in zip(
            "12456",
            ("No open question", "No closed question", "No columns", "No code book", "No labels"),
            strict=True,
        ):
            await face.press(page)
            await reading(face, said)
            await face.press("t", "e", "m", "d", "u", "y", "n", "s")
            assert isinstance(face.app.screen, SurveyScreen)


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36)])
async def test_rows_and_keys_fit_at_every_size(real: Services, size: tuple[int, int]) -> None:
    kept(real)
    async with surveying(real, size) as face:
        for page in "123456":
            await face.press(page)
            width = screen(face).rows.scrollable_content_region.width
            if width:
                assert max(map(len, rows(face).split("\n"))) <= width
            keys = face.text("SurveyScreen > .keys")
            assert len(keys) <= size[0] - 2
            assert "esc" in keys


async def test_a_narrow_screen_shows_the_rows_or_what_they_say(real: Services) -> None:
    kept(real)
    async with surveying(real, (40, 10)) as face:
        assert not screen(face).detail.region.height
        await face.press("down", "enter")
        await face.until(lambda: screen(face).detail.region.height >= 5)
        assert not screen(face).rows.region.height
        await face.press("escape")
        await face.until(lambda: screen(face).rows.region.height)
