"""The wheel alone, in an environment of its own: notes and prompts travel inside it."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command outside the checkout, without an embedder, and return what it prints."""
    outside = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    env = {**outside, "PM_COPILOT_EMBEDDER": "none"}
    ended = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a fresh environment with the wheel; it borrows the libraries of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    run(sys.executable, *build, cwd=folder)
    run(sys.executable, "-m", "venv", "--without-pip", "fresh", cwd=folder)
    fresh = folder / "fresh"
    offline = ("install", "--quiet", "--no-deps", "--no-index", *map(str, folder.glob("*.whl")))
    run(sys.executable, "-m", "pip", "--python", fresh, *offline, cwd=folder)
    libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    site = next(fresh.glob("lib/*/site-packages"))
    (site / "borrowed.pth").write_text("\n".join(sorted(libraries)), "utf-8")
    return fresh


def test_the_wheel_searches_its_own_notes_from_any_folder(installed: Path, tmp_path: Path) -> None:
    query = ("knowledge", "search", "human oversight", "--mode", "lexical", "--json")
    found = json.loads(run(installed / "bin" / "pm-copilot", *query, cwd=tmp_path))
    assert "eu-ai-act-human-oversight" in found["results"][0]["id"]


def test_the_wheel_holds_every_note_and_prompt_of_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    code = "from copilot.settings import content_root; print(content_root())"
    content = Path(run(installed / "bin" / "python", "-c", code, cwd=tmp_path).strip())
    assert content.is_relative_to(installed)
    for kind in ("knowledge", "prompts", "evals"):
        assert _names(content / kind) == _names(ROOT / kind)


def test_the_wheel_starts_and_says_its_version(installed: Path, tmp_path: Path) -> None:
    said = run(installed / "bin" / "python", "-m", "copilot", "--version", cwd=tmp_path)
    assert said.startswith("pm-copilot ")


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.glob("**/*.*")}
