"""A new document is held against the decisions that rest on what it is about."""

from datetime import date

from copilot.analysis.decisions.touched import Touched, Update, touched
from copilot.domain.decision import Decision, Header

CITED = {"ai-act#oversight": ("EU AI Act Art. 14(4)",), "gdpr#automated": ("GDPR Art. 22",)}


def decision(text: str, *evidence: str) -> Decision:
    header = Header(id="d-20261101-0000000a", date=date(2026, 11, 1), evidence=evidence)
    return Decision(header=header, title="Override", text=text)


def found(update: str, text: str, *evidence: str) -> list[Touched]:
    news = Update("update.md", "update", update)
    return touched([news], [decision(text, *evidence)], CITED)


def test_a_clause_that_both_name_touches() -> None:
    [one] = found("Art. 14 of the EU AI Act is amended.", "The EU AI Act, Art. 14, asks for it.")
    assert (one.decision, one.document) == ("d-20261101-0000000a", "update.md")
    assert one.why == "it names art. 14, as the document does"


def test_a_clause_of_its_evidence_touches_though_the_text_names_none() -> None:
    [one] = found("Art. 14 of the EU AI Act is amended.", "Nurses decide.", "ai-act#oversight")
    assert one.why == "it names art. 14(4), as the document does"


def test_the_same_number_in_another_law_does_not_touch() -> None:
    assert found("Art. 22 of the GDPR is amended.", "EU AI Act Art. 22 asks for it.") == []


def test_a_longer_number_is_another_clause() -> None:
    assert found("EU AI Act Art. 1 is amended.", "EU AI Act Art. 14 asks for it.") == []


def test_a_document_that_is_evidence_touches_whatever_it_says() -> None:
    [one] = found("New figures.", "Nurses decide.", "update#results")
    assert one.why == "it rests on this document"


def test_a_document_about_something_else_touches_nothing() -> None:
    assert found("The canteen opens at noon.", "EU AI Act Art. 14.", "ai-act#oversight") == []
