"""The screen of the decision log, with a real log behind it and no model."""

from datetime import timedelta

import pytest
from dulwich.index import commit_tree
from dulwich.object_store import iter_tree_contents
from dulwich.objects import Blob, Commit
from dulwich.repo import Repo

from copilot.services import Services
from copilot.tui.decision_form import DecisionForm
from copilot.tui.decision_list import LISTED, DecisionList
from copilot.tui.decisions_screen import DecisionsScreen
from copilot.tui.findings_screen import FindingsScreen
from copilot.tui.help_screen import HelpScreen
from copilot.tui.kept_decisions import KeptDecisions
from copilot.tui.outcome_dialog import OutcomeDialog
from copilot.tui.record_dialog import RecordDialog
from copilot.tui.record_pane import RecordPane
from tests.tui.deciding import (
    checked,
    deciding,
    judged,
    log,
    open_form,
    open_log,
    past_grace,
    recorded,
    rows,
    shown,
    titles,
)
from tests.tui.doubles import ScriptedAgent
from tests.tui.driving import Face, opened

HOSTILE = "[red]x[/red] [/] [b \x1b[31mevil\u202e [@click=app.quit]"


def cut_last(services: Services) -> None:
    """Take the newest decision out of the log, as somebody would who rewrites history."""
    entries = list(services.decisions.log.entries())
    branch = services.workspace.decisions / "log.git/refs/heads/main"
    branch.write_text(f"{entries[1].commit}\n", "utf-8")


def amend_last(services: Services, name: str, content: bytes) -> None:
    """Put another text in the place of a record, in a commit made anew."""
    with Repo(str(services.workspace.decisions / "log.git")) as repository:
        store, blob = repository.object_store, Blob.from_string(content)
        commit = store[repository.head()]
        assert isinstance(commit, Commit)
        files = [
            (one.path, blob.id if name.encode() in one.path else one.sha, one.mode)
            for one in iter_tree_contents(store, commit.tree)
        ]
        store.add_object(blob)
        commit.tree = commit_tree(store, files)
        store.add_object(commit)
        branch = services.workspace.decisions / "log.git/refs/heads/main"
        branch.write_bytes(commit.id + b"\n")


async def test_an_empty_log_says_what_it_is_for_and_how_to_begin(real: Services) -> None:
    async with deciding(real) as face:
        assert "Nothing is recorded yet" in shown(face)
        assert "n writes the first record" in shown(face)
        assert "Nothing recorded" in face.text("LogLine")
        await open_form(face, "n")


async def test_decisions_are_listed_the_newest_first_and_the_chosen_one_is_shown(
    real: Services,
) -> None:
    first = recorded(real, "First [/x]")
    second = recorded(real, "Second", day="2026-02-01")
    async with deciding(real) as face:
        assert titles(face) == ["Second", "First [/x]"]
        assert f"2026-02-01 · {second}" in rows(face)
        await face.press("down")
        await face.until(lambda: "First [/x]" in face.text("RecordPane MarkdownH1"))
        said = face.text("RecordPane .facts")
        assert f"accepted · {first} · recorded by Ada Okafor" in said
        assert "decided by Ada Okafor and Ben Lind · two-way door · confidence 70 %" in said
        assert "review by 2999-01-01 · not signed" in said
        assert "Teachers lose forty minutes a class." in shown(face)


async def test_the_line_on_top_says_count_head_and_verdict(real: Services) -> None:
    recorded(real, "First")
    head = real.decisions.log.head()
    assert head is not None
    async with deciding(real) as face:
        assert face.text("LogLine") == f"1 decision · head {head.commit[:12]} · ok"
        await face.press("c")
        assert face.app.clipboard == head.checkpoint
        assert "The checkpoint is copied" in face.text("#news")


async def test_a_superseded_decision_is_quiet_and_marked(real: Services) -> None:
    old = recorded(real, "Old")
    new = recorded(real, "New", supersedes=(old,))
    async with deciding(real) as face:
        assert f"↷ Old\n  superseded · {old}" in rows(face)
        await face.press("down")
        await face.until(lambda: f"superseded by {new}" in face.text(".facts"))


async def test_words_find_decisions_by_title_and_id(real: Services) -> None:
    recorded(real, "Keep data for ninety days")
    wanted = recorded(real, "Spanish before Portuguese")
    async with deciding(real) as face:
        await face.press("slash", *"spanish be")
        await face.until(lambda: titles(face) == ["Spanish before Portuguese"])
        await face.press("enter")
        assert face.app.focused is log(face).entries
        await face.press("escape")
        await face.until(lambda: len(titles(face)) == 2)
        await face.press("slash", *wanted[-4:])
        await face.until(lambda: titles(face) == ["Spanish before Portuguese"])
        await face.press(*"zzz")
        await face.until(lambda: "No decision says these words" in shown(face))
        await face.press("escape", "escape")
        await face.until(lambda: face.app.screen is face.chat)


async def test_a_cut_log_is_told_with_its_first_problem_and_all_findings(real: Services) -> None:
    recorded(real, "Kept")
    recorded(real, "Cut away")
    cut_last(real)
    async with deciding(real) as face:
        assert "truncated: " in face.text("LogLine")
        await face.press("v")
        await face.until(lambda: isinstance(face.app.screen, FindingsScreen))
        assert "The log: truncated" in face.text("FindingsScreen .title")
        assert "✕ " in face.text(".findings")
        await face.press("escape", "shift+tab", "shift+tab", "enter")
        await face.until(lambda: isinstance(face.app.screen, FindingsScreen))


async def test_a_branch_full_of_junk_is_said_to_be_torn(real: Services) -> None:
    recorded(real, "Kept")
    (real.workspace.decisions / "log.git/refs/heads/main").write_text("junk\x1b[31m[/x]\n", "utf-8")
    async with opened(real, ScriptedAgent()) as face:
        await face.press("f4")
        await face.until(lambda: isinstance(face.app.screen, DecisionsScreen))
        await face.until(lambda: face.text("Toast") or "torn" in face.text("LogLine"))
        assert "\x1b" not in face.text("Static", "Toast")


async def test_an_outcome_is_shown_word_by_word_and_then_recorded(real: Services) -> None:
    name = recorded(real, "Draft summaries")
    async with deciding(real) as face:
        await face.press("o")
        await face.until(lambda: isinstance(face.app.screen, OutcomeDialog))
        assert "Did it hold: Draft summaries?" in face.text(".title")
        await face.press("down", "enter", *"One in 40", "enter")
        await face.until(lambda: isinstance(face.app.screen, RecordDialog))
        said = face.text(".exact")
        assert f"of: {name}" in said
        assert "held: partly" in said
        assert "One in 40" in said
        assert "Ada Okafor <ada@example.org>" in face.text(".title")
        await past_grace(face)
        await face.press("y")
        await face.until(lambda: "Outcome recorded: Draft summaries" in face.text("#news"))
        await face.until(lambda: "Outcome: held in part. One in 40" in face.text(".facts"))
        assert [one.held for one in real.decisions.log.standing(name).outcomes] == ["partly"]
        await checked(face)
        await face.press("escape")
        await face.until(lambda: "Outcome recorded: Draft summ" in face.text("Notice .words"))


async def test_an_outcome_is_not_recorded_without_a_yes(real: Services) -> None:
    name = recorded(real, "Draft summaries")
    async with deciding(real) as face:
        await face.press("o", "enter", "enter")
        await face.until(lambda: isinstance(face.app.screen, RecordDialog))
        await past_grace(face)
        await face.press("enter")
        await face.until(lambda: "Nothing was recorded." in face.text("#news"))
        assert not real.decisions.log.standing(name).outcomes


async def test_a_new_decision_supersedes_the_chosen_one(real: Services) -> None:
    old = recorded(real, "Keep data for a year", chosen="A year")
    judged(real, old, "partly", "Nobody looked at it.")
    async with deciding(real) as face:
        await open_form(face, "s")
        begun = face.app.screen
        assert isinstance(begun, DecisionForm)
        assert "In the place of Keep data for a year" in face.text("#heading")
        assert f"supersedes {old}" in face.text("#facts")
        assert "decided: A year" in begun.text.text
        assert "Looked at again: it held in part. Nobody looked at it." in begun.text.text
        blank = "Chosen option: ____________________, because ____________________."
        begun.text.rewrite(begun.text.text.replace(blank, "Chosen option: A year, because so."))
        await face.press("ctrl+s")
        await face.until(lambda: isinstance(face.app.screen, RecordDialog))
        assert f'supersedes: ["{old}"]' in face.text(".exact")
        await past_grace(face)
        await face.press("y")
        await face.until(lambda: isinstance(face.app.screen, DecisionsScreen))
        await face.until(lambda: len(titles(face)) == 2)
        assert real.decisions.log.standing(old).status == "superseded"
        await checked(face)
        await face.press("down", "s")
        await face.until(lambda: "is superseded already" in face.text("Toast"))


async def test_what_is_due_stands_on_top_and_is_told_at_the_start(real: Services) -> None:
    day = real.decisions.today
    soon, past = (day + timedelta(days=5)).isoformat(), "2026-01-20"
    recorded(real, "Due soon", review_by=soon)
    recorded(real, "Long overdue [/x]", review_by=past)
    looked_at = recorded(real, "Looked at", review_by=past)
    judged(real, looked_at, "yes", "")
    recorded(real, "Far away")
    async with opened(real, ScriptedAgent(), size=(120, 40)) as face:
        await face.until(lambda: "2 decisions are due" in face.text("Notice .words"))
        told = face.text("Notice .words")
        assert f"Long overdue [/x] ({past}), Due soon ({soon}). F4 opens them." in told
        await open_log(face)
        assert titles(face) == ["Long overdue [/x]", "Due soon", "Far away", "Looked at"]
        assert f"! Long overdue [/x]\n  due {past}" in rows(face)
        assert "it held" in rows(face)


async def test_nothing_is_said_at_the_start_of_a_log_that_was_never_begun(real: Services) -> None:
    assert KeptDecisions(real).due() == ""
    assert not real.workspace.decisions.exists()


@pytest.mark.parametrize("size", [(40, 10), (80, 24)])
async def test_hostile_records_are_shown_as_they_are(real: Services, size: tuple[int, int]) -> None:
    recorded(real, HOSTILE, chosen=HOSTILE, review_by="2026-01-20")
    async with opened(real, ScriptedAgent(), size=size) as face:
        await face.until(lambda: "due for review" in face.text("Notice .words"))
        await open_log(face)
        await face.press("slash", *"evil", "enter", "enter", "tab", "v", "escape", "f1", "escape")
        everything = "\n".join((shown(face), rows(face), face.text("DecisionsScreen Static")))
        assert "[red]x[/red] [/] [b evil" in everything
        assert not any(sign in everything for sign in "\x1b\u202e")


async def test_a_very_small_terminal_shows_the_list_or_the_record(real: Services) -> None:
    recorded(real, "Draft summaries")
    async with deciding(real, (40, 10)) as face:
        assert log(face).entries.region.height >= 3
        await face.press("enter")
        await face.until(lambda: log(face).record.region.height >= 3)
        assert not log(face).entries.region.height
        await face.press("escape")
        await face.until(lambda: log(face).entries.region.height)
        assert face.text("LogLine") == "1 decision · ok"


async def test_the_command_and_the_help_know_the_log(real: Services) -> None:
    async with opened(real, ScriptedAgent()) as face:
        await face.send("/decisions")
        await face.until(lambda: isinstance(face.app.screen, DecisionsScreen))
        await checked(face)
        await face.press("f1")
        await face.until(lambda: isinstance(face.app.screen, HelpScreen))
        assert "Write a new record" in face.text("HelpScreen Static")
        await face.press("escape", "escape", "f1")
        await face.until(lambda: "f4" in face.text("HelpScreen Static"))


async def test_an_outcome_that_cannot_be_written_is_told(real: Services) -> None:
    name = recorded(real, "Draft summaries")
    lock = real.workspace.decisions / "lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()
    async with deciding(real) as face:
        await face.press("o", "enter", "enter")
        await face.until(lambda: isinstance(face.app.screen, RecordDialog))
        await past_grace(face)
        await face.press("y")
        await face.until(lambda: "cannot be" in face.text("Toast"))
        assert not real.decisions.log.standing(name).outcomes


def listing(face: Face) -> DecisionList:
    return face.app.screen.query_one(DecisionList)


async def test_no_more_than_some_hundreds_are_listed(real: Services) -> None:
    assert LISTED <= 500
    name = recorded(real, "One of many")
    async with deciding(real) as face:
        shelf = await face.chat.desk.decisions.shelf()
        many = shelf._replace(standings=shelf.standings * (LISTED + 10))
        listing(face).show(many, name)
        assert len(listing(face).rows) == LISTED
        assert face.app.screen.query_one(RecordPane).display


async def test_an_altered_outcome_does_not_hide_its_decision(real: Services) -> None:
    name = recorded(real, "Draft summaries")
    judged(real, name, "yes", "It did.")
    entry = real.decisions.log.standing(name).outcomes[0]
    amend_last(real, entry.outcome, b"---\nheld: perhaps [/x]\n---\n")
    async with deciding(real) as face:
        assert "altered" in face.text("LogLine")
        assert f"Its record {entry.outcome} does not read." in face.text(".facts")
        assert "Teachers lose forty minutes a class." in shown(face)
