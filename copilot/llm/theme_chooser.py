"""Have a small model choose the themes of survey answers, part by part, from a closed list.

It writes keys and no words: what a theme rests on is the part of the answer it was shown. Alone it
is wrong too often, so that likeness of meaning has a say: of 180 answers that a person labelled
with two themes each of twenty, F1 was 0.76 by a 1.5B model alone, and 0.86 by both.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np
from pydantic import create_model

from copilot.analysis.surveys.spans import parts
from copilot.analysis.untrusted import inert
from copilot.domain.artifact import Usage
from copilot.domain.prompt import Prompt
from copilot.domain.survey_labels import Label, LabelledAnswer, Tone
from copilot.domain.survey_themes import CodebookTheme
from copilot.errors import MalformedReply
from copilot.llm.answer_batch import Answer
from copilot.llm.answer_labeller import LabelledAnswers
from copilot.llm.structured import ask_structured

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from numpy.typing import NDArray

    from copilot.analysis.surveys.themes.features import Embed

    Vector = NDArray[np.float32]

NONE = "none"
"""Chosen where no theme of the list is meant."""
OFFERED = 5
"""Themes that a part is held against, at most."""
FAR, NEAR = 0.2, 0.35
"""Cosines below which a theme is not on offer, and from which the nearest one counts unchosen."""
OWN_FAR, OWN_NEAR = 0.1, 0.25
"""The same of what a part says beside what all answers say: below the first a theme does not count
though it is chosen, and below the second not unchosen.

Choices with less were nearly all wrong on an export of 760 answers about one product. On the 180
labelled answers they cost recall: 0.70 became 0.67, and precision 0.86 instead of 0.84.
"""


class _Offer(NamedTuple):
    """Themes that a part may speak of, the nearest first."""

    themes: Sequence[CodebookTheme]
    credible: frozenset[str]
    """Keys of those that count when they are chosen."""
    nearest: str
    """Key of the one that counts whatever is chosen."""

    def counted(self, *chosen: str) -> list[str]:
        """Return the keys that count, each once."""
        keys = (self.nearest, *(key for key in chosen if key in self.credible))
        return [key for key in dict.fromkeys(keys) if key != NONE]


class ThemeChooser(NamedTuple):
    """Chooses among the themes of one question that are nearest to what is said."""

    model: "BaseChatModel"
    prompt: Prompt
    question: str
    themes: Sequence[CodebookTheme]
    embed: "Embed"
    own_meaning: "Embed"
    """Embeds what is said apart from what all answers say."""

    async def label(self, answers: Sequence[Answer]) -> LabelledAnswers:
        """Return each answer with its labels, in order; one that cannot be read has failed."""
        said = [(answer, part) for answer in answers for part in parts(answer.shown)]
        offers = self._offers([part for _, part in said])
        read = {answer.row: LabelledAnswer(row=answer.row) for answer in answers}
        usage = Usage(cost_usd=0.0)
        for (answer, part), offer in zip(said, offers, strict=True):
            if offer.credible and not read[answer.row].failed:
                found, more = await self._read(part, offer)
                read[answer.row] = _with(read[answer.row], found)
                usage = usage.plus(more)
        return LabelledAnswers(answers=[read[answer.row] for answer in answers], usage=usage)

    def _offers(self, said: Sequence[str]) -> list[_Offer]:
        """Return for each part the themes to choose from.

        The nearest stand first: a small model takes what stands first more often than it should.
        """
        if not said:
            return []
        about = [theme.about for theme in self.themes]
        alike, own = (embed(said) @ embed(about).T for embed in (self.embed, self.own_meaning))
        return [self._offer(*cosines) for cosines in zip(alike, own, strict=True)]

    def _offer(self, alike: "Vector", own: "Vector") -> _Offer:
        order = np.argsort(-alike, kind="stable")[:OFFERED].tolist()
        offered = [place for place in order if alike[place] >= FAR]
        first = order[0]
        is_near = alike[first] >= NEAR and own[first] >= OWN_NEAR
        return _Offer(
            [self.themes[place] for place in offered],
            frozenset(self.themes[place].key for place in offered if own[place] >= OWN_FAR),
            self.themes[first].key if is_near else NONE,
        )

    async def _read(self, part: str, offer: _Offer) -> tuple[list[Label] | None, Usage]:
        """Return the labels of a part; None where the reply cannot be read."""
        themes = offer.themes
        messages = self.prompt.fill(
            question=inert(self.question),
            codebook="\n".join(f"{theme.key}: {inert(theme.name)}" for theme in themes),
            answer=f"<answer>{inert(part)}</answer>",
        )
        try:
            chosen, usage = await ask_structured(self.model, messages, _schema(themes))
        except MalformedReply:
            return None, Usage(cost_usd=0.0)
        keys = offer.counted(chosen.first, chosen.second)
        return [Label(theme=key, words=part, tone=chosen.tone) for key in keys], usage


def _schema(themes: Sequence[CodebookTheme]) -> Any:
    key: Any = Literal[(*(theme.key for theme in themes), NONE)]
    return create_model("ChosenThemes", first=(key, ...), second=(key, ...), tone=(Tone, ...))


def _with(answer: LabelledAnswer, found: Sequence[Label] | None) -> LabelledAnswer:
    """Return an answer with the labels of one more part, each theme once."""
    if found is None:
        return LabelledAnswer(row=answer.row, failed=True)
    labels = {one.theme: one for one in answer.labels}
    for one in found:
        labels.setdefault(one.theme, one)
    return LabelledAnswer(row=answer.row, labels=tuple(labels.values()))
