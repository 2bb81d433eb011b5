"""What is loaded when: import contracts cannot see deferral, so fresh interpreters are asked."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = (
    *("langchain", "langchain_core", "langchain_openai", "langgraph", "openai"),
    *("chromadb", "onnxruntime", "markitdown", "xllamacpp", "tiktoken", "httpx", "keyring"),
    "dulwich",
)
PURE = [
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
    for folder in ("domain", "analysis")
    for path in sorted((ROOT / "copilot" / folder).glob("**/[!_]*.py"))
]
FIRST_PAINT = """
import asyncio
from copilot.errors import SetupError
from copilot.services import Services
from copilot.tui.app import CopilotApp

def absent():
    raise SetupError("The agent is not part of the first paint.")

async def paint():
    async with CopilotApp(Services(), absent).run_test() as pilot:
        assert pilot.app.screen.query("Composer")
        report()
asyncio.run(paint())
"""


def loaded_after(code: str) -> list[str]:
    """Run code in a fresh interpreter and return the heavy libraries it has loaded."""
    report = f"def report(): print('loaded:', *[m for m in {HEAVY!r} if m in sys.modules])"
    ended = subprocess.run(
        [sys.executable, "-c", f"import sys\n{report}\n{code}"],
        capture_output=True,
        cwd=ROOT,
        text=True,
        check=False,
    )
    assert "loaded:" in ended.stdout, ended.stdout + ended.stderr
    return ended.stdout.split("loaded:")[1].split()


@pytest.mark.parametrize(
    "module",
    [
        *("copilot.cli.main", "copilot.tui.app", "copilot.services", "copilot.skills"),
        *("copilot.stores.sessions", "copilot.stores.workspace", "copilot.stores.notes"),
    ],
)
def test_a_light_module_loads_nothing_heavy(module: str) -> None:
    assert loaded_after(f"import {module}; report()") == []


def test_nouns_and_judgement_load_nothing_heavy() -> None:
    assert len(PURE) > 5
    assert loaded_after(f"import {', '.join(PURE)}; report()") == []


@pytest.mark.parametrize("option", ["--help", "--version", "draft-story --help", "where"])
def test_the_command_line_answers_without_anything_heavy(option: str) -> None:
    code = f"""
from copilot.cli.main import run
try:
    run({option.split()!r})
finally:
    report()
"""
    assert loaded_after(code) == []


def test_the_terminal_ui_paints_first_without_anything_heavy() -> None:
    assert loaded_after(FIRST_PAINT) == []
