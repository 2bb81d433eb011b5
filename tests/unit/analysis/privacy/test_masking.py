"""Masking over a survey: consistent, reversible, idempotent, and closed when in doubt."""

from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copilot.analysis.privacy.masking import Masker, payload_is_clean
from copilot.analysis.privacy.name_book import Known
from copilot.analysis.privacy.placeholders import Vault, reveal
from copilot.analysis.privacy.plain_view import plain_text
from scripts.bench.pii_typed import answers
from scripts.bench.pii_values import VALUES

PIECES = st.sampled_from(
    (
        "mail a.b@example.org", "call +44 20 7946 0018", "Spoke to Priya", "thanks, Bob", "\n", " ",
        "[EMAIL_1]", "[NAME_1]", "[TEXT_1]", "order #A-1234", "4111 1111 1111 1111", "regards,",
        "- Sarah", "Sarah", "sarah", "was great.", "http://x.org/u", "@someone", "Müller", "#",
        "ａ＠ｂ．org", "a.b@exam\u200bple.org", "\u200b", "［EMAIL_1］", "e\u0301", "我叫王小明",
        "Иван Петров",
        "my login is bob_82", "card 4111 1111 1111 1112", "김민준 씨", "12 high street", "u\u0308",
    )
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=8).map(" ".join), st.text(max_size=60))
QUICK = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_value_has_the_same_placeholder_throughout_in_any_case(masker: Masker) -> None:
    first = masker.mask("Write to Ann.Lee@Example.org or x@example.org")
    second = masker.mask("ann.lee@example.org never answers")
    assert first.text == "Write to [EMAIL_1] or [EMAIL_2]"
    assert second.text == "[EMAIL_1] never answers"


def test_what_is_found_has_its_place_in_the_text_as_it_was(masker: Masker) -> None:
    text = "Spoke to Priya, then priya called +44 20 7946 0018"
    found = masker.mask(text).found
    assert [item.kind for item in found] == ["name", "name", "phone"]
    assert all(text[item.start : item.end] == item.value for item in found)


def test_a_masked_text_is_revealed_by_its_vault_only(masker: Masker) -> None:
    masked = masker.mask("Sarah Connor, ssn 123-45-6789")
    assert masked.text == "[NAME_1], ssn [NATIONAL_ID_1]"
    assert reveal(masked.text, masker.vault) == "Sarah Connor, ssn 123-45-6789"
    assert reveal(masked.text, Vault()) == masked.text


def test_a_column_is_masked_in_order_and_its_blanks_stay(masker: Masker) -> None:
    masked = masker.mask_many(["a@b.org", None, "", "fine", "c@d.org or a@b.org"])
    assert masked.texts == ("[EMAIL_1]", None, "", "fine", "[EMAIL_2] or [EMAIL_1]")
    assert set(masked.found) == {0, 4}
    assert masked.counts == {"email": 3}


def test_a_placeholder_that_a_respondent_wrote_is_never_given_out(masker: Masker) -> None:
    masked = masker.mask_many(["mine is a@b.org", "I saw [EMAIL_1] in the form"])
    assert masked.texts == ("mine is [EMAIL_2]", "I saw [EMAIL_1] in the form")
    assert reveal(str(masked.texts[1]), masker.vault) == "I saw [EMAIL_1] in the form"


def test_a_placeholder_written_after_it_was_given_out_is_told_apart(masker: Masker) -> None:
    ours = masker.mask("mine is a@b.org").text
    theirs = masker.mask("I saw [EMAIL_1] in the form")
    assert (ours, theirs.text) == ("mine is [EMAIL_1]", "I saw [TEXT_1] in the form")
    assert reveal(theirs.text, masker.vault) == "I saw [EMAIL_1] in the form"


def test_columns_can_be_reserved_before_the_first_is_masked(masker: Masker) -> None:
    masker.reserve(["[PHONE_1] was shown", None])
    assert masker.mask("+44 20 7946 0018").text == "[PHONE_2]"


def test_other_places_of_a_value_are_masked_with_it(masker: Masker) -> None:
    text = "My manager Zorblax said no. Ask ZORBLAX or zorblax."
    assert "zorblax" not in masker.mask(text).text.lower()


def test_an_ordinary_word_that_was_a_name_once_stays_a_word(masker: Masker) -> None:
    assert masker.mask("I spoke to Will and he will call").text == (
        "I spoke to [NAME_1] and he will call"
    )


def test_a_payload_with_a_value_left_in_it_is_not_clean(masker: Masker) -> None:
    rows = masker.mask_many(["Priya Patel was kind", "write to a@b.org"]).texts
    payload = "\n".join(f"{row}: {text}" for row, text in enumerate(rows, 1))
    assert payload_is_clean(payload, masker)
    assert not payload_is_clean(f"{payload}\n3: write to c@d.org", masker)
    assert not payload_is_clean(f"{payload}\n3: Priya Patel again", masker)


@pytest.mark.parametrize("text", ["", "   ", "\ue000", "[EMAIL_0]", "[[", "[NAME_1", "\x00"])
def test_odd_texts_stay_as_they_are(text: str, masker: Masker) -> None:
    assert masker.mask(text) == (text, ())


@QUICK
@given(text=TEXTS)
def test_masking_twice_changes_nothing_more(text: str, known: Known) -> None:
    masker = Masker(("Zorblax",), known)
    once = masker.mask(text).text
    assert masker.mask(once).text == once
    assert not Masker(("Zorblax",), known).mask(once).found
    assert payload_is_clean(once, masker)


@QUICK
@given(texts=st.lists(TEXTS, max_size=4))
def test_every_text_comes_back_but_for_the_case_of_letters(texts: list[str], known: Known) -> None:
    masker = Masker((), known)
    masked = masker.mask_many(texts)
    back = [reveal(text or "", masker.vault) for text in masked.texts]
    assert [_as_read(text) for text in back] == [_as_read(text) for text in texts]


def _as_read(text: str) -> str:
    return " ".join(plain_text(text).casefold().split())


def test_a_value_in_wide_or_hidden_signs_has_the_placeholder_of_the_plain_one(
    masker: Masker,
) -> None:
    masked = masker.mask_many(["ab@c.org", "ａｂ＠ｃ．ｏｒｇ", "a\u200bb@c.org\u200b!"])
    assert masked.texts == ("[EMAIL_1]", "[EMAIL_1]", "[EMAIL_1]!")


@settings(QUICK, max_examples=30)
@given(kind=st.sampled_from(sorted(VALUES)), half=st.sampled_from((0, 1)), seed=st.integers(0, 99))
def test_what_was_masked_is_clean_and_comes_back(
    kind: str, half: Literal[0, 1], seed: int, known: Known
) -> None:
    masker = Masker((), known)
    text = next(iter(answers(kind, half, 1, seed))).text
    masked = masker.mask(text).text
    assert payload_is_clean(masked, masker)
    assert payload_is_clean(masked, Masker((), known))
    assert _as_read(reveal(masked, masker.vault)) == _as_read(text)
