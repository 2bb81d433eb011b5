"""Which harms come first."""

from copilot.analysis.harms.ranking import ranked
from tests.unit.analysis.harms.building import harm


def test_the_worst_comes_first_and_severity_breaks_a_tie() -> None:
    likely, grave, worst = harm(2, 4, who="a"), harm(4, 2, who="b"), harm(3, 3, who="c")
    assert ranked([likely, grave, worst]) == (worst, grave, likely)


def test_a_kind_not_yet_seen_comes_before_one_seen() -> None:
    again, other = harm(who="b"), harm(who="c", type="dignity")
    assert ranked([harm(who="a"), again, other]) == (harm(who="a"), other, again)


def test_those_whom_it_is_about_come_before_others() -> None:
    aside, subject = harm(who="a", direct=False), harm(who="b", type="dignity")
    assert ranked([aside, subject]) == (subject, aside)


def test_of_the_same_people_and_kind_only_the_worst_is_told() -> None:
    assert ranked([harm(3, 2), harm(3, 4), harm(3, 3)]) == (harm(3, 4),)


def test_a_mild_feature_gets_two_harms_and_a_grave_one_all() -> None:
    mild = [harm(1, 3, who=who) for who in "abcde"]
    assert len(ranked(mild)) == 2
    assert len(ranked([*mild, harm(2, 3, who="f")])) == 6
