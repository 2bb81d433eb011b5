"""Who answered what, and how far."""

from copilot.analysis.surveys.missing.answering import asked_questions, last_answered
from copilot.domain.survey_parts import Column
from tests.unit.analysis.surveys.closed.sheets import column, sheet


def test_columns_of_one_question_are_asked_once() -> None:
    frame = sheet(
        web=["1", "0", None], app=["0", "0", None], w1=["x", None, None], w2=[None, "y", None]
    )
    columns = [
        *(
            Column(name=name, type="multi", confidence=1.0, question="Tools?", option=name)
            for name in ("web", "app")
        ),
        *(Column(name=name, type="open", confidence=1.0, question="Why?") for name in ("w1", "w2")),
    ]
    tools, why = asked_questions(frame, columns)
    assert (tools.name, tools.is_open, tools.answered.tolist()) == (
        "Tools?",
        False,
        [True, False, False],
    )
    assert (why.name, why.is_open, why.answered.tolist()) == ("Why?", True, [True, True, False])


def test_what_comes_from_elsewhere_than_the_form_is_no_question() -> None:
    frame = sheet(
        id=["1"], plan=["free"], when=["2025-01-01"], seconds=["12"], q=["a"], status=["x"]
    )
    columns = [
        column("id", "id"),
        column("plan", "segment"),
        column("when", "date"),
        column("seconds", "number"),
        column("q", "single"),
        column("status", "single"),
    ]
    assert [one.name for one in asked_questions(frame, columns, ["status"])] == ["q"]


def test_the_last_answer_tells_how_far_somebody_came() -> None:
    frame = sheet(a=["1", "1", None, None], b=[None, "2", "2", None])
    questions = asked_questions(frame, [column("a", "single"), column("b", "single")])
    assert last_answered(questions, 4).tolist() == [0, 1, 1, -1]


def test_who_somebody_is_counts_as_a_question_where_people_were_asked() -> None:
    frame = sheet(plan=["free", None], tier=["a", "b"])
    frame = frame.rename({"tier": "Which tier are you on?"})
    columns = [column("plan", "segment"), column("Which tier are you on?", "segment")]
    assert [one.name for one in asked_questions(frame, columns)] == [
        "plan", "Which tier are you on?",
    ]  # fmt: skip
