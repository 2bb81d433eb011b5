"""How intervals of survey themes hold on harder answers, and what wrong labels do to them.

Themes are worded in several ways, some only hinted at; many answers mention a theme to deny it ("it
is not slow any more"), some speak of several, and three themes are of 2 %.
Labels err: some are given wrongly, mostly where a theme is mentioned and denied, some are missed.
Then 50 labels are checked by a person who is always right, and intervals are widened by that.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.label_drawing import DRAWN
from copilot.analysis.surveys.themes.checking import reliabilities, with_human_check
from copilot.analysis.surveys.themes.features import Matrix, fit_features
from copilot.analysis.surveys.themes.propagation import Labels, fit_propagation
from copilot.analysis.surveys.themes.shares import theme_shares
from copilot.llm.word_vectors import WordVectors
from scripts.bench.row import Row

SEED = 20261126
POOL = 12_000
POPULATION = 6_000
SAMPLE = 600
REPEATS = 36
TYPED_BADLY = 0.5
VAGUE = 0.25
"""Of what speaks of a theme, the part that no word of it gives away."""
DENIED = 0.25
"""Of answers without a theme, the part that would mention and deny each, times its share."""
NOISE = {
    # wrong of the labels given, missed of those right
    "no noise": (0.0, 0.0),
    "10 % wrong, 10 % missed": (0.1, 0.1),
    "20 % wrong, 20 % missed": (0.2, 0.2),
    "20 % wrong, none missed": (0.2, 0.0),
    "none wrong, 20 % missed": (0.0, 0.2),
}
SHARES = (0.30, 0.16, 0.09, 0.06, 0.04, 0.02, 0.02, 0.02)
SAID = (
    "it takes ages to load|i wait for every page|so slow since the update|the spinner never stops",
    "i cannot find anything|search returns rubbish|results have nothing to do with what i typed",
    "costs too much|we pay more than last year|hard to justify the bill|cheaper tools do the same",
    "nobody answers my mails|support took a week|the agent sent me a link and closed the case",
    "it logs me out|i type the code again and again|the password is never right at first",
    "the file comes out empty|half of the columns are gone when i download|excel cannot open it",
    "tiny buttons on my phone|it closes by itself on the tablet|nothing works on the train",
    "white pages at night|my eyes hurt|i can hardly read the grey letters",
)
NOT_SAID = (
    "it is not slow any more|pages load fast enough for me|never had to wait",
    "search finds what i type|i can always find my files|good results",
    "the price is fair|i would pay the bill twice|not too expensive for what it does",
    "support answered the same day|i never needed the agent|my case was closed quickly",
    "login is easy|it remembers my password|the code came at once",
    "download works|excel opens the file fine|all columns are there",
    "it runs well on my phone|no trouble on the tablet|buttons are large enough",
    "easy to read at night|i like the grey letters|my eyes are fine with it",
)
IDLE = (
    "we use it for the budget|my team is happy in general|since may|it does the job|nothing else"
    "|thank you|the update came on a monday|i file my week with it|the boss chose it"
)
HINTS = (
    "please mend what i wrote about last time|this one thing drives me mad|it is the worst part"
    "|we gave up on it|same as my colleague said|you know what i mean"
)
JOINTS = (", ", ". ", " and ", " but ", "; also ", " - ")


class Pool(NamedTuple):
    """Answers as numbers, their true themes, and those they mention and deny."""

    rows: Matrix
    truth: Labels
    denied: Labels


class Found(NamedTuple):
    """Covered or not before and after the check, and mean widths; shape (T,) each."""

    covered: Labels
    checked: Labels
    width: NDArray[np.float64]
    checked_width: NDArray[np.float64]


def rows() -> Iterator[Row]:
    """Yield coverage for each kind of noise, before and after a check of 50 labels."""
    pool = _pool()
    for place, (name, noise) in enumerate(NOISE.items()):
        seeds = np.random.default_rng([SEED, place]).integers(0, 2**32, REPEATS)
        found = [_repeat(pool, noise, int(seed)) for seed in seeds]
        before = np.array([one.covered for one in found])
        after = np.array([one.checked for one in found])
        width = 100 * float(np.mean([one.width for one in found]))
        checked_width = 100 * float(np.mean([one.checked_width for one in found]))
        rare = np.array(SHARES) <= 0.02
        yield Row(
            f"harder answers, {name}",
            f"{before.mean():.3f}, checked {after.mean():.3f}",
            "0.93 to 0.97" if noise == (0, 0) else "checked >= 0.93",
            f"2 % themes {before[:, rare].mean():.3f}, checked {after[:, rare].mean():.3f};"
            f" widths {width:.1f} and {checked_width:.1f} points",
        )


def _pool() -> Pool:
    rng = np.random.default_rng(SEED)
    shares = np.array(SHARES)
    truth = rng.random((POOL, len(shares))) < shares
    denied = ~truth & (rng.random(truth.shape) < np.maximum(shares, 0.06) * 2 * DENIED)
    texts = [_answer(*both, rng) for both in zip(truth, denied, strict=True)]
    features = fit_features(texts, WordVectors().embed, components=120, seed=SEED)
    return Pool(features.transform(texts), truth, denied)


def _answer(themes: Labels, denied: Labels, rng: np.random.Generator) -> str:
    said = [HINTS if rng.random() < VAGUE else SAID[at] for at in np.flatnonzero(themes)]
    said += [NOT_SAID[at] for at in np.flatnonzero(denied)]
    said += [IDLE] * int(rng.integers(0 if said else 1, 3))
    clauses = [str(rng.choice(one.split("|"))) for one in said]
    rng.shuffle(clauses)
    text = clauses[0]
    for clause in clauses[1:]:
        text += str(rng.choice(JOINTS)) + clause
    if rng.random() < TYPED_BADLY:
        place = int(rng.integers(1, len(text) - 1))
        text = text[:place] + text[place + 1 :]
    return text


def _coded(pool: Pool, people: NDArray[np.int64], noise: tuple[float, float], seed: int) -> Labels:
    """Return labels of some answers, with labels missed and given wrongly."""
    wrong, missed = noise
    rng = np.random.default_rng(seed)
    truth, denied = pool.truth[people], pool.denied[people]
    kept = truth & (rng.random(truth.shape) >= missed)
    wanted = kept.sum(axis=0) * wrong / (1 - wrong)
    odds = np.where(truth, 0, np.where(denied, 10, 1))
    chance = odds * wanted / np.maximum(odds.sum(axis=0), 1)
    coded: Labels = kept | (rng.random(truth.shape) < chance)
    return coded


def _repeat(pool: Pool, noise: tuple[float, float], seed: int) -> Found:
    rng = np.random.default_rng(seed)
    people = rng.integers(0, POOL, POPULATION)
    sample, rest = people[:SAMPLE], people[SAMPLE:]
    labels = _coded(pool, sample, noise, seed)
    model = fit_propagation(pool.rows[sample], labels, seed)
    measured = theme_shares(labels, model.held_out, model.scores([pool.rows[rest]]))
    given = np.argwhere(labels)
    drawn = given[rng.permutation(len(given))[:DRAWN]]
    verdicts = [(str(theme), bool(pool.truth[sample[at], theme])) for at, theme in drawn]
    known = reliabilities(verdicts, [str(theme) for theme in range(len(SHARES))])
    before = np.array([(one.low, one.high) for one in measured])
    after = np.array(
        [
            with_human_check(one.share, (one.low, one.high), known[str(theme)])
            for theme, one in enumerate(measured)
        ]
    )
    truth = pool.truth.mean(axis=0)
    return Found(
        _covers(before, truth),
        _covers(after, truth),
        before[:, 1] - before[:, 0],
        after[:, 1] - after[:, 0],
    )


def _covers(ends: NDArray[np.float64], truth: NDArray[np.float64]) -> Labels:
    covers: Labels = (ends[:, 0] <= truth) & (truth <= ends[:, 1])
    return covers
