"""Records kept elsewhere are linked by what they say of their status, and by nothing else."""

import pytest

from copilot.stores.decisions.foreign_links import links

NAMES = {
    "0001-one.md": True,
    "0002-two.md": True,
    "0012-twelve.md": True,
    "old/0003-three.md": True,
    "0009-nine.md": True,
}
OWN = "0009-nine.md"
NYGARD = "# 9. Nine\n\n## Status\n\n{}\n\n## Decision\n\nWe do nine.\n"


@pytest.mark.parametrize(
    ("line", "older"),
    [
        ("Supersedes [One](0001-one.md)", ["0001-one.md"]),
        ("Supercedes [3. Three](./old/0003-three.md#why)", ["old/0003-three.md"]),
        ("Supersedes [One](0001-one.md) and [Two](0002-two.md)", ["0001-one.md", "0002-two.md"]),
        ("Supersedes ADR-0002 and adr 12", ["0002-two.md", "0012-twelve.md"]),
        ("Supersedes [2. Two]", ["0002-two.md"]),
        ("Supersedes #12, see below", ["0012-twelve.md"]),
        ("Accepted, supersedes 0001-one", ["0001-one.md"]),
        ("Supersedes: 2", ["0002-two.md"]),
        ("Supersedes ADR-3", ["old/0003-three.md"]),
    ],
)
def test_a_status_links_by_file_or_by_number(line: str, older: list[str]) -> None:
    assert list(links(NYGARD.format(line), OWN, NAMES).supersedes) == older


@pytest.mark.parametrize(
    "line",
    [
        "Supersedes the 2 proposals of team 12",
        "Supersedes 2020-01-02",
        "Supersedes 12 May 2020",
        "Supersedes 1.2 of the rules",
        "Superseded 2 years ago",
        "Supersedes the policy (2 pages) of 1/2/2012",
        "Supersedes [2. Two](https://example.org/0002-two.md)",
        "Supersedes [2. Two](../other/0002-two.md)",
        "Supersedes ADR-9",
    ],
)
def test_other_figures_and_dates_link_nothing(line: str) -> None:
    assert links(NYGARD.format(line), OWN, NAMES) == ((), ())


def test_prose_links_nothing() -> None:
    text = NYGARD.format("Accepted") + "\n## Context\n\nThis supersedes ADR-1 and 2 more.\n"
    assert links(text, OWN, NAMES) == ((), ())


def test_a_status_line_may_say_both() -> None:
    text = "# Nine\n\n* Status: superseded by [ADR-12](0012-twelve.md)\n* Supersedes: ADR-1\n"
    assert links(text, OWN, NAMES) == (("0012-twelve.md",), ("0001-one.md",))


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("status: superseded by [ADR-0012](0012-twelve.md)", (("0012-twelve.md",), ())),
        ("supersedes: 0001-one.md, ADR-2", ((), ("0001-one.md", "0002-two.md"))),
        ("supersedes: ['1', '#2']", ((), ("0001-one.md", "0002-two.md"))),
        ("superseded-by: 12", (("0012-twelve.md",), ())),
        ("superseded_by: ADR-12", (("0012-twelve.md",), ())),
        ("supersedes: [d-20201212-00000012]", ((), ())),
        ("note: supersedes ADR-1", ((), ())),
    ],
)
def test_front_matter_links(front: str, expected: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert links(f"---\n{front}\n---\n# Nine\n", OWN, NAMES) == expected


def test_a_number_means_the_nearest_file_that_is_there_and_none_in_doubt() -> None:
    text = NYGARD.format("Supersedes ADR-1")
    near = {"a/0001-x.md": True, "b/0001-y.md": True, "a/0009-z.md": True}
    assert links(text, "a/0009-z.md", near).supersedes == ("a/0001-x.md",)
    assert links(text, "c/0009-z.md", near).supersedes == ()
    renamed = {"0001-before.md": False, "0001-now.md": True}
    assert links(text, OWN, renamed).supersedes == ("0001-now.md",)
