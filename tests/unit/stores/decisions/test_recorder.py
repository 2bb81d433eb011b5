"""Recording: ids, links, counts, clocks and who it was."""

from datetime import timedelta
from pathlib import Path

import pytest

from copilot.errors import DamagedLog, InputError, LogError, NotFound
from copilot.stores.decisions.decisions import Decisions, Who
from copilot.stores.decisions.record_file import parse_record
from copilot.stores.decisions.recorder import Made
from tests.unit.stores.decisions.building import NOW, Clock, decision, decisions_in, record
from tests.unit.stores.decisions.forging import Forger, Step, steps_of


@pytest.fixture
def clock() -> Clock:
    """Return a clock that tests can set."""
    return Clock()


@pytest.fixture
def decisions(place: Path, clock: Clock) -> Decisions:
    """Return an empty log."""
    return decisions_in(place, clock=clock)


def test_a_recorded_decision_reads_back_as_it_was_written(decisions: Decisions) -> None:
    draft = decision("Two vendors", "It had to be quick.")
    done = decisions.record(draft, "interactive")
    found = decisions.log.decision(done.id)
    assert (found.title, found.text, found.header.date) == (
        draft.title,
        draft.text,
        draft.header.date,
    )
    assert done.remarks == ()
    assert done.head == decisions.log.head()


def test_the_id_tells_the_day_and_the_commit_tells_who_and_how(decisions: Decisions) -> None:
    name = decisions.record(decision(), "interactive").id
    [entry] = decisions.log.entries()
    assert name.startswith("d-20261125-")
    assert (entry.decision, entry.author) == (name, "Ada <ada@example.org>")
    assert (entry.approval, entry.count) == ("interactive", 1)


def test_what_is_superseded_says_so(decisions: Decisions) -> None:
    first = record(decisions, "One way")
    second = record(decisions, "Another way", "", first)
    assert decisions.log.standing(first).superseded_by == (second,)
    assert decisions.log.standing(first).status == "superseded"
    assert decisions.log.standing(second).status == "accepted"


def test_what_is_superseded_already_cannot_be_superseded_again(decisions: Decisions) -> None:
    first = record(decisions)
    second = record(decisions, "Another way", "", first)
    with pytest.raises(InputError, match=f"superseded already, by {second}") as caught:
        record(decisions, "A third way", "", first)
    assert f"supersede {second} FILE" in caught.value.hint
    assert decisions.verify().count == 2


def test_a_beginning_of_an_id_is_recorded_as_the_whole_id(decisions: Decisions) -> None:
    first = record(decisions)
    record(decisions, "Another way", "", first[:15])
    assert next(decisions.log.entries()).supersedes == (first,)


def test_an_unknown_id_is_told_beside_those_near_it(decisions: Decisions) -> None:
    first = record(decisions)
    with pytest.raises(NotFound, match="No decision has the id") as caught:
        record(decisions, "Another way", "", f"{first[:-1]}x")
    assert first in caught.value.hint


def test_a_clock_behind_the_newest_entry_is_told_and_the_order_stays(
    decisions: Decisions, clock: Clock
) -> None:
    record(decisions)
    newest = next(decisions.log.entries()).time
    clock.now -= timedelta(days=3)
    done = decisions.record(decision("Later, by an older clock"), "flag")
    assert "2 days behind the newest entry" in done.remarks[0]
    assert next(decisions.log.entries()).time == newest
    assert next(one.entry.title for one in decisions.log.standings()).startswith("Later")
    assert decisions.verify().verdict == "ok"


def test_a_clock_that_is_a_little_late_is_no_remark(decisions: Decisions, clock: Clock) -> None:
    record(decisions)
    clock.now -= timedelta(seconds=90)
    assert decisions.record(decision(), "flag").remarks == ()


def test_a_guessed_author_is_told_with_the_way_to_say_it(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(place))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    nobody = Decisions(place / "decisions", place / "state", Clock(), Who())
    done = nobody.record(decision(), "flag")
    assert "PM_COPILOT_AUTHOR" in done.remarks[0]


def test_outcomes_stand_with_their_decision_the_newest_first(decisions: Decisions) -> None:
    name = record(decisions)
    decisions.record_outcome(name[:14], "yes", "It held.", "flag")
    decisions.record_outcome(name, "no", "Not any more.\x1b[2J", "flag")
    standing = decisions.log.standing(name)
    notes = [decisions.log.outcome(entry).note for entry in standing.outcomes]
    assert notes == ["Not any more.", "It held."]
    assert [entry.count for entry in decisions.log.entries()] == [1, 1, 1]


def test_an_imported_record_keeps_its_time_and_names_who_recorded_it(
    decisions: Decisions, clock: Clock
) -> None:
    made = Made(decisions.author, "flag", clock.now - timedelta(days=900))
    decisions.recorder.record(decision(), made)
    [entry] = decisions.log.entries()
    assert entry.time == int(clock.now.timestamp())
    raw = decisions.log.repository.objects.raw(entry.commit)[1].decode()
    assert f" {int((clock.now - timedelta(days=900)).timestamp()) - 60} +0000\ncommitter" in raw


def test_nothing_is_added_to_a_log_whose_tail_was_cut(decisions: Decisions, place: Path) -> None:
    record(decisions)
    first = decisions.log.head()
    record(decisions)
    assert first
    Forger(place).point(first.commit)
    with pytest.raises(DamagedLog, match=r"does not hold commit .* nothing was added"):
        record(decisions)
    assert decisions.log.head() == first


def others(clock: Clock, place: Path, count: int) -> list[str]:
    """Record decisions as somebody would who has another state folder."""
    other = decisions_in(place, "Eve", clock=clock, state=place / "eve")
    return [record(other, f"Eve's {number}") for number in range(count)]


@pytest.mark.parametrize("count", [1, 3, 7])
def test_what_others_have_added_is_told_when_it_is_taken_for_recorded(
    decisions: Decisions, clock: Clock, place: Path, count: int
) -> None:
    record(decisions)
    names = others(clock, place, count)
    done = decisions.record(decision(), "flag")
    told = done.remarks[0]
    assert told.startswith("1 entry was" if count == 1 else f"{count} entries were")
    assert "added by somebody else" in told
    assert all(name in told for name in names[:5])
    assert ("and 2 more" in told) == (count == 7)
    assert decisions.record(decision(), "flag").remarks == ()


def test_an_outcome_tells_of_it_too(decisions: Decisions, clock: Clock, place: Path) -> None:
    name = record(decisions)
    others(clock, place, 1)
    done = decisions.record_outcome(name, "yes", "", "flag")
    assert "added by somebody else" in done.remarks[0]


def test_what_was_announced_here_before_a_crash_is_nobody_elses(
    decisions: Decisions, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(decisions)

    def fails(seen: object) -> None:
        raise LogError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(decisions.chain.witness, "confirm", fails)
        assert "not witnessed yet" in decisions.record(decision(), "flag").remarks[0]
    assert decisions.record(decision(), "flag").remarks == ()


def test_a_title_of_the_front_matter_goes_into_the_text(decisions: Decisions) -> None:
    text = decision().text.replace("# Two vendors\n", "")
    name = decisions.record(parse_record(f"---\ntitle: Up\n---\n{text}", NOW.date()), "flag").id
    assert decisions.log.decision(name).title == "Up"
    assert decisions.verify().verdict == "ok"


@pytest.mark.parametrize("title", ["Outcome: *good*", "Sign: it", "1. A `b`", "x" * 90, "A # ##"])
def test_whatever_its_title_a_record_agrees_with_its_message(
    decisions: Decisions, title: str
) -> None:
    record(decisions, title)
    assert decisions.verify().verdict == "ok"


def test_a_record_that_would_not_read_back_is_not_recorded(decisions: Decisions) -> None:
    odd = decision(more='team: "a\\x9bb"\n')
    with pytest.raises(InputError, match="would not read back as it is: 'team'"):
        decisions.record(odd, "flag")
    assert decisions.log.head() is None


def test_nothing_is_added_on_top_of_a_commit_that_somebody_else_made(
    decisions: Decisions, place: Path
) -> None:
    record(decisions)
    head = decisions.log.head()
    assert head
    Forger(place).rewrite([Step("Tidy up\n")], head.commit)
    with pytest.raises(DamagedLog, match=r"'Tidy up'.* none of PM copilot's. Nothing was added"):
        record(decisions)


def test_nothing_is_added_on_top_of_a_commit_that_changes_a_record(
    decisions: Decisions, place: Path
) -> None:
    name = record(decisions)
    head, [step] = decisions.log.head(), steps_of(decisions)
    [(path, text)] = step.added.items()
    assert head
    signs = f"Sign: it\n\nI stand by it.\n\nSigns: {name}\nApproval: flag\nCount: 1\n"
    Forger(place).rewrite([Step(signs, added={path: text + b"Not."})], head.commit)
    with pytest.raises(DamagedLog, match=f"changes {name}; records are superseded, never edited"):
        record(decisions)


def test_after_a_person_has_looked_the_log_is_taken_as_it_stands(
    decisions: Decisions, place: Path
) -> None:
    record(decisions)
    first = decisions.log.head()
    record(decisions)
    assert first
    Forger(place).point(first.commit)
    assert decisions.chain.anchor_anew() == 1
    assert decisions.verify().verdict == "ok"
    record(decisions)
    assert decisions.verify().count == 2


def test_recording_twice_the_same_makes_two_records(decisions: Decisions) -> None:
    assert record(decisions) != record(decisions)
    assert decisions.verify().count == 2
