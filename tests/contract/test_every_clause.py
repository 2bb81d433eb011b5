"""The clauses that may be cited: whole where a law is said to be covered, and nothing invented."""

import re

import pytest

from copilot.settings import content_root
from copilot.stores.notes import Notes

CLAUSES = frozenset(Notes(content_root() / "knowledge").clause_index())
NIST = {
    "GOVERN": (7, 3, 2, 3, 2, 2),
    "MAP": (6, 3, 5, 2, 2),
    "MEASURE": (3, 13, 3, 3),
    "MANAGE": (4, 4, 2, 3),
}
"""Subcategories of each category, as NIST AI 100-1 numbers them."""
ANNEX_III = ["1(a)", "1(b)", "1(c)", "2", *(f"3({point})" for point in "abcd"), "4(a)", "4(b)"] + [
    f"{area}({point})"
    for area, points in ((5, "abcd"), (6, "abcde"), (7, "abcd"), (8, "ab"))
    for point in points
]
SHAPE = re.compile(
    r"EU AI Act Art\. \d+[a-z]?(\(\w{1,3}\))*( third subparagraph)?"
    r"|EU AI Act Annex [IVX]+( \d(\(\w\))?| Section [AB])?"
    r"|GDPR Art\. \d+(\(\w\))*"
    r"|NIST AI RMF (GOVERN|MAP|MEASURE|MANAGE) \d\.\d{1,2}"
    r"|NIST AI 600-1 Risk \d{1,2}"
    r"|ISO/IEC 42001 (Clause \d{1,2}(\.\d){0,2}|Annex A\.\d{1,2})"
    r"|CCPA 11 CCR \d{4}(\(\w{1,3}\))?"
    r"|OWASP (LLM|ASI)\d\d:20\d\d"
    r"|AI Bill of Rights Principle [1-5]|Colorado SB 26-189|E-E-A-T \w+|Google PAIR [\w +]+"
)


def named(prefix: str) -> set[str]:
    """Return what follows a prefix, of every clause that has it."""
    return {clause.removeprefix(prefix) for clause in CLAUSES if clause.startswith(prefix)}


def test_every_clause_is_written_as_its_source_writes_it() -> None:
    assert [clause for clause in sorted(CLAUSES) if not SHAPE.fullmatch(clause)] == []


@pytest.mark.parametrize("function", NIST)
def test_the_subcategories_of_the_nist_framework_are_whole(function: str) -> None:
    wanted = {
        f"{group}.{number}"
        for group, count in enumerate(NIST[function], start=1)
        for number in range(1, count + 1)
    }
    assert named(f"NIST AI RMF {function} ") == wanted


def test_the_nist_framework_has_72_subcategories() -> None:
    assert len(named("NIST AI RMF ")) == sum(map(sum, NIST.values())) == 72


def test_the_twelve_risks_of_generative_ai_are_there() -> None:
    assert named("NIST AI 600-1 Risk ") == {str(number) for number in range(1, 13)}


def test_all_ten_prohibitions_are_there_and_none_that_does_not_exist() -> None:
    points = {clause for clause in named("EU AI Act Art. 5(1)") if clause}
    assert points == {
        f"({point})" for point in ("a", "b", "ba", "bb", "c", "d", "e", "f", "g", "h")
    }


def test_the_points_of_annex_iii_are_whole() -> None:
    assert named("EU AI Act Annex III ") == set(ANNEX_III)


def test_the_objectives_of_iso_42001_are_whole() -> None:
    assert named("ISO/IEC 42001 Annex ") == {f"A.{number}" for number in range(2, 11)}
