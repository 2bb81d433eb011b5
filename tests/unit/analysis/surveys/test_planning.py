"""Which answers are read, and clusters where nobody reads."""

from copilot.analysis.surveys.planning import QuestionPlan, Wanted, clustered, planned
from tests.unit.analysis.surveys.reading import answers_of

ALL = Wanted()
TEXTS = [
    ("the search finds nothing in folder {at}", "the price went up in month {at}")[at % 2].format(
        at=at
    )
    for at in range(200)
]


def plan_of(texts: list[str], wanted: Wanted = ALL, seed: int = 1) -> QuestionPlan:
    return planned(answers_of(texts), None, wanted, None, seed)


def test_few_answers_are_all_measured() -> None:
    assert len(plan_of(TEXTS).sample.rows) == 200


def test_a_sample_and_what_is_looked_at_for_themes_are_kept_apart() -> None:
    plan = plan_of(TEXTS, Wanted(discovery=50, sample=100))
    assert len(plan.discovery) == 50
    assert len(plan.sample.rows) == 100
    assert not {*plan.discovery.tolist()} & {*plan.sample.rows.tolist()}
    assert plan.shown() == sorted({*plan.discovery.tolist(), *plan.sample.rows.tolist()})


def test_the_same_seed_plans_the_same_and_another_another() -> None:
    first, again, other = (plan_of(TEXTS, Wanted(sample=50), seed) for seed in (1, 1, 2))
    assert first.sample.rows.tolist() == again.sample.rows.tolist()
    assert first.sample.rows.tolist() != other.sample.rows.tolist()


def test_clusters_hold_every_answer_once_and_quote_them_word_for_word() -> None:
    question = clustered(plan_of(TEXTS))
    assert sum(cluster.count for cluster in question.clusters) == 200
    assert not question.themes
    quotes = [quote for cluster in question.clusters for quote in cluster.quotes]
    assert quotes
    assert all(quote.text in TEXTS[quote.row - 1] for quote in quotes)


def test_no_answers_make_no_clusters() -> None:
    question = clustered(plan_of([]))
    assert (question.n, question.clusters) == (0, ())


def test_with_themes_that_are_given_nobody_is_shown_answers_to_find_some() -> None:
    plan = plan_of(TEXTS, Wanted(discovery=0, sample=50))
    assert plan.shown() == plan.sample.rows.tolist()
