"""The language of a description."""

import pytest

from copilot.analysis.language import foreign


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Eine Kamera erkennt die Stimmung der Schüler im Unterricht.", "de"),
        ("Une caméra reconnaît les passants dans la rue et prévient la police.", "fr"),
        ("El sistema puntúa a los candidatos que buscan un empleo.", "es"),
        ("Il sistema valuta i candidati che cercano un lavoro.", "it"),
    ],
)
def test_another_language_is_recognised(text: str, code: str) -> None:
    assert foreign(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "A camera reads the mood of pupils in class and tells the teacher.",
        "It sorts each résumé before a recruiter reads it.",
        "Müller GmbH wants a credit score for its customers in Köln.",
        "churn dashboard",
        "Spell checker",
        "12345",
        "?!",
        "",
    ],
)
def test_english_and_what_cannot_be_told_are_read_as_english(text: str) -> None:
    assert foreign(text) is None


def test_accents_alone_decide_nothing() -> None:
    assert foreign("Thé tool gréets évery guest ànd shows the way.") is None
