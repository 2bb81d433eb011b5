"""From facts to harms to named people."""

import pytest

from copilot.analysis.harms.matching import domains_of, groups_of, harms_of
from copilot.analysis.harms.patterns import HarmBook
from copilot.analysis.harms.ranking import is_mild, ranked
from copilot.domain.review import FIRST
from tests.unit.analysis.harms.ideas import BENIGN, IDEAS, facts_of

every_idea = pytest.mark.parametrize("name", IDEAS)


@every_idea
def test_what_a_careful_colleague_would_raise_is_among_the_first(book: HarmBook, name: str) -> None:
    first = ranked(harms_of(book, facts_of(IDEAS[name].facts)))[:FIRST]
    assert set(IDEAS[name].raised.split()) - {harm.type for harm in first} == set()


@every_idea
def test_nothing_silly_is_raised(book: HarmBook, name: str) -> None:
    types = {harm.type for harm in ranked(harms_of(book, facts_of(IDEAS[name].facts)))}
    assert types & set(IDEAS[name].left_out.split()) == set()


@every_idea
def test_the_people_are_named(book: HarmBook, name: str) -> None:
    first = ranked(harms_of(book, facts_of(IDEAS[name].facts)))[:FIRST]
    told = " ".join(f"{harm.who} {harm.harm}" for harm in first)
    assert [people for people in IDEAS[name].people if people not in told] == []


@pytest.mark.parametrize("name", BENIGN)
def test_a_benign_idea_has_two_mild_harms_at_most(book: HarmBook, name: str) -> None:
    harms = ranked(harms_of(book, facts_of(BENIGN[name])))
    assert len(harms) <= 2
    assert is_mild(harms)


def test_no_facts_raise_no_harm(book: HarmBook) -> None:
    assert harms_of(book, facts_of("")) == []


def test_where_nobody_is_named_the_harm_is_still_told(book: HarmBook) -> None:
    harms = harms_of(book, facts_of("evaluates_people"))
    assert "those of them about whom the data says least" in {harm.who for harm in harms}


def test_one_group_gives_way_to_another_that_names_the_same_people_better(book: HarmBook) -> None:
    assert [group.key for group in groups_of(book, facts_of("affects_customers"))] == ["customers"]
    shown = groups_of(book, facts_of("affects_customers affects_borrowers"))
    assert [group.key for group in shown] == ["borrowers"]


def test_deciding_alone_makes_it_worse_and_a_second_look_better(book: HarmBook) -> None:
    def unequal(facts: str) -> int:
        harms = harms_of(book, facts_of(f"affects_candidates evaluates_people {facts}"))
        return next(harm.likelihood for harm in harms if harm.type == "discrimination")

    assert unequal("decides_alone") == unequal("") + 1
    lone = harms_of(book, facts_of("affects_candidates evaluates_people"))
    appeal = harms_of(book, facts_of("affects_candidates evaluates_people can_contest"))
    assert {harm.type for harm in lone} - {harm.type for harm in appeal} == {"no_recourse"}


@every_idea
def test_mitigations_add_up_and_what_is_planned_makes_nothing_likely_remote(
    book: HarmBook, name: str
) -> None:
    for harm in harms_of(book, facts_of(IDEAS[name].facts)):
        severity, likelihood = harm.severity, harm.likelihood
        for row in harm.mitigations:
            assert row.residual_severity <= severity
            assert row.residual_likelihood <= likelihood
            severity, likelihood = row.residual_severity, row.residual_likelihood
        assert likelihood >= 2 or harm.likelihood <= 2
        assert harm.residual_score < harm.score or harm.likelihood == 1


def test_a_field_weighs_as_much_as_what_is_at_stake_there(book: HarmBook) -> None:
    fields = domains_of(book, facts_of("affects_patients affects_candidates"))
    assert fields["health"] > fields["hiring"]
