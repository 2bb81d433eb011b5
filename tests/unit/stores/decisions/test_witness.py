"""The witness: what it remembers, and what torn lines do to it."""

import stat
from pathlib import Path

import pytest

from copilot.domain.decision_log import Seen
from copilot.stores.decisions.witness import Witness

ONE = Seen("1" * 40, 1, "d-20261125-00000001", "a" * 40)
TWO = Seen("2" * 40, 2, "d-20261125-00000002", "b" * 40)
MERGE = Seen("3" * 40, 2)


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    """Return a witness that has seen nothing."""
    return Witness(tmp_path / "state", tmp_path / "log")


def test_it_has_seen_nothing_at_first(witness: Witness) -> None:
    assert (witness.last(), witness.announced(), witness.all()) == (None, None, [])
    assert not witness.path.exists()


def test_what_is_confirmed_is_kept_in_order(witness: Witness) -> None:
    witness.confirm([ONE, TWO])
    witness.confirm([MERGE])
    assert witness.all() == [ONE, TWO, MERGE]
    assert witness.last() == MERGE


def test_what_is_announced_is_told_until_it_is_confirmed(witness: Witness) -> None:
    witness.confirm([ONE])
    witness.announce(TWO.commit)
    assert (witness.last(), witness.announced()) == (ONE, TWO.commit)
    witness.confirm([TWO])
    assert (witness.last(), witness.announced()) == (TWO, None)


@pytest.mark.parametrize("length", range(1, 60))
def test_a_torn_last_line_is_passed_over_and_the_next_one_counts(
    witness: Witness, length: int
) -> None:
    witness.confirm([ONE])
    whole = witness.path.read_bytes()
    witness.confirm([TWO])
    torn = witness.path.read_bytes()[len(whole) :][:length]
    witness.path.write_bytes(whole + torn)
    assert witness.last() == ONE
    witness.confirm([TWO])
    assert witness.all() == [ONE, TWO]


def test_many_announcements_do_not_hide_what_was_confirmed(witness: Witness) -> None:
    witness.confirm([ONE])
    for number in range(2_000):
        witness.announce(f"{number:040x}")
    assert witness.last() == ONE
    assert witness.announced() == f"{1_999:040x}"


def test_beginning_anew_forgets_what_was_before(witness: Witness) -> None:
    witness.confirm([ONE, TWO])
    witness.begin_anew([MERGE])
    assert witness.all() == [MERGE]


def test_logs_at_two_places_have_two_witnesses(tmp_path: Path) -> None:
    paths = {Witness(tmp_path, tmp_path / name).path for name in ("one", "two")}
    assert len(paths) == 2


def test_only_the_owner_may_read_it(witness: Witness) -> None:
    witness.announce(ONE.commit)
    assert stat.S_IMODE(witness.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(witness.path.parent.stat().st_mode) == 0o700
