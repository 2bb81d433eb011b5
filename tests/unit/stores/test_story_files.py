"""Stories read from files of every form."""

from pathlib import Path

import pytest

from copilot.errors import InputError
from copilot.stores.story_files import read_stories, stories_in

ONE = "As a user, I want to pay"
TWO = "As a user, I want to log in"


def lines(text: str, suffix: str = "") -> list[tuple[int, str]]:
    return [(line.line, line.text) for line in stories_in(text, suffix)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_one_story_a_line_with_any_line_end_and_empty_lines_passed_over(end: str) -> None:
    assert lines(f"\ufeff{ONE}{end}{end}  {end}{TWO}{end}") == [(1, ONE), (4, TWO)]


@pytest.mark.parametrize("name", ["story", "Story", " STORY ", "User story", "user_story"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_column_of_a_csv_is_read_and_others_are_kept_out(name: str, separator: str) -> None:
    row = separator.join(["1", f'"{ONE}"', "high"])
    text = f"{separator.join(['id', name, 'prio'])}\r\n{row}\r\n"
    assert lines(text, ".csv") == [(2, ONE)]


def test_a_cell_of_several_lines_counts_from_its_first() -> None:
    text = f'story\n"As a user,\nI want to pay"\n\n{TWO.replace(",", "")}\n'
    assert lines(text, ".csv") == [(2, "As a user,\nI want to pay"), (5, TWO.replace(",", ""))]


def test_a_csv_without_the_column_names_those_there_are() -> None:
    with pytest.raises(InputError, match=r"no column “story”; its columns are 'id', 'title'"):
        stories_in("id,title\n1,x\n", ".csv", "b.csv")


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_an_empty_csv_is_named(text: str) -> None:
    with pytest.raises(InputError, match=r"a\.csv is empty"):
        stories_in(text, ".csv", "a.csv")


def test_markdown_yields_the_stories_and_what_stands_in_a_list_with_them() -> None:
    text = f"""---
title: x
---
# Backlog
Some prose.

- {ONE}
  - Given a card, when I pay, then it is charged
- Server configuration

## Later
### {TWO}

```
- {ONE}
```
- unrelated
"""
    assert lines(text, ".md") == [
        (7, f"- {ONE}"),
        (9, "- Server configuration"),
        (12, f"### {TWO}"),
    ]


def test_a_story_over_several_lines_of_markdown_is_one() -> None:
    text = "**As a** user\n**I want to** pay\n**So that** I own it\n\n**As a** guest\n**I want** it"
    assert lines(text, ".md") == [
        (1, "**As a** user\n**I want to** pay\n**So that** I own it"),
        (5, "**As a** guest\n**I want** it"),
    ]


def test_stories_below_each_other_stay_apart() -> None:
    assert lines(f"{ONE}\n{TWO}\n", ".md") == [(1, ONE), (2, TWO)]


def test_a_list_without_any_story_is_a_list_of_bad_ones() -> None:
    assert lines("# Backlog\n\n- Login\n- Payment\n", ".md") == [(3, "- Login"), (4, "- Payment")]


def test_the_head_of_a_feature_is_the_story() -> None:
    text = """# language: en
@pay
Feature: Payment
  In order to own it
  # a remark
  As a user
  I want to pay

  Scenario: As a user, I want nothing here
    When I pay
"""
    story = "In order to own it\nAs a user\nI want to pay"
    assert lines(text, ".feature") == [(4, story)]
    assert lines(text) == [(4, story)]


def test_a_feature_without_a_description_is_its_title() -> None:
    assert lines("Feature: Payment\n\n  Scenario: x\n", ".feature") == [(1, "Payment")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"id,story\n1,{TWO.replace(',', '')}\n", [(2, TWO.replace(",", ""))]),
        (f"# Backlog\n\n- {ONE}\n", [(3, f"- {ONE}")]),
        (f"#12 {ONE}\n- {TWO}\n", [(1, f"#12 {ONE}"), (2, f"- {TWO}")]),
    ],
)
def test_the_form_of_what_comes_through_a_pipe_is_told_from_the_text(
    text: str, found: list[tuple[int, str]]
) -> None:
    assert lines(text) == found


@pytest.mark.parametrize(
    "data",
    [ONE.encode("utf-8-sig"), ONE.encode("utf-16"), ONE.encode("cp1252")],
)
def test_files_as_spreadsheets_and_editors_write_them_are_read(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert [line.text for line in read_stories(path)] == [ONE]


def test_letters_of_an_old_encoding_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("As a café owner, I want to pay".encode("cp1252"))
    assert read_stories(path)[0].text == "As a café owner, I want to pay"


def test_what_is_no_text_or_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    with pytest.raises(InputError, match=r"a\.bin cannot be read: No such file"):
        read_stories(path)
    path.write_bytes(b"\x01\x00\x02")
    with pytest.raises(InputError, match=r"a\.bin is no text"):
        read_stories(path)


def test_a_malformed_csv_is_named_with_its_line() -> None:
    text = 'story\n"' + "x" * 200_000
    with pytest.raises(InputError, match=r"a\.csv is no CSV: .* \(line 2\)"):
        stories_in(text, ".csv", "a.csv")


def test_one_line_without_end_is_one_story() -> None:
    assert lines("x" * 200_000) == [(1, "x" * 200_000)]


def test_a_cell_may_hold_any_letter() -> None:
    assert lines('story\n"a\u2028b\x0bc"\n', ".csv") == [(2, "a\u2028b\x0bc")]
