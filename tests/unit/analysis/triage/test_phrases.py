"""The small language of phrases."""

import pytest

from copilot.analysis.triage.phrases import compiled, expanded, small

TERMS = expanded({"animal": "(?:cats?|dogs?)", "pet": "{animal}|canar(?:y|ies)"})


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("predict* ~ risk", "It PREDICTS the annual risk.", "predicts the annual risk"),
        ("predict* ~ risk", "It predicts. The risk is small.", None),
        ("{pet}", "Two Canaries sing.", "canaries"),
        ("cat", "A category", None),
        (r"dog\w*", "dogged", "dogged"),
    ],
)
def test_a_phrase_finds_what_it_says(phrase: str, text: str, found: str | None) -> None:
    match = compiled(phrase, TERMS).look_for.search(small(text))
    assert (match and match[0]) == found


def test_a_phrase_may_ask_for_words_beside_it_and_anywhere() -> None:
    phrase = compiled("scor* & people && loans?", TERMS)
    assert phrase.beside[0].search("people")
    assert phrase.anywhere[0].search("a loan")


def test_small_letters_keep_their_places() -> None:
    assert small("İ Rank ß") == "İ rank ß"
    assert compiled("CVs? \\W rank", {}).look_for.search("cv - rank")


@pytest.mark.parametrize("phrase", ["{tree}", "(open"])
def test_a_malformed_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="phrase"):
        compiled(phrase, TERMS)
