"""A process that has everything loaded and forks one child for each crash, since forks are quick.

Run as a script: it reads one order a line from stdin and answers each with a line on stdout.
"""

import ctypes
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from copilot.errors import CopilotError
from copilot.stores.decisions.decisions import Decisions
from tests.crash.orders import Action, Order, Told
from tests.unit.stores.decisions.building import decision, decisions_in, record

LONGEST = 0.04
"""Seconds after which a child is killed at the latest that has not recorded before."""
ROUNDS = 10.0
"""How often a child may record again, as long as its first one took, before it is killed."""


def faulty(order: Order) -> Told:
    """Let a child record or pull while something goes wrong below it."""
    trace = os.open(order.trace, os.O_WRONLY | os.O_CREAT | os.O_APPEND) if order.trace else -1

    def one(say: Callable[[dict[str, Any]], None]) -> None:
        decisions = decisions_in(Path(order.folder))
        shim = ctypes.CDLL(None)
        below = order.folder.encode()
        shim.faults_arm(below, order.nth, Action[order.action].value, order.error, trace)
        said = _tried(decisions, order.task)
        say({**said, "counted": shim.faults_disarm()})

    lines, code = _child(one)
    return Told(**lines[0] if lines else {}, code=code)


def killed(folder: Path, seed: int) -> list[str]:
    """Let a child record in a loop, kill it at a moment by chance, return what it acknowledged.

    Every other child is killed at its first record, the others by the pace of this machine now.
    """
    chance, is_cold = random.Random(seed), seed % 2

    def endless(say: Callable[[dict[str, Any]], None]) -> None:
        decisions, begun = decisions_in(folder), time.perf_counter()
        first = "" if is_cold else record(decisions, "Loop", "{personal: somebody said so}")
        say({"id": first, "took": time.perf_counter() - begun})
        while True:
            say({"id": record(decisions, "Loop", "{personal: somebody said so}"), "took": 0})

    lines, _ = _child(endless, chance.uniform(0, LONGEST if is_cold else ROUNDS))
    return [line["id"] for line in lines if line["id"]]


def many(folder: Path, workers: int, each: int) -> list[str]:
    """Let several processes record at the same time; return all that they acknowledged."""

    def some(say: Callable[[dict[str, Any]], None]) -> None:
        decisions = decisions_in(folder)
        for number in range(each):
            say({"id": record(decisions, f"Choice {number}")})

    started = [_fork(some) for _ in range(workers)]
    return [line["id"] for child in started for line in _finished(*child)[0]]


def _tried(decisions: Decisions, task: str) -> dict[str, Any]:
    try:
        if task == "pull":
            head = decisions.remotes.pull("origin").head
            return {"id": head.commit if head else None}
        done = decisions.record(decision(said="{personal: Ben asked}"), "flag")
    except CopilotError as error:
        return {"error": type(error).__name__, "message": error.message, "hint": error.hint}
    return {"id": done.id, "remarks": [*done.remarks]}


def _child(
    work: Callable[[Callable[[dict[str, Any]], None]], None], kill_after: float | None = None
) -> tuple[list[dict[str, Any]], int]:
    child, source = _fork(work)
    with os.fdopen(source, "rb") as told:
        lines = []
        if kill_after is not None:
            lines = [json.loads(told.readline())]
            time.sleep(kill_after * (lines[0]["took"] if lines[0]["id"] else 1))
            os.kill(child, signal.SIGKILL)
        lines += [json.loads(line) for line in told.read().splitlines()]
    return lines, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _fork(work: Callable[[Callable[[dict[str, Any]], None]], None]) -> tuple[int, int]:
    source, sink = os.pipe()
    child = os.fork()
    if child:
        os.close(sink)
        return child, source
    code = 1
    with suppress(BrokenPipeError):
        work(lambda said: _say(sink, said))
        code = 0
    os._exit(code)


def _say(sink: int, said: dict[str, Any]) -> None:
    os.write(sink, json.dumps(said).encode() + b"\n")


def _finished(child: int, source: int) -> tuple[list[dict[str, Any]], int]:
    with os.fdopen(source, "rb") as file:
        lines = [json.loads(line) for line in file.read().splitlines()]
    return lines, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main() -> None:
    """Carry out one order after the other."""
    for line in sys.stdin:
        order = Order.model_validate_json(line)
        if order.kind == "fault":
            answer: Any = faulty(order).model_dump()
        elif order.kind == "kill":
            answer = killed(Path(order.folder), order.seed)
        else:
            answer = many(Path(order.folder), order.workers, order.each)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
