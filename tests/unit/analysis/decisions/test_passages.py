"""A decision is found by what it says, and its first passage says it whole."""

from datetime import date

from copilot.analysis.decisions.passages import decision_passages
from copilot.analysis.decisions.reading import read_decision
from copilot.analysis.sentences import sentences
from copilot.domain.decision import Decision
from tests.unit.analysis.decisions.test_reading import MADR

NAME = "d-20261102-0000000a"


def read(body: str = MADR) -> Decision:
    front = {"id": NAME, "date": "2026-11-02", "confidence": 70, "review-by": "2027-03-01"}
    return read_decision(front, body, date(2026, 11, 2))


def test_the_first_passage_says_what_when_why_and_between_what() -> None:
    lead = decision_passages(read(), ())[0]
    assert lead.id == f"{NAME}#decision"
    assert lead.title == "Decision of 2026-11-02: Nurses may override the score"
    assert "On 2026-11-02 it was decided: Override with a reason, because a nurse" in lead.text
    assert "Options considered: Ship as it is; Override with a reason; Do nothing." in lead.text
    assert "Confidence was 70 %." in lead.text
    assert "by 2027-03-01" in lead.text


def test_the_other_sections_can_be_found_too_and_short_repetitions_are_left_out() -> None:
    anchors = [one.id.partition("#")[2] for one in decision_passages(read(), ())]
    assert "context-and-problem-statement" in anchors
    assert "dissent" in anchors
    assert "considered-options" not in anchors


def test_a_superseded_decision_says_so_in_every_passage() -> None:
    passages = decision_passages(read(), ("d-20261103-0000000b",))
    assert all("(superseded by d-20261103-0000000b)" in one.title for one in passages)
    assert all(one.superseded_by == ("d-20261103-0000000b",) for one in passages)
    assert sentences(passages[0].text)[0].startswith(
        "No longer in force, superseded by d-20261103-0000000b: On 2026-11-02 it was decided"
    )


def test_ids_are_unique() -> None:
    ids = [one.id for one in decision_passages(read(MADR + "\n## Decision\n\nAgain.\n"), ())]
    assert len(set(ids)) == len(ids)
