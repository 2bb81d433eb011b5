"""Texts of strangers in Markdown: shown as they are, and run by nobody."""

import re

import pytest

from copilot.domain.markdown import inert, quoted


@pytest.mark.parametrize(
    "text",
    ["- real-time", "=1+1", "+49 171 5551234", "@here", "a_b _c_ ~~d~~ &amp; <b> [x](y) | `z` \\"],
)
def test_a_quote_is_the_answer_letter_by_letter(text: str) -> None:
    told = quoted(text)
    assert re.sub(r"\\([^A-Za-z0-9\s])", r"\1", told) == f"“{text}”"


def test_nothing_in_a_quote_is_markdown() -> None:
    assert quoted("_a_ ~~b~~ &lt; [NAME_1]") == r"“\_a\_ \~~b\~~ \&lt; \[NAME_1\]”"
    assert quoted("one\n# two") == "“one # two”"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("-2+3", "'-2+3"),
        ("@SUM(1)", "'@SUM(1)"),
        ("-5", "-5"),
        ("+10 %", "+10 %"),
    ],
)
def test_a_formula_is_stopped_and_a_number_is_not(text: str, shown: str) -> None:
    assert inert(text) == shown
