"""How long the command line takes to answer, beside an interpreter that does nothing."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from scripts.bench.row import Row

RUNS = 15
BARE = (sys.executable, "-c", "pass")
CLICK = (sys.executable, "-c", "import click")
HEAVY = ("langchain", "langchain_core", "langchain_openai", "openai", "chromadb", "textual")
LOADED = f"""
import sys
from copilot.cli.main import run
try:
    run(sys.argv[1:])
finally:
    print("loaded:", *[name for name in {HEAVY!r} if name in sys.modules])
"""


def rows() -> Iterator[Row]:
    """Yield the seconds of `--version` and `--help`, and what they load."""
    script = Path(sys.executable).with_name("pm-copilot")
    ours = (str(script),) if script.exists() else (sys.executable, "-m", "copilot")
    commands = {
        "python -c pass": BARE,
        "python -c 'import click'": CLICK,
        "pm-copilot --version": (*ours, "--version"),
        "pm-copilot --help": (*ours, "--help"),
    }
    times = _medians(list(commands.values()))
    for name, command in commands.items():
        bare, click = times[command] / times[BARE], times[command] / times[CLICK]
        remark = f"{bare:.1f} x bare, {click:.1f} x click"
        budget = "<= 0.20 s" if "pm-copilot" in name else ""
        yield Row(name, f"{times[command]:.3f} s", budget, remark)
    for option in ("--version", "--help"):
        yield Row(f"heavy libraries after {option}", _loaded(option), "none")


def _medians(commands: list[tuple[str, ...]]) -> dict[tuple[str, ...], float]:
    """Return median seconds; rounds go through all commands, so that load hits all alike."""
    times: dict[tuple[str, ...], list[float]] = {command: [] for command in commands}
    for _ in range(RUNS + 1):
        for command in commands:
            start = perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times[command].append(perf_counter() - start)
    return {command: median(seconds[1:]) for command, seconds in times.items()}


def _loaded(option: str) -> str:
    command = (sys.executable, "-c", LOADED, option)
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    return ended.stdout.split("loaded:")[1].strip() or "none"
