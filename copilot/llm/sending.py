"""What of a survey would leave this machine, so that a person can be asked before it does."""

from typing import TYPE_CHECKING, NamedTuple

from copilot.domain.counting import counted

if TYPE_CHECKING:
    from copilot.analysis.surveys.plan import SurveyPlan
    from copilot.llm.choice import ModelChoice


class Sending(NamedTuple):
    """Masked answers that a model elsewhere would be shown, and the questions they are to."""

    model: str
    """Its label."""
    questions: list[str]
    answers: list[str]

    @property
    def question(self) -> str:
        """What a person is asked."""
        return f"Send {counted(len(self.answers), 'masked answer')} to {self.model}?"


def asked_first(choice: "ModelChoice | None") -> str:
    """Return what a person is asked before anything is read; empty where nothing leaves.

    Args:
        choice: The model in use.
    """
    model = _elsewhere(choice)
    seen = "(See them first: pm-copilot summarize-survey FILE --show-payload)"
    return f"Send masked answers of the survey to {model}? {seen}" if model else ""


def sending(plan: "SurveyPlan", choice: "ModelChoice | None") -> Sending | None:
    """Return what a person has to approve; None where no answer leaves the machine.

    Args:
        plan: What will be read.
        choice: The model in use.
    """
    model = _elsewhere(choice)
    answers = plan.payload() if model else []
    return Sending(model, plan.wordings(), answers) if answers else None


def _elsewhere(choice: "ModelChoice | None") -> str:
    """Return the label of a model that is not on this machine; empty for none, and one that is."""
    return "" if choice is None or choice.stays_here else choice.label
