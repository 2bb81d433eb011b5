"""A disk that fails, or a process that dies, at every single call that writes."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from copilot.stores.decisions.decisions import Decisions
from tests.crash.conftest import Driver, at_each_call
from tests.crash.orders import Action, Order, Told
from tests.unit.stores.decisions.building import decisions_in, filled, record

FAILURES = [
    (Action.FAIL, errno.EIO),
    (Action.FAIL, errno.ENOSPC),
    (Action.FAIL_ON, errno.ENOSPC),
]
DEATHS = [Action.DIE_BEFORE, Action.DIE_AFTER]
Case = tuple[int, Told, Decisions, int]
"""(number of the call, what the child said, the log afterwards, decisions that were in it)."""


@pytest.fixture(params=[0, 3], ids=["the first record", "a later record"])
def log(request: pytest.FixtureRequest, place: Path) -> Path:
    """Return the folder of a log to which a decision is about to be added."""
    folder = place / "log"
    folder.mkdir()
    filled(folder, request.param)
    return folder


def cases(driver: Driver, log: Path, action: Action, error: int = 0) -> Iterator[Case]:
    """Yield what comes of a fault while a decision is recorded, at each call that writes."""
    before = len([*decisions_in(log).log.standings()])
    order = Order(kind="fault", folder="", action=action.name, error=error)
    for nth, told, folder in at_each_call(driver, log, order):
        yield nth, told, decisions_in(folder), before


def assert_sound(decisions: Decisions, expected: int) -> None:
    """Assert that everything recorded is there and whole, and that the next record works."""
    assert len([*decisions.log.decisions()]) == expected
    found = decisions.verify()
    assert (found.verdict, found.problems, found.count) == ("ok", (), expected)
    record(decisions, "The next one")
    assert decisions.verify().verdict == "ok"
    assert len([*decisions.log.decisions()]) == expected + 1


@pytest.mark.parametrize(("action", "error"), FAILURES)
def test_a_failing_call_leaves_the_record_whole_or_not_there_and_says_so(
    faulty_driver: Driver, log: Path, action: Action, error: int
) -> None:
    for nth, told, decisions, before in cases(faulty_driver, log, action, error):
        assert told.code == 0, nth
        if told.id:
            assert decisions.log.decision(told.id).title
        else:
            full = error == errno.ENOSPC
            assert told.error == ("DiskFull" if full else "LogError"), (nth, told)
            assert ("No space is left" if full else "cannot be written") in told.message
            assert told.hint
            assert not [*(decisions.log.folder / "personal").glob("*")], "of what is not recorded"
            assert not [*decisions.log.folder.rglob("*.lock")]
        assert_sound(decisions, before + bool(told.id))


@pytest.mark.parametrize("action", DEATHS)
def test_a_process_that_dies_at_any_call_leaves_the_record_whole_or_not_there(
    faulty_driver: Driver, log: Path, action: Action
) -> None:
    died = 0
    for nth, told, decisions, before in cases(faulty_driver, log, action):
        found = len([*decisions.log.standings()])
        assert found in ((before + 1,) if told.id else (before, before + 1)), nth
        died += told.code == -9
        assert_sound(decisions, found)
    assert died > 30


def test_a_write_that_takes_only_half_is_carried_on(faulty_driver: Driver, log: Path) -> None:
    for nth, told, decisions, before in cases(faulty_driver, log, Action.SHORT):
        assert told.id, (nth, told)
        assert decisions.chain.witness.announced() is None, "all was confirmed"
        assert_sound(decisions, before + 1)
