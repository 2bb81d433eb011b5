"""Two hundred logs to which nothing was done but what people do, and no false alarm."""

import random
import shutil
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from copilot.domain.decision import Held
from copilot.stores.decisions.decisions import Decisions
from tests.unit.stores.decisions.building import Clock, decisions_in, git, record

LOGS, ACTIONS = 200, 9
HELD: tuple[Held, ...] = ("yes", "partly", "no")


class Team:
    """Two people with a log each, and a place between them.

    Args:
        folder: Where all lies.
        chance: Draws what they do.
        key: With which one of them can sign.
    """

    def __init__(self, folder: Path, chance: random.Random, key: Path) -> None:
        self.chance, self.clock = chance, Clock()
        people = (("Ada", key), ("Ben", None))
        self.logs = [
            decisions_in(
                folder / name, name, clock=self.clock, key=key if chance.random() < 0.1 else None
            )
            for name, key in people
        ]
        between = folder / "between.git"
        between.mkdir(parents=True)
        git(between, "init", "--bare", "--quiet", "--initial-branch=main")
        for log in self.logs:
            log.remotes.add("origin", str(between))

    @property
    def anybody(self) -> Decisions:
        """One of the two."""
        return self.chance.choice(self.logs)

    def decide(self, log: Decisions) -> None:
        """Record a decision, with personal text now and then."""
        said = self.chance.choice(
            ["", "{personal: Ben is ill} and {personal: Ada too}", "[p1]", "---"]
        )
        record(log, f"Choice {self.chance.random()}", said)

    def supersede(self, log: Decisions) -> None:
        """Record a decision in the place of one that is in force."""
        free = [one.entry.decision for one in log.log.standings() if not one.superseded_by]
        record(log, "Another way", "", *free[:1])

    def look_back(self, log: Decisions) -> None:
        """Record what became of a decision."""
        for standing in [*log.log.standings()][:1]:
            log.record_outcome(
                standing.entry.decision, self.chance.choice(HELD), "So it was.", "flag"
            )

    def erase(self, log: Decisions) -> None:
        """Erase personal text where there is some."""
        for path in [*(log.log.folder / "personal").glob("*.json")][:1]:
            if '"text"' in path.read_text():
                log.log.personal.erase(path.stem, "2026-11-25, Ada")

    def jump(self, log: Decisions) -> None:
        """Set the clock forward or back."""
        self.clock.now += timedelta(days=self.chance.uniform(-400, 400))

    def pack(self, log: Decisions) -> None:
        """Let git tidy up."""
        git(log.log.repository.folder, "gc", "--quiet", "--prune=now")

    def share(self, log: Decisions) -> None:
        """Take in what the other one has sent, and send what is new."""
        log.remotes.pull("origin")
        if log.log.head():
            log.remotes.push("origin")

    def stumble(self, log: Decisions) -> None:
        """Leave what a process leaves that was killed before the branch moved."""
        head = log.log.head()
        (log.log.repository.folder / "objects" / "tmp_obj_half").write_bytes(b"x")
        log.chain.witness.announce("0" * 40)
        with log.chain.witness.path.open("a") as file:
            file.write('\n{"commit": "12')
        assert log.log.head() == head


CHOICES: list[Callable[[Team, Decisions], None]] = [
    *(Team.decide, Team.decide, Team.decide, Team.supersede, Team.look_back, Team.erase),
    *(Team.jump, Team.pack, Team.share, Team.share, Team.stumble),
]
WEIGHTS = [4, 4, 4, 2, 2, 1, 1, 0.3, 2, 2, 1]


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an SSH key."""
    path = tmp_path_factory.mktemp("key") / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True)
    return path


@pytest.mark.parametrize("tens", range(LOGS // 20))
def test_an_honest_log_is_never_suspected(place: Path, key: Path, tens: int) -> None:
    for seed in range(tens * 10, tens * 10 + 10):
        team = Team(place / str(seed), random.Random(seed), key)
        for action in team.chance.choices(CHOICES, WEIGHTS, k=ACTIONS * 2):
            log = team.anybody
            action(team, log)
        for log in team.logs:
            found = log.verify()
            assert (found.verdict, found.problems) == ("ok", ()), (seed, log.author)
            assert found.count == len([*log.log.decisions()])
        shutil.rmtree(place / str(seed))
