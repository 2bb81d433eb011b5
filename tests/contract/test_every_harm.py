"""What every row of the harm book owes."""

import re

import pytest
import yaml

from copilot.analysis.harms.derivation import LISTED
from copilot.analysis.harms.matching import harms_of
from copilot.analysis.harms.patterns import Duty, HarmPattern
from copilot.analysis.harms.triangle import BENEFIT
from copilot.analysis.harms.when import holds, names
from copilot.analysis.triage.logic import All, AnyOf, Condition, Known, Not
from copilot.domain.feature import Fact, FeatureFacts
from copilot.settings import content_root
from copilot.stores.harm_book import conditions_of, read_harm_book, read_signals
from copilot.stores.notes import Notes

KNOWLEDGE = content_root() / "knowledge"
BOOK = read_harm_book(KNOWLEDGE / "ethics" / "harms")
NOTES = Notes(KNOWLEDGE)
PASSAGES = {passage.id for passage in NOTES.all_passages()}
INCIDENT_TAGS = {tag for slug in NOTES.paths for tag in NOTES.header(slug).tags}
RULES = KNOWLEDGE / "ethics" / "rules" / "facts.yaml"
CATALOGUE = {row["name"] for row in yaml.safe_load(RULES.read_text("utf-8"))["facts"]}
every_pattern = pytest.mark.parametrize("pattern", BOOK.patterns, ids=lambda row: row.key)
POINT = re.compile(r"5\(1\)\([a-h]{1,2}\)|6\(1\)|III\.[1-8](\([a-e]\))?")
MEASURED = re.compile(r"\bagreed\b|\bnone\b|\bno\b|\bevery\b|\beach\b", re.IGNORECASE)
"""A test can fail where it names a number of the team's, or allows no exception."""


def satisfying(condition: Condition) -> dict[str, bool]:
    """Return values of facts under which a condition holds, the first alternative of each."""
    match condition:
        case Known(name):
            return {name: True}
        case Not(Known(name)):
            return {name: False}
        case All(parts):
            return {name: value for part in parts for name, value in satisfying(part).items()}
        case AnyOf(parts):
            return satisfying(parts[0])
    raise AssertionError(condition)


def facts_for(pattern: HarmPattern) -> FeatureFacts:
    """Return facts that bring the pattern up, with every group that it could be about."""
    values = satisfying(pattern.when)
    groups = [group for group in BOOK.groups if group.key in pattern.groups]
    for group in groups:
        values |= satisfying(group.when)
    return FeatureFacts(
        facts=tuple(
            Fact(name=name, value="yes" if value else "no") for name, value in values.items()
        )
    )


def test_what_facts_are_derived_from_is_in_the_catalogue_of_the_rules() -> None:
    conditions = [
        condition
        for row in BOOK.derived.values()
        for condition in (row.when, row.unless)
        if condition is not None
    ]
    used = {name for condition in conditions for name in names(condition)}
    assert {
        name
        for name in used - CATALOGUE - {LISTED} - BOOK.facts.keys()
        if not POINT.fullmatch(name)
    } == set()


def test_every_fact_can_be_read_without_a_model() -> None:
    signals = read_signals(KNOWLEDGE / "ethics" / "harms", BOOK).names()
    assert BOOK.facts.keys() - CATALOGUE - signals - BOOK.derived.keys() == set()


def test_there_is_one_row_a_key() -> None:
    for rows in (BOOK.types, BOOK.groups, BOOK.patterns, BOOK.duties):
        keys = [row.key for row in rows]
        assert len(keys) == len(set(keys))


@every_pattern
def test_its_citations_exist(pattern: HarmPattern) -> None:
    assert set(pattern.citations) <= PASSAGES


@every_pattern
def test_it_can_be_brought_up(pattern: HarmPattern) -> None:
    facts = facts_for(pattern)
    assert holds(pattern.when, facts)
    assert pattern.type in {harm.type for harm in harms_of(BOOK, facts)}


@every_pattern
def test_its_sentence_can_be_read(pattern: HarmPattern) -> None:
    for harm in harms_of(BOOK, facts_for(pattern)):
        assert harm.who
        assert "{" not in f"{harm.who} {harm.harm}"
        assert not harm.harm.endswith(".")
        assert not re.search(r"\busers?\b", harm.who) or harm.who.startswith("heavy")


@every_pattern
def test_a_mitigation_lessens_it_and_has_a_test(pattern: HarmPattern) -> None:
    for harm in harms_of(BOOK, facts_for(pattern)):
        assert harm.residual_score < harm.score
        assert all(row.test for row in harm.mitigations)


@pytest.mark.parametrize("key", BOOK.mitigations)
def test_a_mitigation_is_used_and_its_test_could_fail(key: str) -> None:
    row = BOOK.mitigations[key]
    assert any(key in pattern.mitigations for pattern in BOOK.patterns)
    assert MEASURED.search(row.test)
    assert row.lowers.severity + row.lowers.likelihood > 0


def test_every_kind_of_harm_is_reachable() -> None:
    reached = {harm.type for row in BOOK.patterns for harm in harms_of(BOOK, facts_for(row))}
    assert {kind.key for kind in BOOK.types} == reached


def test_every_fact_is_used() -> None:
    used = {name for _, condition in conditions_of(BOOK) for name in names(condition)}
    assert used | BOOK.questions.unknown.keys() | {BENEFIT} == set(BOOK.facts)


@pytest.mark.parametrize("duty", BOOK.duties, ids=lambda row: row.key)
def test_a_duty_cites_a_passage_and_has_a_test(duty: Duty) -> None:
    assert duty.citation in PASSAGES
    assert duty.test


def test_questions_cite_passages() -> None:
    for row in (*BOOK.questions.named, *BOOK.questions.when):
        assert row.citation in PASSAGES


def test_the_non_ai_alternative_and_the_stop_are_always_asked() -> None:
    assert {row.key for row in BOOK.questions.named} == {"non-ai-alternative", "go-or-no-go"}


def test_the_words_for_incidents_are_those_of_the_notes() -> None:
    tags = {tag for kind in BOOK.types for tag in kind.tags}
    assert tags <= INCIDENT_TAGS | set(BOOK.aliases.values())
