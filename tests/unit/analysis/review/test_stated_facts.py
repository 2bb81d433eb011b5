"""Facts that a person states."""

import pytest

from copilot.analysis.review.stated_facts import in_force, regional, stated
from copilot.errors import InputError
from tests.unit.reviewing import said

NAMES = ("infers_emotions", "judges_people")
REGIONS = {"eu": None, "us-ca": "california_region"}


def test_a_statement_is_a_name_and_a_value_in_any_case() -> None:
    [fact] = stated([" infers_emotions = Yes "], NAMES)
    assert (fact.name, fact.value, fact.reader) == ("infers_emotions", "yes", "person")
    assert fact.evidence is None


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one() -> None:
    with pytest.raises(InputError, match=r"infer_emotion'\. Did you mean infers_emotions\?") as e:
        stated(["infer_emotion=yes"], NAMES)
    assert "--list-facts" in e.value.hint


def test_a_name_that_is_like_none_gets_no_guess() -> None:
    with pytest.raises(InputError, match=r"^There is no fact 'zebra'\.$"):
        stated(["zebra=yes"], NAMES)


@pytest.mark.parametrize("entry", ["infers_emotions", "infers_emotions=", "infers_emotions=maybe"])
def test_another_value_is_refused_with_an_example(entry: str) -> None:
    with pytest.raises(InputError, match="not yes, no or unknown") as caught:
        stated([entry], NAMES)
    assert caught.value.hint == "Write infers_emotions=yes"


def test_a_region_is_a_fact_where_the_rules_need_one() -> None:
    assert regional(["eu", " US-CA "], REGIONS) == said(california_region="yes")


def test_an_unknown_region_names_the_known_ones() -> None:
    with pytest.raises(InputError, match="'mars'") as caught:
        regional(["mars"], REGIONS)
    assert caught.value.hint == "Known regions: eu, us-ca"


def test_the_last_word_on_a_fact_counts_and_unknown_takes_it_back() -> None:
    words = stated(["infers_emotions=yes", "judges_people=yes", "judges_people=no"], NAMES)
    assert in_force(words) == said(infers_emotions="yes", judges_people="no")
    assert in_force([*words, *stated(["infers_emotions=unknown"], NAMES)]) == said(
        judges_people="no"
    )
