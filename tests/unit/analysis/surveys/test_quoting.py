import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.surveys.quoting import LONGEST, choose_quotes, cut_quote, is_verbatim
from copilot.domain.survey_themes import Quote

TEXTS = [
    "The export times out every Friday afternoon.",
    "I wait for reports, and then they fail without a word.",
    "Getting data into Excel takes me an hour each week.",
    "Downloads of large tables never finish on my laptop.",
    "Dates come out in another format than we need here.",
    "Please let me schedule what I send to my manager.",
]


def chosen(texts: list[str], seed: int = 1, people: int | None = None) -> tuple[Quote, ...]:
    scores = [float(-at) for at in range(len(texts))]
    rows = range(1, len(texts) + 1)
    return choose_quotes(texts, rows, [""] * len(texts), scores, seed, people=people)


def test_the_most_representative_answers_are_quoted_with_their_rows() -> None:
    assert chosen(TEXTS) == tuple(Quote(row=row, text=TEXTS[row - 1]) for row in (1, 2, 3))


def test_fewer_than_five_people_are_not_quoted() -> None:
    assert chosen(TEXTS[:4]) == ()
    assert chosen(TEXTS, people=4) == ()


def test_two_quotes_never_say_the_same() -> None:
    again = [TEXTS[0], TEXTS[0].upper(), f"{TEXTS[0]} Really.", *TEXTS[1:]]

    assert [one.row for one in chosen(again)] == [1, 4, 5]


def test_a_masked_value_is_quoted_only_where_nothing_else_is() -> None:
    masked = "I wrote to [NAME_3] of support about the broken export."

    assert masked not in [one.text for one in chosen([masked, *TEXTS])]
    assert chosen([f"{masked} {'again ' * at}" for at in range(6)])[0].text.startswith(masked)


def test_a_very_short_answer_comes_last() -> None:
    assert chosen(["Slow.", *TEXTS])[0].text == TEXTS[0]


def test_equal_scores_are_decided_by_the_seed() -> None:
    def rows(seed: int) -> list[int]:
        found = choose_quotes(TEXTS, range(6), [""] * 6, [1.0] * 6, seed)
        return [one.row for one in found]

    assert rows(3) == rows(3)
    assert len({tuple(rows(seed)) for seed in range(5)}) > 1


def test_whole_sentences_around_the_span_are_kept() -> None:
    filler = "This sentence is only here because it takes up some room in the answer. " * 3
    text = f"{filler}The export fails. {filler}"

    quote = cut_quote(text, "export")

    assert "The export fails." in quote
    assert quote.endswith("answer.")
    assert len(quote) <= LONGEST


def test_a_sentence_that_is_too_long_is_cut_to_clauses_then_words() -> None:
    clauses = f"{'we tried it, ' * 20}the export fails, {'and so on, ' * 20}"
    words = "word " * 100

    assert "the export fails" in cut_quote(clauses, "the export fails")
    assert cut_quote(words).endswith("word")


@pytest.mark.parametrize("quote", ["", "  ", "the exports", "The export  times"])
def test_what_is_not_there_is_not_verbatim(quote: str) -> None:
    assert not is_verbatim(quote, TEXTS[0])


@given(st.text(max_size=600), st.integers(0, 500), st.integers(1, 40))
def test_a_cut_is_an_exact_part_and_never_too_long(text: str, start: int, length: int) -> None:
    quote = cut_quote(text, text[start : start + length])

    assert quote in text
    assert len(quote) <= LONGEST
