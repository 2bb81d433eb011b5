"""The small language of phrases."""

import pytest

from copilot.analysis.triage.phrases import compiled, expanded

TERMS = expanded({"animal": "(?:cats?|dogs?)", "pet": "{animal}|canar(?:y|ies)"})


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("predict* ~ risk", "It predicts the annual risk.", "predicts the annual risk"),
        ("predict* ~ risk", "It predicts. The risk is small.", None),
        ("{pet}", "Two Canaries sing.", "Canaries"),
        ("cat", "A category", None),
        (r"dog\w*", "dogged", "dogged"),
    ],
)
def test_a_phrase_finds_what_it_says(phrase: str, text: str, found: str | None) -> None:
    match = compiled(phrase, TERMS).look_for.search(text)
    assert (match and match[0]) == found


def test_a_phrase_may_ask_for_words_beside_it_and_anywhere() -> None:
    phrase = compiled("scor* & people && loans?", TERMS)
    assert phrase.beside[0].search("People")
    assert phrase.anywhere[0].search("a loan")


@pytest.mark.parametrize("phrase", ["{tree}", "(open"])
def test_a_malformed_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="phrase"):
        compiled(phrase, TERMS)
