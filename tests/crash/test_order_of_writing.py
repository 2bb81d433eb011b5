"""What is on disk for good at the moment when the branch moves, told from the calls made."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.crash.conftest import Driver
from tests.crash.orders import Order, Task, Told
from tests.unit.stores.decisions.building import decisions_in, filled


class Call(NamedTuple):
    """One call that writes."""

    name: str
    path: str
    to: str


class Unsure:
    """What a power cut could still take away, after some calls.

    Args:
        folder: Everything looked at lies below it.
    """

    def __init__(self, folder: Path) -> None:
        self._known = {str(path) for path in folder.rglob("*")}
        self.contents: set[str] = set()
        """Files that are written and not synchronised."""
        self.names: set[str] = set()
        """Names that are new in folders that are not synchronised."""

    def after(self, call: Call) -> None:
        """Take one more call into account."""
        if call.name == "write":
            self.contents.add(call.path)
        elif call.name == "fsync":
            self.contents.discard(call.path)
            self.names -= {name for name in self.names if str(Path(name).parent) == call.path}
        elif call.name == "rename":
            self._moved(call)
        elif call.path not in self._known:
            self._named(call.path)

    def _moved(self, call: Call) -> None:
        self.names.discard(call.path)
        self._named(call.to)
        if call.path in self.contents:
            self.contents.add(call.to)

    def _named(self, path: str) -> None:
        self._known.add(path)
        if not path.endswith("lock"):  # nobody needs a lock after a power cut
            self.names.add(path)


@pytest.fixture(params=["the first record", "a later record", "a pull"])
def order(request: pytest.FixtureRequest, place: Path) -> Order:
    """Return what is about to be done to a log."""
    log = place / "log"
    log.mkdir()
    filled(log, 0 if request.param == "the first record" else 3)
    if request.param == "a pull":
        theirs = filled(place / "theirs", 3, "Ben").log.repository.folder
        decisions_in(log).remotes.add("origin", str(theirs))
    task: Task = "pull" if request.param == "a pull" else "record"
    return Order(kind="fault", folder=str(log), task=task, trace=str(place / "trace"))


@pytest.fixture
def calls(faulty_driver: Driver, order: Order) -> tuple[Unsure, list[Call]]:
    """Return what was known before, and the calls that were made."""
    unsure, trace = Unsure(Path(order.folder)), Path(order.trace)
    assert Told.model_validate(faulty_driver.do(order)).id
    return unsure, [Call(*line.split("\t")) for line in trace.read_text().splitlines()]


def moves_branch(call: Call) -> bool:
    return call.name == "rename" and call.to.endswith("refs/heads/main")


def test_every_object_is_synchronised_before_it_gets_its_name(
    calls: tuple[Unsure, list[Call]],
) -> None:
    unsure, made = calls
    named = 0
    for call in made:
        if call.name == "rename" and "/objects/" in call.to:
            assert call.path not in unsure.contents
            named += 1
        unsure.after(call)
    assert named >= 5, "commit, three trees and the record"


def test_everything_is_on_disk_for_good_before_the_branch_moves(
    calls: tuple[Unsure, list[Call]],
) -> None:
    unsure, made = calls
    move = next(place for place, call in enumerate(made) if moves_branch(call))
    assert sum(call.name == "write" for call in made[:move]) >= 8
    for call in made[:move]:
        unsure.after(call)
    assert (unsure.contents, unsure.names) == (set(), set())


def test_the_branch_and_the_witness_are_on_disk_for_good_before_a_record_is_acknowledged(
    calls: tuple[Unsure, list[Call]],
) -> None:
    unsure, made = calls
    for call in made:
        unsure.after(call)
    assert (unsure.contents, unsure.names) == (set(), set())


def test_the_witness_is_told_before_and_after_the_branch_moves(
    calls: tuple[Unsure, list[Call]],
) -> None:
    _, made = calls
    told = ["branch" if moves_branch(call) else Path(call.path).suffix for call in made]
    move = told.index("branch")
    assert told[:move].count(".jsonl") >= 3, "opened, written and synchronised"
    assert told[move:].count(".jsonl") == 3
