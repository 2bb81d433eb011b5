"""Addresses in replies."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.addresses import REMOVED, without_addresses

LEADS_SOMEWHERE = re.compile(
    r"[a-z][a-z0-9+.-]*://"
    r"|(?<!\w)(?:(?:https?|ftp|file|data|javascript|mailto|tel):|www\.)[^\s<>\"')\]]",
    re.I,
)
PIECES = st.lists(
    st.sampled_from(
        [
            "https://evil.example/a",
            "HTTP://E.example",
            "www.evil.example",
            "javascript:alert(1)",
            "mailto:a@evil.example",
            "ssh://evil",
            "x+y://",
            "_",
            "a",
            "data:text/html,x",
            "[words](",
            "![picture](",
            ")",
            "<",
            ">",
            '<img src="',
            "<a href='",
            "</a>",
            "[1]: ",
            "[1]",
            "\n",
            " ",
            '"',
            ".",
            "(",
            "words",
        ]
    )
    | st.text(max_size=3),
    max_size=12,
).map("".join)


@given(PIECES)
def test_no_address_survives_whatever_it_is_hidden_in(text: str) -> None:
    assert not LEADS_SOMEWHERE.search(without_addresses(text).text)


@given(st.text(st.characters(exclude_characters="[]<:."), max_size=40))
def test_text_without_addresses_stays_as_it_is(text: str) -> None:
    assert without_addresses(text) == (text, 0)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("See [the law](https://evil.example/?q=1).", "See the law."),
        ("See [the law]( <https://evil.example/a b> ).", "See the law."),
        ("See [the law](//evil.example).", "See the law."),
        ("See [the law](notes.md).", "See the law."),
        ("Look: ![a chart](https://evil.example/p.png)!", "Look: !"),
        ("Look: ![a chart][pixel]!", "Look: !"),
        ("[![p](//evil.example/p.png)](//evil.example)", ""),
        ("As said.\n\n[1]: https://evil.example 'title'", "As said.\n\n"),
        ("> [law]: //evil.example", ""),
        ("See https://evil.example/a?b=c#d, please.", f"See {REMOVED} please."),
        ("See <https://evil.example>.", f"See {REMOVED}."),
        ("See WWW.evil.example now.", f"See {REMOVED} now."),
        ("Write to <mailto:a@evil.example>.", f"Write to {REMOVED}."),
        ("Open file:///etc/passwd now.", f"Open {REMOVED} now."),
        ("<a href='https://evil.example'>Click</a> here.", "Click here."),
        ('<IMG src="//evil.example/p.png"> shown', " shown"),
        ("<script>alert</script>", "alert"),
        ("_https://evil.example/x_", f"_{REMOVED}"),
        ("see xhttps://evil.example now", f"see {REMOVED} now"),
        ("x<a>https://evil.example", REMOVED),
        ("Log in: ssh://evil.example.", f"Log in: {REMOVED}"),
        ("See [a [b] c](//evil.example).", "See a [b] c."),
        ("See [a](//evil.example/(x)).", "See a."),
        ("Look: ![two\nlines](//evil.example/p.png)", "Look: "),
        ("[[x](u)](vscode://evil)", "x"),
        ("<area href='//evil.example'>", ""),
        ("<meta http-equiv=refresh content='0;url=//evil.example'>", ""),
        ("<a\nhref='//evil.example'>Click</a>", "Click"),
    ],
)
def test_words_stay_and_addresses_go(given: str, kept: str) -> None:
    found = without_addresses(given)
    assert found.text == kept
    assert found.removed > 0


@pytest.mark.parametrize("link", ["[1](https://evil.example)", "[ 1 ](#note)", "[1](<x y>)"])
def test_a_marker_that_is_a_link_stays_a_marker(link: str) -> None:
    assert without_addresses(f"It is banned {link}.") == ("It is banned [1].", 1)


def test_every_address_is_counted() -> None:
    text = "[a](https://a.example) ![b](c) https://d.example <img src=x>\n[e]: f"
    assert without_addresses(text).removed == 5


@pytest.mark.parametrize(
    "text",
    [
        "It is banned [1], and [2] too.",
        "The ratio is 3:1 (see file: notes).",
        "Call f(x)[0] in metadata: yes.",
        "if a < b and c > d",
        "- [ ] a box (not ticked)",
        "<passage> and <b>bold</b>",
    ],
)
def test_what_only_looks_a_little_like_an_address_stays(text: str) -> None:
    assert without_addresses(text) == (text, 0)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("metadata:none, hotel:4, Intel:AMD", "metadata:none, hotel:4, Intel:AMD"),
        ("an error rate <a certain level. Next.", "an error rate ‹a certain level. Next."),
        ("cut off <img src=//evil.example/p", "cut off ‹img src=//evil.example/p"),
    ],
)
def test_words_that_only_look_like_an_address_or_a_tag_are_kept(text: str, shown: str) -> None:
    assert without_addresses(text) == (shown, 0)
