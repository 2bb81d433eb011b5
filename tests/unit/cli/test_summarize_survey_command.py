"""`pm-copilot summarize-survey` on exports, with and without labels."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from copilot.cli.commands.summarize_survey import summarize_survey
from copilot.cli.face import Face, Progress
from tests.unit.cli.running import pm
from tests.unit.skills.surveying import QUESTION, write_codebook, write_labels, write_survey


class StoppedFace(Face):
    """A face whose person presses Ctrl-C at some stage."""

    def __init__(self, stage: str) -> None:
        super().__init__({"model": "none"})
        self._stage = stage

    def progress(self, what: str) -> Progress:
        """Begin a stage, or be stopped."""
        if what == self._stage:
            raise KeyboardInterrupt
        return super().progress(what)


@pytest.fixture
def survey(project: Path) -> Path:
    return write_survey(project / "export.csv")


def test_json_is_one_document_with_the_fields_of_the_contract(survey: Path) -> None:
    found = pm("summarize-survey", str(survey), "--json").json
    assert {"kind", "title", "body", "citations", "warnings", "provenance"} <= found.keys()
    body = found["body"]
    assert {
        "rows", "respondents", "excluded", "columns", "closed", "open", "segments",
        "missing_voices", "pii", "cost", "accounting",
    } <= body.keys()  # fmt: skip
    accounting = body["accounting"]
    assert sum(accounting.values()) == body["rows"] == 60
    assert {"name", "type", "confidence"} <= body["columns"][0].keys()
    assert {"column", "type", "n", "missing", "result", "tests"} <= body["closed"][0].keys()


def test_labels_give_shares_and_every_row_is_written(survey: Path, project: Path) -> None:
    book = write_codebook(project / "book.json")
    labels = write_labels(project / "labels.jsonl", survey)
    given = ("--codebook", str(book), "--labels", str(labels))
    outcome = pm("summarize-survey", str(survey), *given, "--assignments", "rows.jsonl", "--json")
    themes = outcome.json["body"]["open"][0]["themes"]
    assert [theme["count"] for theme in themes] == [30, 27]
    assert {"key", "name", "definition", "share", "ci", "method", "stance", "quotes"} <= set(
        themes[0]
    )
    lines = [json.loads(line) for line in Path("rows.jsonl").read_text("utf-8").splitlines()]
    assert [line["row"] for line in lines] == list(range(1, 61))
    assert {line["source"] for line in lines} == {"model", "excluded"}
    assert lines[2]["themes"] == ["t1", "t2"]


def test_what_a_model_would_be_shown_is_shown_and_nothing_else_done(survey: Path) -> None:
    outcome = pm("summarize-survey", str(survey), "--show-payload")
    asked, *answers = outcome.out.splitlines()
    assert asked == "Question: What should we improve?"
    assert len(answers) == 54
    assert "Kept as" not in outcome.err


def test_types_are_written_corrected_and_used(survey: Path) -> None:
    assert (
        "Written: types.yaml"
        in pm("summarize-survey", str(survey), "--write-schema", "types.yaml").err
    )
    schema = Path("types.yaml").read_text("utf-8")
    assert QUESTION in schema
    Path("types.yaml").write_text(schema.replace("type: open", "type: ignore"), "utf-8")
    found = pm("summarize-survey", str(survey), "--schema", "types.yaml", "--json").json
    assert found["body"]["open"] == []
    assert found["body"]["accounting"]["excluded"] == 60


def test_a_page_and_a_code_book_are_written_and_never_over_a_file(
    survey: Path, project: Path
) -> None:
    given = ("--codebook", str(write_codebook(project / "b.json")))
    labels = ("--labels", str(write_labels(project / "l.jsonl", survey)))
    outs = ("--html", "page.html", "--write-codebook", "book.json")
    assert pm("summarize-survey", str(survey), *given, *labels, *outs).code == 0
    assert "<html" in Path("page.html").read_text("utf-8")
    assert [one["key"] for one in json.loads(Path("book.json").read_text("utf-8"))] == ["t1", "t2"]
    again = pm("summarize-survey", str(survey), "--html", "page.html")
    assert (again.code, again.out) == (2, "")
    assert "page.html is there already" in again.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--html", "none/page.html"), "There is no folder none"),
        (("--html", "export.csv/page.html"), "There is no folder export.csv"),
        (("--html", "out", "--assignments", "./out"), "out is named twice"),
        (("--write-codebook", "out", "--write-schema", "out"), "out is named twice"),
    ],
)
def test_what_could_not_be_written_is_refused_before_the_run(
    survey: Path, options: tuple[str, ...], told: str
) -> None:
    outcome = pm("summarize-survey", str(survey), *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err
    assert "Reading the file" not in outcome.err
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--question", "Why?"), "There is no question “Why?”"),
        (("--segment", "Age"), "Age"),
        (("--schema", "none.yaml"), "none.yaml"),
        (("--labels", "none.jsonl"), "none.jsonl"),
        (("--population", "none.yaml"), "none.yaml"),
        (("--sample", "3"), "sample"),
    ],
)
def test_what_is_not_there_is_named(survey: Path, options: tuple[str, ...], told: str) -> None:
    outcome = pm("summarize-survey", str(survey), *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err


def test_a_population_is_compared_and_weighted_to(survey: Path, project: Path) -> None:
    (project / "all.yaml").write_text("plan: {Free: 90 %, Pro: 10 %}\n", "utf-8")
    book = write_codebook(project / "book.json")
    labels = write_labels(project / "labels.jsonl", survey)
    given = ("--codebook", str(book), "--labels", str(labels), "--population", "all.yaml")
    body = pm("summarize-survey", str(survey), *given, "--json").json["body"]
    assert "“Free” are 50 %" in " ".join(one["message"] for one in body["missing_voices"])
    weighted = body["weighted"]
    assert (weighted["population"], weighted["segments"]) == ("all.yaml", ["Plan"])
    assert weighted["design_effect"] > 1.5
    assert {one["kind"] for one in weighted["figures"]} == {"nps", "theme"}
    # every other row is of the free plan, and so is every answer that speaks of search alone
    search = next(one for one in weighted["figures"] if one["key"] == "t1")
    assert search["plain"]["value"] < 0.6 < 0.9 < search["weighted"]["value"]


def test_a_population_of_another_survey_is_refused_by_its_column(survey: Path) -> None:
    Path("all.yaml").write_text("Tariff: {free: 90, pro: 10}\n", "utf-8")
    outcome = pm("summarize-survey", str(survey), "--population", "all.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert "all.yaml names the column “Tariff”" in outcome.err
    assert "“Plan”" in outcome.err


def test_whoever_stops_it_before_anything_is_sent_is_told_so(survey: Path) -> None:
    face = StoppedFace("Masking and comparing answers")
    with CliRunner().isolation() as (out, err, _):
        context = summarize_survey.make_context("summarize-survey", [str(survey)], obj=face)
        context.obj = face
        with pytest.raises(KeyboardInterrupt), context:
            summarize_survey.invoke(context)
        assert out.getvalue() == b""
        told = err.getvalue().decode()
    assert "Stopped: nothing was sent, and nothing is kept. Run the same command again." in told
