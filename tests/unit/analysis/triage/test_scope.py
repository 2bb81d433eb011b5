"""How far a denial reaches, and sentences about another case."""

import pytest

from copilot.analysis.triage.scope import is_fallback, is_narrow, is_of_others

SHOWN = "It ranks job applicants for recruiters."


def narrow(sentence: str, act: str) -> bool:
    start = sentence.index(act)
    return is_narrow(sentence, start, start + len(act), SHOWN)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("It does not rank internal candidates.", "does not rank"),
        ("It does not rank candidates in this release.", "does not rank"),
        ("It does not rank applicants yet, for now.", "does not rank"),
        ("The model does not score cover letters.", "does not score"),
        ("Employees are not ranked.", "are not ranked"),
        ("It does not rate cities.", "does not rate"),
        ("It does not decide on pay.", "does not decide"),
    ],
)
def test_a_denial_of_a_part_a_time_or_another_thing_is_narrow(sentence: str, act: str) -> None:
    assert narrow(sentence, act)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("It does not rank candidates.", "does not rank"),
        ("It does not rank.", "does not rank"),
        ("People are not ranked.", "are not ranked"),
        ("Content is not assessed.", "is not assessed"),
        ("It does not judge suitability.", "does not judge"),
        ("It does not assess the applicant.", "does not assess"),
        ("It does not score CVs.", "does not score"),
        ("It does not decide on applicants.", "does not decide"),
    ],
)
def test_a_denial_of_the_same_or_of_everything_is_not_narrow(sentence: str, act: str) -> None:
    assert not narrow(sentence, act)


@pytest.mark.parametrize(
    "sentence",
    [
        "If the model is down, the list is sorted by date.",
        "When the scoring service fails, clerks sort by date.",
        "The list is sorted by date if the system does not respond.",
        "Fallback: sorted by date.",
        "Otherwise, the list is sorted by date.",
        "Until then files are sorted by date.",
        "During an outage files are sorted by date.",
    ],
)
def test_a_fallback_is_recognised(sentence: str) -> None:
    assert is_fallback(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "If a page is missing, the system reminds the applicant.",
        "When the system is used, files are sorted by date.",
        "The tool finds duplicates if there are any.",
        "If the tool detects a missing signature, it says so.",
    ],
)
def test_a_condition_of_the_usual_way_is_no_fallback(sentence: str) -> None:
    assert not is_fallback(sentence)


def test_what_others_do_is_told_apart() -> None:
    assert is_of_others("Other tools rank applicants.")
    assert is_of_others("Competitors rank applicants.")
    assert not is_of_others("Our tool ranks applicants.")
