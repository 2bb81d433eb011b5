"""Finding modules without importing them."""

from pathlib import Path

from copilot.discovery import module_summaries


def test_summaries_are_read_without_running_the_modules(tmp_path: Path) -> None:
    (tmp_path / "plain.py").write_text(
        'raise SystemExit\ndef plain():\n    """Do it.\n\n    More."""\n'
    )
    (tmp_path / "later.py").write_text('async def later():\n    """Wait."""\n')
    (tmp_path / "_hidden.py").write_text("")
    package = str(tmp_path / "__init__.py")
    assert module_summaries(package) == {"later": "Wait.", "plain": "Do it."}


def test_a_module_without_its_namesake_has_no_summary(tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_text("x = 1\n")
    assert module_summaries(str(tmp_path / "__init__.py")) == {"odd": ""}
