"""A role and a means, in a whole sentence."""

import pytest

from tests.unit.analysis.stories.linting import LINTER, marked, rules


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Server configuration", "well_formed.no_story"),
        ("Permit fees must be shown before payment.", "well_formed.no_story"),
        ("I want to pay by card", "well_formed.no_role"),
        ("As a user, a list of orders.", "well_formed.no_means"),
        ("As a user so that I feel valued", "well_formed.no_means"),
        ("As a , I want to pay", "well_formed.no_role"),
    ],
)
def test_what_is_missing_is_an_error(text: str, rule: str) -> None:
    assert rules(text, "well_formed") == [rule]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Als Nutzer möchte ich mein Passwort zurücksetzen, damit ich mich anmelden kann", "(de)"),
        ("En tant que client, je veux payer en ligne afin de gagner du temps", "(fr)"),
        ("Como usuario, quiero cambiar mi contraseña para poder entrar otra vez", "(es)"),
    ],
)
def test_a_story_in_another_language_gets_one_remark_and_no_nonsense(
    text: str, language: str
) -> None:
    [finding] = LINTER.findings(LINTER.read(text))
    assert (finding.rule, finding.severity) == ("well_formed.language", "info")
    assert language in finding.message


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Bed overview for the ward", "full_sentence.fragment", "Bed overview for the ward"),
        ("As a user, want to pay", "full_sentence.subject", "want to "),
        ("As a user, I want to data to be checked", "full_sentence.no_verb", "data to"),
        ("As a user, I want to the report", "full_sentence.no_verb", "the report"),
        ("As a user, I want see my orders", "full_sentence.no_to", "see"),
        ("As a user, I want able to pay", "full_sentence.no_verb", "able"),
        ("As a user, I want to see the", "full_sentence.open_end", "the"),
        ("As a user, I want to pay so that .", "full_sentence.open_end", "so that ."),
        ("As a user, I want to see the the orders", "full_sentence.twice", "the the"),
    ],
)
def test_where_the_sentence_breaks_is_found(text: str, rule: str, words: str) -> None:
    assert rules(text, "full_sentence") == [rule]
    assert marked(text, "full_sentence") == words


@pytest.mark.parametrize(
    "text",
    [
        "Mute a noisy thread",
        "It should be possible to pay",
        "As a user, I want a list of orders",
        "As a user, I want to sign up",
        "As a user, I want to version my files",
        "As a user, I want to have had had enough",
        "As a user, I want to know what I pay for",
        "When I land, I want to see my gate",
    ],
)
def test_whole_sentences_are_left_alone(text: str) -> None:
    assert rules(text, "full_sentence") == []
