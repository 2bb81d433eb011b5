"""How well intervals of survey themes hold, and what a million answers cost.

Answers are made up: sentences of twelve themes, each in many words, some of which other themes
and idle talk use too, with typing errors and labels that are sometimes wrong, so that a classifier
errs about as much as on real answers. Their gold labels stand in for the model that would read the
sample. Every repeat draws a population from a pool of answers, and a sample from the population;
what intervals have to cover is the share in the pool.
"""

import subprocess
import sys
from collections.abc import Iterator
from time import perf_counter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.themes.features import Matrix, fit_features
from copilot.analysis.surveys.themes.propagation import Labels, fit_propagation
from copilot.analysis.surveys.themes.shares import theme_shares
from copilot.llm.word_vectors import WordVectors
from scripts.bench.row import Row, print_table

SEED = 20261125
POOL = 20_000
POPULATION = (5_000, 20_000)
SAMPLE = 500
REPEATS = 150

THEMES = {
    # share: (things, what is said of them)
    0.40: (
        "app|screen|page|site|dashboard",
        "slow|lags|loads forever|freezes|hangs|crawls",
    ),
    0.25: ("search|filter|results|query|lookup", "finds nothing|misses things|useless|wrong hits"),
    0.18: ("price|cost|plan|subscription|fee", "too high|went up|not worth it|hard to justify"),
    0.12: ("support|agent|helpdesk|ticket|chat", "never answers|rude|slow to reply|no help"),
    0.08: ("export|excel|csv|download|report", "breaks|loses columns|missing|cut off"),
    0.06: ("login|password|sso|account|code", "locked out|asks again|fails|expires"),
    0.05: ("phone|android|ios|mobile|tablet", "crashes|drains battery|tiny buttons|no parity"),
    0.04: ("docs|guide|tutorial|examples|manual", "out of date|confusing|hard to find|thin"),
    0.03: ("slack|jira|integration|api|webhook", "disconnects|limited|not supported|flaky"),
    0.02: ("dark mode|font|contrast|colours|theme", "hurts my eyes|ugly|unreadable|too bright"),
    0.015: ("privacy|data|gdpr|consent|tracking", "worries me|unclear|shared without asking"),
    0.01: ("invoice|billing|receipt|vat|refund", "wrong|late|charged twice|never came"),
}
IDLE = (
    "i use the {thing} every day",
    "my team likes the {thing}",
    "the {thing} is fine for me",
    "we moved over last year",
    "thanks for asking",
    "no complaints about the {thing}",
    "it does the job and i would recommend it to colleagues",
)
FRAMES = (
    "the {thing} {said}",
    "{said}, the {thing}",
    "honestly the {thing} {said} again",
    "{said}",
)


class Made(NamedTuple):
    """Answers with their gold themes."""

    texts: list[str]
    gold: Labels


class Repeat(NamedTuple):
    """Covered or not, and absolute errors, a theme; shape (T,) each."""

    covered: Labels
    powered: NDArray[np.float64]
    sampled: NDArray[np.float64]
    counted: NDArray[np.float64]
    sample_covered: Labels
    width: float
    sample_width: float


def made(count: int, seed: int) -> Made:
    """Return answers of one to four sentences; one label in fifty is wrong."""
    rng = np.random.default_rng(seed)
    shares = np.array(list(THEMES))
    words = [tuple(part.split("|") for part in parts) for parts in THEMES.values()]
    things = [thing for names, _ in words for thing in names]
    gold = rng.random((count, len(shares))) < shares
    texts = [_answer(row, words, things, rng) for row in gold]
    missed = rng.random(gold.shape) < 0.1
    return Made(texts, gold & ~missed | (rng.random(gold.shape) < shares * 0.03))


def _answer(
    row: Labels,
    words: list[tuple[list[str], ...]],
    things: list[str],
    rng: np.random.Generator,
) -> str:
    said = [
        str(rng.choice(FRAMES)).format(thing=rng.choice(words[t][0]), said=rng.choice(words[t][1]))
        for t in np.flatnonzero(row)
    ]
    idle = [
        str(rng.choice(IDLE)).format(thing=rng.choice(things)) for _ in range(rng.integers(0, 3))
    ]
    sentences = said + idle or ["nothing to add"]
    return _mistyped(". ".join(rng.permutation(sentences)), rng)


def _mistyped(text: str, rng: np.random.Generator) -> str:
    if rng.random() < 0.6 or len(text) < 4:
        return text
    place = int(rng.integers(1, len(text) - 1))
    return text[:place] + text[place + 1 :]


def rows() -> Iterator[Row]:
    """Yield coverage and errors of theme shares."""
    pool = made(POOL, SEED)
    features = fit_features(pool.texts, WordVectors().embed, components=150, seed=SEED)
    matrix = features.transform(pool.texts)
    rng = np.random.default_rng(SEED)
    repeats = [repeat(matrix, pool.gold, int(rng.integers(2**32))) for _ in range(REPEATS)]
    yield from figures(repeats, pool.gold.mean(axis=0))


def repeat(matrix: Matrix, gold: Labels, seed: int) -> Repeat:
    """Draw a population and a sample, measure every theme, and compare with the pool."""
    rng = np.random.default_rng(seed)
    people = rng.integers(0, len(gold), int(rng.integers(*POPULATION)))
    sample, rest = people[:SAMPLE], people[SAMPLE:]
    labels = gold[sample]
    model = fit_propagation(matrix[sample], labels, seed)
    scores = model.scores([matrix[rest]])
    measured = theme_shares(labels, model.held_out, scores)
    counted = np.vstack([labels, model.assigned(scores)]).mean(axis=0)
    truth = gold.mean(axis=0)
    plain = [wilson(int(k), SAMPLE) for k in labels.sum(axis=0)]
    return Repeat(
        np.array([one.low <= t <= one.high for one, t in zip(measured, truth, strict=True)]),
        np.abs([one.share for one in measured] - truth),
        np.abs(labels.mean(axis=0) - truth),
        np.abs(counted - truth),
        np.array([low <= t <= high for (low, high), t in zip(plain, truth, strict=True)]),
        float(np.mean([one.high - one.low for one in measured])),
        float(np.mean([high - low for low, high in plain])),
    )


def figures(repeats: list[Repeat], truth: NDArray[np.float64]) -> Iterator[Row]:
    """Yield coverage, overall and by how common themes are, and mean absolute errors."""
    covered = np.array([one.covered for one in repeats])
    yield Row("coverage of theme shares", f"{covered.mean():.3f}", "0.93 to 0.97", _how(covered))
    for low, high in ((0.0, 0.03), (0.03, 0.10), (0.10, 1.0)):
        within = covered[:, (truth >= low) & (truth < high)]
        yield Row(
            f"  shares {low:.0%} to {high:.0%}", f"{within.mean():.3f}", ">= 0.92", _how(within)
        )
    plain = np.array([one.sample_covered for one in repeats])
    yield Row("coverage of the sample alone", f"{plain.mean():.3f}", "", "Wilson")
    powered, counted, sampled = (
        100 * float(np.mean([getattr(one, name) for one in repeats]))
        for name in ("powered", "counted", "sampled")
    )
    yield Row("mean error", f"{powered:.2f} points", f"<= {counted / 2:.2f}", "half of counting")
    yield Row("  counting the classifier", f"{counted:.2f} points")
    yield Row("  the sample alone", f"{sampled:.2f} points")
    yield Row(
        "mean width of intervals",
        f"{100 * np.mean([one.width for one in repeats]):.2f} points",
        "",
        f"sample alone {100 * np.mean([one.sample_width for one in repeats]):.2f}",
    )


def _how(covered: Labels) -> str:
    return f"{covered.size:,} intervals"


def grow(sizes: tuple[int, ...] = (10_000, 100_000, 700_000)) -> None:
    """Print seconds and peak memory of embedding, features and scores, each in a fresh process."""
    print_table("Survey comments, embedded and scored for 20 themes", map(_grown, sizes))


def _grown(size: int) -> Row:
    script = f"from scripts.bench.surveys import score; score({size})"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    making, fitting, scoring, before, peak = done.stdout.split()
    return Row(
        f"{size:,} comments",
        f"{float(fitting) + float(scoring):.1f} s, peak {peak} MB",
        "110 s, 1,200 MB for 700,000",
        f"fit {fitting} s, score {scoring} s; {before} MB before, making them {making} s",
    )


def score(size: int) -> None:
    """Make comments, learn from 1,000 labels, score all; print seconds and MB."""
    import resource

    def megabytes() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

    begun = perf_counter()
    few = made(min(size, 50_000), SEED)
    texts = [f"{few.texts[n % len(few.texts)]} {n}" for n in range(size)]
    before, ready = megabytes(), perf_counter()
    features = fit_features(texts, WordVectors().embed, seed=SEED)
    labels = np.hstack([few.gold, few.gold[:, :8]])[:1_000]
    model = fit_propagation(features.transform(texts[:1_000]), labels, SEED)
    fitted = perf_counter()
    model.assigned(model.scores(features.chunks(texts)))
    done = perf_counter()
    print(f"{ready - begun:.1f} {fitted - ready:.1f} {done - fitted:.1f} {before} {megabytes()}")


if __name__ == "__main__":
    print_table("Survey themes (made-up answers)", rows())
    grow()
