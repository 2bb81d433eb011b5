"""`pm-copilot plan-roadmap` on files and standard input."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.running import pm

CSV = 'item,reach,impact,confidence,effort\nA,"4,000",2,80%,4\nB,"1,200",1,50%,2\n'
FILES = {
    "list.csv": CSV,
    "list.tsv": "item\treach\timpact\tconfidence\teffort\nA\t4,000\t2\t80%\t4\nB\t1200\t1\t50%\t2",
    "semicolons.csv": "item;reach;impact;confidence;effort\nA;4000;2;80%;4,0\nB;1200;1;50%;2,0",
    "list.json": '[{"item": "A", "reach": 4000, "impact": 2, "confidence": 0.8, "effort": 4},'
    ' {"item": "B", "reach": 1200, "impact": 1, "confidence": 0.5, "effort": 2}]',
    "list.yaml": "- item: A\n  reach: 4000\n  impact: 2\n  confidence: 80%\n  effort: 4\n"
    "- item: B\n  reach: 1200\n  impact: 1\n  confidence: 50%\n  effort: 2\n",
    "list.md": "| item | reach | impact | confidence | effort |\n|---|---|---|---|---|\n"
    "| A | 4,000 | 2 | 80% | 4 |\n| B | 1,200 | 1 | 50% | 2 |\n",
}


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_file_gives_the_same_scores(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(FILES[name], "utf-8")
    found = json.loads(pm("plan-roadmap", str(path), "--no-keep", "--json").out)
    scores = [(item["name"], item["score"]["value"]) for item in found["body"]["items"]]
    assert scores == [("A", 1600.0), ("B", 300.0)]


def test_a_file_that_a_spreadsheet_wrote_in_its_own_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("item;reach\nBüro;1\n".encode("cp1252"))
    assert "Büro" in pm("plan-roadmap", str(path), "--no-keep").out


def test_a_row_that_is_too_long_is_told_and_not_cut(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(CSV + "C,5,000,1,80%,1\n", "utf-8")
    outcome = pm("plan-roadmap", str(path), "--no-keep")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Row 3 (C) has 6 cells" in outcome.err


def test_a_binary_file_is_refused_whatever_its_name_says(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"\x7fELF\0\0\1")
    outcome = pm("plan-roadmap", str(path), "--no-keep")
    assert outcome.code == 2
    assert "is not read: it is no text." in outcome.err


def test_a_file_that_is_not_there_is_no_item() -> None:
    outcome = pm("plan-roadmap", "backlgo.csv", "--no-keep")
    assert outcome.code == 2
    assert "There is no file backlgo.csv." in outcome.err
