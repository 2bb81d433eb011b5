"""What stands behind the placeholders of a survey is shown to the person at this machine."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.running import pm

ANSWERS = ["Write to ana.silva@example.org, it loads slowly", "Search finds nothing", "Too dear"]


@pytest.fixture
def kept(tmp_path: Path) -> str:
    export = tmp_path / "export.csv"
    lines = [f'{at},"{ANSWERS[at % 3]} {at}"' for at in range(30)]
    export.write_text("\n".join(["id,What should we improve?", *lines]), encoding="utf-8")
    outcome = pm("--model", "none", "--json", "summarize-survey", str(export))
    return str(json.loads(outcome.out)["id"])


def test_each_placeholder_is_told_with_its_value(kept: str) -> None:
    found = json.loads(pm("--json", "reveal", kept).out)
    assert found == {"id": kept, "placeholders": {"[EMAIL_1]": "ana.silva@example.org"}}
    assert pm("reveal", kept).out.split() == ["[EMAIL_1]", "ana.silva@example.org"]


def test_a_text_gets_its_values_back_and_keeps_placeholders_of_others(kept: str) -> None:
    outcome = pm("reveal", kept, "“Write to [EMAIL_1]”, not to [EMAIL_9]")
    assert outcome.out.strip() == "“Write to ana.silva@example.org”, not to [EMAIL_9]"


@pytest.mark.parametrize("name", ["no-such-survey", "../vaults/x", "*"])
def test_a_summary_without_placeholders_is_named(kept: str, name: str) -> None:
    outcome = pm("reveal", name)
    assert outcome.code != 0
    assert f"No placeholders are kept here for {name}" in outcome.err


def test_a_damaged_file_is_named(kept: str, project: Path) -> None:
    (path,) = project.parent.rglob(f"vaults/{kept}.json")
    path.write_text("{")
    outcome = pm("reveal", kept)
    assert outcome.code != 0
    assert "is damaged" in outcome.err
