"""Past conversations."""

import sqlite3
import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from copilot.domain.artifact import Usage
from copilot.errors import LogError, NotFound
from copilot.stores.sessions import Sessions
from tests.doubles import NOW


@pytest.fixture
def sessions(tmp_path: Path) -> Sessions:
    """Return the empty list of a workspace."""
    return Sessions(tmp_path / "workspace" / "sessions.sqlite")


def record(
    sessions: Sessions, key: str, prompt: str, minute: int = 0, usage: Usage | None = None
) -> None:
    sessions.record_turn(key, prompt, usage or Usage(), NOW + timedelta(minutes=minute))


def test_reading_an_empty_list_creates_no_file(sessions: Sessions) -> None:
    assert sessions.recent() == []
    assert not sessions.path.exists()


def test_the_file_is_private_and_written_ahead(sessions: Sessions) -> None:
    record(sessions, "one", "Hello")
    assert stat.S_IMODE(sessions.path.stat().st_mode) == 0o600
    with closing(sqlite3.connect(sessions.path)) as table:
        assert table.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_turns_and_usage_add_up_and_the_first_prompt_stays(sessions: Sessions) -> None:
    record(sessions, "one", "First\n  prompt", usage=Usage(input_tokens=1, output_tokens=2))
    record(sessions, "one", "Second", 5, Usage(input_tokens=10, output_tokens=20))
    [summary] = sessions.recent()
    assert (summary.title, summary.first_prompt) == ("First prompt", "First\n  prompt")
    assert (summary.turns, summary.usage.input_tokens, summary.usage.output_tokens) == (2, 11, 22)
    assert summary.updated - summary.created == timedelta(minutes=5)


def test_the_last_used_comes_first(sessions: Sessions) -> None:
    record(sessions, "old", "a", 0)
    record(sessions, "new", "b", 1)
    record(sessions, "old", "c", 2)
    assert [summary.id for summary in sessions.recent()] == ["old", "new"]
    assert [summary.id for summary in sessions.recent(1)] == ["old"]


@pytest.mark.parametrize(("text", "found"), [("CHURN", ["one"]), ("100%", ["two"]), ("%", ["two"])])
def test_searching_takes_the_text_literally(
    sessions: Sessions, text: str, found: list[str]
) -> None:
    record(sessions, "one", "What is churn?")
    record(sessions, "two", "Up 100% since May")
    assert [summary.id for summary in sessions.search(text)] == found


def test_a_session_is_found_by_the_beginning_of_its_id(sessions: Sessions) -> None:
    record(sessions, "abc1", "x")
    record(sessions, "abd2", "y")
    assert sessions.summary("abc").id == "abc1"


@pytest.mark.parametrize(("key", "message"), [("ab", "More than one"), ("zz", "No"), ("", "id ''")])
def test_an_unclear_id_is_refused(sessions: Sessions, key: str, message: str) -> None:
    record(sessions, "abc1", "x")
    record(sessions, "abd2", "y")
    with pytest.raises(NotFound, match=message):
        sessions.summary(key)


def test_a_whole_id_wins_over_a_longer_one_that_begins_with_it(sessions: Sessions) -> None:
    record(sessions, "abc", "x")
    record(sessions, "abcd", "y")
    assert sessions.summary("abc").id == "abc"


def test_a_session_can_be_renamed(sessions: Sessions) -> None:
    record(sessions, "abc1", "x")
    sessions.rename("abc", "A better title")
    assert sessions.summary("abc1").title == "A better title"


def test_deleting_removes_the_messages_too(sessions: Sessions) -> None:
    record(sessions, "abc1", "x")
    with closing(sqlite3.connect(sessions.path)) as table, table:
        table.execute("CREATE TABLE checkpoints (thread_id TEXT)")
        table.execute("INSERT INTO checkpoints VALUES ('abc1'), ('other')")
    assert sessions.delete("abc").id == "abc1"
    with closing(sqlite3.connect(sessions.path)) as table:
        assert table.execute("SELECT thread_id FROM checkpoints").fetchall() == [("other",)]
    assert sessions.recent() == []


def test_a_damaged_file_is_told_with_the_way_out_and_is_not_overwritten(
    sessions: Sessions,
) -> None:
    sessions.path.parent.mkdir()
    sessions.path.write_bytes(b"not a database" * 100)
    with pytest.raises(LogError, match="cannot be used") as caught:
        sessions.recent()
    assert "mv " in caught.value.hint
    assert sessions.path.read_bytes().startswith(b"not a database")


def test_damage_deep_in_the_file_is_told_too(sessions: Sessions) -> None:
    for number in range(3):
        record(sessions, f"s{number}", "x" * 50_000)
    with sessions.path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 60_000)
    with pytest.raises(LogError, match="cannot be used"):
        sessions.search("y")


def test_new_ids_differ(sessions: Sessions) -> None:
    assert len({sessions.create() for _ in range(100)}) == 100
