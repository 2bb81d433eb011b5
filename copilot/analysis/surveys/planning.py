"""What will be read of an open question: which answers are shown to whom, before anybody is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.quoting import choose_quotes
from copilot.analysis.surveys.themes.clusters import Described, assign_all, described
from copilot.analysis.surveys.themes.features import COMPONENTS, Embed, Features, fit_features
from copilot.analysis.surveys.themes.sampling import (
    Rows,
    Sample,
    discovery_sample,
    measured_sample,
)
from copilot.domain.survey_themes import Cluster, OpenQuestion

QUOTED = 200
"""Answers of a cluster among which quotes are looked for."""
MANY = 20_000
"""Answers from which the parts words are reduced to are fewer, so that a pass stays short."""
FEW_COMPONENTS = 128


class Wanted(NamedTuple):
    """How many answers are read; by default as many as honest figures need."""

    discovery: int | None = None
    """None of them where themes are given."""
    sample: int | None = None


SMALL = Wanted(80, 120)
"""What a small model on this machine reads, so that it ends in minutes."""


@dataclass(frozen=True)
class QuestionPlan:
    """A question, ready to be read; clusters are made when somebody asks for them."""

    answers: Answers
    features: Features
    sample: Sample
    """Places of the answers with which themes are measured."""
    wanted: Wanted
    seed: int
    wording: str = ""
    """The question as a model is shown it, masked."""

    @cached_property
    def assigned(self) -> NDArray[np.int64]:
        """The cluster of each answer."""
        return assign_all(self.answers.texts, self.features, self.seed)

    @cached_property
    def discovery(self) -> Rows:
        """Places of the answers in which themes are looked for."""
        if self.wanted.discovery == 0:
            return np.zeros(0, dtype=np.int64)
        apart = self.sample.rows if len(self.sample.rows) < self.answers.n else None
        size = self.wanted.discovery
        return discovery_sample(self.assigned, self.seed, apart_from=apart, size=size)

    def shown(self) -> list[int]:
        """Return the places of all answers that a model is shown, rising."""
        return sorted({*self.discovery.tolist(), *self.sample.rows.tolist()})


def planned(
    answers: Answers,
    embed: Embed | None,
    wanted: Wanted,
    strata: Sequence[str | None] | None,
    seed: int,
) -> QuestionPlan:
    """Return which answers are read, and what compares them.

    Args:
        answers: To the question.
        embed: Gives dense vectors; None for words alone.
        wanted: How many are read.
        strata: Of each row of the file, the segment that the sample is drawn by.
        seed: Same seed, same plan.
    """
    components = FEW_COMPONENTS if answers.n > MANY else COMPONENTS
    features = fit_features(answers.texts, embed, components=components, seed=seed)
    groups = None if strata is None else [strata[row] for row in answers.places]
    sample = measured_sample(answers.n, seed, size=wanted.sample, strata=groups)
    return QuestionPlan(answers, features, sample, wanted, seed)


def clustered(plan: QuestionPlan) -> OpenQuestion:
    """Return a question with clusters of like wording, which nobody has read.

    Args:
        plan: The question.
    """
    answers = plan.answers
    return OpenQuestion(
        column=answers.question.name,
        columns=answers.question.columns,
        n=answers.n,
        clusters=tuple(
            _quoted(one, answers, plan.seed) for one in described(answers.texts, plan.assigned)
        ),
        excluded=answers.excluded,
        notes=answers.notes,
    )


def _quoted(found: Described, answers: Answers, seed: int) -> Cluster:
    cluster, places = found
    shown = np.random.default_rng(seed).permutation(places)[:QUOTED]
    texts = [answers.one_cell(place) for place in shown]
    phrases = [sum(phrase in text.lower() for phrase in cluster.phrases) for text in texts]
    quotes = choose_quotes(
        texts,
        [answers.row(place) for place in shown],
        [""] * len(texts),
        phrases,
        seed,
        people=len(places),
        count=2,
    )
    return cluster.model_copy(update={"quotes": quotes})
