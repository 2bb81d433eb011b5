"""What the search for personal data knows, read from its files."""

import shutil
from pathlib import Path

import pytest

import copilot.analysis.privacy as privacy
from copilot.errors import ContentError
from copilot.stores.privacy_books import read_known

SHIPPED = Path(privacy.__path__[0])
FILES = ("given.yaml", "surnames.yaml", "words.yaml", "shapes.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(SHIPPED / name, tmp_path)
    return tmp_path


def test_the_shipped_lists_are_long_and_know_words_apart() -> None:
    known = read_known()
    assert len(known.given) >= 1_500
    assert len(known.surnames) >= 1_000
    assert {"will", "grace", "hope", "may", "mark"} <= known.given - known.sure_given
    assert {"priya", "sarah", "kwame", "giulia"} <= known.sure_given


def test_copies_load_from_another_folder(folder: Path) -> None:
    assert read_known(folder).given == read_known().given


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(name: str, folder: Path) -> None:
    (folder / name).unlink()
    with pytest.raises(ContentError, match=f"{name} is wrong: it cannot be read"):
        read_known(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "why"),
    [
        ("given.yaml", "  aaron", "  Aaron", "more than small letters"),
        ("words.yaml", "brands:", "brandz:", "brands"),
        ("shapes.yaml", "kind: email", "kind: mail", "shaped.0.kind"),
        ("shapes.yaml", "check: card", "check: cart", "no check “cart”"),
        ("shapes.yaml", "needs: at_sign", "needs: at", "no probe “at”"),
        ("shapes.yaml", "host: '", "host: '(", "no regular expression"),
        ("shapes.yaml", "  hex: ", "  hax: ", "no regular expression"),
    ],
)
def test_a_malformed_file_is_named(name: str, old: str, new: str, why: str, folder: Path) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError, match=f"(?s){name} is wrong: .*{why}"):
        read_known(folder)
