import polars as pl

from copilot.analysis.surveys.quality.languages import language_shares


def test_languages_are_told_apart_and_short_answers_are_left_open() -> None:
    answers = pl.Series(
        ["The export is far too slow", "Das ist mir viel zu teuer", "price", None, "  ",
         "C'est beaucoup trop cher pour moi"]
    )  # fmt: skip

    assert language_shares(answers, 1) == {"en": 0.25, "de": 0.25, "unknown": 0.25, "fr": 0.25}


def test_a_large_survey_is_sampled_by_its_seed() -> None:
    answers = pl.Series(["The export is too slow", "Das ist mir viel zu teuer"] * 200)

    first = language_shares(answers, 7, sample=50)

    assert first == language_shares(answers, 7, sample=50)
    assert 0.2 < first["en"] < 0.8


def test_nothing_written_has_no_language() -> None:
    assert language_shares(pl.Series([None, ""], dtype=pl.String), 1) == {}
