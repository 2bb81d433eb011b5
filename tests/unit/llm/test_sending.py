"""What of a survey leaves the machine, and what is asked before it does."""

from pathlib import Path

import pytest

from copilot.llm.choice import ModelChoice
from copilot.llm.sending import sending
from copilot.skills.summarize_survey import SummarizeSurvey, planned_survey
from tests.doubles import SmallServices
from tests.unit.skills.surveying import write_codebook, write_labels, write_survey

ELSEWHERE = ModelChoice(provider="openai", name="gpt", why="test")


@pytest.mark.parametrize("has_labels", [False, True])
def test_only_answers_that_a_model_elsewhere_would_read_are_asked_about(
    tmp_path: Path, *, has_labels: bool
) -> None:
    survey = write_survey(tmp_path / "a.csv")
    labels = {
        "codebook": str(write_codebook(tmp_path / "book.json")),
        "labels": str(write_labels(tmp_path / "labels.jsonl", survey)),
    }
    request = SummarizeSurvey.model_validate({"file": str(survey)} | (labels if has_labels else {}))
    services = SmallServices(tmp_path, tmp_path / "w", flags={"model": "none"})
    plan = planned_survey(request, services)
    found = sending(plan, ELSEWHERE)
    assert (found is None) == has_labels
    assert sending(plan, None) is None
    assert sending(plan, ELSEWHERE.model_copy(update={"provider": "embedded"})) is None
    if found:
        assert found.question == "Send 54 masked answers to openai:gpt?"
        assert found.answers == plan.payload()
