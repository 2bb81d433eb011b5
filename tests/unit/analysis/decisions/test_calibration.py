"""Stated confidence is held against what became of decisions."""

import pytest

from copilot.analysis.decisions.calibration import Judged, calibration


def test_nothing_judged_is_said_plainly() -> None:
    report = calibration([])
    assert (report.judged, report.brier, report.bands) == (0, None, ())
    assert "No decision" in report.remark


def test_the_brier_score_is_the_mean_squared_difference() -> None:
    report = calibration([Judged("a", 90, "yes"), Judged("b", 80, "no"), Judged("c", 50, "partly")])
    assert report.brier == pytest.approx((0.01 + 0.64 + 0.0) / 3)
    assert report.baseline == pytest.approx((0.25 + 0.25 + 0.0) / 3)
    assert "say little" in report.remark


def test_bands_show_what_was_stated_and_what_held() -> None:
    judged = [Judged(f"d{n}", 80, "yes" if n < 9 else "no") for n in range(12)]
    [band] = calibration(judged).bands
    assert (band.confidence, band.count, band.held) == ((70, 89), 12, 0.75)
    assert band.interval == pytest.approx((0.4677, 0.9111), abs=1e-4)
    assert calibration(judged).remark == ""
