"""Columns of exports in many house styles are told apart."""

from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.analysis.surveys.columns.inferring import infer_columns
from copilot.domain.survey_parts import Column
from copilot.stores.surveys.reading import read_table
from tests.unit.analysis.surveys.columns.drawing import Draw
from tests.unit.analysis.surveys.columns.house_styles import (
    STYLES,
    TOOLS,
    Export,
    form_questions,
    option_named_columns,
    three_header_rows,
    two_header_rows,
)


def columns_of(export: Export, folder: Path) -> dict[str, Column]:
    path = folder / "survey.csv"
    path.write_bytes(export.text.encode(export.encoding))
    return {column.name: column for column in infer_columns(read_table(path).frame)}


def column_of(name: str, values: Sequence[str]) -> Column:
    frame = pl.DataFrame({name: [value or None for value in values]}, schema={name: pl.String})
    return infer_columns(frame)[0]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
def test_every_column_of_a_house_style_has_its_type(
    style: Callable[[], Export], tmp_path: Path
) -> None:
    export = style()
    found = columns_of(export, tmp_path)
    assert {name: column.type for name, column in found.items()} == export.types


def test_options_in_columns_of_their_own_share_their_question(tmp_path: Path) -> None:
    for style, stem in (
        (two_header_rows, "Which of these do you use? (select all that apply)"),
        (three_header_rows, "Which channels do you use?"),
        (option_named_columns, "Slack, Teams, E-mail, …"),
    ):
        columns = columns_of(style(), tmp_path).values()
        options = [(one.question, one.option) for one in columns if one.type == "multi"]
        assert options == [(stem, tool) for tool in TOOLS]
        beside = [column.name for column in columns if "Other" in column.name]
        assert [column.question for column in columns if column.name in beside] == [stem]


def test_options_that_hold_the_separator_stay_whole(tmp_path: Path) -> None:
    column = columns_of(form_questions(), tmp_path)["What do you use the product for?"]
    assert column.separator == ","
    whole = {"Reports, dashboards", "Sharing with clients", "Planning", "Yes, daily stand-ups"}
    assert set(column.options) == whole


def test_options_that_end_alike_stay_whole() -> None:
    options = ["Mon, evening", "Wed, evening", "Sat, morning"]
    column = column_of("Which times suit you? (all that apply)", Draw(6).several(options, ", "))

    assert set(column.options) == set(options)


@pytest.mark.parametrize("separator", ["; ", "|", "\n", ", ", ","])
def test_several_picks_in_a_cell_are_split_at_their_separator(separator: str) -> None:
    column = column_of("Used features", Draw(3).several(["Search", "Export", "Chat"], separator))
    assert (column.type, column.separator) == ("multi", separator.strip(" ") or separator)
    assert set(column.options) == {"Search", "Export", "Chat"}


def test_sentences_with_commas_are_no_picks() -> None:
    comments = Draw(4).comments(blank=0)
    assert column_of("Feedback", [f"Well, {one}, yes" for one in comments]).type == "open"


def test_a_single_choice_whose_options_have_commas_is_single() -> None:
    column = column_of("Would you return?", Draw(5).of(["Yes, soon", "Yes, later", "No, never"]))
    assert (column.type, set(column.options)) == (
        "single",
        {"Yes, soon", "Yes, later", "No, never"},
    )


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("It is useful", ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]),
        ("Satisfaction", ["Not at all satisfied", "Slightly satisfied", "Very satisfied"]),
        ("How often?", ["Less than monthly", "Monthly", "Weekly", "Daily"]),
        ("Quality", ["Very poor", "Poor", "Fair", "Good", "Excellent"]),
        ("Trust", ["No trust", "Little trust", "Some trust", "Complete trust"]),
        ("Buying", ["Definitely would not buy", "Probably would buy", "Definitely would buy"]),
        ("Avis", ["Pas du tout d'accord", "Plutôt pas d'accord", "Plutôt d'accord"]),
        ("Uso", ["Nunca", "Casi nunca", "A veces", "Siempre"]),
        ("Importance", ["1 - Not important", "2", "3", "4", "5 - Very important"]),
        ("Stars", ["★☆☆", "★★☆", "★★★"]),
        ("Hard to find?", ["Very difficult", "Difficult", "Neither", "Easy", "Very easy"]),
    ],
)
def test_a_scale_is_ordered_from_the_least_to_the_most(name: str, options: list[str]) -> None:
    for shown in (options, options[::-1]):
        column = column_of(name, [*shown * 9, "Don't know", "Prefer not to say"])
        assert column.type == "likert"
        assert column.options == tuple(options)
        assert set(column.apart) == {"Don't know", "Prefer not to say"}


@pytest.mark.parametrize(
    "options",
    [
        "Discordo totalmente,Discordo,Não concordo nem discordo,Concordo,Concordo totalmente",
        "Bardzo niezadowolony,Niezadowolony,Zadowolony,Bardzo zadowolony",
        "Instämmer inte alls,Instämmer delvis,Instämmer helt",
        "Полностью не согласен,Не согласен,Нейтрально,Согласен,Полностью согласен",
        "とても不満,不満,どちらでもない,満足,とても満足",
        "Nunca,Rara vez,A veces,A menudo,Siempre",
        "Très mauvaise,Mauvaise,Moyenne,Bonne,Très bonne",
        "Far too little,Too little,About right,Too much,Far too much",
        "😡,🙁,😐,🙂,😍",
    ],
)
def test_scales_of_other_languages_are_ordered(options: str) -> None:
    steps = options.split(",")
    column = column_of("Question", sorted(steps) * 9)

    assert (column.type, column.options) == ("likert", tuple(steps))


def test_a_town_that_people_write_themselves_is_open_and_a_few_sites_are_groups() -> None:
    towns = ["Leeds", "Hull", "York", "Bath", "Ely", "Wells", "Truro", "Derby", "Leeds", "Oban"]

    assert column_of("City", towns).type == "open"
    assert column_of("City", ["Leeds", "York"] * 9).type == "segment"


def test_short_codes_of_a_small_file_are_groups() -> None:
    codes = ["w7", "w1", "w7", "w3", "w9", "w3", "w12", "w5", "w5", "w2", "w8", "w11"]

    assert column_of("wave", codes).type == "segment"


def test_comments_with_commas_are_no_picks() -> None:
    parts = ["Preis", "die Suche ist langsam", "mehr Vorlagen wären schön", "keine Ahnung davon"]
    comments = [f"{one}, {other}" for one in parts for other in parts if one != other]

    assert column_of("Was sollten wir verbessern?", comments * 4).type == "open"


def test_codes_for_missing_answers_do_not_stretch_a_scale() -> None:
    column = column_of("Satisfaction", [*"1234522345" * 5, "99", "-1"])
    assert (column.type, column.options) == ("likert", ("1", "2", "3", "4", "5"))
    assert set(column.apart) == {"99", "-1"}


def test_a_step_that_nobody_chose_is_on_the_scale() -> None:
    column = column_of("How satisfied are you, from 1 to 7?", [*"2356745" * 8])
    assert column.options == tuple("1234567")


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("How likely are you to recommend us?", "0,3,7,8,9,10,10,9", "nps"),
        ("Q7", "0 - Not at all likely,5,7,8,9,10 - Extremely likely", "nps"),
        ("Would you recommend us?", "Yes,No,Yes,Yes,No", "single"),
        ("How many seats do you have?", "3,9,12,40,5,2", "number"),
        (
            "How likely are you to recommend us?",
            "Very likely,Likely,Unlikely,Very unlikely",
            "likert",
        ),
        ("Age", "23,34,41,56,29", "number"),
        ("Age", "18-24,25-34,35-44", "segment"),
        ("Price paid", "$12.50,$8,$1 200.00", "number"),
        ("customer_email", "a@b.co,c@d.org,e@f.net", "id"),
        ("Unsubscribed", "", "ignore"),
        ("Gross salary", "48000 EUR,51200 EUR", "number"),
        ("wave", ",".join(f"w{number}" for number in range(1, 13)), "segment"),
        ("sku", "AC-1,AC-2,AC-9", "single"),
        ("GENDER", "1,2", "segment"),
        ("What's your first name?", "Ana,Ben,Chloe,Dev", "id"),
        ("Review title", "Love it,Crashes,Too expensive", "single"),
        ("Could you suggest us to a friend? 0-10", "0,3,7,8,9,10", "nps"),
        ("ts", "1735689600,1735699600,1735789600", "date"),
        ("Which editor? [Other]", "Nano,,,,,,,,,,", "open"),
        ("Describe it in one word", "fast,simple,slow,fast", "open"),
    ],
)
def test_values_and_headers_decide_together(name: str, values: str, expected: str) -> None:
    assert column_of(name, values.split(",") * 8).type == expected


def test_answers_in_numbered_columns_share_their_question() -> None:
    draw = Draw(8)
    names = [f"Reason #{place}: What keeps you from using it more?" for place in (1, 2, 3)]
    frame = pl.DataFrame({name: draw.comments(blank=0) for name in names})
    columns = infer_columns(frame)
    assert {column.question for column in columns} == {"What keeps you from using it more?"}
    assert {column.type for column in columns} == {"open"}


def test_follow_ups_that_stand_apart_are_different_questions() -> None:
    draw = Draw(9)
    frame = pl.DataFrame(
        {
            "Please explain": draw.comments(blank=0),
            "Ease": draw.whole(1, 5),
            "Please explain (2)": draw.comments(blank=0),
        }
    )
    assert [column.question for column in infer_columns(frame)] == ["", "", ""]


def test_agreeing_with_blame_is_bad() -> None:
    agreement = ["Disagree", "Neutral", "Agree"] * 9
    assert column_of("It was frustrating to set up", agreement).is_reversed
    assert not column_of("It was not difficult to set up", agreement).is_reversed


def test_doubt_is_told_where_answers_are_few() -> None:
    assert column_of("Thing", ["a", "b", "a"]).confidence < 0.7


def test_rare_options_of_a_large_survey_are_found() -> None:
    values = ["Agree", "Disagree"] * 30_000
    values[7] = "Strongly disagree"
    assert column_of("It works", values).options == ("Strongly disagree", "Disagree", "Agree")


def test_comments_that_many_share_are_still_comments() -> None:
    shared = ["Great product", "More exports please", "I want dark mode", "No", "Keep it up"]
    assert column_of("Any other comments?", shared * 20).type == "open"


def test_few_phrases_that_no_form_would_write_are_answers() -> None:
    said = ["search is slow", "dark mode", "nothing", "n/a", "it fails on big files", "price"]
    offered = ["Search", "Dark mode", "Nothing", "Other", "More frequent updates of it", "Price"]

    assert column_of("What would you improve?", said * 10).type == "open"
    assert column_of("What would you improve?", offered * 10).type == "single"


def test_rows_numbered_through_are_ids() -> None:
    assert column_of("Case", [str(row) for row in range(40, 60)]).type == "id"


_CELL = st.none() | st.sampled_from(["Yes", "1", "10", "99", "a, b", "-"]) | st.text(min_size=1)


@settings(max_examples=30)
@given(names=st.lists(st.text(max_size=20), max_size=6, unique=True), data=st.data())
def test_whatever_cells_hold_each_column_has_a_type(names: list[str], data: st.DataObject) -> None:
    rows = data.draw(st.integers(0, 12))
    cells = st.lists(_CELL, min_size=rows, max_size=rows)
    frame = pl.DataFrame({name: pl.Series(data.draw(cells), dtype=pl.String) for name in names})
    assert [column.name for column in infer_columns(frame)] == names


def typed(name: str, *values: str | None) -> Column:
    (found,) = infer_columns(pl.DataFrame({name: values}, schema={name: pl.String}))
    return found


def test_slips_of_case_and_blanks_leave_a_scale_a_scale() -> None:
    steps = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
    slips = ("agree", "Strongly  agree", "DISAGREE")
    found = typed("It is easy to use", *(steps * 10), *slips)
    assert (found.type, found.options, found.apart) == ("likert", steps, ())


@pytest.mark.parametrize(
    ("name", "values", "kind"),
    [
        ("How easy was it (1-5)?", [str(1 + at % 5) for at in range(40)], "likert"),
        ("Score (1-10)", [str(1 + at % 10) for at in range(40)], "likert"),
        ("Hours a week", [f"{at}.5" for at in range(40)], "number"),
        ("How many seats do you have?", [str(7 * at) for at in range(40)], "number"),
    ],
)
def test_numbers_stay_numbers_where_a_fifth_have_no_answer(
    name: str, values: list[str], kind: str
) -> None:
    found = typed(name, *values, *["?"] * 6, *["n/a"] * 4)
    assert found.type == kind
    assert {"?", "n/a"} <= set(found.apart)


def test_commas_of_comments_part_no_picks() -> None:
    replies = ("No", "Thanks, Sue", "Keep it up, all", "Ask Sue, she knows", "Thanks, all", "Fine")
    found = typed("Anything else you want to tell us?", *(replies * 10))
    assert found.type == "open"


def test_a_text_beside_option_columns_is_the_option_other() -> None:
    frame = pl.DataFrame(
        {
            "Boards": ["Boards", None, "Boards", None] * 5,
            "Reports": [None, "Reports", "Reports", None] * 5,
            "Other": [None, None, None, "Spreadsheets", *[None] * 8, *["a wiki", None] * 4],
        }
    )
    *options, other = infer_columns(frame)
    assert other.type == "open"
    assert (other.question, other.option) == (options[0].question, "Other")
