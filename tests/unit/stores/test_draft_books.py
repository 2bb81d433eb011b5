"""What drafting knows beside the model, read from its files."""

from pathlib import Path

import pytest

import copilot.analysis.drafting as drafting
import copilot.analysis.requirements as requirements
from copilot.errors import ContentError
from copilot.stores.draft_books import read_ai_aspects, read_source_reader

SIGNS = (Path(requirements.__path__[0]) / "signs.yaml").read_text("utf-8")
ASPECTS = (Path(drafting.__path__[0]) / "ai_aspects.yaml").read_text("utf-8")


def test_the_shipped_files_load() -> None:
    assert read_source_reader().read("The gate must open.").requirements
    assert read_ai_aspects().aspects


def test_copies_of_the_shipped_files_load_from_another_folder(tmp_path: Path) -> None:
    (tmp_path / "signs.yaml").write_text(SIGNS, "utf-8")
    (tmp_path / "ai_aspects.yaml").write_text(ASPECTS, "utf-8")
    assert read_source_reader(tmp_path).read("The gate must open.").requirements
    assert read_ai_aspects(tmp_path) == read_ai_aspects()


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"signs\.yaml is wrong: it cannot be read"):
        read_source_reader(tmp_path)
    with pytest.raises(ContentError, match=r"ai_aspects\.yaml is wrong: it cannot be read"):
        read_ai_aspects(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("must:\n", "must:\n  - '(must'\n", "must.0: .*is no regular expression"),
        (
            "  - kind: aside\n    said:\n",
            "  - kind: aside\n    said:\n      - '[a'\n",
            "headings.0.said.0",
        ),
        ("  - kind: aside\n", "  - kind: side\n", "headings.0.kind"),
        ("wish:\n", "wishes:\n", "wish"),
        ("must:\n", "must: [\n", "while parsing"),
    ],
)
def test_malformed_signs_are_named(old: str, new: str, why: str, tmp_path: Path) -> None:
    assert old in SIGNS
    (tmp_path / "signs.yaml").write_text(SIGNS.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError, match=f"(?s)signs.yaml is wrong: .*{why}"):
        read_source_reader(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("signs:\n", "signs:\n  - '(ai'\n", "signs.0: .*is no regular expression"),
        ("hints:\n", "hints:\n  - 'a**'\n", "hints.0"),
        ("    covered_by: '", "    covered_by: '(", "aspects.0.covered_by"),
        ("said: '", "said: '(", "outputs.0.said"),
        ("affected: '", "affected: '(", "affected"),
        ("    kind: monitoring\n", "    kind: watching\n", "aspects.0.kind"),
    ],
)
def test_malformed_aspects_are_named(old: str, new: str, why: str, tmp_path: Path) -> None:
    assert old in ASPECTS
    (tmp_path / "ai_aspects.yaml").write_text(ASPECTS.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError, match=f"ai_aspects.yaml is wrong: {why}"):
        read_ai_aspects(tmp_path)
