"""Ways to lead git astray that leave every object as it was."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from copilot.domain.decision_id import path_of
from tests.unit.stores.decisions.building import filled, git
from tests.unit.stores.decisions.forging import Forger, commits_of


@pytest.fixture
def forger(place: Path) -> Forger:
    """Return a log of three decisions in the hands of somebody."""
    filled(place, 3)
    return Forger(place)


def replace(forger: Forger) -> None:
    first, second, _ = commits_of(forger.decisions)
    git(forger.folder, "replace", second.sha, first.sha)


def replace_and_pack(forger: Forger) -> None:
    replace(forger)
    git(forger.folder, "pack-refs", "--all", "--prune")


def graft(forger: Forger) -> None:
    first, _, third = commits_of(forger.decisions)
    (forger.folder / "info" / "grafts").write_text(f"{third.sha} {first.sha}\n")


def make_shallow(forger: Forger) -> None:
    (forger.folder / "shallow").write_text(f"{commits_of(forger.decisions)[1].sha}\n")


def borrow_objects(forger: Forger) -> None:
    (forger.folder / "objects" / "info").mkdir(exist_ok=True)
    (forger.folder / "objects" / "info" / "alternates").write_text("/tmp\n")


def share_another_folder(forger: Forger) -> None:
    (forger.folder / "commondir").write_text(".\n")


def point_head_elsewhere(forger: Forger) -> None:
    (forger.folder / "HEAD").write_text("ref: refs/heads/other\n")


def remove_head(forger: Forger) -> None:
    (forger.folder / "HEAD").unlink()


def lie_in_the_commit_graph(forger: Forger) -> None:
    """Give the newest commit the oldest one as its parent."""
    git(forger.folder, "commit-graph", "write", "--reachable")
    graph = forger.folder / "objects" / "info" / "commit-graph"
    data = bytearray(graph.read_bytes())
    commits = commits_of(forger.decisions)
    shas = sorted(one.sha for one in commits)
    chunk = data.index(bytes.fromhex(commits[-1].tree))
    struct.pack_into(">I", data, chunk + 20, shas.index(commits[0].sha))
    graph.chmod(0o600)
    graph.write_bytes(data)


WAYS = [
    *(replace, replace_and_pack, graft, make_shallow, borrow_objects, share_another_folder),
    *(point_head_elsewhere, remove_head, lie_in_the_commit_graph),
]


@pytest.mark.parametrize("way", WAYS, ids=[way.__name__ for way in WAYS])
def test_whatever_makes_git_show_something_else_is_found(
    forger: Forger, way: Callable[[Forger], None]
) -> None:
    way(forger)
    found = forger.decisions.verify()
    assert found.verdict == "altered"
    assert {problem.kind for problem in found.problems} == {"misdirected"}


def test_an_honest_commit_graph_is_no_problem(forger: Forger) -> None:
    git(forger.folder, "commit-graph", "write", "--reachable")
    assert forger.decisions.verify().verdict == "ok"


def test_another_branch_is_no_problem(forger: Forger) -> None:
    git(forger.folder, "branch", "other", "main~1")
    git(forger.folder, "tag", "q4", "main")
    assert forger.decisions.verify().verdict == "ok"


@pytest.mark.parametrize("mode", ["100755", "120000"])
def test_a_record_that_can_be_run_or_is_a_link_is_found(forger: Forger, mode: str) -> None:
    _, second, third = commits_of(forger.decisions)
    path = path_of(next(forger.decisions.log.entries()).record)
    lines = git(forger.folder, "ls-tree", "-r", third.sha).splitlines()
    changed = [line.replace("100644", mode) if path in line else line for line in lines]
    git(forger.folder, "update-index", "--index-info", said="\n".join(changed) + "\n")
    tree = git(forger.folder, "write-tree")
    forger.point(git(forger.folder, "commit-tree", tree, "-p", second.sha, said=third.message))
    forger.decisions.chain.anchor_anew()
    found = forger.decisions.verify()
    assert (found.verdict, found.problems[0].kind) == ("altered", "foreign")
