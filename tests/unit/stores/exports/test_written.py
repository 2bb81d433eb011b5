"""Texts as files may hold them."""

import pytest

from copilot.stores.exports.written import flattened, safe, written
from tests.unit.stores.exports.kept import STORY, kept_spec, kept_stories


@pytest.mark.parametrize(
    "text", ["שלום\u200f", "❤️", "a\u200bb", "👩‍👧", "é", "two\nlines\tand a tab"]
)
def test_scripts_and_emoji_keep_their_marks(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\x00b", "ab"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("a\u202eb", "ab"),
        ("a\ud800b", "a\ufffdb"),
        ("a\uffffb", "a\ufffdb"),
        ("a\u2028b", "a\nb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x85b\x0cc\x1dd", "a\nb\nc\nd"),
        ("a\U000e0041b", "ab"),
    ],
)
def test_what_hides_or_is_obeyed_goes(text: str, left: str) -> None:
    assert safe(text) == left


def test_an_artifact_of_clean_texts_stays_as_it_is() -> None:
    for artifact in (kept_stories(STORY), kept_spec()):
        assert written(artifact) == artifact
        assert flattened(artifact) == artifact
