"""Two hundred ways each of editing, cutting, reordering, forging a log; all are found."""

import random
import re
import shutil
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from copilot.domain.decision_log import LogHead, Verification
from copilot.stores.decisions.decisions import Decisions
from tests.unit.stores.decisions.building import decisions_in, git, record
from tests.unit.stores.decisions.forging import (
    Forger,
    Step,
    commits_of,
    linked,
    objects_of,
    renumbered,
    steps_of,
)

DECISIONS, MUTATIONS, FEWER = 50, 200, 40


class Log(NamedTuple):
    """An honest log, read once, and how it stood after each step."""

    folder: Path
    decisions: Decisions
    steps: list[Step]
    commits: list[str]
    objects: dict[str, bytes]
    blobs: list[str]
    copies: list[Path]


class Attack:
    """A copy of the log in the hands of somebody who can write to it.

    Args:
        log: The log before.
        folder: Where the copy lies.
        chance: Draws what is done.
    """

    def __init__(self, log: Log, folder: Path, chance: random.Random) -> None:
        self.log, self.folder, self.chance = log, folder, chance
        self.steps = [*log.steps]
        self.forger = Forger(folder)

    def undo(self) -> None:
        """Make the copy sound again; objects that were added stay, and do no harm."""
        for sha in [*self.forger.touched]:
            self.forger.overwrite(sha, self.log.objects[sha])
        self.forger.point(self.log.commits[-1])

    def place(self, spare: int = 0) -> int:
        """Return the place of a step after the first, and before so many last ones."""
        return self.chance.randrange(1, len(self.steps) - spare)

    def rewrite_from(self, place: int, steps: list[Step]) -> None:
        """Write the history anew from one place on."""
        self.forger.rewrite(steps[place:], self.log.commits[place - 1])

    def prune(self, place: int) -> None:
        """Clear the old commits away."""
        self.forger.drop(*self.log.commits[place:])


@pytest.fixture(scope="module")
def log(shared_place: Path) -> Log:
    """Return a log of fifty decisions, with outcomes and supersessions."""
    folder = shared_place / "log"
    decisions, names, copies = decisions_in(folder), list[str](), list[Path]()
    for number in range(DECISIONS):
        older = names[-1:] if number % 10 == 9 else []
        names.append(record(decisions, f"Choice {number}", f"Said {number}.", *older))
        if number % 12 == 6:
            decisions.record_outcome(names[-3], "yes", "As it was meant.", "flag")
        copies.append(shared_place / f"copy-{number}")
        shutil.copytree(decisions.log.repository.folder, copies[-1])
    commits = commits_of(decisions)
    blobs = [sha for one in commits for _, sha in decisions.log.repository.files(one.tree)]
    return Log(
        *(folder, decisions, steps_of(decisions), [one.sha for one in commits]),
        *(objects_of(decisions), sorted(blobs), copies),
    )


# What can be done to a log


def flip_a_byte(attack: Attack) -> None:
    """Change a byte of an object where that changes what it says, or that it can be read."""
    while True:
        sha, content = attack.chance.choice(sorted(attack.log.objects.items()))
        place = attack.chance.randrange(len(content))
        changed = bytes([*content[:place], content[place] ^ attack.chance.randrange(1, 256)])
        changed += content[place + 1 :]
        try:
            if zlib.decompress(changed) == zlib.decompress(content):
                continue  # a bit that deflate does not use
        except zlib.error:
            pass
        return attack.forger.overwrite(sha, changed)


def put_another_text_into_an_object(attack: Attack) -> None:
    sha = attack.chance.choice(attack.log.blobs)
    text = zlib.decompress(attack.log.objects[sha]) + b"Really.\n"
    attack.forger.overwrite(sha, zlib.compress(text))


def change_a_record_on_top(attack: Attack) -> None:
    path, text = attack.chance.choice(records(attack.steps))
    last = attack.steps[-1]
    signs = f"Sign: {path}\n\nI stand by it.\n\nSigns: {path[11:-3]}\nApproval: flag\nCount: 50\n"
    attack.forger.rewrite(
        [replace(last, message=signs, added={path: text + b"\n"})], attack.log.commits[-1]
    )


def edit_and_rewrite(attack: Attack) -> None:
    place = attack.place()
    changed = attack.steps[place]
    added = {path: text + b"Really.\n" for path, text in changed.added.items()}
    attack.steps[place] = replace(changed, added=added)
    attack.rewrite_from(place, attack.steps)


def edit_rewrite_and_prune(attack: Attack) -> None:
    edit_and_rewrite(attack)
    first = next(
        place
        for place, (one, other) in enumerate(zip(attack.steps, attack.log.steps, strict=True))
        if one != other
    )
    attack.prune(first)


def change_who_decided_it_and_rewrite(attack: Attack) -> None:
    place = attack.place()
    attack.steps[place] = replace(attack.steps[place], author="Eve <eve@example.org>")
    attack.rewrite_from(place, attack.steps)


def drop_a_commit(attack: Attack) -> None:
    place = attack.place(spare=1)
    del attack.steps[place]
    if attack.chance.random() < 0.5:
        attack.steps = renumbered(attack.steps)
    attack.rewrite_from(place, attack.steps)


def remove_an_object(attack: Attack) -> None:
    attack.forger.drop(attack.chance.choice(sorted(attack.log.objects)))


def remove_a_record_on_top(attack: Attack) -> None:
    path, _ = attack.chance.choice(records(attack.steps))
    step = replace(attack.steps[-1], added={}, removed=(path,))
    attack.forger.rewrite([step], attack.log.commits[-1])


def swap_two_neighbours(attack: Attack) -> None:
    place = attack.place(spare=1)
    attack.steps[place : place + 2] = attack.steps[place : place + 2][::-1]
    if attack.chance.random() < 0.5:
        attack.steps = renumbered(attack.steps)
    attack.rewrite_from(place, attack.steps)


def put_a_decision_in_between(attack: Attack) -> None:
    place = attack.place(spare=1)
    attack.steps.insert(
        place, another(attack.steps[place - 1], f"{attack.chance.getrandbits(32):08x}")
    )
    if attack.chance.random() < 0.5:
        attack.steps = renumbered(attack.steps)
    attack.rewrite_from(place, attack.steps)


def put_a_plain_commit_in_between(attack: Attack) -> None:
    place = attack.place(spare=1)
    attack.steps.insert(place, Step(message="Tidy up\n"))
    attack.rewrite_from(place, attack.steps)


def commit_on_top_with_git(attack: Attack) -> None:
    folder = attack.forger.folder
    head = attack.log.commits[-1]
    made = git(folder, "commit-tree", f"{head}^{{tree}}", "-p", head, "-m", "Tidy up")
    git(folder, "update-ref", "refs/heads/main", made)


def move_the_branch_back(attack: Attack) -> None:
    earlier = attack.log.commits[attack.place() - 1]
    if attack.chance.random() < 0.5:
        attack.forger.point(earlier)
    else:
        git(attack.forger.folder, "update-ref", "refs/heads/main", earlier)


def put_an_old_copy_back(attack: Attack) -> None:
    number = attack.chance.randrange(len(attack.log.copies) - 1)
    old = {path.parent.name + path.name for path in attack.log.copies[number].glob("objects/??/*")}
    attack.forger.drop(*(attack.log.objects.keys() - old))
    attack.forger.point((attack.log.copies[number] / "refs/heads/main").read_text().strip())


def write_everything_anew(attack: Attack) -> None:
    seed = attack.chance.getrandbits(24)
    steps = [renamed(step, seed) for step in attack.steps]
    if attack.chance.random() < 0.5:
        attack.prune(0)
    attack.forger.rewrite(steps)


def fork(attack: Attack) -> None:
    back = attack.chance.randrange(1, 10)
    attack.forger.point(attack.log.commits[-1 - back])
    theirs = decisions_in(
        attack.folder, "Eve", state=attack.folder / f"eve-{attack.chance.random()}"
    )
    for number in range(attack.chance.randrange(1, 5)):
        record(theirs, f"Eve's choice {number}")


def cut_an_object_short(attack: Attack) -> None:
    sha, content = attack.chance.choice(sorted(attack.log.objects.items()))
    attack.forger.overwrite(sha, content[: attack.chance.randrange(len(content))])


def cut_the_reference_short(attack: Attack) -> None:
    attack.forger.point(attack.log.commits[-1][: attack.chance.randrange(40)])


ATTACKS: list[tuple[Callable[[Attack], None], set[str], set[str]]] = [
    (flip_a_byte, {"altered", "torn"}, {"edited", "half_written"}),
    (put_another_text_into_an_object, {"altered"}, {"edited"}),
    (change_a_record_on_top, {"altered"}, {"edited"}),
    (edit_and_rewrite, {"altered"}, {"edited"}),
    (edit_rewrite_and_prune, {"altered"}, {"edited"}),
    (change_who_decided_it_and_rewrite, {"altered"}, {"edited"}),
    (drop_a_commit, {"broken_link"}, {"deleted"}),
    (remove_an_object, {"broken_link"}, {"missing"}),
    (remove_a_record_on_top, {"broken_link"}, {"deleted"}),
    (swap_two_neighbours, {"broken_link"}, {"reordered"}),
    (put_a_decision_in_between, {"broken_link"}, {"inserted"}),
    (put_a_plain_commit_in_between, {"broken_link"}, {"inserted"}),
    (commit_on_top_with_git, {"altered"}, {"foreign"}),
    (move_the_branch_back, {"truncated"}, {"cut"}),
    (put_an_old_copy_back, {"truncated"}, {"old_copy"}),
    (write_everything_anew, {"forked"}, {"rewritten"}),
    (fork, {"forked"}, {"forked"}),
    (cut_an_object_short, {"torn"}, {"half_written"}),
    (cut_the_reference_short, {"torn"}, {"half_written"}),
]


def attacked(
    log: Log, place: Path, done: Callable[[Attack], None], times: int = MUTATIONS
) -> Iterator[tuple[int, Attack]]:
    """Yield a copy after each of many ways of doing it."""
    folder = linked(log.folder, place / "log")
    for seed in range(times):
        attack = Attack(log, folder, random.Random(f"{done.__name__} {seed}"))
        done(attack)
        yield seed, attack
        attack.undo()
    assert decisions_in(folder).verify().verdict == "ok"


def test_the_log_that_is_attacked_is_sound(log: Log) -> None:
    assert (log.decisions.verify().verdict, log.decisions.verify().count) == ("ok", DECISIONS)


@pytest.mark.parametrize(
    ("done", "verdicts", "kinds"), ATTACKS, ids=[done.__name__ for done, _, _ in ATTACKS]
)
def test_every_attack_is_found_and_called_by_its_name(
    log: Log,
    place: Path,
    done: Callable[[Attack], None],
    verdicts: set[str],
    kinds: set[str],
) -> None:
    for seed, attack in attacked(log, place, done):
        found = attack.forger.decisions.verify()
        assert found.verdict in verdicts, (seed, found)
        assert kinds & {problem.kind for problem in found.problems}, (seed, found)


def test_whichever_commit_is_missing_is_told_the_newest_too(log: Log, place: Path) -> None:
    attack = Attack(log, linked(log.folder, place / "log"), random.Random(0))
    for commit in log.commits:
        attack.forger.drop(commit)
        found = attack.forger.decisions.verify()
        assert (found.verdict, found.problems[0].kind) == ("broken_link", "missing")
        assert commit in found.problems[0].what
        attack.undo()


@pytest.mark.parametrize(
    ("done", "verdict"),
    [
        (move_the_branch_back, "truncated"),
        (put_an_old_copy_back, "truncated"),
        (write_everything_anew, "forked"),
        (edit_and_rewrite, "forked"),
        (swap_two_neighbours, "forked"),
    ],
)
def test_a_checkpoint_finds_it_where_there_is_no_witness(
    log: Log, place: Path, done: Callable[[Attack], None], verdict: str
) -> None:
    checkpoint = log.decisions.log.head()
    for seed, attack in attacked(log, place, done, FEWER):
        found = unwitnessed(attack, checkpoint)
        broken = {"broken_link"} if done is swap_two_neighbours else set()
        assert found.verdict in {verdict, *broken}, (seed, found)


def test_without_witness_and_checkpoint_a_cut_tail_cannot_be_seen(log: Log, place: Path) -> None:
    attack = Attack(log, linked(log.folder, place / "log"), random.Random(0))
    move_the_branch_back(attack)
    found = unwitnessed(attack, None)
    assert found.verdict == "ok_unanchored"
    assert "Nothing witnessed this log" in found.notes[0]


def unwitnessed(attack: Attack, checkpoint: LogHead | None) -> Verification:
    stranger = decisions_in(attack.folder, "Ben", state=attack.folder / "nobody")
    return stranger.verify(checkpoint)


def records(steps: list[Step]) -> list[tuple[str, bytes]]:
    return [one for step in steps for one in step.added.items() if "/d-" in one[0]]


def another(step: Step, mark: str) -> Step:
    """Return a step that records the same as another one, as a decision of its own."""
    names = {old: old[:11] + mark for old in re.findall(r"\bd-\d{8}-[0-9a-f]{8}", step.message)}
    return _with_names(step, names)


def renamed(step: Step, seed: int) -> Step:
    """Return a step in which all ids have changed; lengths stay."""
    marks = re.findall(r"\b[do]-\d{8}-[0-9a-f]{8}", step.message)
    return _with_names(step, {old: f"{old[:11]}{int(old[11:], 16) ^ seed:08x}" for old in marks})


def _with_names(step: Step, names: dict[str, str]) -> Step:
    message = step.message
    added = {}
    for path, text in step.added.items():
        for old, new in names.items():
            message = message.replace(old, new)
            path, text = path.replace(old, new), text.replace(old.encode(), new.encode())
        month, _, name = path.split("/")
        added[f"{month}/{name[11:13]}/{name}"] = text
    return replace(step, message=message, added=added)
