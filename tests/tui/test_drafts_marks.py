"""Where in a story a finding is marked, and how its text is wrapped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from copilot.domain.story import Criterion, Story, StoryFinding
from copilot.tui.draft_blocks import Block
from copilot.tui.marked_text import Line, Mark, marked
from copilot.tui.story_blocks import story_blocks

STORY = Story(
    id="US-001",
    title="Sort by Foo",
    as_a="clerk",
    i_want="to sort by Foo and by Bar",
    so_that="I am done",
    criteria=[Criterion(id="AC-001.1", given=["a list"], when="I sort it", then=["it is sorted"])],
)


def found(
    text: str, word: str, *, at: str = "", nth: int = 0, criterion: str = "unambiguous"
) -> StoryFinding:
    """Return a finding on a word of the text that its rule reads."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(word, start + 1)
    return StoryFinding(
        criterion=criterion,
        rule=f"{criterion}.x",
        severity="warning",
        span=(start, start + len(word)),
        message=f"“{word}” is amiss.",
        at=at,
    )


def marks(*findings: StoryFinding) -> list[tuple[str, str]]:
    """Return what is marked, each with the line that it is in."""
    blocks = story_blocks(STORY, 0, findings)
    lines = [line.text for block in blocks if block.finding is None for line in block.lines]
    return [
        (line.plain[span.start : span.end], line.plain)
        for line in lines
        for span in line.spans
        if "underline" in str(span.style)
    ]


def test_a_word_of_the_sentence_is_marked_there() -> None:
    assert marks(found(STORY.text, "Bar")) == [("Bar", STORY.text)]


@pytest.mark.parametrize("between", [" ", ". "])
def test_what_is_invented_is_marked_in_the_title_or_in_the_sentence(between: str) -> None:
    whole = f"{STORY.title}{between}{STORY.text}"
    first = found(whole, "Foo", criterion="grounded")
    second = found(whole, "Foo", nth=1, criterion="grounded")
    assert marks(first) == [("Foo", "Sort by Foo")]
    assert marks(second) == [("Foo", STORY.text)]


def test_a_place_that_is_not_what_the_finding_quotes_is_not_marked() -> None:
    finding = found(STORY.text, "Bar", criterion="grounded")
    assert marks(finding.model_copy(update={"message": "“Elsewhere” is amiss."})) == []


def test_a_word_of_a_criterion_is_marked_in_its_step_and_the_whole_is_not() -> None:
    text = "a list. I sort it. it is sorted"
    assert marks(found(text, "sort", at="AC-001.1")) == [("sort", "I sort it")]
    assert marks(found(text, text, at="AC-001.1")) == []


def test_a_finding_on_a_criterion_that_is_gone_is_told_all_the_same() -> None:
    finding = found(STORY.text, "Bar", at="AC-001.9")
    told = [block for block in story_blocks(STORY, 0, [finding]) if block.finding]
    assert [block.finding for block in told] == [finding]
    assert isinstance(told[0], Block)


_MARKS = st.builds(Mark, st.integers(-3, 30), st.integers(-3, 30), st.just("$error"))


@given(st.text(st.characters(exclude_categories=["C"]), max_size=25), st.lists(_MARKS, max_size=3))
def test_marks_change_no_text(text: str, where: list[Mark]) -> None:
    assert marked(text, where).plain.split() == marked(text).plain.split()


@given(st.text("\x1b[31m\x07]\x9b a", max_size=25), st.lists(_MARKS, max_size=3))
def test_what_a_terminal_obeys_is_taken_out_wherever_it_is_cut(
    text: str, where: list[Mark]
) -> None:
    assert not {"\x1b", "\x07", "\x9b"} & {*marked(text, where).plain}


@given(st.text("ab [/]", min_size=1, max_size=80), st.integers(1, 60), st.integers(0, 4))
def test_wrapped_lines_stand_below_the_beginning_of_their_text(
    text: str, width: int, indent: int
) -> None:
    lines = Line(marked(text), Content("! "), indent).wrapped(width)
    assert all(
        line.plain.startswith(" " * (indent + 2)) for line in lines[1:] if line.plain.strip()
    )
    told = "".join(line.plain[indent + 2 :] for line in lines)
    assert "".join(told.split()) == "".join(text.split())
    assert all(line.cell_length <= max(width, 12 + indent + 2) for line in lines)
