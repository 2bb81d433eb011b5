"""The contracts of pyproject.toml: who may know whom."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_every_import_contract_is_kept() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LINT, "--no-logo"],
        capture_output=True,
        cwd=ROOT,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert " 0 broken" in ended.stdout
