import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.surveys.quality.gate import Gate, excluded_answers
from copilot.domain.survey_parts import Column

IMPROVE = "What would you improve?"
LIKE = "What do you like most?"
WHY = "Why did you choose it?"


def gate(answers: list[str | None], question: str = WHY) -> Gate:
    series = pl.Series("answer", answers, dtype=pl.String)
    return excluded_answers(series.to_frame(), [], question, series)


def reason(answer: str, question: str = WHY) -> str | None:
    found: str | None = gate([answer], question).reasons[0]
    return found


@pytest.mark.parametrize(
    "answer",
    ["n/a", "N.A.", "-", "...", "don’t know", "IDK", "No comment", "same as above", "x", "  ",
     "None at the moment", "keine Angabe", "sans opinion", "no sé", "non so", "não sei",
     "weet niet", "nie wiem", "vet ej", "не знаю", "nothing, thanks", "I have no idea",
     "see my previous answer", "As stated above.", "no particular reason", "わからない", "不知道",
     "👍", "🤷‍♀️", "Thank you!"],
)  # fmt: skip
def test_what_says_nothing_is_left_out(answer: str) -> None:
    assert reason(answer) == "non_answer"


@pytest.mark.parametrize("answer", ["nothing", "None.", "Nichts", "rien", "No, nothing really"])
def test_nothing_to_improve_is_praise_and_counts(answer: str) -> None:
    kept = gate([answer], IMPROVE)

    assert kept.kept.all()
    assert kept.meant == {"nothing to improve": 1}


@pytest.mark.parametrize(
    "answer",
    ["all good", "It's fine as it is.", "I wouldn't change anything", "alles gut", "todo bien"],
)
def test_all_good_is_what_the_question_makes_of_it(answer: str) -> None:
    assert gate([answer], IMPROVE).meant == {"all good, nothing to improve": 1}
    assert reason(answer, "Is there anything else you would like to say?") == "non_answer"
    assert reason(answer, WHY) is None


def test_nothing_liked_is_a_complaint_and_counts() -> None:
    assert gate(["nothing"], LIKE).meant == {"nothing liked": 1}


def test_everything_means_the_opposite_to_opposite_questions() -> None:
    assert gate(["everything"], LIKE).meant == {"everything liked": 1}
    assert gate(["everything"], IMPROVE).meant == {"everything to improve": 1}


def test_no_answers_only_what_can_be_answered_by_it() -> None:
    assert reason("no", "Do you use plugins?") is None
    assert reason("no", "Do you have any other comments?") == "non_answer"
    assert reason("no", IMPROVE) == "non_answer"
    assert gate(["no"], "Is there anything you would improve?").meant == {"nothing to improve": 1}


def test_not_knowing_is_no_answer_to_any_question() -> None:
    assert reason("don't know", IMPROVE) == reason("don't know", LIKE) == "non_answer"


def test_more_than_a_set_phrase_is_an_answer() -> None:
    assert reason("Nothing, it just works") is None
    assert reason("No dark mode") is None
    assert reason("None of the exports work") is None


@pytest.mark.parametrize(
    "answer",
    ["asdf", "asdasdasd", "aaaaaaaa", "sdkfjhsdkfj", "zxcvbnm", "dfqjxwkeb", "12345", "???", "5/5",
     "lorem ipsum dolor sit amet", "https://example.com/a https://example.com/b",
     "good good good good", "test test", "asdfasdf", "dfgdfg", "jkljkl", "qwerty123", "zzzz"],
)  # fmt: skip
def test_what_nobody_meant_is_bogus(answer: str) -> None:
    assert reason(answer) == "bogus"


@pytest.mark.parametrize(
    "answer",
    ["price", "UX", "nginx", "HTML", "html css", "SQL", "GDPR", "HTTPS", "qwerty", "Kubernetes",
     "Tumblr", "Tomtom", "bonbon", "AAA", "testing", "k8s", "čtvrt",
     "Angstschweiß", "flashlights", "salads", "👍 fast", "价格太高",
     "好好好好好好", "遅い", "سريع", "ok", "love love love", "Xbox", "rhythms", "2FA", "C++",
     "Ääni"],
)  # fmt: skip
def test_real_words_of_any_language_and_names_pass(answer: str) -> None:
    assert reason(answer) is None


def test_the_question_repeated_is_bogus_but_its_word_is_not() -> None:
    assert reason("why did you choose it") == "bogus"
    assert reason("price", "Price?") is None


def test_digits_pass_where_they_are_how_the_question_is_answered() -> None:
    assert reason("12", "How many people are in your team?") is None
    assert gate(["12", "30", "7", "about ten"]).kept.all()
    assert reason("12") == "bogus"


def test_an_address_passes_where_people_name_things() -> None:
    assert reason("https://example.com", "Which tools do you use?") is None


def test_a_long_text_again_is_a_duplicate_and_a_short_one_never() -> None:
    long = "the export takes far too long every single week, so that we have to start it at night"
    long = f"{long} and hope that nobody closes the lid"

    assert gate([long, "price", f"  {long.upper()}!", "price"]).reasons.to_list() == [
        None, None, "duplicate", None,
    ]  # fmt: skip


def test_blank_in_a_broken_session_is_partial_and_what_was_written_still_counts() -> None:
    answers = pl.Series("answer", [None, "price", None], dtype=pl.String)
    broken_off = pl.Series([True, True, False])

    found = excluded_answers(answers.to_frame(), [], WHY, answers, broken_off)

    assert found.reasons.to_list() == ["partial", None, "non_answer"]


def test_exclusions_name_counts_and_the_first_rows_from_one() -> None:
    found = gate(["price", "n/a", "asdf", "-"])

    assert [(one.reason, one.count, one.rows) for one in found.exclusions] == [
        ("non_answer", 2, (2, 4)),
        ("bogus", 1, (3,)),
    ]


def test_a_sheet_that_came_twice_is_read_once() -> None:
    frame = pl.DataFrame({"id": ["a", "a", "b"], "answer": ["price", "price", "price"]})
    columns = [Column(name="id", type="id"), Column(name="answer", type="open")]

    found = excluded_answers(frame, columns, WHY, frame["answer"])

    assert found.reasons.to_list() == [None, "duplicate", None]


def test_what_bare_answers_are_read_as_is_told() -> None:
    assert gate(["nothing", "none"], IMPROVE).notes == (
        "2 bare “nothing” are read as “nothing to improve”, and count as answers.",
    )
    assert gate(["nothing"], WHY).notes == (
        "1 bare “nothing” was left out: the question does not tell whether that is praise or"
        " blame.",
    )
    assert gate(["all good"], WHY).notes == ("1 bare “all good” or the like counts as an answer.",)


def test_no_answers_at_all_are_no_trouble() -> None:
    assert gate([]).exclusions == ()
    assert gate([None, None]).exclusions[0].count == 2


@given(st.lists(st.none() | st.text(max_size=40), max_size=12), st.sampled_from([IMPROVE, LIKE]))
def test_every_answer_is_read_or_counted_once(answers: list[str | None], question: str) -> None:
    found = gate(answers, question)

    assert int(found.kept.sum()) + sum(one.count for one in found.exclusions) == len(answers)
    assert (found.meanings.is_null() | found.kept).all()
