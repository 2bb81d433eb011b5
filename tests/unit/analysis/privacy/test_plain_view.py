"""A text as rules read it, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.privacy.plain_view import plain_text, plain_view


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ａ＠ｂ．１", "a@b.1"),
        ("a\u200bb\u00adc", "abc"),
        ("٠٧٠ ०७", "070 07"),
        ("1\u00a02\u20113", "1 2-3"),
        ("e\u0301", "é"),
        ("مُحَمَّد", "محمد"),
        ("žluťoučký 北京 – “x”", "žluťoučký 北京 – “x”"),
    ],
)
def test_signs_are_read_as_plain_ones(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@given(st.text(st.sampled_from("ab\u200b＠e\u0301\u00a0é１"), max_size=12))
def test_every_sign_is_read_from_its_place(text: str) -> None:
    view = plain_view(text)
    for at, sign in enumerate(view.text):
        start, end = view.of_original(at, at + 1)
        assert plain_text(text[start:end]) == sign
