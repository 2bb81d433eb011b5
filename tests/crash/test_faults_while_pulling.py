"""A disk that fails, or a process that dies, while a log is taken in from elsewhere."""

import errno
from pathlib import Path

import pytest

from tests.crash.conftest import Driver, at_each_call
from tests.crash.orders import Action, Order
from tests.unit.stores.decisions.building import decisions_in, filled, git

OURS, THEIRS = 2, 3
WAYS = [
    (Action.FAIL, errno.EIO),
    (Action.FAIL, errno.ENOSPC),
    (Action.FAIL_ON, errno.ENOSPC),
    (Action.SHORT, 0),
    (Action.DIE_BEFORE, 0),
    (Action.DIE_AFTER, 0),
]


@pytest.fixture
def log(place: Path) -> Path:
    """Return the folder of a log that is about to take in another one."""
    theirs = filled(place / "theirs", THEIRS, "Ben").log.repository.folder
    git(place, "clone", "--quiet", "--mirror", str(theirs), "between.git")
    ours = filled(place / "ours", OURS)
    ours.remotes.add("origin", str(place / "between.git"))
    return place / "ours"


@pytest.mark.parametrize(("action", "error"), WAYS)
def test_a_pull_is_done_or_not_done_and_can_be_done_again(
    faulty_driver: Driver, log: Path, action: Action, error: int
) -> None:
    order = Order(kind="fault", task="pull", folder="", action=action.name, error=error)
    for nth, told, folder in at_each_call(faulty_driver, log, order):
        decisions = decisions_in(folder)
        found = decisions.verify()
        assert (found.verdict, found.problems) == ("ok", ()), (nth, told)
        assert found.count in ((OURS + THEIRS,) if told.id else (OURS, OURS + THEIRS)), (nth, told)
        assert told.code == (-9 if action.name.startswith("DIE") and not told.id else 0), (
            nth,
            told,
        )
        if told.error:
            full = error == errno.ENOSPC
            assert told.error == ("DiskFull" if full else "LogError"), (nth, told)
        decisions.remotes.pull("origin")
        assert (decisions.verify().verdict, decisions.verify().count) == ("ok", OURS + THEIRS), nth
        git(decisions.log.repository.folder, "fsck", "--strict")
