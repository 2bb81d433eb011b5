"""How a model reads survey answers: many at once, or, where it loses the thread, bit by bit."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from copilot.analysis.surveys.themes.grouping import alike_groups
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
    def portions(
        self, answers: Sequence[Answer], embed: "Embed", rng: np.random.Generator
    ) -> list[Portion]:
        """Return the answers as they are looked at for themes, another way each time."""

    @abstractmethod
    def finding(self, question: str) -> Find:
        """Return what finds themes in a portion."""

    @abstractmethod
    def labelling(self, question: str, themes: Sequence[CodebookTheme], embed: "Embed") -> Label:
        """Return what labels a portion."""


class InBatches(WayOfReading):
    """Reads long batches in a chance order."""

    labelled_at_once = 20
    label_prompt = "label_answers"
    found_at_once = 40

    def portions(
        self, answers: Sequence[Answer], embed: "Embed", rng: np.random.Generator
    ) -> list[Portion]:
        """Return batches of answers in a chance order."""
        shuffled = [answers[at] for at in rng.permutation(len(answers))]
        return batches(shuffled, self.found_at_once)

    def finding(self, question: str) -> Find:
        """Return what finds several themes in a batch."""
        return ThemeFinder(self.model, self.prompts("find_themes"), question).find

    def labelling(self, question: str, themes: Sequence[CodebookTheme], embed: "Embed") -> Label:
        """Return what labels a batch with words of the answers."""
        return AnswerLabeller(self.model, self.prompts(self.label_prompt), question, themes).label


class BitByBit(WayOfReading):
    """Names the theme of a group of like answers, and labels sentence by sentence."""

    labelled_at_once = 5
    label_prompt = "choose_themes"

    def portions(
        self, answers: Sequence[Answer], embed: "Embed", rng: np.random.Generator
    ) -> list[Portion]:
        """Return groups of answers that are alike."""
        texts = [one.shown for one in answers]
        groups = alike_groups(texts, embed, GROUP, int(rng.integers(2**31)))
        return [[answers[at] for at in group] for group in groups]

    def finding(self, question: str) -> Find:
        """Return what names the theme of a group."""
        return ThemeNamer(self.model, self.prompts("name_theme"), question).find

    def labelling(self, question: str, themes: Sequence[CodebookTheme], embed: "Embed") -> Label:
        """Return what chooses the themes of each answer."""
        prompt = self.prompts(self.label_prompt)
        return ThemeChooser(self.model, prompt, question, themes, embed).label
