"""How a model reads survey answers: many at once, or, where it loses the thread, bit by bit."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from copilot.analysis.surveys.spans import parts
from copilot.analysis.surveys.themes.grouping import alike_groups
from copilot.analysis.surveys.themes.own_meaning import OwnMeaning
from copilot.domain.prompt import Prompt
from copilot.domain.survey_themes import CodebookTheme
from copilot.llm.answer_batch import Answer, batches
from copilot.llm.answer_labeller import AnswerLabeller, LabelledAnswers
from copilot.llm.theme_chooser import ThemeChooser
from copilot.llm.theme_finder import FoundThemes, ThemeFinder
from copilot.llm.theme_namer import GROUP, ThemeNamer

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from copilot.analysis.surveys.themes.features import Embed

Portion = Sequence[Answer]
Find = Callable[[Portion], Awaitable[FoundThemes]]
Label = Callable[[Portion], Awaitable[LabelledAnswers]]


class Answered(NamedTuple):
    """A question with the answers that are looked at."""

    question: str
    answers: Sequence[Answer]
    embed: "Embed"

    @property
    def own_meaning(self) -> OwnMeaning:
        """Embeds what is said apart from what all of these answers say."""
        said = [part for one in self.answers for part in parts(one.shown)]
        return OwnMeaning(said, self.embed)


class WayOfReading(ABC):
    """How themes are looked for, and how answers are labelled with them.

    Args:
        model: Reads.
        prompts: Gives a prompt by its name.
    """

    labelled_at_once: ClassVar[int]
    label_prompt: ClassVar[str]
    """Name of the prompt by which answers are labelled."""

    def __init__(self, model: "BaseChatModel", prompts: Callable[[str], Prompt]) -> None:
        self.model = model
        self.prompts = prompts

    @abstractmethod
    def portions(self, asked: Answered, rng: np.random.Generator) -> list[Portion]:
        """Return the answers as they are looked at for themes, another way each time."""

    @abstractmethod
    def finding(self, asked: Answered) -> Find:
        """Return what finds themes in a portion."""

    @abstractmethod
    def labelling(self, asked: Answered, themes: Sequence[CodebookTheme]) -> Label:
        """Return what labels a portion of the answers."""


class InBatches(WayOfReading):
    """Reads long batches in a chance order."""

    labelled_at_once = 20
    label_prompt = "label_answers"
    found_at_once = 40

    def portions(self, asked: Answered, rng: np.random.Generator) -> list[Portion]:
        """Return batches of answers in a chance order."""
        shuffled = [asked.answers[at] for at in rng.permutation(len(asked.answers))]
        return batches(shuffled, self.found_at_once)

    def finding(self, asked: Answered) -> Find:
        """Return what finds several themes in a batch."""
        return ThemeFinder(self.model, self.prompts("find_themes"), asked.question).find

    def labelling(self, asked: Answered, themes: Sequence[CodebookTheme]) -> Label:
        """Return what labels a batch with words of the answers."""
        prompt = self.prompts(self.label_prompt)
        return AnswerLabeller(self.model, prompt, asked.question, themes).label


class BitByBit(WayOfReading):
    """Names the theme of a group of like answers, and labels sentence by sentence."""

    labelled_at_once = 5
    label_prompt = "choose_themes"

    def portions(self, asked: Answered, rng: np.random.Generator) -> list[Portion]:
        """Return groups of answers that are alike."""
        texts = [one.shown for one in asked.answers]
        groups = alike_groups(texts, asked.embed, GROUP, int(rng.integers(2**31)))
        return [[asked.answers[at] for at in group] for group in groups]

    def finding(self, asked: Answered) -> Find:
        """Return what names the theme of a group."""
        prompt = self.prompts("name_theme")
        return ThemeNamer(self.model, prompt, asked.question, asked.own_meaning).find

    def labelling(self, asked: Answered, themes: Sequence[CodebookTheme]) -> Label:
        """Return what chooses the themes of each answer."""
        prompt = self.prompts(self.label_prompt)
        return ThemeChooser(
            self.model, prompt, asked.question, themes, asked.embed, asked.own_meaning
        ).label
