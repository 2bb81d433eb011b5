"""A model as judge of an answer; how far it agrees with people is a suite of its own."""

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, Field

from copilot.analysis.untrusted import inert
from copilot.errors import SetupError
from copilot.evals.outcome import Verdict
from copilot.llm.structured import ask_structured

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from copilot.stores.prompts import Prompts

PROMPT = "judge_answer"


class Judgement(BaseModel):
    """What the judge writes."""

    why: str = Field(description="one short sentence", max_length=200)
    verdict: Literal["yes", "no"]


async def judge_answer(
    model: "BaseChatModel | None", prompts: "Prompts", *, question: str, passages: str, answer: str
) -> Verdict:
    """Return whether the answer answers the question, going by the passages.

    Raises:
        SetupError: There is no model.
        MalformedReply: The judge keeps to no form.
    """
    if model is None:
        raise SetupError("A judge needs a model.", hint="Set one: pm-copilot setup")
    messages = prompts.get(PROMPT).fill(
        question=inert(question), passages=inert(passages), answer=inert(answer)
    )
    judged, _ = await ask_structured(model, messages, Judgement)
    return Verdict(good=judged.verdict == "yes", why=judged.why)
