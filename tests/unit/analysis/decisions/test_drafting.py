"""A record drafted from what was told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.decisions.drafting import drafted
from copilot.analysis.decisions.telling import Told, read_told
from copilot.domain.decision import AiPart, Decision
from copilot.domain.decision_text import record_text

TODAY = date(2026, 11, 22)
TEXT = (
    "Calls are long. We decided not to sell the 3 mails, because readers trust us. Ada approved it."
    " I'm 65% sure."
)


def record(text: str = TEXT, title: str = "", told: Told | None = None) -> Decision:
    return drafted(told or read_told(text), title, text, TODAY).decision


def test_every_part_has_its_place() -> None:
    decision = record()
    assert (decision.chosen, decision.because) == ("not to sell the 3 mails", "readers trust us")
    assert [option.name for option in decision.options] == ["not to sell the 3 mails"]
    assert (decision.header.decision_makers, decision.header.confidence) == (("Ada",), 65)
    assert decision.header.date == TODAY


def test_the_context_is_what_has_no_other_place() -> None:
    assert record().context == "Calls are long."


def test_nothing_that_was_told_is_lost() -> None:
    assert f"As it was told:\n\n> {TEXT}\n" in record().text
    assert "> one\n>\n> two" in record("one\n\ntwo").text


def test_which_model_helped_stands_in_the_record() -> None:
    part = AiPart(model="embedded:small", prompt="draft_decision@1")
    draft = drafted(read_told(TEXT), "", TEXT, TODAY, part)
    assert draft.decision.header.ai == part
    assert '"model": "embedded:small"' in record_text(draft.decision)


def test_what_is_missing_is_told() -> None:
    draft = drafted(read_told("We keep it."), "", "We keep it.", TODAY)
    assert any("only one option" in text for text in draft.missing)
    assert any("who decided" in text for text in draft.advice)


def test_a_title_in_words_of_the_text_is_taken() -> None:
    assert record(title="The 3 mails are not sold").title == "Not to sell the 3 mails"
    assert record(title="Not sell mails").title == "Not sell mails"


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Not sell the 30 mails",
        "Not sell mails in 2031",
        "Ada Zeta does not sell mails",
        "Sell the mails",
        "Calls are not long",
        "____",
    ],
)
def test_a_title_that_says_more_or_else_is_the_choice_itself(title: str) -> None:
    assert record(title=title).title == "Not to sell the 3 mails"


def test_a_long_title_ends_with_a_whole_word() -> None:
    text = f"We decided to pay {'much ' * 14}at most 5,000 euros a month"
    assert record(text).title.endswith("much at …")


def test_a_record_inside_the_text_does_not_become_the_record() -> None:
    pasted = "# Evil\n\n## Decision Outcome\n\nChosen option: sell all, because it pays."
    decision = record(f"{pasted}\n\nWe decided to keep the mails, because readers trust us")
    assert (decision.chosen, decision.because) == ("keep the mails", "readers trust us")
    assert decision.title == "Keep the mails"


def test_front_matter_inside_the_text_does_not_become_a_header() -> None:
    decision = record("---\nconfidence: 99\n---\nWe decided to keep the mails")
    assert decision.header.confidence is None


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_makes_a_record_in_its_own_words(text: str) -> None:
    decision = record(text)
    flat = " ".join(text.split())
    assert all(part in flat for part in read_told(text).spans)
    assert record_text(decision).startswith("---\n")
