"""Facts that follow from the facts of the rules."""

from copilot.analysis.harms.derivation import with_derived
from copilot.analysis.harms.patterns import Derived
from copilot.analysis.triage.logic import parsed
from copilot.domain.feature import Fact, FeatureFacts
from copilot.domain.review import LegalOutcome
from tests.unit.analysis.harms.building import BANNED, FREE, HIGH_RISK
from tests.unit.analysis.harms.ideas import facts_of

ROWS = {
    "evaluates_people": Derived(
        when=parsed({"all": ["judges", "single"]}), unless=parsed("own_use_only")
    ),
    "affects_candidates": Derived(when=parsed("III.4(a)")),
    "infers_emotions": Derived(when=parsed("5(1)(f)")),
    "affects_patients": Derived(when=parsed({"all": ["patients", {"not": "listed"}]})),
}
JUDGES = Fact(name="judges", value="yes", reader="person")
SINGLE = Fact(name="single", value="yes", evidence="each clerk", reader="model")
SHOWN = FeatureFacts(facts=(JUDGES, SINGLE))


def test_what_follows_bears_the_words_that_show_it_and_their_reader() -> None:
    fact = with_derived(SHOWN, ROWS, FREE).fact("evaluates_people")
    assert (fact.value, fact.evidence, fact.reader) == ("yes", "each clerk", "model")


def test_a_fact_known_under_its_own_name_stays() -> None:
    said = Fact(name="evaluates_people", value="no", reader="person")
    assert with_derived(SHOWN.corrected([said]), ROWS, FREE).fact("evaluates_people") == said


def test_an_exception_keeps_it_unknown() -> None:
    facts = SHOWN.corrected([Fact(name="own_use_only", value="yes")])
    assert with_derived(facts, ROWS, FREE).value("evaluates_people") == "unknown"


def test_nothing_follows_from_what_is_not_shown() -> None:
    assert with_derived(facts_of("judges"), ROWS, FREE) == facts_of("judges")


def test_what_the_law_found_shows_whom_it_is_about() -> None:
    assert with_derived(facts_of(""), ROWS, HIGH_RISK).value("affects_candidates") == "yes"
    assert with_derived(facts_of(""), ROWS, BANNED).value("infers_emotions") == "yes"


def test_a_point_that_does_not_hold_shows_nothing() -> None:
    exempt = LegalOutcome(outcome="exempt", points=("III.4(a)",))
    assert with_derived(facts_of(""), ROWS, exempt) == facts_of("")


def test_where_a_use_is_listed_a_passing_word_names_no_other_group() -> None:
    mention = facts_of("patients")
    assert with_derived(mention, ROWS, FREE).value("affects_patients") == "yes"
    assert with_derived(mention, ROWS, HIGH_RISK).value("affects_patients") == "unknown"
