"""Suites as data: what is read, and how a mistake in them is told."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from copilot.errors import InputError, NotFound
from copilot.evals.suite import Suite, find_suites, run_key, suite_names
from copilot.skills import skill_summaries
from tests.unit.evals.suites import asking, judgement, judging, question, write_suite

ABOUT = """\
title: A suite
about: Whether it is read.
subject: skill
skill: ask_knowledge
day: 2026-11-22
scorers:
  - finishes
  - finds: {depth: 3}
  - judged: {advisory: true}
"""
CASE = '{"id": "a", "request": {"question": "q"}, "why": "Because it is so."}\n'
NUMBER = "9" * 5_000
FORM = "The form of suites is in docs/evals.md"


def written(root: Path, about: str | bytes = ABOUT, cases: str | bytes = CASE) -> Path:
    """Write a suite as it is given, and return its folder."""
    folder = root / "suite"
    folder.mkdir()
    for name, given in (("suite.yaml", about), ("cases.jsonl", cases)):
        content = given.encode() if isinstance(given, str) else given
        (folder / name).write_bytes(content)
    return folder


def of(subject: str) -> dict[str, Any]:
    """Return what a suite file says of a subject; a computed review has its skill already."""
    return {"subject": subject, **({"skill": None} if subject == "review" else {})}


def refused(make: Callable[[], object]) -> InputError:
    """Return the error in which something ends."""
    with pytest.raises(InputError) as caught:
        make()
    return caught.value


def test_a_suite_is_read_with_its_scorers_and_their_parameters(tmp_path: Path) -> None:
    suite = Suite(written(tmp_path))
    used = [(one.name, one.parameters, one.advisory) for one in suite.about.scorers]
    assert used == [("finishes", {}, False), ("finds", {"depth": 3}, False), ("judged", {}, True)]
    assert [case.id for case in suite.cases] == ["a"]
    assert (suite.about.repeats, suite.about.gate.margin) == (1, 0.01)


@pytest.mark.parametrize(
    ("about", "line", "told"),
    [
        (f"{ABOUT}  - [\n", 11, "expected the node content"),
        (f"{ABOUT}colour: red\n", 10, "colour: Extra inputs are not permitted."),
        (f"{ABOUT}gate: {{margin: 2}}\n", 10, "gate: Input should be less than or equal to 1."),
        (ABOUT.split("scorers")[0], 1, "scorers: Field required."),
        (ABOUT.split("\n  -")[0] + " []\n", 6, "scorers: Tuple should have at least 1 item"),
        (ABOUT.replace("subject: skill", "subject: dance"), 3, "subject: Input should be 'skill'"),
        (ABOUT.replace("2026-11-22", "soon"), 5, "day: Input should be a valid date"),
        (ABOUT.replace("11-22", "13-40"), 1, "month must be in 1..12"),
        (ABOUT.replace("{depth: 3}", "3"), 6, "scorers: Field required."),
        (ABOUT.replace("Whether", "Whether\a"), 1, "special characters are not allowed"),
        (f"{ABOUT}repeats: {NUMBER}\n", 1, "Exceeds the limit"),
        ("", 1, "the file: Input should be a valid dictionary"),
        ("- a list\n", 1, "the file: Input should be a valid dictionary"),
        (ABOUT.encode("utf-16"), 1, "not UTF-8."),
        (f"{ABOUT}# ".encode() + b"\xe4\n", 10, "not UTF-8."),
    ],
)
def test_a_malformed_suite_file_is_told_with_its_line(
    tmp_path: Path, about: str | bytes, line: int, told: str
) -> None:
    folder = written(tmp_path, about)
    error = refused(lambda: Suite(folder))
    assert error.message.startswith(f"{folder / 'suite.yaml'}:{line}: ")
    assert told in error.message
    assert error.hint == FORM


@pytest.mark.parametrize(
    "title", ["The day of the suite", "Any day: now", "day by day", "days\n  and nights"]
)
def test_a_wrong_value_is_told_at_its_own_line_though_the_title_has_the_word(
    tmp_path: Path, title: str
) -> None:
    quoted = json.dumps(title).replace("\\n", "\n")
    about = ABOUT.replace("A suite", quoted).replace("2026-11-22", "soon")
    error = refused(lambda: Suite(written(tmp_path, about)))
    line = about[: about.index("\nday:")].count("\n") + 2
    assert f"suite.yaml:{line}: day: " in error.message


def test_an_unknown_scorer_is_told_with_the_known_ones(tmp_path: Path) -> None:
    folder = written(tmp_path, f"{ABOUT}  - guesses\n")
    error = refused(lambda: Suite(folder))
    assert error.message == f"{folder / 'suite.yaml'}:10: unknown scorer 'guesses'."
    assert "finds, finds_planted, finishes, flags_inventions" in error.hint


def test_a_wrong_parameter_is_told_with_the_right_ones(tmp_path: Path) -> None:
    folder = written(tmp_path, ABOUT.replace("depth", "dept"))
    error = refused(lambda: Suite(folder))
    assert error.message == f"{folder / 'suite.yaml'}:8: scorer 'finds' has no parameter 'dept'."
    assert error.hint == "It takes: depth"


@pytest.mark.parametrize(
    ("cases", "line", "told"),
    [
        (f"{CASE}\n{CASE}", 3, "id 'a' stands in line 1 too."),
        (f'{CASE}{{"id": b}}\n', 2, "Expecting value at column 8."),
        (CASE.replace('"why"', '"expect": {"colour": 1}, "why"'), 1, "expect.colour: Extra inputs"),
        (CASE.replace('"why"', '"colour": 1, "why"'), 1, "colour: Extra inputs"),
        (CASE.replace("Because it is so.", "So."), 1, "why: String should have at least"),
        (CASE.replace('"a"', '"../a"'), 1, "id: String should match pattern"),
        (CASE.replace(' "request": {"question": "q"},', ""), 1, "request: Field required."),
        ("[]\n", 1, "Input should be a valid dictionary"),
        (f"{CASE}[{NUMBER}]\n", 2, "not to be read as JSON: Exceeds the limit"),
        (f"{CASE}{'[' * 100_000}\n", 2, "not to be read as JSON: maximum recursion depth"),
        (CASE.encode() + b'{"id": "\xe4"}\n', 2, "not UTF-8."),
        ("\n\n", 1, "there is no case."),
    ],
)
def test_a_malformed_case_is_told_with_its_line(
    tmp_path: Path, cases: str | bytes, line: int, told: str
) -> None:
    folder = written(tmp_path, cases=cases)
    error = refused(lambda: Suite(folder).cases)
    assert error.message.startswith(f"{folder / 'cases.jsonl'}:{line}: ")
    assert told in error.message
    assert error.hint == FORM


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_a_case_ends_with_its_line_and_with_no_other_mark(tmp_path: Path, mark: str) -> None:
    folder = written(tmp_path, cases=CASE.replace('"q"', f'"Is{mark}it?"') + CASE)
    error = refused(lambda: Suite(folder).cases)
    assert "cases.jsonl:2: id 'a' stands in line 1 too." in error.message


@pytest.mark.parametrize(
    ("subject", "request_", "told"),
    [
        ("skill", {}, "ask-knowledge: question: Field required."),
        ("skill", {"question": ""}, "ask-knowledge: question: String should have at least 1"),
        ("skill", {"question": 5}, "ask-knowledge: question: Input should be a valid string"),
        ("agent", {"question": "q"}, "request must have turns, as text."),
        ("agent", {"turns": []}, "request must have turns, as text."),
        ("search", {"text": ""}, "request must have text, as text."),
        ("search", {"text": "q", "depth": 3}, "request must have text, as text."),
        ("judge", {"question": "q"}, "request must have question, passages, answer, as text."),
        ("review", {"text": "q"}, "review-ethics: there is no field 'text'."),
    ],
)
def test_a_request_the_subject_cannot_be_given_is_told_with_its_line(
    tmp_path: Path, subject: str, request_: dict[str, Any], told: str
) -> None:
    fine = {"skill": question, "judge": judgement}.get(subject)
    before = [fine("first")] if fine else []
    cases = [*before, question(request=request_)]
    scorers = ["finishes", "answers", "says", "agrees"]
    suite = write_suite(tmp_path, cases, **of(subject), scorers=scorers)
    error = refused(lambda: suite.cases)
    assert f"cases.jsonl:{len(before) + 1}: {told}" in error.message
    assert error.hint == FORM


@pytest.mark.parametrize(
    ("subject", "request_"),
    [
        ("agent", {"turns": ["Hello"]}),
        ("search", {"text": "minutes"}),
        ("skill", {"": "How long?"}),
        ("review", {"idea": "A chess clock."}),
    ],
)
def test_a_request_in_the_form_of_the_subject_is_read(
    tmp_path: Path, subject: str, request_: dict[str, Any]
) -> None:
    [case] = write_suite(tmp_path, [question(request=request_)], **of(subject)).cases
    assert case.request == request_


def test_a_case_that_expects_an_error_may_ask_wrongly(tmp_path: Path) -> None:
    wrong = question(request={}, expect={"error": "InputError"})
    assert [case.id for case in asking(tmp_path, wrong).cases] == ["q1"]


def test_a_suite_of_a_skill_names_it_by_its_folder_or_by_a_field(tmp_path: Path) -> None:
    by_name = write_suite(tmp_path / "draft_story", [question()], skill=None)
    by_field = write_suite(tmp_path / "questions", [question()])
    assert (by_name.skill, by_field.skill) == ("draft_story", "ask_knowledge")


@pytest.mark.parametrize("line", ["skill: dance\n", ""])
def test_an_unknown_skill_is_told_with_the_known_ones(tmp_path: Path, line: str) -> None:
    folder = written(tmp_path, ABOUT.replace("skill: ask_knowledge\n", line))
    error = refused(lambda: Suite(folder))
    unknown = "dance" if line else "suite"
    told = f"{folder / 'suite.yaml'}:1: there is no skill '{unknown}'; name one by `skill:`."
    assert error.message == told
    assert error.hint == f"Known skills: {', '.join(skill_summaries())}"


def test_a_suite_of_no_skill_may_have_any_name(tmp_path: Path) -> None:
    assert Suite(written(tmp_path, ABOUT.replace("subject: skill", "subject: agent"))).name


def test_a_suite_without_cases_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "cases.jsonl").unlink()
    assert "cases.jsonl:1: No such file" in refused(lambda: Suite(folder).cases).message


def test_an_unknown_name_is_told_with_the_known_ones(tmp_path: Path) -> None:
    asking(tmp_path)
    judging(tmp_path)
    with pytest.raises(NotFound, match="no eval suite 'guessing'") as caught:
        find_suites(tmp_path, ["judging", "guessing"])
    assert caught.value.hint == "Known suites: ask_knowledge, judging"


def test_all_suites_are_found_where_none_is_named_and_none_twice(tmp_path: Path) -> None:
    asking(tmp_path)
    judging(tmp_path)
    assert suite_names(tmp_path) == ["ask_knowledge", "judging"]
    assert [suite.name for suite in find_suites(tmp_path)] == ["ask_knowledge", "judging"]
    assert [suite.name for suite in find_suites(tmp_path, ["judging", "judging"])] == ["judging"]


def test_every_repeat_of_a_case_has_a_key_and_a_file(tmp_path: Path) -> None:
    suite = judging(tmp_path, judgement("j1"), judgement("j2"), repeats=2)
    keys = [run_key(case.id, repeat) for case, repeat in suite.runs]
    assert keys == ["j1", "j1~2", "j2", "j2~2"]
    assert suite.recording_file(suite.cases[1], 2) == suite.folder / "recordings" / "j2~2.json"


def test_hashes_change_with_cases_and_with_scorers_alone(tmp_path: Path) -> None:
    plain = judging(tmp_path)
    retitled = judging(tmp_path / "b", title="B")
    other_case = judging(tmp_path / "c", judgement("j2"))
    other_scorers = judging(tmp_path / "d", scorers=["finishes", {"agrees": {"advisory": True}}])
    other_day = judging(tmp_path / "e", day="2026-11-23")
    assert (plain.data_hash, plain.scorer_hash) == (retitled.data_hash, retitled.scorer_hash)
    assert other_case.data_hash != plain.data_hash
    assert other_scorers.scorer_hash != plain.scorer_hash
    assert other_day.data_hash != plain.data_hash


def test_an_expectation_that_no_scorer_of_the_suite_reads_is_told(tmp_path: Path) -> None:
    suite = write_suite(tmp_path, [question(expect={"cites": ["a#b"]})])
    error = refused(lambda: suite.cases)
    assert "cases.jsonl:1: expect.cites is read by cites, which is not used." in error.message


def test_a_case_must_pass_by_itself_or_by_its_tag(tmp_path: Path) -> None:
    named = judgement("j1", must_pass=True)
    tagged, other = judgement("j2", tags=["law"]), judgement("j3", tags=["food"])
    suite = judging(tmp_path, named, tagged, other, gate={"must_pass": ["law"]})
    assert [suite.must_pass(case) for case in suite.cases] == [True, True, False]
