"""Survey summaries: by a careful model, by a person's labels, and by neither."""

from pathlib import Path
from typing import Any

import pytest

from copilot.domain.survey import SurveySummary
from copilot.errors import InputError
from copilot.skills.summarize_survey import (
    SummarizeSurvey,
    Summed,
    planned_survey,
    summarize_survey,
    summarized,
)
from tests.doubles import SmallServices
from tests.unit.skills.surveying import (
    QUESTION,
    CarefulReader,
    write_codebook,
    write_labels,
    write_survey,
)


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    return write_survey(tmp_path / "export.csv")


def services_of(tmp_path: Path, model: CarefulReader | None = None) -> SmallServices:
    notes = tmp_path / "notes"
    notes.mkdir(exist_ok=True)
    return SmallServices(notes, tmp_path / "w", chat_model=model, flags={"model": "none"})


async def summed(services: SmallServices, survey: Path, **fields: Any) -> Summed:
    request = SummarizeSurvey(file=str(survey), **fields)
    return await summarized(planned_survey(request, services), services)


def body_of(found: Summed) -> SurveySummary:
    assert isinstance(found.artifact.body, SurveySummary)
    return found.artifact.body


async def test_a_model_names_the_themes_and_code_counts_them(tmp_path: Path, survey: Path) -> None:
    model = CarefulReader()
    found = await summed(services_of(tmp_path, model), survey)
    body = body_of(found)
    (question,) = body.open
    shares = {theme.name: theme.share for theme in question.themes}
    assert shares == {
        "Search finds too little": pytest.approx(30 / 54),
        "The price is too high": pytest.approx(27 / 54),
    }
    for theme in question.themes:
        assert theme.ci[0] < theme.share < theme.ci[1]
        assert theme.method == "all"
        assert theme.sentiment["negative"] == pytest.approx(1.0)
    assert question.stability == 1.0
    assert body.accounting.labelled == 54
    assert body.accounting.rows == body.rows == 60
    assert found.artifact.provenance.mode == "model"


async def test_every_quote_stands_in_the_answer_of_its_row(tmp_path: Path, survey: Path) -> None:
    services = services_of(tmp_path, CarefulReader())
    plan = planned_survey(SummarizeSurvey(file=str(survey)), services)
    body = body_of(await summarized(plan, services))
    answers = plan.questions[0].answers
    quotes = [quote for theme in body.open[0].themes for quote in theme.quotes]
    assert quotes
    for quote in quotes:
        place = answers.at(quote.row)
        assert place is not None
        assert quote.text in answers.texts[place]


async def test_a_persons_labels_stand_in_for_the_model(tmp_path: Path, survey: Path) -> None:
    model = CarefulReader()
    book, labels = tmp_path / "book.json", tmp_path / "labels.jsonl"
    found = await summed(
        services_of(tmp_path, model),
        survey,
        codebook=str(write_codebook(book)),
        labels=str(write_labels(labels, survey)),
        sample=40,
    )
    body = body_of(found)
    assert model.calls == []
    assert found.artifact.provenance.mode == "computed"
    assert body.sample == 40
    assert body.accounting.labelled == 40
    assert body.accounting.rows == 60
    assert {theme.method for theme in body.open[0].themes} <= {"ppi", "sample"}


async def test_without_anybody_to_read_there_are_clusters_and_no_shares(
    tmp_path: Path, survey: Path
) -> None:
    body = body_of(await summed(services_of(tmp_path), survey))
    (question,) = body.open
    assert not question.themes
    assert question.clusters
    assert sum(cluster.count for cluster in question.clusters) == question.n == 54
    assert body.accounting.failed == 54
    assert body.accounting.rows == 60
    assert "no themes" in found_text(body)


def found_text(body: SurveySummary) -> str:
    return body.markdown()


async def test_the_same_seed_gives_the_same_summary(tmp_path: Path, survey: Path) -> None:
    first, second = [
        body_of(await summed(services_of(tmp_path, CarefulReader()), survey, keep=False))
        for _ in range(2)
    ]
    assert first == second


async def test_a_run_that_was_stopped_goes_on_where_it_was(tmp_path: Path, survey: Path) -> None:
    whole = CarefulReader()
    expected = body_of(await summed(services_of(tmp_path, whole), survey, keep=False))
    broken = CarefulReader(breaks_at=len(whole.calls))
    with pytest.raises(ConnectionError):
        await summed(services_of(tmp_path, broken), survey, keep=False)
    resumed = CarefulReader()
    found = body_of(await summed(services_of(tmp_path, resumed), survey, keep=False))
    assert len(resumed.calls) == 1
    assert found == expected


async def test_what_a_model_is_shown_is_masked_and_can_be_seen_before(tmp_path: Path) -> None:
    told = "please call the search team: jane.roe@example.org or +44 20 7946 0958"
    survey = write_survey(tmp_path / "export.csv", extra=[["free", "3", told]])
    model = CarefulReader()
    services = services_of(tmp_path, model)
    plan = planned_survey(SummarizeSurvey(file=str(survey)), services)
    payload = plan.payload()
    body = body_of(await summarized(plan, services))
    shown = "\n".join(model.prompts)
    assert "jane.roe" not in shown
    assert "7946" not in shown
    assert any("[EMAIL_1]" in text for text in payload)
    assert "[EMAIL_1]" in shown
    assert body.pii.kinds["email"] == 1


async def test_what_placeholders_stand_for_stays_in_the_workspace(tmp_path: Path) -> None:
    survey = write_survey(tmp_path / "export.csv", extra=[["free", "3", "mail a.b@example.org"]])
    services = services_of(tmp_path)
    found = await summed(services, survey)
    vault = services.workspace.vaults / f"{found.artifact.id}.json"
    assert "a.b@example.org" in vault.read_text("utf-8")
    assert vault.stat().st_mode & 0o777 == 0o600
    assert "a.b@example.org" not in found.artifact.model_dump_json()


async def test_a_question_that_is_not_there_is_refused_with_those_that_are(
    tmp_path: Path, survey: Path
) -> None:
    with pytest.raises(InputError) as refused:
        await summed(services_of(tmp_path), survey, question=["Why?"])
    assert QUESTION in refused.value.hint


async def test_a_message_that_names_a_file_is_enough(
    tmp_path: Path, survey: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(survey.parent)
    request = SummarizeSurvey(file="what do people say in export.csv?", keep=False)
    artifact = await summarize_survey.run(request, services_of(tmp_path))
    assert artifact.title == "Survey: export.csv"


async def test_shares_by_a_small_model_come_with_a_warning(tmp_path: Path, survey: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    small = SmallServices(
        notes, tmp_path / "w", chat_model=CarefulReader(), flags={"tools": "guided"}
    )
    warned = (await summed(small, survey)).artifact.warnings
    assert any("by a small model" in one for one in warned)
    large = await summed(services_of(tmp_path, CarefulReader()), survey)
    assert not any("by a small model" in one for one in large.artifact.warnings)


def test_with_a_persons_labels_nobody_else_is_shown_an_answer(tmp_path: Path, survey: Path) -> None:
    request = SummarizeSurvey(
        file=str(survey),
        codebook=str(write_codebook(tmp_path / "book.json")),
        labels=str(write_labels(tmp_path / "labels.jsonl", survey)),
    )
    assert planned_survey(request, services_of(tmp_path)).payload() == []


@pytest.mark.parametrize("model", ["none", "embedded:qwen2.5-coder-1.5b", "openai:gpt-5.4-mini"])
def test_in_chat_a_person_is_asked_before_answers_leave_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: str
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "of-nobody")
    notes = tmp_path / "notes"
    notes.mkdir()
    services = SmallServices(notes, tmp_path / "w", flags={"model": model})
    assert summarize_survey.approval is not None
    asked = summarize_survey.approval(services)
    assert asked.startswith(f"Send masked answers of the survey to {model}?") or (
        asked == "" and not model.startswith("openai")
    )


async def test_an_export_that_moves_meanwhile_is_kept_where_it_was_read(tmp_path: Path) -> None:
    services = services_of(tmp_path)
    path = write_survey(tmp_path / "my survey.csv")
    plan = planned_survey(SummarizeSurvey(file=str(path)), services)
    path.rename(tmp_path / "moved.csv")
    found = await summarized(plan, services)
    assert services.surveys.requests.read(found.artifact.id or "")["file"] == str(path)


async def test_of_pasted_answers_no_request_is_kept(tmp_path: Path, survey: Path) -> None:
    services = services_of(tmp_path)
    request = SummarizeSurvey(file=survey.read_text("utf-8"))
    found = await summarized(planned_survey(request, services), services)
    assert services.surveys.requests.read(found.artifact.id or "") == {}


async def test_a_model_that_may_not_read_is_shown_nothing(tmp_path: Path, survey: Path) -> None:
    model = CarefulReader()
    services = services_of(tmp_path, model)
    plan = planned_survey(SummarizeSurvey(file=str(survey)), services)
    found = await summarized(plan, services, is_read=False)
    assert not model.calls
    assert found.artifact.provenance.mode == "computed"
    assert body_of(found).open[0].clusters


async def test_personal_data_of_closed_questions_is_in_the_vault_alone(tmp_path: Path) -> None:
    survey = tmp_path / "contacts.csv"
    rows = [("bob@globex.com", "yes"), ("+49 171 5551234", "no"), ("Web", "yes")] * 20
    lines = ["Contact channel,Happy with ann@x.com?", *(",".join(row) for row in rows)]
    survey.write_text("\n".join(lines) + "\n")
    services = services_of(tmp_path)
    schema = tmp_path / "types.yaml"
    schema.write_text("columns:\n  Contact channel: segment\n")
    found = await summed(services, survey, schema_file=str(schema), segment=["Contact channel"])
    told = found.artifact.model_dump_json()
    assert not [value for value in ("globex", "5551234", "ann@") if value in told]
    assert "[PHONE_1]" in told
    assert body_of(found).pii.kinds == {"email": 21, "phone": 20}
    vault = services.workspace.vaults / f"{found.artifact.id}.json"
    assert "bob@globex.com" in vault.read_text()
