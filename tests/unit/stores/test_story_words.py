"""The words of the story linter."""

from pathlib import Path

import pytest

from copilot.errors import ContentError
from copilot.stores.story_words import SHIPPED, read_linter, read_smells, read_words


def test_the_shipped_words_load_and_no_verb_is_in_two_classes() -> None:
    words = read_words()
    classes = (
        words.verbs,
        words.verbs_and_adjectives,
        words.verbs_and_nouns,
        words.nouns_and_verbs,
    )
    assert sum(map(len, classes)) == len(words.any_verbs)
    assert read_smells().patterns["vague"].search("an easy form")


def test_every_word_of_a_group_is_a_verb_that_is_known() -> None:
    words = read_words()
    groups = (*words.one_act, *words.either_or, *words.same_act)
    used = {word for group in groups for word in group} | words.makes | words.changes
    assert used - words.any_verbs == set()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[", "words.yaml is wrong: while parsing"),
        ("verbs: 3", "words.yaml is wrong: verbs"),
        ("odd: x", "words.yaml is wrong"),
    ],
)
def test_malformed_words_are_named(text: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(text)
    with pytest.raises(ContentError) as caught:
        read_words(tmp_path)
    assert caught.value.message.startswith(why)


def test_missing_words_are_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read: No such file"):
        read_linter(tmp_path)


def test_a_malformed_phrase_is_named(tmp_path: Path) -> None:
    text = (SHIPPED / "smells.yaml").read_text("utf-8")
    (tmp_path / "smells.yaml").write_text(text.replace("  - 'user[- ]friendly", "  - '(user", 1))
    with pytest.raises(ContentError, match="a phrase is malformed"):
        read_smells(tmp_path)
