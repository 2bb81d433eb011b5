"""The rulebook names file, rule and key of what is wrong in it."""

from pathlib import Path

import pytest

from copilot.errors import ContentError
from copilot.stores.rulebook import Rulebook

FACTS = """
version: 1
terms: {animal: cats?}
facts:
  - {name: a, group: data, question: Is it?, shows: ['{animal}']}
  - {name: b, group: data, question: Is it?}
"""
RULE = """
version: 1
law: x
rules:
  - id: one
    clause: C
    point: P
    effect: area
    when: a
    applies_from: 2027-12-02
    note: n#p
    text: Because {evidence}.
"""
LIKENESS = "{version: 1, threshold: 0.6, margin: 0.1, facts: {a: {says: [x], misses: [y]}}}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "facts.yaml").write_text(FACTS, "utf-8")
    (tmp_path / "eu_ai_act.yaml").write_text(RULE, "utf-8")
    (tmp_path / "likeness.yaml").write_text(LIKENESS, "utf-8")
    return tmp_path


def test_a_whole_book_is_read(folder: Path) -> None:
    book = Rulebook(folder, {"n#p"})
    assert [rule.id for rule in book.rules] == ["one"]
    assert book.catalogue.spec("a").shows == ("{animal}",)
    assert list(book.likeness.facts) == ["a"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("when: a", "when: c", r"eu_ai_act.yaml, rule one: when: unknown fact 'c'"),
        ("when: a", "when: {some: [a]}", r"eu_ai_act.yaml, rule one: when"),
        ("effect: area", "effect: red", r"eu_ai_act.yaml, rule one: effect"),
        ("note: n#p", "note: n#q", r"eu_ai_act.yaml, rule one: note: no passage 'n#q'"),
        ("point: P", "pint: P", r"eu_ai_act.yaml, rule one"),
        ("rules:", "rulez:", r"eu_ai_act.yaml: rules: must be a list"),
        ("version: 1", "version: [", r"eu_ai_act.yaml: YAML"),
    ],
)
def test_a_broken_rule_is_named(folder: Path, old: str, new: str, said: str) -> None:
    (folder / "eu_ai_act.yaml").write_text(RULE.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError, match=said):
        _ = Rulebook(folder, {"n#p"}).rules


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("'{animal}'", "'{tree}'", r"facts.yaml, fact a: phrase: .*unknown term 'tree'"),
        ("'{animal}'", "'(cat'", r"facts.yaml, fact a: phrase: .*malformed"),
        ("name: b", "name: a", r"facts.yaml: a: is there twice"),
        ("group: data", "group: colour", r"facts.yaml: facts.0.group"),
        ("cats?", "'{tree}'", r"facts.yaml: terms"),
    ],
)
def test_a_broken_fact_is_named(folder: Path, old: str, new: str, said: str) -> None:
    (folder / "facts.yaml").write_text(FACTS.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError, match=said):
        _ = Rulebook(folder).catalogue


def test_likeness_of_an_unknown_fact_is_refused(folder: Path) -> None:
    (folder / "likeness.yaml").write_text(LIKENESS.replace("{a:", "{z:"), "utf-8")
    with pytest.raises(ContentError, match=r"likeness.yaml: facts: unknown fact 'z'"):
        _ = Rulebook(folder).likeness


def test_a_file_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(ContentError, match=r"overlays.yaml: file: is not in"):
        _ = Rulebook(folder).duties
