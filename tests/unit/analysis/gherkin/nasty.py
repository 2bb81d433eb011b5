"""Stories of texts that were made to break formats."""

from hypothesis import strategies as st

from copilot.domain.story import Criterion, Story

TRAPS = (
    "Given a trap",
    "Scenario: not one",
    "Feature: not one",
    "Background:",
    "Examples:",
    "| a | b |",
    '"""',
    "```",
    "@tag",
    "# language: fr",
    "* a star",
    "- an item",
    "=1+1",
    "+1",
    "@SUM(A1)",
    "＝cmd",
    "\tindented",
    "a, b; c",
    'say "yes"',
    "it's",
    "two\nlines",
    "a\r\nb\rc",
    "<column>",
    "back\\slash |",
    "👩‍👧 emoji ❤️",
    "עברית\u200f",
    "\x00\x1b[31mred",
    "e\u0301",
    "line\u2028separator",
    "x" * 5_000,
    "'quoted",
    "<b>bold</b> & more",
    "$(rm -rf /) `id`",
)
"""Single texts, each of which is something else in one format or another."""
_plain = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
texts = st.one_of(
    st.sampled_from(TRAPS),
    st.builds("{} {}".format, st.sampled_from(TRAPS), _plain),
    st.builds("{}\n{}".format, st.sampled_from(TRAPS), st.sampled_from(TRAPS)),
    _plain,
)
"""Any text, and often one of the traps."""
_lists = st.lists(texts, max_size=3)


@st.composite
def stories(draw: st.DrawFn, number: int = 1) -> Story:
    """Draw a story with up to three criteria."""
    count = draw(st.integers(0, 3))
    return Story(
        id=f"US-{number:03}",
        title=draw(texts),
        as_a=draw(texts),
        i_want=draw(texts),
        so_that=draw(texts),
        kind=draw(st.sampled_from(("functional", "responsible_ai", "data", "monitoring"))),
        criteria=[
            Criterion(
                id=f"AC-{number:03}.{at + 1}",
                given=draw(_lists),
                when=draw(texts),
                then=draw(_lists),
            )
            for at in range(count)
        ],
        sources=draw(st.lists(st.sampled_from(("FR-001", "FR-002", "note#part")), unique=True)),
        assumptions=draw(_lists),
        estimate=draw(st.none() | st.integers(1, 40)),
        depends_on=draw(st.lists(st.sampled_from(("US-007", "US-008")), unique=True)),
    )
