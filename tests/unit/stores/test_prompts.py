"""The folder of prompts."""

from pathlib import Path

import pytest

from copilot.errors import ContentError
from copilot.stores.prompts import Prompts

GREET = """\
---
name: greet
version: 1
purpose: Greet someone.
variables:
  name: who
---
# System
Be kind.

# User
Greet $name.
"""


def prompts(folder: Path, text: str) -> Prompts:
    (folder / "greet.md").write_text(text)
    return Prompts(folder)


def test_a_prompt_is_read_with_both_parts(tmp_path: Path) -> None:
    prompt = prompts(tmp_path, GREET).get("greet")
    assert (prompt.reference, prompt.system, prompt.user) == ("greet@1", "Be kind.", "Greet $name.")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("name: greet", "name: other", "calls itself 'other'"),
        ("  name: who", "  nom: who", r"different variables: \['name', 'nom'\]"),
        ("version: 1", "version: one", "is malformed"),
        ("version: 1", "version: 1\nmood: good", "is malformed"),
        ("# System", "# Sistem", "is malformed"),
        ("purpose: Greet someone.", "purpose: [", "is malformed"),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused(
    old: str, new: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(ContentError, match=message):
        prompts(tmp_path, GREET.replace(old, new)).get("greet")


def test_an_unknown_prompt_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"no prompt 'bye'\. Known prompts: greet"):
        prompts(tmp_path, GREET).get("bye")
