"""What a suite runs: a skill, a conversation, a search, a computed review or the judge."""

from collections.abc import Awaitable, Callable
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from copilot.agent.agent import Agent
from copilot.analysis.answerability import may_hold_answer
from copilot.analysis.untrusted import clean
from copilot.domain import review_text
from copilot.domain.artifact import Artifact
from copilot.domain.conversation import Cited, Done, Failed, ToolEnd, ToolStart
from copilot.domain.review import Review
from copilot.errors import CopilotError, NotFound
from copilot.evals.case import EvalCase
from copilot.evals.judge import judge_answer
from copilot.evals.outcome import CalledSkill, EndedIn, Outcome
from copilot.evals.suite import Suite
from copilot.skills import find_skill

if TYPE_CHECKING:
    from copilot.domain.document import Citation, Passage
    from copilot.services import Services

Subject = Callable[[EvalCase, "Services"], Awaitable[Outcome]]
DEPTH = 10
"""Passages a search is asked for."""


def subject_of(suite: Suite) -> Subject:
    """Return what runs a case of the suite."""

    async def skill(case: EvalCase, services: "Services") -> Outcome:
        return await run_skill(suite.skill, case, services)

    async def agent(case: EvalCase, services: "Services") -> Outcome:
        return await run_agent(case, services, stops_at_choice=suite.about.stops_at_choice)

    subjects: dict[str, Subject] = {
        "skill": skill,
        "agent": agent,
        "search": run_search,
        "review": run_review,
        "judge": run_judge,
    }
    return subjects[suite.about.subject]


async def run_skill(name: str, case: EvalCase, services: "Services") -> Outcome:
    """Run a skill on the case's request; an expected error is an outcome."""
    skill = find_skill(name)
    try:
        artifact = await skill.run(skill.parse(case.request), services)
    except CopilotError as error:
        return Outcome(error=_ended_in(error))
    return Outcome(
        shown=clean(artifact.markdown()),
        reply=clean(artifact.body.markdown()),
        body=artifact.body.model_dump(mode="json"),
        citations=artifact.citations,
        sources=_sources(services, artifact),
        answered=getattr(artifact.body, "answered", None),
    )


async def run_agent(case: EvalCase, services: "Services", *, stops_at_choice: bool) -> Outcome:
    """Hold the case's conversation and gather what every turn brought about."""
    agent, turns = Agent(services), _Turns()
    for number, text in enumerate(case.turns, 1):
        turns.begin()
        stops = stops_at_choice and number == len(case.turns)
        async with aclosing(agent.run(case.id, text)) as events:
            async for event in events:
                turns.note(event)
                if stops and turns.chosen:
                    break
        if turns.failed:
            break
    return turns.outcome(services)


async def run_search(case: EvalCase, services: "Services") -> Outcome:
    """Search the knowledge for the case's text."""
    text = str(case.request["text"])
    found = services.search.find(text, DEPTH)
    return Outcome(
        ranking=tuple(hit.passage.id for hit in found),
        shown="\n".join(f"- {hit.passage.id}" for hit in found),
        answered=may_hold_answer(found, services.search.unknown_share(text)),
    )


async def run_review(case: EvalCase, services: "Services") -> Outcome:
    """Review the ethics of the case's idea by rules alone; nothing is kept.

    Shown is what a person reads first: outcome, readings that differ, questions, what is left out.
    """
    request = case.model_copy(update={"request": {**case.request, "keep": False}})
    outcome = await run_skill("review_ethics", request, services)
    if outcome.error:
        return outcome
    review = Review.model_validate(outcome.body)
    return outcome.model_copy(update={"shown": clean(_in_short(review))})


async def run_judge(case: EvalCase, services: "Services") -> Outcome:
    """Let the judge read a given answer."""
    given = {name: str(case.request[name]) for name in ("question", "passages", "answer")}
    try:
        verdict = await judge_answer(services.chat_model, services.prompts, **given)
    except CopilotError as error:
        return Outcome(error=_ended_in(error))
    return Outcome(verdict=verdict, shown=f"{'Yes' if verdict.good else 'No'}: {verdict.why}")


class _Turns:
    """Gathers the events of a conversation."""

    def __init__(self) -> None:
        self.chosen: CalledSkill | None = None
        self.failed: Failed | None = None
        self._shown: list[str] = []
        self._calls: dict[str, CalledSkill] = {}
        self._citations: list[Citation] = []
        self._body: dict[str, Any] = {}

    def begin(self) -> None:
        """Begin the next turn."""
        self.chosen = None

    def note(self, event: Any) -> None:
        """Take in one event."""
        if isinstance(event, ToolStart):
            self.chosen = CalledSkill(name=event.name, arguments=event.arguments)
            self._calls[event.id] = self.chosen
        elif isinstance(event, Cited):
            self._citations.append(event.citation)
        elif isinstance(event, ToolEnd):
            self._body = event.artifact["body"] if event.artifact else {}
            self._ended(event.id, ran=event.artifact is not None)
        elif isinstance(event, Done):
            notes = [f"> Note: {warning}" for warning in event.warnings]
            self._shown += map(clean, [event.text, *notes])
        elif isinstance(event, Failed):
            self.failed = event

    def _ended(self, call: str, *, ran: bool) -> None:
        if call in self._calls:
            self._calls[call] = self._calls[call].model_copy(update={"ran": ran})

    def outcome(self, services: "Services") -> Outcome:
        """Return the whole conversation's outcome."""
        failed = self.failed
        return Outcome(
            shown="\n\n".join(self._shown),
            body=self._body,
            citations=tuple(self._citations),
            sources=_texts(services, [citation.id for citation in self._citations]),
            calls=tuple(self._calls.values()),
            chosen=self.chosen,
            error=EndedIn(kind=failed.kind, message=failed.message) if failed else None,
        )


def _in_short(review: Review) -> str:
    sections = (
        review_text.verdict(review.eu_ai_act, review.recommendation, review.why),
        review_text.disagreement_list(review.disagreements),
        review_text.bullets("Questions", [row.written() for row in review.questions]),
        review_text.bullets("Not assessed", review.not_assessed),
    )
    return "\n\n".join(filter(None, sections))


def _ended_in(error: CopilotError) -> EndedIn:
    return EndedIn(kind=type(error).__name__, message=error.message)


def _sources(services: "Services", artifact: Artifact) -> dict[str, str]:
    given = getattr(artifact.body, "passages", [])
    return _texts(services, [*given, *(citation.id for citation in artifact.citations)])


def _texts(services: "Services", ids: list[str]) -> dict[str, str]:
    """Return the text of every passage that exists."""
    found = {}
    for key in dict.fromkeys(ids):
        passage = _passage(services, key)
        if passage is None:
            continue
        found[key] = f"{passage.title}\n{' '.join(passage.clauses)}\n{passage.text}"
    return found


def _passage(services: "Services", key: str) -> "Passage | None":
    """Return a passage; a review cites shipped ones, also where a case brings its own documents."""
    try:
        return services.knowledge.passage(key)
    except NotFound:
        return services.reviewer.books.passages.get(key)
