"""What no commit of the log may do, even where no witness has seen the log before."""

from dataclasses import replace
from pathlib import Path

import pytest

from copilot.domain.decision_log import Verification
from copilot.errors import DamagedLog
from copilot.stores.decisions.decisions import Decisions
from tests.unit.stores.decisions.building import decision, decisions_in, record
from tests.unit.stores.decisions.forging import Forger, Step, commits_of, steps_of

MORE = "confidence: 70\nreview-by: 2027-03-01\n"


@pytest.fixture
def log(place: Path) -> Decisions:
    """Return a log of three decisions and an outcome, of which the third supersedes the first."""
    decisions = decisions_in(place)
    first = record(decisions, "First way")
    record(decisions, "Second way")
    decisions.record(decision("Third way", supersedes=(first,), more=MORE), "flag")
    decisions.record_outcome(first, "no", "It cost more.", "flag")
    return decisions


def forged(place: Path, steps: list[Step], onto: str = "") -> Verification:
    """Return what a stranger finds in a forged history."""
    Forger(place).rewrite(steps, onto)
    return decisions_in(place, "Ben", state=place / "nobody").verify()


def test_an_honest_history_that_is_forged_word_for_word_is_sound(
    log: Decisions, place: Path
) -> None:
    assert forged(place, steps_of(log)).verdict == "ok_unanchored"


@pytest.mark.parametrize(
    ("place_of", "said", "instead"),
    [
        (2, "Status: accepted", "Status: rejected"),
        (2, "Date: 2026-11-25", "Date: 2026-11-24"),
        (2, "Confidence: 70", "Confidence: 90"),
        (2, "Confidence: 70\n", ""),
        (1, "Approval: flag", "Confidence: 70\nApproval: flag"),
        (2, "Review-by: 2027-03-01", "Review-by: 2028-03-01"),
        (2, "Third way\n", "Third way, and all the money\n"),
        (2, "Supersedes: d-", "Supersedes-not: d-"),
        (1, "Approval: flag", "Supersedes: d-20261125-00000000\nApproval: flag"),
        (3, "Held: no", "Held: yes"),
        (3, "Outcome-of: d-20261125", "Outcome-of: d-20261124"),
    ],
)
def test_a_message_that_says_something_else_than_its_record_is_found(
    log: Decisions, place: Path, place_of: int, said: str, instead: str
) -> None:
    steps = steps_of(log)
    assert said in steps[place_of].message
    steps[place_of] = replace(
        steps[place_of], message=steps[place_of].message.replace(said, instead)
    )
    found = forged(place, steps)
    assert (found.verdict, {one.kind for one in found.problems}) == ("altered", {"edited"})
    assert "do not agree" in found.problems[0].what


@pytest.mark.parametrize(("count", "kind"), [(5, "deleted"), (2, "inserted")])
def test_a_count_that_does_not_fit_is_found(
    log: Decisions, place: Path, count: int, kind: str
) -> None:
    steps = steps_of(log)
    message = steps[2].message.replace("Count: 3", f"Count: {count}")
    steps[2] = replace(steps[2], message=message)
    found = forged(place, steps)
    assert found.verdict == "broken_link"
    assert kind in {one.kind for one in found.problems}


def test_a_record_without_its_message_is_found(log: Decisions, place: Path) -> None:
    steps = steps_of(log)
    both = {**steps[1].added, **steps[2].added}
    steps[1:3] = [replace(steps[1], added=both)]
    found = forged(place, steps)
    assert "which it does not speak of" in found.problems[0].what
    assert not found.is_ok


def test_a_message_without_its_record_is_found(log: Decisions, place: Path) -> None:
    steps = steps_of(log)
    steps[1] = replace(steps[1], added={})
    found = forged(place, steps)
    assert (found.verdict, found.problems[0].kind) == ("broken_link", "missing")


def test_a_record_at_another_place_than_its_id_says_is_found(log: Decisions, place: Path) -> None:
    steps = steps_of(log)
    [(path, text)] = steps[1].added.items()
    steps[1] = replace(steps[1], added={f"elsewhere/{path}": text})
    assert not forged(place, steps).is_ok


def test_a_file_that_is_no_record_is_found(log: Decisions, place: Path) -> None:
    steps = steps_of(log)
    steps[1] = replace(steps[1], added={**steps[1].added, "README.md": b"Hello"})
    found = forged(place, steps)
    assert (found.verdict, found.problems[0].kind) == ("altered", "foreign")


def test_a_record_that_does_not_read_is_found_and_hides_no_other(
    log: Decisions, place: Path
) -> None:
    steps = steps_of(log)
    [(path, text)] = steps[1].added.items()
    steps[1] = replace(steps[1], added={path: text.replace(b"\n---\n", b"\na: b: 1\n---\n", 1)})
    found = forged(place, steps)
    assert (found.verdict, [one.kind for one in found.problems]) == ("altered", ["foreign"])
    assert "does not read as a record. The front matter" in found.problems[0].what
    titles = [decision.title for _, decision in log.log.decisions()]
    assert titles == ["Third way", "First way"]
    assert log.log.unread == [found.problems[0].decision]
    with pytest.raises(DamagedLog, match="does not read as a record"):
        log.log.decision(log.log.unread[0])


def test_a_record_beside_the_one_that_is_spoken_of_is_found_whatever_it_holds(
    log: Decisions, place: Path
) -> None:
    steps = steps_of(log)
    odd = {"2026-11/ab/d-20261125-ab000000.md": b"---\na: [\npersonal: x\n---\n"}
    steps[1] = replace(steps[1], added={**steps[1].added, **odd})
    assert "does not speak of" in forged(place, steps).problems[0].what


def test_an_odd_record_with_personal_text_does_not_keep_the_rest_from_being_verified(
    log: Decisions, place: Path
) -> None:
    steps = steps_of(log)
    [(path, text)] = steps[1].added.items()
    odd = text.replace(b"\n---\n", b'\npersonal: {"p1": 3}\n---\n', 1)
    steps[1] = replace(steps[1], added={path: odd})
    assert [one.kind for one in forged(place, steps).problems] == ["foreign"]


def merged(place: Path, log: Decisions, change: str, added: dict[str, bytes]) -> Verification:
    """Return what a stranger finds where a merge joins a second root in a way of its own."""
    forger = Forger(place)
    ours = commits_of(log)[-1].sha
    other = decisions_in(place / "other", "Cem")
    record(other, "Cem's way")
    [step] = steps_of(other)
    theirs = forger.rewrite([step])
    files = dict(forger.repository.files(forger.repository.commit(ours).tree))
    blobs = {path: forger.repository.blob(sha) for path, sha in files.items()} | step.added | added
    message = f"Merge of two logs\n\nNothing was left out.\n\nMerge: union\nCount: {change}\n"
    single = forger.repository.commit(forger.rewrite([Step(message, added=blobs)]))
    raw = forger.repository.objects.raw(single.sha)[1].decode()
    head, _, rest = raw.partition("\n")
    parents = f"parent {ours}\nparent {theirs}\n"
    forger.point(forger.put(b"commit", f"{head}\n{parents}{rest}".encode()))
    return decisions_in(place, "Ben", state=place / "nobody").verify()


def test_an_honest_merge_is_sound(log: Decisions, place: Path) -> None:
    assert merged(place, log, "4", {}).verdict == "ok_unanchored"


def test_a_merge_that_counts_wrong_is_found(log: Decisions, place: Path) -> None:
    found = merged(place, log, "7", {})
    assert (found.verdict, found.problems[0].kind) == ("broken_link", "deleted")


def test_a_merge_that_brings_something_of_its_own_is_found(log: Decisions, place: Path) -> None:
    path = "2026-11/ab/d-20261125-ab000000.md"
    found = merged(place, log, "5", {path: b"smuggled"})
    assert "which no side has" in found.problems[0].what
    assert found.verdict == "altered"


def test_a_merge_that_changes_a_record_is_found(log: Decisions, place: Path) -> None:
    path = next(iter(steps_of(log)[0].added))
    found = merged(place, log, "4", {path: b"changed"})
    assert (found.verdict, found.problems[0].kind) == ("altered", "edited")


def test_a_message_written_anew_is_an_edit_and_no_other_history(
    log: Decisions, place: Path
) -> None:
    *steps, last = steps_of(log)
    Forger(place).rewrite([*steps, replace(last, message="tidied up\n")])
    found = log.verify()
    assert found.verdict == "altered"
    assert [problem.kind for problem in found.problems] == ["edited"]
