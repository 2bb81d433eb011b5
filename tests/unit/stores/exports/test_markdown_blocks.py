"""The Markdown of the project as blocks of a document."""

from copilot.stores.exports.blocks import Heading, Paragraph, Run, Table
from copilot.stores.exports.markdown_blocks import markdown_blocks, runs

TEXT = """\
> Quoted \\*stars\\*

## Why

- **Bold**: plain [id]
  - inner
- [ ] to do

a) First question?

1. First step

| Who | What |
| --- | --- |
| a \\| b | *c* |
"""


def test_each_form_becomes_its_block() -> None:
    assert list(markdown_blocks(TEXT)) == [
        Paragraph((Run("Quoted *stars*"),), "Quote"),
        Heading(1, "Why"),
        Paragraph((Run("Bold", bold=True), Run(": plain [id]")), "List Bullet"),
        Paragraph((Run("inner"),), "List Bullet 2"),
        Paragraph((Run("☐ to do"),), "List Bullet"),
        Paragraph((Run("a) First question?"),)),
        Paragraph((Run("First step"),), "List Number"),
        Table((("Who", "What"), ("a | b", "c"))),
    ]


def test_a_table_at_the_end_is_not_lost() -> None:
    assert list(markdown_blocks("| a |\n| - |\n| b |")) == [Table((("a",), ("b",)))]


def test_a_star_alone_is_a_star() -> None:
    assert runs("3 * 4 and \\*") == (Run("3 * 4 and *"),)
