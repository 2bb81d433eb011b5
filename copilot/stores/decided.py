"""The decision log as a part of the knowledge; git is opened only where there is a log."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from copilot.analysis.decisions.passages import decision_passages
from copilot.domain.decision import listed
from copilot.domain.decision_id import is_id
from copilot.domain.document import Passage
from copilot.errors import DamagedLog

if TYPE_CHECKING:
    from copilot.stores.decisions.log import DecisionLog


class Decided:
    """Passages of what was decided, as git holds it.

    Personal text is not in them: a passage goes into indexes and to models, where nobody could
    erase it.

    Args:
        folder: The workspace's folder for decisions.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.trouble = ""
        """Why not all decisions were read; mostly empty."""

    @property
    def exists(self) -> bool:
        """Whether anything was ever recorded."""
        return (self._folder / "log.git" / "objects").is_dir()

    def stamp(self) -> str:
        """Return what changes with the log; empty where there is none."""
        places = (self._folder / "log.git" / place for place in ("refs/heads/main", "packed-refs"))
        return "".join(path.read_text(errors="replace") for path in places if path.is_file())

    def all_passages(self) -> Iterator[Passage]:
        """Yield every passage of every decision, the newest first.

        A damaged log ends it early, a record that does not read is passed over; `trouble` tells
        of both, and the rest of the knowledge still answers.
        """
        self.trouble = ""
        if not self.exists:
            return
        log = self._log()
        try:
            for standing, decision in log.all_recorded():
                yield from decision_passages(decision, standing.superseded_by)
        except DamagedLog as error:
            self.trouble = f"The decision log is not read in full: {error.message} {error.hint}"
        else:
            self.trouble = _passed_over(log.unread)

    def passages(self, name: str) -> list[Passage]:
        """Return the passages of one decision; none where there is no such decision."""
        if not (is_id(name) and self.exists and self._log().holds(name)):
            return []
        log = self._log()
        return decision_passages(log.recorded(name), log.standing(name).superseded_by)

    def in_force(self, name: str) -> list[Passage]:
        """Return the first passage of whatever holds today in the place of a decision.

        None where the log is damaged; whoever reads the decision itself is told so.
        """
        try:
            return [self.passages(newer)[0] for newer in self._log().in_force(name)]
        except DamagedLog:
            return []

    def _log(self) -> "DecisionLog":
        from copilot.stores.decisions.log import DecisionLog

        return DecisionLog(self._folder)


def _passed_over(names: list[str]) -> str:
    if not names:
        return ""
    one = len(names) == 1
    what = f"{listed(names)} {'does not read as a record' if one else 'do not read as records'}"
    return (
        f"The decision log is not read in full: {what}."
        " See what is wrong: pm-copilot decisions verify"
    )
