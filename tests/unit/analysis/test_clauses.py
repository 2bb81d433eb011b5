"""Clauses as people write them."""

import pytest

from copilot.analysis.clauses import matching_rows, named_references

CLAUSES = [
    ("EU AI Act Art. 5(1)(f)",),
    ("EU AI Act Art. 5(1)",),
    ("GDPR Art. 5(1)(f)",),
    ("NIST AI RMF MEASURE 2.11",),
    ("NIST AI RMF MEASURE 2.1",),
    ("EU AI Act Annex III 4(a)",),
    ("EU AI Act Art. 50",),
    ("OWASP LLM01:2026",),
]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("what does Art. 14 say", ["art. 14"]),
        ("article 5(1)(f)", ["art. 5(1)(f)"]),
        ("article 5(1)f", ["art. 5(1)(f)"]),
        ("Art 5 (1) (ba)", ["art. 5(1)(ba)"]),
        ("articles 6 and more", ["art. 6"]),
        ("measure 2.11", ["measure 2.11"]),
        ("annex III, point 4(a)", ["annex iii 4(a)"]),
        ("annex iii", ["annex iii"]),
        ("LLM01 and asi 02", ["llm01", "asi02"]),
        ("the art of 5 measures", []),
        ("no clause", []),
    ],
)
def test_each_spelling_becomes_one(text: str, names: list[str]) -> None:
    assert named_references(text) == names


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("AI Act article 5(1)(f)", [0]),
        ("AI Act art. 5(1)", [1, 0]),
        ("gdpr art 5(1)", [2]),
        ("NIST measure 2.1", [4]),
        ("eu ai act, art. 5", [1, 0]),
        ("annex III 4(a)", [5]),
        ("llm01", [7]),
        ("art. 99", []),
        ("measures of success", []),
    ],
)
def test_the_clause_itself_comes_first_and_its_neighbours_not_at_all(
    query: str, rows: list[int]
) -> None:
    assert matching_rows(query, CLAUSES) == rows
