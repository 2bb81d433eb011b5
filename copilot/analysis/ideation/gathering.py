"""From what a model wrote to a set of ideas: repeats taken out, the rest judged and counted."""

from collections.abc import Sequence
from typing import NamedTuple

from copilot.analysis.ideation.cards import cards
from copilot.analysis.ideation.examples import EXAMPLES
from copilot.analysis.ideation.lens import Lens
from copilot.analysis.ideation.lenses import Ask
from copilot.analysis.ideation.likeness import Embed
from copilot.analysis.ideation.near_duplicates import Repeat, repeats
from copilot.analysis.ideation.remarks import as_source, borrowed, circular, remarks
from copilot.analysis.ideation.spread import spread
from copilot.analysis.ideation.verdicts import Judge
from copilot.domain.document import Passage
from copilot.domain.idea import Ideas, LeftOut, ProductIdea


class Written(NamedTuple):
    """An idea as the model wrote it."""

    ask: Ask
    title: str
    idea: str
    must_be_true: str
    cheapest_test: str


class Setting(NamedTuple):
    """What ideas are held against."""

    problem: str
    passages: Sequence[Passage]
    """What the model was shown beside the problem."""
    judge: Judge
    embed: Embed | None


def gathered(written: Sequence[Written], asked: Sequence[Lens], setting: Setting) -> Ideas:
    """Return the ideas that stay, in the order of their lenses, and what was left out.

    Args:
        written: In the order of the lenses.
        asked: Lenses that were asked, also those that gave nothing.
        setting: What they are held against.
    """
    removed = _repeats(written, setting)
    gone = {repeat.at for repeat in removed}
    stay = [one for at, one in enumerate(written) if at not in gone]
    numbers = _numbers(len(written), gone)
    kept = {lens: sum(one.ask.lens == lens for one in stay) for lens in asked}
    return Ideas(
        problem=setting.problem,
        problem_verdict=setting.judge.on_problem,
        ideas=tuple(_judged(f"I{at}", one, setting) for at, one in enumerate(stay, 1)),
        left_out=tuple(_left_out(repeat, written, numbers) for repeat in removed),
        cards=cards(setting.problem, [lens for lens, count in kept.items() if not count]),
        spread=spread(
            [one.idea for one in stay],
            len(written),
            {lens.name: count for lens, count in kept.items()},
            setting.embed,
        ),
    )


def _repeats(written: Sequence[Written], setting: Setting) -> list[Repeat]:
    questions = [one.ask.angle.asks for one in written]
    prompted = [*questions, *(example.idea for example in EXAMPLES)]
    return repeats([one.idea for one in written], setting.problem, prompted, setting.embed)


def _numbers(count: int, gone: set[int]) -> dict[int, int]:
    """Return the number under which each idea that stays is shown, by its place."""
    return {
        at: number for number, at in enumerate((at for at in range(count) if at not in gone), 1)
    }


def _judged(name: str, one: Written, setting: Setting) -> ProductIdea:
    verdict = setting.judge.verdict(one.idea)
    sources = [as_source(setting.problem), *setting.passages]
    claim = f"{one.title.lower()}. {one.idea} {one.must_be_true}"
    return ProductIdea(
        id=name,
        lens=one.ask.lens.name,
        title=one.title,
        idea=one.idea,
        must_be_true=one.must_be_true,
        cheapest_test=one.cheapest_test,
        triangle=verdict.triangle,
        outcome=verdict.outcome,
        verdict=verdict.said,
        remarks=(
            *remarks(claim, one.cheapest_test, one.ask.lens, sources),
            *circular(one.must_be_true, one.idea, setting.embed),
            *borrowed(one.cheapest_test),
        ),
    )


def _left_out(repeat: Repeat, written: Sequence[Written], numbers: dict[int, int]) -> LeftOut:
    one = written[repeat.at]
    why = {
        "problem": "says the problem again",
        "prompt": "gives back what the model was shown",
        "idea": f"is near I{numbers[repeat.like]}" if repeat.like is not None else "",
    }[repeat.kind]
    return LeftOut(
        lens=one.ask.lens.name, idea=one.idea, why=why, likeness=round(repeat.likeness, 2)
    )
