"""Checkpoints: a short text, kept elsewhere, that says where the log stood."""

from pathlib import Path

import pytest

from copilot.domain.decision_log import LogHead
from copilot.errors import InputError
from copilot.stores.decisions.decisions import Decisions
from copilot.stores.decisions.verification import read_checkpoint
from tests.unit.stores.decisions.building import decisions_in, filled, record


@pytest.fixture
def log(place: Path) -> Decisions:
    """Return a log of three decisions."""
    return filled(place, 3)


def head_of(log: Decisions) -> LogHead:
    head = log.log.head()
    assert head
    return head


def test_a_checkpoint_reads_back(log: Decisions) -> None:
    head = head_of(log)
    assert head.checkpoint == f"pmc1:3:{head.commit}"
    assert read_checkpoint(f" {head.checkpoint}\n") == head


@pytest.mark.parametrize(
    "text",
    ["", "pmc1", "pmc1:3:", "pmc2:3:" + "a" * 40, "pmc1:x:" + "a" * 40, "pmc1:3:" + "A" * 40],
)
def test_a_text_of_another_form_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InputError, match="is no checkpoint") as caught:
        read_checkpoint(text)
    assert "pmc1:51:" in caught.value.hint


def test_an_older_checkpoint_holds_after_more_was_recorded(log: Decisions) -> None:
    before = head_of(log)
    record(log)
    assert log.verify(before).verdict == "ok"


def test_a_checkpoint_of_the_newest_commit_stands_in_for_a_witness(
    log: Decisions, place: Path
) -> None:
    stranger = decisions_in(place, "Ben", state=place / "nobody")
    assert stranger.verify().verdict == "ok_unanchored"
    assert stranger.verify(head_of(log)).verdict == "ok"


def test_the_right_commit_with_another_count_is_found(log: Decisions) -> None:
    head = head_of(log)
    found = log.verify(head.model_copy(update={"count": 4}))
    assert found.verdict == "altered"
    assert "says 4 decisions, its commit 3" in found.problems[0].what


def test_the_right_count_with_another_commit_is_found(log: Decisions) -> None:
    found = log.verify(LogHead(count=3, commit="a" * 40))
    assert found.verdict == "forked"
    assert "written anew or forks" in found.problems[0].what


def test_a_checkpoint_of_more_than_there_is_is_found(log: Decisions) -> None:
    found = log.verify(LogHead(count=9, commit="a" * 40))
    assert found.verdict == "truncated"
    assert "only 3" in found.problems[0].what
