"""What several readers say, joined."""

from copilot.analysis.triage.merging import Merged, merged
from copilot.domain.feature import Fact, FactValue, FeatureFacts, Reader

Values = dict[str, FactValue]


def facts(reader: Reader, values: Values) -> tuple[Fact, ...]:
    return tuple(Fact(name=name, value=values[name], reader=reader) for name in values)


def joined(signals: Values, model: Values, person: Values, asked: str = "") -> Merged:
    return merged(
        FeatureFacts(facts=facts("signals", signals)),
        facts("model", model),
        facts("person", person),
        asked.split(),
    )


def readers(found: Merged) -> list[list[tuple[str, str]]]:
    return [[(fact.reader, fact.value) for fact in row.readings] for row in found.disagreements]


def test_a_person_outweighs_signals_and_model_and_all_three_are_shown() -> None:
    found = joined({"a": "yes"}, {"a": "yes"}, {"a": "no"}, asked="a")
    assert found.facts.value("a") == "no"
    assert readers(found) == [[("person", "no"), ("signals", "yes"), ("model", "yes")]]


def test_signals_outweigh_the_model_even_where_the_rules_ask() -> None:
    found = joined({"a": "no"}, {"a": "yes"}, {}, asked="a")
    assert found.facts.value("a") == "no"
    assert readers(found) == [[("signals", "no"), ("model", "yes")]]


def test_a_yes_of_the_model_settles_what_the_rules_ask_for() -> None:
    found = joined({}, {"a": "yes"}, {}, asked="a")
    assert found.facts.fact("a") == Fact(name="a", value="yes", reader="model")
    assert found.disagreements == ()


def test_a_no_of_the_model_settles_nothing_and_is_shown_where_the_rules_ask() -> None:
    found = joined({}, {"a": "no"}, {}, asked="a")
    assert found.facts.value("a") == "unknown"
    assert readers(found) == [[("signals", "unknown"), ("model", "no")]]


def test_a_yes_of_the_model_that_nobody_asked_for_is_shown_and_does_not_count() -> None:
    found = joined({}, {"a": "yes"}, {})
    assert found.facts.value("a") == "unknown"
    assert readers(found) == [[("signals", "unknown"), ("model", "yes")]]


def test_a_no_of_the_model_that_nobody_asked_for_is_not_worth_a_line() -> None:
    found = joined({}, {"a": "no"}, {})
    assert (found.facts.value("a"), found.disagreements) == ("unknown", ())


def test_readers_who_agree_do_not_differ() -> None:
    found = joined({"a": "yes"}, {"a": "yes"}, {"a": "yes"})
    assert found.disagreements == ()


def test_what_no_other_reader_speaks_of_stays_as_read() -> None:
    found = joined({"a": "yes", "b": "no"}, {}, {"c": "no"})
    assert [found.facts.value(name) for name in "abc"] == ["yes", "no", "no"]
    assert found.disagreements == ()
