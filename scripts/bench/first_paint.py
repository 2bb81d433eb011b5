"""How soon the terminal UI is there and what memory it takes, beside a bare Textual app.

Headless, each time in a fresh process; seconds count from the start of the process.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from statistics import median
from time import perf_counter
from typing import NamedTuple

from scripts.bench.row import Row

RUNS = 9
PAINTED = """
import asyncio, os
async def paint(app):
    async with app.run_test(size=(100, 30)):
        painted = asyncio.Event()
        app.call_after_refresh(painted.set)
        await painted.wait()
        status = open("/proc/self/status").read()
        print(int(status.split("VmRSS:")[1].split()[0]), flush=True)
        os._exit(0)
"""
BARE = f"""{PAINTED}
from textual.app import App
from textual.widgets import Footer, Markdown, TextArea
class Bare(App):
    def compose(self):
        yield Markdown("# Hello")
        yield TextArea()
        yield Footer()
asyncio.run(paint(Bare()))
"""
# The command line puts garbage collection off until the first paint in the same way.
OURS = f"""import gc
gc.disable()
{PAINTED}
from copilot.errors import SetupError
from copilot.services import Services
from copilot.settings import harden_environment
from copilot.tui.app import CopilotApp
harden_environment()
def absent():
    raise SetupError("The agent is not part of the first paint.")
asyncio.run(paint(CopilotApp(Services(), absent)))
"""
WARM = f"""from copilot.agent.agent import Agent
{OURS}"""


class Paint(NamedTuple):
    """One start."""

    seconds: float
    mebibytes: float


def rows() -> Iterator[Row]:
    """Yield seconds until the first paint, and memory at that point."""
    codes = {"bare Textual app": BARE, "PM copilot": OURS, "with the agent's libraries": WARM}
    paints: dict[str, list[Paint]] = {name: [] for name in codes}
    for _ in range(RUNS + 1):
        for name, code in codes.items():
            paints[name].append(_paint(code))
    bare = median(paint.seconds for paint in paints["bare Textual app"][1:])
    for name, found in paints.items():
        seconds = median(paint.seconds for paint in found[1:])
        memory = median(paint.mebibytes for paint in found[1:])
        ours = name == "PM copilot"
        remark = "copilot.agent imported" if name.startswith("with") else ""
        if not remark:
            yield Row(
                f"{name}: ready",
                f"{seconds:.2f} s",
                "<= 0.6 s" * ours,
                f"{seconds / bare:.2f} x bare",
            )
        yield Row(f"{name}: RSS", f"{memory:.0f} MiB", "<= 60 MiB" * ours, remark)


def _paint(code: str) -> Paint:
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "PM_COPILOT_HOME": home, "PM_COPILOT_MODEL": "none"}
        start = perf_counter()
        with subprocess.Popen(
            (sys.executable, "-c", code), stdout=subprocess.PIPE, text=True, env=env, cwd=home
        ) as process:
            line = process.stdout.readline() if process.stdout else ""
            seconds = perf_counter() - start
    return Paint(seconds, int(line) / 1024)
