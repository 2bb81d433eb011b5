"""Cutting documents into passages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.passages import (
    WINDOW_WORDS,
    cut,
    slug,
    split_clauses,
    split_front_matter,
    split_related,
)

LINES = st.one_of(
    st.sampled_from(["# A", "## A", "## A-2", "## Ä", "```", "", "- item", "| a | b |"]),
    st.lists(st.sampled_from(["word", "w2", "ü"]), min_size=1, max_size=400).map(" ".join),
    st.text(alphabet="abc# \t-~`", max_size=30),
)
DOCUMENTS = st.lists(LINES, max_size=12).map("\n".join)


@given(DOCUMENTS)
def test_no_word_of_the_text_is_lost_or_doubled(markdown: str) -> None:
    sections = cut(markdown)
    kept = " ".join(section.text for section in sections).split()
    headings = {
        word for line in markdown.splitlines() if line.startswith("#") for word in line.split()
    }
    body = [word for word in markdown.split() if word not in headings]
    assert [word for word in kept if word not in headings] == body


@given(DOCUMENTS)
def test_anchors_are_unique_in_a_document(markdown: str) -> None:
    anchors = [section.anchor for section in cut(markdown)]
    assert len(anchors) == len(set(anchors))


@given(DOCUMENTS)
def test_no_window_is_longer_than_the_embedder_reads(markdown: str) -> None:
    assert all(1 <= len(section.text.split()) <= WINDOW_WORDS for section in cut(markdown))


def test_headings_are_borders_and_give_the_anchor() -> None:
    sections = cut("Summary here.\n\n## One thing\nText.\n\n## Empty\n\n### Third!\nMore.\n")
    assert [(section.anchor, section.text) for section in sections] == [
        ("summary", "Summary here."),
        ("one-thing", "Text."),
        ("third", "More."),
    ]


def test_a_heading_inside_a_code_block_is_text() -> None:
    [section] = cut("## Code\n```\n# not a heading\n```")
    assert "# not a heading" in section.text


def test_a_long_section_is_cut_between_paragraphs() -> None:
    paragraph = "word " * 100
    assert [section.anchor for section in cut(f"## Long\n{paragraph}\n\n{paragraph}")] == [
        "long",
        "long-2",
    ]


def test_a_heading_that_looks_like_a_second_window_keeps_its_own_id() -> None:
    anchors = [section.anchor for section in cut("## A\nx\n## A\ny\n## A 2\nz")]
    assert len(set(anchors)) == 3


@given(st.text())
def test_a_slug_is_never_empty_and_has_only_what_an_id_may_have(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))


@pytest.mark.parametrize(
    ("text", "clauses", "rest"),
    [
        ("Clause: Art. 5; Art. 6\n\nText.", ("Art. 5", "Art. 6"), "Text."),
        ("Text.\nClause: Art. 5", (), "Text.\nClause: Art. 5"),
        ("Clause: Art. 5", ("Art. 5",), ""),
    ],
)
def test_clauses_stand_on_the_first_line_only(
    text: str, clauses: tuple[str, ...], rest: str
) -> None:
    assert split_clauses(text) == (clauses, rest)


def test_related_notes_stand_at_the_end() -> None:
    assert split_related("Text. Related: rice, wsjf.") == (("rice", "wsjf"), "Text.")
    assert split_related("Related: work is hard. More.") == ((), "Related: work is hard. More.")


def test_front_matter_is_split_off_and_may_be_missing() -> None:
    assert split_front_matter("---\na: 1\n---\nText") == ("a: 1", "Text")
    assert split_front_matter("Text\n---\n") == ("", "Text\n---\n")


def test_a_section_knows_all_headings_above_it() -> None:
    [refunds] = cut("# Policy\n\n## Refunds\n\n### EU\n\nFourteen days.")
    assert (refunds.path, refunds.anchor) == (("Policy", "Refunds", "EU"), "eu")
