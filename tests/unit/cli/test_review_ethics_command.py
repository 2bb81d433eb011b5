"""`pm-copilot review-ethics`, and the stories that follow from it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from copilot.analysis.review.reviewer import Reviewer
from copilot.cli.commands.review_ethics import review_ethics
from copilot.cli.face import Face
from copilot.errors import InputError
from copilot.llm.scripted import ScriptedModel
from copilot.services import Services
from tests.unit.cli.running import Outcome, pm
from tests.unit.reviewing import BANNED, CREDIT, DISEASE, SPELLING, ReviewServices

NOT_STATED = json.dumps({"answers": [{"question": 1, "answer": "not stated", "sentence": 0}]})
IDEAS = {"c": DISEASE, "a": DISEASE + " It is blue.", "ü": DISEASE + " It is\u2028green."}
Review = Callable[..., Outcome]


class SharedFace(Face):
    """A face over services that read the rules once a run; it may be stopped after some lines."""

    def __init__(self, services: Services, stop: int | None = None, **options: Any) -> None:
        super().__init__(options)
        self._shared, self._left = services, stop

    @property
    def services(self) -> Services:
        """The shared services."""
        return self._shared

    def emit_line(self, value: Any) -> None:
        """Print a line, or be stopped as by Ctrl-C."""
        if self._left == 0:
            raise KeyboardInterrupt
        self._left = self._left - 1 if self._left else None
        super().emit_line(value)


def ran(face: Face, *arguments: str, stdin: str = "") -> Outcome:
    """Run the command on a face."""
    with CliRunner().isolation(stdin) as (out, err, _):
        context = review_ethics.make_context("review-ethics", list(arguments), obj=face)
        context.obj = face
        code = 0
        try:
            with context:
                review_ethics.invoke(context)
        except KeyboardInterrupt:
            code = 130
        return Outcome(code, out.getvalue().decode(), err.getvalue().decode())


@pytest.fixture
def review(bare: ReviewServices) -> Review:
    """Return how to run the command with `--json`, without a model."""

    def run(*arguments: str, stdin: str = "") -> Outcome:
        return ran(SharedFace(bare, json=True), *arguments, stdin=stdin)

    return run


@pytest.fixture
def asking(
    reviewer: Reviewer, model: ScriptedModel, notes_folder: Path, tmp_path: Path
) -> ReviewServices:
    """Return services with the shared reviewer and a model that finds nothing."""
    model.script += [NOT_STATED] * 9
    return ReviewServices(reviewer, notes_folder, tmp_path / "workspace", chat_model=model)


@pytest.fixture
def ideas(project: Path) -> Path:
    """Return a file of three ideas."""
    lines = [{"id": name, "description": text} for name, text in IDEAS.items()]
    path = project / "ideas.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return path


def rows(outcome: Outcome) -> list[dict[str, Any]]:
    return [json.loads(line) for line in outcome.out.split("\n") if line]


def law(document: dict[str, Any]) -> str:
    return str(document["body"]["eu_ai_act"]["outcome"])


def test_a_review_is_one_document_and_its_conditions_become_stories() -> None:
    reviewed = pm("review-ethics", CREDIT, "--json", "--model", "none")
    assert (reviewed.code, law(reviewed.json)) == (0, "high_risk")
    name = reviewed.json["id"]
    assert f"--from-review {name}" in reviewed.err
    stories = pm("draft-story", "--from-review", name, "--json", "--model", "none").json
    assert len(stories["body"]["stories"]) == len(reviewed.json["body"]["requirements"])


def test_a_review_to_read_begins_with_its_title_and_ends_with_a_signature(
    bare: ReviewServices,
) -> None:
    text = ran(SharedFace(bare), BANNED).out
    assert text.startswith("# Ethics review: The police use live face recognition")
    assert "**EU AI Act: prohibited" in text
    assert "Decision: ____" in text


@pytest.mark.parametrize("arguments", [(), ("an idea", "--batch", "ideas.jsonl")])
def test_one_idea_or_a_batch_is_needed(arguments: tuple[str, ...]) -> None:
    refused = pm("review-ethics", *arguments)
    assert refused.code == 2
    assert "Give one idea, or a batch of them." in refused.err


@pytest.mark.parametrize("arguments", [(), ("an idea", "--from-review", "x")])
def test_a_story_needs_an_idea_or_a_review(arguments: tuple[str, ...]) -> None:
    refused = pm("draft-story", *arguments)
    assert refused.code == 2
    assert "Give an idea, or the id of a review or a survey." in refused.err


@pytest.mark.parametrize("name", ["../config", "review-ethics-20261122-000000"])
def test_stories_of_a_review_that_is_not_there_are_refused(name: str) -> None:
    refused = pm("draft-story", "--from-review", name)
    assert (refused.code, refused.out) == (2, "")
    assert f"There is no artifact {name!r}." in refused.err
    assert "Kept here: none yet" in refused.err


def test_the_facts_that_can_be_stated_are_listed_with_their_questions(
    review: Review, bare: ReviewServices
) -> None:
    facts = review("--list-facts").json["facts"]
    assert set(facts) == bare.reviewer.books.names
    listed = ran(SharedFace(bare), "--list-facts").out
    assert f"infers_emotions\n    {facts['infers_emotions']}\n" in listed


def test_a_fact_outweighs_what_is_read_and_the_last_word_counts(
    review: Review, project: Path
) -> None:
    (project / "facts.yaml").write_text("lending: no\nthird_party_assessment: no\n")
    assert law(review(CREDIT, "--fact", "lending=no").json) != "high_risk"
    assert law(review(CREDIT, "--facts", "facts.yaml").json) != "high_risk"
    again = review(CREDIT, "--facts", "facts.yaml", "--fact", "lending=unknown").json
    assert law(again) == "high_risk"
    assert [fact["name"] for fact in again["body"]["said"]] == ["third_party_assessment"]


def test_the_facts_of_a_review_can_be_given_back(review: Review, project: Path) -> None:
    facts = review(CREDIT).json["body"]["facts"]
    (project / "facts.json").write_text(json.dumps({"facts": facts}))
    again = review("The tool is blue.", "--facts", "facts.json").json
    assert again["body"]["eu_ai_act"]["points"] == ["III.5(b)"]


def test_a_name_nearly_right_is_answered(review: Review) -> None:
    with pytest.raises(InputError, match="Did you mean infers_emotions"):
        review(SPELLING, "--fact", "infers_emotion=yes")


def test_a_file_of_facts_that_is_missing_is_refused_before_anything_is_read() -> None:
    refused = pm("review-ethics", SPELLING, "--facts", "none.yaml")
    assert (refused.code, refused.out) == (2, "")
    assert "none.yaml cannot be read" in refused.err


def test_regions_are_given_with_commas(review: Review) -> None:
    said = review(CREDIT, "--region", "us-co, US-CA").json["body"]["said"]
    assert [fact["name"] for fact in said] == ["colorado_region", "california_region"]
    with pytest.raises(InputError, match="'mars' is not known"):
        review(CREDIT, "--region", "eu,mars")


def test_answers_make_the_review_be_computed_anew_under_its_id(
    review: Review, bare: ReviewServices
) -> None:
    outcome = review(DISEASE, "--ask", stdin="perhaps\nyes\n")
    document = json.loads(outcome.out.splitlines()[-1])
    assert law(document) == "high_risk"
    assert bare.artifacts.names() == [document["id"]]
    assert "a) Must a third party" in outcome.err


def test_questions_nobody_answers_leave_the_review_as_it_is(review: Review) -> None:
    plain = review(DISEASE).json
    for stdin in ("", "skip\n", "\n" * 9):
        outcome = review(DISEASE, "--ask", stdin=stdin)
        assert outcome.code == 0
        assert json.loads(outcome.out.splitlines()[-1])["body"] == plain["body"]


def test_a_batch_gives_one_line_an_id_in_order(review: Review, ideas: Path) -> None:
    found = rows(review("--batch", "ideas.jsonl"))
    assert [(row["id"], row["body"]["description"]) for row in found] == list(IDEAS.items())
    assert {law(row) for row in found} == {"unclear"}


def test_a_batch_to_read_is_one_short_line_an_id(bare: ReviewServices, ideas: Path) -> None:
    outcome = ran(SharedFace(bare), "--batch", "ideas.jsonl")
    assert outcome.out.splitlines() == [f"{name}  unclear  6(1)" for name in IDEAS]


def test_a_batch_keeps_nothing_of_its_own(
    review: Review, bare: ReviewServices, ideas: Path
) -> None:
    review("--batch", "ideas.jsonl")
    assert bare.artifacts.names() == []
    assert list(bare.workspace.batches.iterdir()) == []


def test_what_a_person_knows_counts_for_every_line_of_a_batch(review: Review, ideas: Path) -> None:
    found = rows(review("--batch", "ideas.jsonl", "--fact", "third_party_assessment=yes"))
    assert {law(row) for row in found} == {"high_risk"}


@pytest.mark.parametrize("stop", [0, 1, 2])
def test_a_batch_that_was_stopped_goes_on_where_it_was(
    stop: int, asking: ReviewServices, model: ScriptedModel, ideas: Path
) -> None:
    batch = ("--batch", "ideas.jsonl")
    assert ran(SharedFace(asking, json=True, stop=stop), *batch).code == 130
    assert len(model.asked) == stop + 1
    resumed = ran(SharedFace(asking, json=True), *batch)
    assert len(model.asked) == len(IDEAS)
    assert resumed.out == ran(SharedFace(asking, json=True), *batch).out
    assert len(model.asked) == 2 * len(IDEAS)


def test_a_journal_cut_off_within_a_line_loses_that_line_only(
    asking: ReviewServices, model: ScriptedModel, ideas: Path
) -> None:
    batch = ("--batch", "ideas.jsonl")
    ran(SharedFace(asking, json=True, stop=1), *batch)
    [journal] = asking.workspace.batches.iterdir()
    journal.write_bytes(journal.read_bytes()[:-7])
    assert [row["id"] for row in rows(ran(SharedFace(asking, json=True), *batch))] == list(IDEAS)
    assert len(model.asked) == 2 + 2


def test_other_facts_or_other_lines_begin_another_batch(
    asking: ReviewServices, model: ScriptedModel, ideas: Path
) -> None:
    ran(SharedFace(asking, json=True, stop=1), "--batch", "ideas.jsonl")
    ran(SharedFace(asking, json=True), "--batch", "ideas.jsonl", "--fact", "lending=no")
    assert len(model.asked) == 2 + 3
    ideas.write_text(ideas.read_text("utf-8") + "\n", "utf-8")
    ran(SharedFace(asking, json=True), "--batch", "ideas.jsonl")
    assert len(model.asked) == 2 + 3 + 3


def test_an_empty_description_is_unclear_and_the_batch_goes_on(
    review: Review, project: Path
) -> None:
    (project / "few.jsonl").write_text(
        '{"id": "a", "description": " "}\n{"id": "b", "description": "Spellchecker"}\n'
    )
    assert [law(row) for row in rows(review("--batch", "few.jsonl"))] == ["unclear", "unclear"]


def test_an_empty_batch_gives_no_line(review: Review, project: Path) -> None:
    (project / "none.jsonl").write_text("\n")
    assert review("--batch", "none.jsonl").out == ""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"id": "c", "description": "again"}', "has the id 'c' twice"),
        ('{"id": "d"}', "line 4 has another form"),
        ("nonsense", "line 4 has another form"),
    ],
)
def test_a_batch_with_a_wrong_line_is_refused_before_it_begins(
    line: str, told: str, ideas: Path
) -> None:
    ideas.write_text(ideas.read_text("utf-8") + line + "\n", "utf-8")
    refused = pm("review-ethics", "--batch", "ideas.jsonl", "--json")
    assert (refused.code, refused.out) == (2, "")
    assert told in refused.err
