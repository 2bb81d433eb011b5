"""Labels carried over to all answers."""

import numpy as np

from copilot.analysis.surveys.themes.calibration import calibrated, sigmoid
from copilot.analysis.surveys.themes.features import fit_features
from copilot.analysis.surveys.themes.propagation import fit_propagation
from copilot.analysis.surveys.themes.ridge import fit_ridge, moments
from tests.unit.analysis.surveys.themes.topics import answers


def test_themes_are_found_in_answers_that_nobody_labelled() -> None:
    made = answers(1_500, 1)
    features = fit_features(made.texts, components=40)
    model = fit_propagation(features.transform(made.texts[:400]), made.labels[:400], 1)
    found = model.assigned(model.scores(features.chunks(made.texts[400:], 300)))
    truth = made.labels[400:]
    f1 = 2 * (found & truth).sum(axis=0) / (found.sum(axis=0) + truth.sum(axis=0))
    assert f1.min() > 0.7


def test_held_out_scores_know_nothing_of_labels_drawn_by_lot() -> None:
    rng = np.random.default_rng(1)
    rows = rng.normal(size=(300, 200)).astype(np.float32)
    labels = rng.random((300, 4)) < 0.3
    held_out = fit_propagation(rows, labels, 1).held_out
    slopes = [np.cov(held_out[:, theme], labels[:, theme])[0, 1] for theme in range(4)]
    assert max(slopes) < 0.03 * 0.3 * 0.7


def test_scores_inside_and_outside_the_sample_have_one_distribution() -> None:
    made = answers(6_000, 2)
    rows = fit_features(made.texts, components=40).transform(made.texts)
    model = fit_propagation(rows[:1_000], made.labels[:1_000], 1)
    outside = model.scores([rows[1_000:]])
    assert np.allclose(outside.mean(axis=0), model.held_out.mean(axis=0), atol=0.03)
    assert np.allclose(outside.std(axis=0), model.held_out.std(axis=0), atol=0.05)


def test_a_theme_of_four_answers_has_no_classifier_and_is_given_to_nobody() -> None:
    made = answers(200, 3)
    labels = np.column_stack([made.labels[:, 0], np.arange(200) < 4, np.ones(200, dtype=bool)])
    rows = fit_features(made.texts, components=20).transform(made.texts)
    model = fit_propagation(rows, labels, 1)
    assert model.learned.tolist() == [True, False, False]
    scores = model.scores([rows])
    assert not scores[:, 1:].any()
    assert not model.assigned(scores)[:, 1:].any()


def test_no_answers_and_no_themes_are_no_error() -> None:
    rows = np.zeros((3, 5), dtype=np.float32)
    model = fit_propagation(rows, np.zeros((3, 0), dtype=bool), 1)
    assert model.scores([]).shape == (0, 0)
    assert model.assigned(model.scores([rows])).shape == (3, 0)


def test_ridge_is_that_of_scikit_learn() -> None:
    from sklearn.linear_model import Ridge

    rng = np.random.default_rng(4)
    rows = rng.normal(size=(80, 12)).astype(np.float32)
    labels = rng.random((80, 3)) < 0.4
    whole, part = moments(rows, labels), moments(rows[:20], labels[:20])
    ours = fit_ridge(whole.without(part), [2.0])
    theirs = Ridge(alpha=2.0).fit(rows[20:].astype(float), labels[20:].astype(float))
    assert np.allclose(ours.coefficients[0].T, theirs.coef_, atol=1e-6)
    assert np.allclose(ours.intercepts[0], theirs.intercept_, atol=1e-6)


def test_calibrated_scores_are_likelihoods() -> None:
    rng = np.random.default_rng(5)
    scores = rng.normal(0.2, 0.3, size=(4_000, 2))
    labels = rng.random((4_000, 2)) < sigmoid(scores * [6.0, 2.0] - [2.0, 1.0])
    slope, shift = calibrated(scores, labels)
    assert np.allclose(slope, [6.0, 2.0], rtol=0.2)
    assert np.allclose(shift, [-2.0, -1.0], rtol=0.2)


def test_scores_that_tell_all_or_mislead_are_still_calibrated() -> None:
    labels = np.array([[True, True]] * 10 + [[False, False]] * 30)
    scores = np.column_stack([labels[:, 0] * 1.0, labels[:, 1] * -1.0])
    slope, shift = calibrated(scores, labels)
    likely = sigmoid(scores * slope + shift)
    assert likely[:10, 0].min() > 0.8
    assert likely[10:, 0].max() < 0.2
    assert slope[1] == 0
    assert np.allclose(likely[:, 1], 11 / 42)
