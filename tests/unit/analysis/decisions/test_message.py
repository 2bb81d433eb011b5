"""Commit messages say what was decided, and read back as what they say."""

from datetime import date

from copilot.analysis.decisions.message import (
    decision_message,
    merge_message,
    outcome_message,
    read_message,
    signature_message,
)
from copilot.domain.decision import AiPart, Decision, Header, Outcome

HEADER = Header(
    id="d-20261125-0000000a",
    date=date(2026, 11, 25),
    confidence=70,
    review_by=date(2027, 3, 1),
    supersedes=("d-20261101-0000000b",),
    ai=AiPart(model="embedded:small", prompt="draft_decision@1"),
)
DECISION = Decision(header=HEADER, title="Two vendors", chosen="Two vendors", text="")


def test_a_decision_reads_back_with_all_that_lists_need() -> None:
    said = read_message(decision_message(DECISION, 51, "interactive"))
    assert said["title"] == "Two vendors"
    assert (said["decision"], said["count"]) == ("d-20261125-0000000a", 51)
    assert said["supersedes"] == ("d-20261101-0000000b",)
    assert (said["confidence"], said["review_by"]) == (70, date(2027, 3, 1))
    assert (said["status"], said["approval"]) == ("accepted", "interactive")


def test_what_a_model_did_is_told() -> None:
    message = decision_message(DECISION, 1, "flag")
    assert "Drafted-by: embedded:small draft_decision@1" in message


def test_the_first_line_and_the_rest_are_short_enough_for_git() -> None:
    long = DECISION.model_copy(update={"title": "word " * 60, "chosen": "word " * 60})
    assert max(map(len, decision_message(long, 1, "flag").splitlines())) <= 72


def test_a_text_cannot_smuggle_in_trailers() -> None:
    sly = DECISION.model_copy(
        update={"title": "A\n\nCount: 9", "chosen": "B\n\nDecision: d-20000101-ffffffff\nCount: 7"}
    )
    said = read_message(decision_message(sly, 3, "flag"))
    assert (said["decision"], said["count"]) == ("d-20261125-0000000a", 3)


def test_nothing_a_terminal_obeys_gets_into_a_message() -> None:
    sly = DECISION.model_copy(update={"title": "A\x1b[2Jb\u202ec", "chosen": "x\x07"})
    message = decision_message(sly, 3, "flag")
    assert message.startswith("Abc\n")
    assert "\x07" not in message


def test_outcomes_signatures_and_merges_are_told_apart() -> None:
    outcome = Outcome(
        id="o-20270101-00000001", of="d-20261125-0000000a", date=date(2027, 1, 1), held="partly"
    )
    said = read_message(outcome_message(outcome, "Two vendors", 5, "flag"))
    assert (said["outcome"], said["outcome_of"], said["held"]) == (outcome.id, outcome.of, "partly")
    assert said["title"] == "Two vendors"
    assert read_message(signature_message("d-1", "T", 5, "flag"))["signs"] == "d-1"
    assert read_message(merge_message(8))["merges"] is True


def test_a_foreign_message_is_read_without_complaint() -> None:
    said = read_message("fix typo\n\nCount: many\nReview-by: soon\nHeld: maybe\n")
    assert (said["title"], said["count"], said["review_by"], said["held"]) == (
        "fix typo",
        0,
        None,
        None,
    )
