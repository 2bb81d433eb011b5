"""Files of facts that a person states."""

import json
from pathlib import Path

import pytest

from copilot.analysis.review.stated_facts import stated
from copilot.errors import InputError
from copilot.stores.facts_file import read_facts_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a file of facts may be."""
    return tmp_path / "facts.yaml"


def read(path: Path, text: str) -> list[str]:
    path.write_text(text, "utf-8")
    return read_facts_file(path)


@pytest.mark.parametrize("word", ["yes", "'yes'", "true", "on", "Yes"])
def test_yes_is_yes_however_yaml_reads_it(path: Path, word: str) -> None:
    assert read(path, f"infers_emotions: {word}\n") == ["infers_emotions=yes"]


@pytest.mark.parametrize("word", ["no", '"no"', "false", "off", "No"])
def test_no_is_no_however_yaml_reads_it(path: Path, word: str) -> None:
    assert read(path, f"infers_emotions: {word}\n") == ["infers_emotions=no"]


def test_the_facts_of_a_review_can_be_given_as_they_are(path: Path) -> None:
    rows = [{"name": "a", "value": "yes", "evidence": "x"}, {"name": "b", "value": "unknown"}]
    for value in (rows, {"facts": rows}):
        assert read(path, json.dumps(value)) == ["a=yes", "b=unknown"]


def test_facts_may_stand_below_a_key(path: Path) -> None:
    assert read(path, "facts:\n  a: yes\n  b: unknown\n") == ["a=yes", "b=unknown"]


@pytest.mark.parametrize("value", ["maybe", "", "[yes]", "{yes: no}", "3", "2026-11-22"])
def test_another_value_is_refused_by_its_name(path: Path, value: str) -> None:
    with pytest.raises(InputError, match="The fact a is "):
        stated(read(path, f"a: {value}\n"), ["a"])


@pytest.mark.parametrize("text", ["", "yes", "- a\n- b\n", "- {value: yes}\n", "facts: 3\n"])
def test_what_holds_no_facts_is_refused_with_an_example(path: Path, text: str) -> None:
    with pytest.raises(InputError, match=r"facts\.yaml holds no facts") as caught:
        read(path, text)
    assert "infers_emotions: yes" in caught.value.hint


@pytest.mark.parametrize(
    "text", ["a: [yes\n", "a: b: c\n", "\ta: yes\n", "a: 2026-13-45\n", "\x07"]
)
def test_broken_yaml_is_refused_on_one_line(path: Path, text: str) -> None:
    with pytest.raises(InputError, match=r"facts\.yaml is no YAML: ") as caught:
        read(path, text)
    assert "\n" not in caught.value.message


def test_yaml_makes_no_objects(path: Path) -> None:
    with pytest.raises(InputError, match="is no YAML"):
        read(path, "a: !!python/object/apply:os.getcwd []\n")


def test_a_file_that_cannot_be_read_is_named(path: Path) -> None:
    with pytest.raises(InputError, match=r"facts\.yaml cannot be read"):
        read_facts_file(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match=r"facts\.yaml cannot be read"):
        read_facts_file(path)
    with pytest.raises(InputError, match="cannot be read"):
        read_facts_file(path.parent)
