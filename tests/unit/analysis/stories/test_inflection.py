"""Forms of words."""

import pytest

from copilot.analysis.stories.inflection import singular, stem, verb_bases


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("publishing", "publish"),
        ("stopped", "stop"),
        ("copies", "copy"),
        ("uses", "use"),
        ("sent", "send"),
        ("is", "be"),
        ("selling", "sell"),
    ],
)
def test_a_form_leads_to_its_base(form: str, base: str) -> None:
    assert base in verb_bases(form)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("orders", "order"),
        ("copies", "copy"),
        ("boxes", "box"),
        ("status", "status"),
        ("news", "news"),
    ],
)
def test_plurals_lose_their_ending(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize("form", ["publish", "published", "publishes", "publishing"])
def test_forms_of_a_word_meet_in_its_stem(form: str) -> None:
    assert stem(form) == "publish"
