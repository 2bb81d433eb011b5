"""Verify the log: its history by the rules, then against what was witnessed and signed."""

from collections.abc import Callable
from typing import NamedTuple

from copilot.analysis.decisions.tampering import differences, verdict_of
from copilot.domain.decision_log import CHECKPOINT, Kind, LogHead, Problem, Seen, Verification
from copilot.errors import CopilotError, DamagedLog, InputError
from copilot.stores.decisions.chain import Chain
from copilot.stores.decisions.history_check import HistoryCheck
from copilot.stores.decisions.log import NO_DAY
from copilot.stores.decisions.misleading import misleading
from copilot.stores.decisions.objects import Kept
from copilot.stores.decisions.record_file import parse_record

Trusted = Callable[[Kept], str | None]
"""From a signed commit to why its signature does not count; None where it does."""


class Snapshot(NamedTuple):
    """Head and witness, read while nobody writes."""

    head: str | None
    last: Seen | None
    announced: str | None


def verify(
    chain: Chain, checkpoint: LogHead | None = None, trusted: Trusted | None = None
) -> Verification:
    """Return what is wrong with a log, and the one verdict.

    Args:
        chain: The log and its witness.
        checkpoint: Where the log once stood, kept by somebody else.
        trusted: Judges signatures; where it is given, every decision needs one.
    """
    try:
        snapshot = _snapshot(chain)
    except DamagedLog as error:
        problem = Problem(kind="half_written", what=error.message)
        return Verification(verdict="torn", count=0, head=None, problems=(problem,))
    history = HistoryCheck(chain.log, snapshot.head)
    anchor = _Anchor(chain, snapshot, history)
    rules = [] if anchor.problems and history.is_whole else history.problems
    problems = [
        *_misdirected(chain, history),
        *rules,
        *anchor.problems,
        *(_against(checkpoint, history) if checkpoint else []),
        *_personal(chain, history, notes := list(anchor.notes)),
        *(_unsigned(history, trusted) if trusted else []),
    ]
    anchored = anchor.holds or bool(checkpoint and checkpoint.commit == snapshot.head)
    return Verification(
        verdict=verdict_of(problems, anchored),
        count=history.count,
        head=snapshot.head,
        problems=tuple(problems),
        notes=tuple(notes),
    )


def read_checkpoint(text: str) -> LogHead:
    """Return the head that a checkpoint names.

    Raises:
        InputError: It has another form.
    """
    parts = text.strip().split(":")
    form = len(parts) == 3 and parts[0] == CHECKPOINT and parts[1].isdigit()
    if not form or len(parts[2]) != 40 or set(parts[2]) - set("0123456789abcdef"):
        raise InputError(
            f"{text.strip()[:60]!r} is no checkpoint.",
            hint=f"It looks like {CHECKPOINT}:51:3f2a…; make one: pm-copilot decisions checkpoint",
        )
    return LogHead(count=int(parts[1]), commit=parts[2])


def _snapshot(chain: Chain) -> Snapshot:
    """Read head and witness together; where the folder cannot be locked nobody can write either."""
    try:
        with chain.held():
            return _read(chain)
    except DamagedLog:
        raise
    except CopilotError:
        return _read(chain)


def _read(chain: Chain) -> Snapshot:
    witness = chain.witness
    return Snapshot(chain.log.repository.head(), witness.last(), witness.announced())


class _Anchor:
    """How the history stands against the witness."""

    def __init__(self, chain: Chain, snapshot: Snapshot, history: HistoryCheck) -> None:
        self._chain = chain
        self._history = history
        self.problems: list[Problem] = []
        self.notes: list[str] = []
        self.holds = False
        """Whether the witness has seen the newest commit."""
        head, last, announced = snapshot
        if last is None or last.commit in history.commits:
            self._grown(last, announced)
        elif history.is_whole:
            self._judge(head, last)

    def _grown(self, last: Seen | None, announced: str | None) -> None:
        newer = self._history.after(last.commit if last else None, announced)
        self.holds = not newer
        if newer and last is None:
            self.notes.append("Nothing witnessed this log on this machine before.")
        elif newer:
            names = ", ".join(entry.record or entry.commit[:12] for entry in newer[:-6:-1])
            self.notes.append(
                f"{len(newer)} entries were added by somebody else since the log was last"
                f" witnessed here: {names}."
            )

    def _judge(self, head: str | None, last: Seen) -> None:
        seen = self._chain.witness.all()
        if head is None or head in {one.commit for one in seen}:
            self.problems.append(self._shortened(seen, last))
        else:
            self.problems += differences(seen, self._history.seen())

    def _shortened(self, seen: list[Seen], last: Seen) -> Problem:
        gone = [one.record for one in seen if one.commit not in self._history.commits]
        first = next(filter(None, gone), None)
        missing = last.total - self._history.count
        if self._chain.log.repository.holds(last.commit):
            kind: Kind = "cut"
            what = f"The end of the log was cut off: {missing} decisions, from {first} on."
        elif self._history.commits:
            kind = "old_copy"
            what = (
                f"The log is an older copy, or its end was cut off and cleared away: {missing}"
                f" decisions are missing, from {first} on."
            )
        else:
            kind, what = "cut", f"The log is gone: it had {last.total} decisions."
        return Problem(decision=first, kind=kind, what=what)


def _against(checkpoint: LogHead, history: HistoryCheck) -> list[Problem]:
    """Hold the history against a checkpoint: commit and count both have to be there."""
    entry = history.entries.get(checkpoint.commit)
    if entry and entry.count == checkpoint.count:
        return []
    if entry:
        what = f"The checkpoint says {checkpoint.count} decisions, its commit {entry.count}."
        return [Problem(kind="edited", what=what)]
    short = history.count < checkpoint.count
    what = f"The log does not hold the checkpoint of {checkpoint.count} decisions" + (
        f", only {history.count}." if short else "; it was written anew or forks before it."
    )
    return [Problem(kind="cut" if short else "forked", what=what)]


def _misdirected(chain: Chain, history: HistoryCheck) -> list[Problem]:
    found = misleading(chain.log.repository.folder, history.commits)
    return [Problem(kind="misdirected", what=what) for what in found]


def _personal(chain: Chain, history: HistoryCheck, notes: list[str]) -> list[Problem]:
    """Hold personal text that is here against its salted hashes."""
    log, problems, elsewhere = chain.log, [], 0
    for name, content in history.personal.items():
        digests = parse_record(content.decode("utf-8", "replace"), NO_DAY).header.personal
        try:
            states = log.personal.states(name, digests)
        except DamagedLog as error:
            problems.append(Problem(decision=name, kind="edited", what=error.message))
            continue
        elsewhere += sum(state == "elsewhere" for state in states.values())
        altered = [mark for mark, state in states.items() if state == "altered"]
        if altered:
            what = f"Personal text {', '.join(altered)} of {name} is not what was recorded."
            problems.append(Problem(decision=name, kind="edited", what=what))
    if elsewhere:
        notes.append(f"{elsewhere} stretches of personal text are not on this machine.")
    return problems


def _unsigned(history: HistoryCheck, trusted: Trusted) -> list[Problem]:
    """Return the decisions that no trusted signature covers by name."""
    signed: set[str] = set()
    reasons: dict[str, str] = {}
    for sha, kept in history.commits.items():
        entry = history.entries[sha]
        name = entry.decision or entry.signs
        if kept.signature is None or not name:
            continue
        why = trusted(kept)
        if why is None:
            signed.add(name)
        else:
            reasons[name] = why
    names = [entry.decision for entry in history.entries.values() if entry.decision]
    return [
        Problem(
            decision=name,
            kind="unsigned",
            what=f"{name}: {reasons.get(name, 'nobody has signed it.')}",
        )
        for name in names
        if name not in signed
    ]
