"""What every rule of the ethics review owes: a passage, a clause, a version, a date, used facts."""

import json
from datetime import date

import pytest

from copilot.analysis.triage.rules import Duty, Rule
from copilot.settings import content_root
from copilot.stores.notes import Notes
from copilot.stores.rulebook import Rulebook

ROOT = content_root() / "knowledge"
PASSAGES = {passage.id: passage for passage in Notes(ROOT).all_passages()}
BOOK = Rulebook(ROOT / "ethics" / "rules", PASSAGES)
EXAMPLES = [
    json.loads(line)
    for line in (ROOT / "ethics" / "examples" / "commission-2026.jsonl")
    .read_text("utf-8")
    .splitlines()
]
LATE_BANS = ("5(1)(ba)", "5(1)(bb)")
BANS = [f"5(1)({point})" for point in ("a", "b", "ba", "bb", "c", "d", "e", "f", "g", "h")]
ANNEX_III = ["1(a)", "1(b)", "1(c)", "2", "3(a)", "3(b)", "3(c)", "3(d)", "4(a)", "4(b)"] + [
    f"{area}({point})"
    for area, points in ((5, "abcd"), (6, "abcde"), (7, "abcd"), (8, "ab"))
    for point in points
]
every = pytest.mark.parametrize("rule", [*BOOK.rules, *BOOK.duties], ids=lambda rule: rule.id)
every_rule = pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)


@every
def test_it_cites_a_passage_that_explains_its_clause(rule: Rule | Duty) -> None:
    assert rule.clause in PASSAGES[rule.note].clauses


@every
def test_it_has_a_version_and_says_why_with_the_words_that_show_it(rule: Rule | Duty) -> None:
    said = rule.text if isinstance(rule, Rule) else rule.why
    assert rule.version == "2026-11-23"
    assert said.count("{evidence}") == 1
    assert not said.replace("{evidence}", "").count("{")


@every_rule
def test_it_applies_from_the_day_the_notes_give(rule: Rule) -> None:
    days = {
        "prohibited": date(2026, 12, 2) if rule.point in LATE_BANS else date(2025, 2, 2),
        "area": date(2027, 12, 2),
        "filter": date(2027, 12, 2),
        "high_risk": date(2028, 8, 2),
        "transparency": date(2026, 8, 2),
    }
    assert rule.applies_from == days[rule.effect]


@every_rule
def test_the_point_is_the_clause_in_short(rule: Rule) -> None:
    long = rule.point.replace("III.", "Annex III ")
    assert rule.clause.endswith((long, "Annex I Section B"))


def test_all_ten_bans_and_all_points_of_annex_iii_have_a_rule() -> None:
    points = [rule.point for rule in BOOK.rules]
    assert [point for point in points if point.startswith("5(1)")] == BANS
    assert [point for point in points if point.startswith("III")] == [f"III.{p}" for p in ANNEX_III]
    assert {f"6(3)({point})" for point in "abcd"} <= set(points)
    assert {f"50({number})" for number in "1234"} <= set(points)


def test_every_filter_is_closed_where_people_are_profiled() -> None:
    filters = [rule for rule in BOOK.rules if rule.effect == "filter"]
    assert all("profiles_people" in rule.facts() for rule in filters)


def test_every_fact_of_the_catalogue_is_used_and_has_a_question() -> None:
    rules = [rule.facts() for rule in BOOK.rules] + [duty.facts() for duty in BOOK.duties]
    used = frozenset[str]().union(*rules)
    assert used == BOOK.catalogue.names()
    assert all(spec.question.endswith("?") and spec.shows for spec in BOOK.catalogue.facts)


def test_likeness_is_about_facts_of_the_catalogue() -> None:
    assert set(BOOK.likeness.facts) <= BOOK.catalogue.names()


def test_every_example_names_its_source_and_a_point_that_exists() -> None:
    points = {rule.point for rule in BOOK.rules}
    assert len(EXAMPLES) == len({row["id"] for row in EXAMPLES}) == 84
    for row in EXAMPLES:
        assert "guidelines" in row["source"]
        assert any(row["point"].startswith(point) for point in points)
