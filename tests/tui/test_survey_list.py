"""The list of kept survey summaries, and the ways to it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from textual.widgets import OptionList

from copilot.domain.conversation import Done, ToolEnd, ToolStart
from copilot.domain.survey import SURVEY
from copilot.services import Services
from copilot.tui import survey_desk
from copilot.tui.survey_files import exports_like
from copilot.tui.survey_list import SurveyListScreen
from copilot.tui.survey_screen import SurveyScreen
from copilot.tui.survey_shelf import KeptSurveys, asked_told
from tests.tui.doubles import ScriptedAgent, Step
from tests.tui.driving import opened
from tests.tui.survey_nouns import SUMMARY
from tests.tui.surveying import kept, listing, news


def test_the_desk_knows_the_kind_by_its_name() -> None:
    assert survey_desk.SURVEY == SURVEY


async def test_without_surveys_it_says_how_to_begin(real: Services) -> None:
    async with listing(real) as face:
        assert "n  summarizes an export" in face.text("#none")
        await face.press("enter", "escape")
        await face.until(lambda: face.app.screen is face.chat)


async def test_surveys_are_listed_the_newest_first(real: Services) -> None:
    kept(real, title="An old one [/x]")
    kept(real, SUMMARY.model_copy(update={"open": [], "rows": 7}), "A new one")
    async with listing(real) as face:
        listed = "\n".join(str(one.prompt) for one in face.app.screen.query_one(OptionList).options)
        first, _, second = listed.partition("An old one [/x]")
        assert "ago · 7 rows · 5 closed" in first
        assert "120 rows · 2 themes · 1 cluster, nobody has read them · 5 closed" in second


async def test_summaries_of_one_file_are_told_apart_by_time_and_by_what_was_asked(
    real: Services,
) -> None:
    name = kept(real)
    asked = {"file": "/a.csv", "segment": ["Plan"], "labels": "/x/coded.jsonl", "seed": 4}
    real.surveys.requests.keep(name, asked)
    made = datetime(2026, 11, 1, tzinfo=UTC).astimezone()
    real.clock = lambda: made + timedelta(minutes=5)
    async with listing(real) as face:
        [listed] = [str(one.prompt) for one in face.app.screen.query_one(OptionList).options]
    assert f"{made:%H:%M} · by Plan, labels coded.jsonl, seed 4 · 120 rows" in listed


def test_nothing_is_told_of_a_request_for_the_file_alone() -> None:
    assert asked_told({"file": "a.csv", "question": [], "seed": 1, "sample": None}) == ""


def test_themes_of_rows_are_not_offered_as_an_export(tmp_path: Path) -> None:
    row = {"row": 1, "column": "Why?", "themes": ["t1"], "source": "model"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (tmp_path / "export.jsonl").write_text('{"Plan": "free", "Why?": "price"}\n', "utf-8")
    (tmp_path / "odd.jsonl").write_text("[1]\nno json", "utf-8")
    offered = [Path(one).name for one in exports_like(f"{tmp_path}/")]
    assert sorted(offered) == ["export.jsonl", "odd.jsonl"]


async def test_a_damaged_summary_is_listed_and_left_as_it_is(real: Services) -> None:
    kept(real)
    damaged = real.artifacts.folder / "summarize-survey-20261101-0badf0.json"
    damaged.write_text('{"kind": "summarize_survey", [/x]\x1b[31m', "utf-8")
    async with listing(real) as face:
        await face.press("enter")
        await face.until(lambda: "left as it was" in news(face))
        assert isinstance(face.app.screen, SurveyListScreen)
    assert damaged.read_text("utf-8").startswith('{"kind"')


async def test_the_command_opens_the_list_and_the_help_names_its_key(real: Services) -> None:
    async with opened(real, ScriptedAgent()) as face:
        await face.press("f1")
        await face.until(lambda: "f6" in face.text("HelpScreen Static"))
        await face.press("escape")
        await face.send("/surveys")
        await face.until(lambda: isinstance(face.app.screen, SurveyListScreen))


async def test_the_cursor_stays_on_the_survey_that_was_open(real: Services) -> None:
    kept(real, title="First")
    kept(real, title="Second")
    async with listing(real) as face:
        await face.press("down", "enter")
        await face.until(lambda: isinstance(face.app.screen, SurveyScreen))
        assert "First · 120 rows of 110 people" in face.text("#survey")
        await face.press("escape")
        await face.until(lambda: isinstance(face.app.screen, SurveyListScreen))
        await face.pilot.pause(0.1)
        assert face.app.screen.query_one(OptionList).highlighted == 1


def test_summaries_beyond_the_newest_are_counted(real: Services) -> None:
    real.artifacts.folder.mkdir(parents=True)
    for at in range(103):
        path = real.artifacts.folder / f"summarize-survey-20261101-{at:06}.json"
        path.write_text("{}", "utf-8")
    shelf = KeptSurveys(real).shelf()
    assert (len(shelf.entries), shelf.older) == (100, 3)


async def test_a_survey_that_a_turn_made_is_the_chosen_one(real: Services) -> None:
    made = kept(real, title="Made")
    kept(real, title="Newer")
    steps: list[Step] = [
        ToolStart(id="1", name=SURVEY, arguments={}),
        ToolEnd(id="1", name=SURVEY, summary="Done", artifact={"kind": SURVEY, "id": made}),
        Done(session="s", text="Done."),
    ]
    async with opened(real, ScriptedAgent([steps])) as face:
        await face.ask("Summarize it")
        await face.until(lambda: "F6 opens the survey" in face.text("Notice .words"))
        await face.press("f6")
        await face.until(lambda: isinstance(face.app.screen, SurveyListScreen))
        await face.until(lambda: face.app.screen.query_one(OptionList).highlighted == 1)
