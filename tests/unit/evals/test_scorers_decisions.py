"""Scorers of drafted decision records."""

from datetime import date
from typing import Any

import pytest

from copilot.domain.decision import Decision, Header
from copilot.domain.decision_text import body, front_matter
from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome
from copilot.evals.scorers.decisions import adds_no_words, records

TEXT = "Ada decided to keep the 3 mails\nover a blog, because readers trust us. Ben objected."
HEADER = Header(date=date(2026, 11, 22), decision_makers=("Ada",), confidence=None)


def case_of(**parts: list[str]) -> EvalCase:
    return EvalCase.model_validate(
        {"id": "c", "request": {"text": TEXT}, "expect": {"record": parts}, "why": "For a test."}
    )


def outcome_of(header: Header = HEADER, **parts: Any) -> Outcome:
    fields = {"title": "Keep the 3 mails", "chosen": "keep the 3 mails", **parts}
    decision = Decision(header=header, **fields)
    return Outcome(body={"record": f"{front_matter(header)}\n{body(decision)}"})


def test_parts_hold_the_words_expected() -> None:
    outcome = outcome_of(because="readers trust us")
    score = records(case_of(chosen=["Keep", "mails"], because=["readers"]), outcome)
    assert score is not None
    assert score.value
    assert score.reason == "2 parts are as expected."


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"chosen": ["blog"]}, "chosen lacks 'blog'"),
        ({"because": ["trust"]}, "because lacks 'trust'"),
        ({"decision-makers": []}, "decision-makers should be empty: 'ada'"),
        ({"confidence": ["60"]}, "confidence lacks '60'"),
    ],
)
def test_a_part_that_lacks_words_or_should_be_empty_fails(
    parts: dict[str, list[str]], reason: str
) -> None:
    score = records(case_of(**parts), outcome_of())
    assert score is not None
    assert not score.value
    assert score.reason.startswith(reason)


def test_a_blank_is_empty() -> None:
    score = records(case_of(because=[], confidence=[], dissent=[]), outcome_of())
    assert score is not None
    assert score.value


def test_no_record_has_no_parts() -> None:
    score = records(case_of(chosen=["mails"]), Outcome())
    assert score is not None
    assert not score.value


def test_it_counts_only_where_something_is_expected() -> None:
    assert records(case_of(), outcome_of()) is None
    assert adds_no_words(case_of(), Outcome()) is None


def test_words_of_the_request_pass_whatever_their_lines_and_case() -> None:
    outcome = outcome_of(
        because="Readers trust us.", dissent="Ben objected.", chosen="keep the 3 mails over a blog"
    )
    score = adds_no_words(case_of(), outcome)
    assert score is not None
    assert score.value


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"because": "readers love us"}, "Does not stand in the request: 'readers love us'"),
        ({"dissent": "Zoe objected."}, "Does not stand in the request: 'Zoe objected.'"),
        ({"consequences": ["4 mails"]}, "Does not stand in the request: '4 mails'"),
        ({"title": "Keep the 4 mails"}, "The title names 4"),
        ({"title": "Keep the mails of Zoe"}, "The title names Zoe"),
    ],
)
def test_words_from_elsewhere_fail(parts: dict[str, Any], reason: str) -> None:
    score = adds_no_words(case_of(), outcome_of(**parts))
    assert score is not None
    assert not score.value
    assert score.reason.startswith(reason)


def test_a_decider_from_elsewhere_fails() -> None:
    header = HEADER.model_copy(update={"decision_makers": ("Zoe",)})
    score = adds_no_words(case_of(), outcome_of(header))
    assert score is not None
    assert not score.value
