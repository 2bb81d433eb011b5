"""The three corners and their reasons."""

from copilot.analysis.harms.patterns import HarmBook
from copilot.analysis.harms.triangle import triangle
from copilot.domain.feature import Fact, FeatureFacts
from tests.unit.analysis.harms.building import BANNED, FREE, HIGH_RISK, harm
from tests.unit.analysis.harms.ideas import facts_of


def benefit(evidence: str | None) -> FeatureFacts:
    return FeatureFacts(facts=(Fact(name="states_benefit", value="yes", evidence=evidence),))


def test_value_counts_only_where_it_is_stated(book: HarmBook) -> None:
    none = triangle(book, facts_of(""), FREE, []).business_value
    stated = triangle(book, benefit("saves nurses time"), FREE, []).business_value
    measured = triangle(book, benefit("saves 20 minutes a shift"), FREE, []).business_value
    assert (none.score, stated.score, measured.score) == (2, 3, 4)
    assert "Not stated" in none.why
    assert "“saves nurses time”" in stated.why


def test_a_ban_leaves_nothing_of_ethics_and_human_impact(book: HarmBook) -> None:
    corners = triangle(book, facts_of(""), BANNED, [])
    assert (corners.ethics.score, corners.human_impact.score) == (1, 1)


def test_the_law_alone_bounds_ethics_and_not_human_impact(book: HarmBook) -> None:
    corners = triangle(book, facts_of(""), HIGH_RISK, [])
    assert (corners.ethics.score, corners.human_impact.score) == (3, 4)


def test_what_remains_lowers_the_corner_it_weighs_on(book: HarmBook) -> None:
    privacy = harm(4, 4, after=(4, 2), who="patients")
    corners = triangle(book, facts_of(""), FREE, [privacy])
    assert (corners.ethics.score, corners.human_impact.score) == (2, 4)
    assert "worst for patients (16 of 16 as described, 8 after)" in corners.ethics.why


def test_a_harm_that_stays_grave_is_the_lowest_score(book: HarmBook) -> None:
    fall = harm(4, 3, type="physical_safety")
    assert triangle(book, facts_of(""), FREE, [fall]).human_impact.score == 1
