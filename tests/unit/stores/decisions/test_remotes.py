"""Two people with a log each, and the real git between them."""

import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from copilot.errors import DamagedLog, InputError, LogError, NotFound
from copilot.stores.decisions.decisions import Decisions
from tests.unit.stores.decisions.building import Clock, decisions_in, git, record
from tests.unit.stores.decisions.forging import Forger


@pytest.fixture
def between(place: Path) -> Path:
    """Return an empty repository made by git."""
    folder = place / "served" / "between.git"
    folder.mkdir(parents=True)
    git(folder, "init", "--bare", "--quiet", "--initial-branch=main")
    return folder


@pytest.fixture
def served(between: Path) -> Iterator[str]:
    """Return the address of that repository at a git daemon on this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["daemon", "--export-all", "--enable=receive-pack", f"--port={port}"]
    where = [
        "--listen=127.0.0.1",
        "--reuseaddr",
        f"--base-path={between.parent}",
        str(between.parent),
    ]
    with subprocess.Popen(["git", *words, *where], stderr=subprocess.DEVNULL) as daemon:
        _wait_for(port)
        yield f"git://127.0.0.1:{port}/between.git"
        daemon.terminate()


@pytest.fixture(params=["folder", "daemon"])
def address(request: pytest.FixtureRequest, between: Path) -> str:
    """Return the address of that repository as a folder, and at a daemon."""
    return str(between) if request.param == "folder" else request.getfixturevalue("served")


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("the git daemon did not start")


def people(place: Path, address: str) -> tuple[Decisions, Decisions]:
    """Return the logs of Ada and Ben, who share an address, a clock and nothing else."""
    clock = Clock()
    both = [decisions_in(place / name, name, clock=clock) for name in ("Ada", "Ben")]
    for one in both:
        one.remotes.add("origin", address)
    return both[0], both[1]


def ids(decisions: Decisions) -> set[str]:
    return {one.entry.decision for one in decisions.log.standings()}


def test_two_logs_converge_on_the_same_head_and_nothing_is_left_out(
    place: Path, address: str, between: Path
) -> None:
    ada, ben = people(place, address)
    known = {record(ada, "Ada's first")}
    ada.remotes.push("origin")
    assert ben.remotes.pull("origin").head == ada.log.head()
    for number in range(3):
        known |= {record(ada, f"Ada's {number}"), record(ben, f"Ben's {number}")}
    ada.remotes.push("origin")
    pulled = ben.remotes.pull("origin")
    assert (pulled.merged, pulled.contested) == (True, ())
    assert ben.remotes.push("origin").sent == 4, "Ben's three and the merge"
    assert not ada.remotes.pull("origin").merged
    assert ada.log.head() == ben.log.head()
    assert ids(ada) == ids(ben) == known
    for one in (ada, ben):
        assert (one.verify().verdict, one.verify().problems) == ("ok", ())
        git(one.log.repository.folder, "fsck", "--strict")
    git(between, "fsck", "--strict")


def test_two_who_merge_the_same_heads_make_the_same_merge(place: Path, between: Path) -> None:
    ada, ben = people(place, str(between))
    for one in (ada, ben):
        record(one, f"First of {one.author.name}")
    ada.remotes.push("origin")
    at_ben = ben.remotes.pull("origin")
    ben_alone = place / "ben.git"
    git(place, "clone", "--quiet", "--mirror", str(ben.log.repository.folder), str(ben_alone))
    git(ben_alone, "update-ref", "refs/heads/main", _ours(ben))
    ada.remotes.add("ben", str(ben_alone))
    assert ada.remotes.pull("ben").head == at_ben.head
    assert at_ben.merged


def _ours(decisions: Decisions) -> str:
    """Return the commit that somebody had before the merge that is the head."""
    author = decisions.author.identity
    return next(one.commit for one in decisions.log.entries() if one.author == author)


def test_logs_that_began_apart_are_joined(place: Path, address: str) -> None:
    ada, ben = people(place, address)
    known = {record(ada, "Ada's first"), record(ben, "Ben's first"), record(ben, "Ben's second")}
    ada.remotes.push("origin")
    assert ben.remotes.pull("origin").merged
    ben.remotes.push("origin")
    ada.remotes.pull("origin")
    assert ids(ada) == ids(ben) == known
    assert {ada.verify().verdict, ben.verify().verdict} == {"ok"}


def test_pulling_and_pushing_what_is_known_changes_nothing(place: Path, address: str) -> None:
    ada, ben = people(place, address)
    record(ada)
    ada.remotes.push("origin")
    ben.remotes.pull("origin")
    before = ben.log.head()
    assert ben.remotes.pull("origin").new == ()
    assert ben.remotes.push("origin").sent == 0
    assert ben.log.head() == before


def test_who_is_behind_is_told_to_pull_first(place: Path, address: str) -> None:
    ada, ben = people(place, address)
    record(ada)
    record(ben)
    ada.remotes.push("origin")
    with pytest.raises(LogError, match="entries that are not here; nothing was sent") as caught:
        ben.remotes.push("origin")
    assert "remote pull" in caught.value.hint


def test_a_decision_that_both_have_superseded_is_told(place: Path, address: str) -> None:
    ada, ben = people(place, address)
    first = record(ada, "The first")
    ada.remotes.push("origin")
    ben.remotes.pull("origin")
    newer = {record(ada, "Ada's way", "", first), record(ben, "Ben's way", "", first)}
    ada.remotes.push("origin")
    assert ben.remotes.pull("origin").contested == (first,)
    assert {*ben.log.in_force(first)} == {*ben.log.standing(first).superseded_by} == newer


def test_a_log_that_was_rewritten_over_there_is_refused(
    place: Path, address: str, between: Path
) -> None:
    ada, ben = people(place, address)
    record(ada, "The first")
    record(ada, "The second")
    ada.remotes.push("origin")
    ben.remotes.pull("origin")
    before, bens = ben.log.head(), record(ben, "Ben's own")
    git(between, "update-ref", "refs/heads/main", "main~1")
    with pytest.raises(LogError, match=r"was rewritten.*it had 2 decisions. Nothing was taken"):
        ben.remotes.pull("origin")
    assert before
    assert bens in ids(ben)
    assert ben.verify().verdict == "ok"


def test_nothing_is_taken_into_a_log_whose_own_tail_was_cut(place: Path, between: Path) -> None:
    ada, ben = people(place, str(between))
    record(ada, "Pushed")
    ada.remotes.push("origin")
    pushed = ada.log.head()
    record(ada, "Kept here, and cut off later")
    assert pushed
    Forger(place / "Ada").point(pushed.commit)
    ben.remotes.pull("origin")
    record(ben, "Ben's own")
    ben.remotes.push("origin")
    with pytest.raises(DamagedLog, match="with which it had 2 decisions"):
        ada.remotes.pull("origin")
    assert ada.log.head() == pushed
    assert ada.verify().verdict == "truncated"


def test_a_log_that_breaks_the_rules_over_there_is_refused(
    place: Path, address: str, between: Path
) -> None:
    ada, ben = people(place, address)
    record(ada)
    ada.remotes.push("origin")
    made = git(between, "commit-tree", "main^{tree}", "-p", "main", "-m", "Tidy up")
    git(between, "update-ref", "refs/heads/main", made)
    with pytest.raises(LogError, match=r"does not keep the rules.*'Tidy up'.*Nothing was taken"):
        ben.remotes.pull("origin")
    assert ben.log.head() is None


def test_an_empty_repository_brings_nothing(place: Path, address: str) -> None:
    ada, _ = people(place, address)
    assert ada.remotes.pull("origin") == (None, (), False, ())
    with pytest.raises(InputError, match="Nothing is recorded yet"):
        ada.remotes.push("origin")


def test_a_place_that_is_no_repository_is_told(place: Path) -> None:
    (place / "empty").mkdir()
    ada, _ = people(place, str(place / "empty"))
    record(ada)
    for action in (ada.remotes.pull, ada.remotes.push):
        with pytest.raises(LogError, match="is no git repository") as caught:
            action("origin")
        assert "git init --bare" in caught.value.hint


def test_a_server_that_is_not_there_is_told(place: Path) -> None:
    ada, _ = people(place, "git://127.0.0.1:1/none.git")
    with pytest.raises(LogError, match="cannot be reached"):
        ada.remotes.pull("origin")


def test_a_remote_that_nobody_added_is_told_beside_those_that_are(place: Path) -> None:
    ada, _ = people(place, str(place))
    with pytest.raises(NotFound, match="no remote 'elsewhere'; known are: origin"):
        ada.remotes.pull("elsewhere")


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("https://ada:secret@example.org/log.git", "holds a password"),
        ("https://secret-token@example.org/log.git", "holds a password or a token"),
        ("--upload-pack=touch /tmp/x", "is no place for a log"),
        ("ssh://-oProxyCommand=touch/log.git", "is no place for a log"),
        ("ssh://ada@-oProxyCommand=touch/log.git", "is no place for a log"),
        ("ext::sh -c touch", "is no place for a log"),
        ("ada@-oProxyCommand=touch:log.git", "is no place for a log"),
        ("http://example.org/log.git", "is no place for a log"),
        ("  ", "is no place for a log"),
    ],
)
def test_an_address_that_could_harm_is_refused(place: Path, address: str, message: str) -> None:
    ada = decisions_in(place)
    with pytest.raises(InputError, match=message) as caught:
        ada.remotes.add("origin", address)
    assert "secret" not in caught.value.message
    assert ada.remotes.known() == {}


@pytest.mark.parametrize("name", ["", "-x", "a/b", "UP", "../x"])
def test_a_name_that_could_harm_is_refused(place: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be the name"):
        decisions_in(place).remotes.add(name, str(place))


def test_sharing_goes_on_after_git_has_packed_and_fetched_packs_lie_beside(
    place: Path, between: Path
) -> None:
    ada, ben = people(place, str(between))
    for turn in range(3):
        for one in (ada, ben):
            record(one, f"Turn {turn} of {one.author.name}")
            one.remotes.pull("origin")
            one.remotes.push("origin")
            git(one.log.repository.folder, "gc", "--quiet")
            git(between, "gc", "--quiet")
    ada.remotes.pull("origin")
    assert ada.log.head() == ben.log.head()
    assert len(ids(ada)) == 6


def test_a_lock_in_the_way_of_git_s_settings_is_told(place: Path) -> None:
    ada = decisions_in(place)
    record(ada)
    lock = ada.log.repository.folder / "config.lock"
    lock.write_text("")
    with pytest.raises(LogError, match="A lock file stands in the way") as caught:
        ada.remotes.add("origin", str(place))
    assert f"rm {lock}" in caught.value.hint


def test_what_a_killed_pull_has_left_does_not_stop_the_next_one(place: Path, between: Path) -> None:
    ada, ben = people(place, str(between))
    record(ada)
    ada.remotes.push("origin")
    packs = ben.log.repository.folder / "objects" / "pack"
    (packs / f"pack-{'a' * 40}.idx.lock").write_text("half")
    ben.remotes.pull("origin")
    assert ids(ben) == ids(ada)
    assert not [*packs.glob("*.lock")]
