"""What is denied, and what is only supposed."""

import pytest

from copilot.analysis.triage.denial import is_denied, is_human_work, is_lifted, is_supposed


@pytest.mark.parametrize(
    ("sentence", "words", "denied"),
    [
        ("It does not rank applicants.", "rank", True),
        ("It sorts mail without scoring anybody.", "scoring", True),
        ("It ranks applicants, not documents.", "ranks", False),
        ("It is not a toy but ranks applicants.", "ranks", False),
        ("It not only sorts, ranks and scores people.", "ranks", False),
        ("A score is not shown to anybody.", "score", True),
        ("People are ranked without noticing.", "ranked", False),
        ("It isn't used to rank, score or reject people.", "reject", True),
        ("It finds deviations without any profile.", "finds deviations", False),
        ("Outside the EU it ranks people.", "ranks", False),
        ("Outside the scope is how it ranks people.", "ranks", True),
        ("It stops the press so that nobody is hurt.", "hurt", False),
        ("It sells them what they do not understand.", "not understand", False),
        ("It collects portraits without selection for a database.", "database", False),
    ],
)
def test_denial_reaches_to_the_end_of_its_clause(sentence: str, words: str, denied: bool) -> None:
    start = sentence.index(words)
    assert is_denied(sentence, start, start + len(words)) is denied


def test_a_case_that_is_only_supposed_is_recognised() -> None:
    assert is_supposed("The answer could be different if the system also ranks people.")
    assert not is_supposed("It ranks people if they apply.")


@pytest.mark.parametrize(
    ("sentence", "words", "human"),
    [
        ("The officer then decides whether to pay.", "decides", True),
        ("The model decides whether to pay.", "decides", False),
        ("Whether she is entitled is examined exclusively by that unit.", "entitled", True),
        ("Applicants are ranked by the panel.", "ranked", True),
        ("It is used by officers to rank applicants.", "rank", False),
    ],
)
def test_what_a_human_does_is_told_from_what_the_machine_does(
    sentence: str, words: str, human: bool
) -> None:
    start = sentence.index(words)
    assert is_human_work(sentence, start, start + len(words)) is human


def test_what_is_left_untouched_is_denied() -> None:
    sentence = "The order of calls is left untouched."
    assert is_lifted(sentence, 4, 9)
