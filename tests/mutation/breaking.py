"""A copy of the program that can be broken, and its evals run on it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

PARTS = ("copilot", "prompts", "knowledge", "evals")
ROOT = Path(__file__).parents[2]


class Noticed(NamedTuple):
    """What a run of the evals said."""

    code: int
    verdict: dict[str, Any]

    def status(self, suite: str) -> str:
        """Return `passed`, `regressed` or `stale` of a suite."""
        return next(str(one["status"]) for one in self.verdict["suites"] if one["name"] == suite)

    def stale(self) -> list[str]:
        """Return the stale cases of all suites."""
        return [case["case"] for suite in self.verdict["suites"] for case in suite["stale"]]


class Copy:
    """The parts of the project that run, in a folder of their own.

    Args:
        folder: An empty folder.
    """

    def __init__(self, folder: Path) -> None:
        self.root = folder / "copy"
        self._home = folder / "home"
        unwanted = shutil.ignore_patterns("__pycache__")
        for part in PARTS:
            shutil.copytree(ROOT / part, self.root / part, ignore=unwanted)

    def change(self, path: str, old: str, new: str) -> None:
        """Replace a text that stands in a file."""
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text, f"{path} no longer has {old!r}; choose another place to break"
        file.write_text(text.replace(old, new), "utf-8")

    def run(self, *suites: str) -> Noticed:
        """Run suites on the copy, offline."""
        env = {**os.environ, "PYTHONPATH": str(self.root), "PM_COPILOT_HOME": str(self._home)}
        done = subprocess.run(
            (sys.executable, "-m", "copilot", "evals", "run", *suites, "--json", "--quiet"),
            cwd=self.root,
            env=env,
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )
        assert done.stdout, done.stderr
        return Noticed(done.returncode, json.loads(done.stdout))
