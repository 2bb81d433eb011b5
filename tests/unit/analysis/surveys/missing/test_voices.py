"""Who is missing, from whole sheets."""

import numpy as np
import polars as pl
import pytest

from copilot.analysis.surveys.missing.population import Population, known_of_all
from copilot.analysis.surveys.missing.voices import missing_voices
from copilot.domain.survey_parts import MissingVoice
from copilot.errors import InputError
from tests.unit.analysis.surveys.closed.sheets import column, sheet

COLUMNS = [
    column("plan", "segment"),
    column("score", "nps"),
    column("easy", "likert", "1|2|3"),
    column("why", "open"),
]


def survey() -> pl.DataFrame:
    """Four hundred, half of them free; free users stop early, and promoters write little."""
    draw = np.random.default_rng(5)
    plan = np.repeat(["free", "pro"], 200)
    scores = draw.choice([3, 8, 10], 400)
    stopped = draw.random(400) < np.where(plan == "free", 0.5, 0.05)
    wrote = (draw.random(400) < np.where(scores == 10, 0.2, 0.7)) & ~stopped
    return sheet(
        plan=plan.tolist(),
        score=[str(score) for score in scores],
        easy=[None if stop else "2" for stop in stopped],
        why=["because" if write else None for write in wrote],
        Status=["Partial" if stop else "Complete" for stop in stopped],
    )


def of_kind(voices: tuple[MissingVoice, ...], what: str) -> list[MissingVoice]:
    return [voice for voice in voices if voice.what == what]


def test_the_group_that_finishes_less_is_named_with_its_figures() -> None:
    frame = survey()
    (voice,) = of_kind(missing_voices(frame, COLUMNS, ["plan"]), "completion")
    done = frame.filter(pl.col("Status") == "Complete").group_by("plan").len()
    counts = dict(done.iter_rows())
    assert (voice.segment, voice.group, voice.n) == ("plan", "free", 200)
    assert voice.share == counts["free"] / 200
    assert voice.others == counts["pro"] / 200
    assert voice.message == (
        f"People with “free” as “plan” finished the survey in {counts['free'] / 2:.0f} % "
        f"({100 * voice.ci[0]:.0f} to {100 * voice.ci[1]:.0f} %), "
        f"others in {counts['pro'] / 2:.0f} %."
        if voice.ci
        else ""
    )


def test_who_writes_less_is_told_by_score_and_of_those_who_finished() -> None:
    frame = survey()
    (voice,) = of_kind(missing_voices(frame, COLUMNS, ["plan"]), "open_answer")
    finished = frame.filter(pl.col("Status") == "Complete", pl.col("score") == "10")
    assert (voice.segment, voice.group) == ("score", "Promoters (9 and 10)")
    assert voice.n == finished.height
    assert voice.share == finished["why"].is_not_null().mean()


def test_the_question_before_which_people_stop_is_named() -> None:
    frame = survey()
    (voice,) = of_kind(missing_voices(frame, COLUMNS, []), "drop_off")
    stopped = (frame["Status"] == "Partial").sum()
    assert (voice.group, voice.n, voice.share) == ("easy", 400, stopped / 400)
    assert voice.message.startswith(f"{stopped} of 400 people (")
    assert "stopped after “score”, before “easy”" in voice.message


def test_rows_of_which_the_status_is_not_known_have_not_stopped() -> None:
    frame = sheet(
        a=["x"] * 100,
        b=["x"] * 60 + [None] * 40,
        Status=["Complete"] * 60 + ["Partial"] * 15 + [None] * 25,
    )
    (voice,) = missing_voices(frame, [column("a", "single"), column("b", "single")], [])
    assert (voice.group, voice.share) == ("b", 0.15)


def test_who_answered_nothing_is_told_beside_where_others_stop() -> None:
    frame = sheet(
        a=["x"] * 60 + [None] * 40, b=["x"] * 40 + [None] * 60, c=["x"] * 38 + [None] * 62
    )
    columns = [column(name, "single") for name in "abc"]
    nothing, stopped = missing_voices(frame, columns, [])
    assert nothing.message.startswith("40 of 100 people (40 %, 31 to 50 %) opened the survey")
    assert (stopped.group, stopped.n, stopped.share) == ("b", 60, 20 / 60)


def test_who_leaves_a_question_blank_is_told_of_those_who_went_on() -> None:
    frame = sheet(
        plan=["free"] * 100 + ["pro"] * 100,
        income=[None] * 60 + ["low"] * 40 + [None] * 5 + ["high"] * 95,
        easy=["2"] * 100 + ["2"] * 90 + [None] * 10,
    )
    columns = [column("income", "single"), column("easy", "likert", "1|2|3")]
    (voice,) = of_kind(missing_voices(frame, columns, ["plan"]), "item")
    assert (voice.group, voice.n, voice.share) == ("free", 100, 0.6)
    assert voice.others == 5 / 90
    assert voice.message == (
        "People with “free” as “plan” left “income” blank, or were not asked, in "
        "60 % (50 to 69 %), others in 6 %."
    )


def test_who_stopped_at_a_question_did_not_skip_it() -> None:
    frame = sheet(
        plan=["free"] * 100 + ["pro"] * 100,
        income=[None] * 60 + ["low"] * 140,
        easy=[None] * 60 + ["2"] * 140,
    )
    columns = [column("income", "single"), column("easy", "likert", "1|2|3")]
    assert of_kind(missing_voices(frame, columns, ["plan"]), "item") == []


def test_alike_groups_and_groups_under_ten_are_not_told() -> None:
    frame = sheet(
        plan=["free", "pro"] * 100 + ["team"] * 9,
        why=["because", "because", None, None] * 50 + [None] * 9,
        q=["a"] * 209,
    )
    voices = missing_voices(frame, [column("q", "single"), column("why", "open")], ["plan"])
    assert voices == ()


def test_noise_in_many_segments_is_corrected_for() -> None:
    draw = np.random.default_rng(8)
    names = [f"segment {at}" for at in range(40)]
    frame = sheet(
        why=[word if word else None for word in draw.choice(["because", ""], 300)],
        q=["a"] * 300,
        **{name: draw.choice(["x", "y", "z"], 300).tolist() for name in names},
    )
    voices = missing_voices(frame, [column("q", "single"), column("why", "open")], names)
    assert len(voices) <= 1  # Holm lets one report in twenty through, and hardly ever two voices


def test_a_population_is_compared_by_its_column() -> None:
    known = known_of_all(survey(), Population("all.yaml", {"plan": {"free": 0.8, "pro": 0.2}}))
    voices = missing_voices(survey(), COLUMNS, [], known)
    assert [voice.group for voice in of_kind(voices, "population")] == ["free"]


def test_an_unknown_segment_is_refused() -> None:
    with pytest.raises(InputError, match="“Plan”"):
        missing_voices(survey(), COLUMNS, ["Plan"])


def test_an_empty_survey_misses_nobody() -> None:
    assert missing_voices(sheet(a=[], b=[]), [column("a", "single")], ["b"]) == ()
    assert missing_voices(sheet(a=[None], b=["x"]), [], ["b"]) == ()


def test_a_blank_open_question_is_told_once_and_not_as_skipped_too() -> None:
    frame = sheet(
        plan=["free"] * 100 + ["pro"] * 100,
        why=[None] * 90 + ["because"] * 110,
        easy=["2"] * 200,
    )
    columns = [column("why", "open"), column("easy", "likert", "1|2|3")]
    voices = missing_voices(frame, columns, ["plan"])
    assert [(voice.what, voice.group, voice.share) for voice in voices] == [
        ("open_answer", "free", 0.1)
    ]
