"""Several processes that record at the same time."""

from pathlib import Path

from tests.crash.conftest import Driver
from tests.crash.orders import Order
from tests.unit.stores.decisions.building import decisions_in, git

WORKERS, EACH = 8, 50


def test_eight_processes_add_fifty_decisions_each_to_one_line(driver: Driver, place: Path) -> None:
    known = driver.do(Order(kind="many", folder=str(place), workers=WORKERS, each=EACH))
    log = decisions_in(place).log
    entries = [*log.entries()]
    assert {entry.decision for entry in entries} == {*known}
    assert len(entries) == len({*known}) == WORKERS * EACH
    assert [entry.count for entry in entries] == [*range(WORKERS * EACH, 0, -1)]
    assert [len(entry.parents) for entry in entries] == [1] * (WORKERS * EACH - 1) + [0]
    found = decisions_in(place).verify()
    assert (found.verdict, found.count, found.problems) == ("ok", WORKERS * EACH, ())
    git(log.repository.folder, "fsck", "--strict", "--no-dangling")
