"""What counts where the sentences of a description differ on one fact."""

import pytest

from copilot.analysis.triage.catalogue import Catalogue, FactSpec
from copilot.analysis.triage.signals import SignalReader

READER = SignalReader(
    Catalogue(
        version="1",
        facts=(
            FactSpec(
                name="ranks",
                group="decision",
                question="?",
                shows=("(?:rank|sort)s? ~ people", "top people"),
                denies=("not rank", "neutral"),
                states=("it ranks people",),
            ),
            FactSpec(
                name="calendar",
                group="purpose",
                question="?",
                shows=("calendar",),
                deniable=False,
                yields_to=("ranks",),
            ),
            FactSpec(name="filing", group="human step", question="?", shows=("by date",)),
        ),
    )
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It ranks people. It will not rank people.", "yes"),
        ("It ranks people. The tone is neutral.", "yes"),
        ("Top people come first. It will not rank people.", "no"),
        ("Top people come first. It will not rank people in this release.", "yes"),
        ("Top people come first. It will not rank parcels.", "yes"),
        ("Top people come first. The tone is neutral.", "no"),
        ("Other tools say it ranks people. We will not rank people.", "no"),
        ("It will not rank parcels.", "no"),
        ("Hm.", "unknown"),
    ],
)
def test_outright_words_count_first_and_a_narrow_denial_last(text: str, value: str) -> None:
    assert READER.read(text).value("ranks") == value


def test_at_most_one_reading_stands_beside_what_counts() -> None:
    [row] = READER.contradictions("It ranks people. It will not rank people. The tone is neutral.")
    assert [fact.value for fact in row.readings] == ["yes", "no"]


def test_a_limiter_yields_to_what_is_stated_outright_alone() -> None:
    assert READER.read("It ranks people. It has a calendar.").value("calendar") == "unknown"
    assert READER.read("Top people. It has a calendar.").value("calendar") == "yes"


def test_a_human_step_is_not_read_from_a_fallback() -> None:
    assert READER.read("Files are sorted by date.").value("filing") == "yes"
    fallback = READER.read("If the model is down, files are sorted by date.")
    assert fallback.value("filing") == "unknown"


def test_a_denial_limited_to_a_time_leaves_open_what_nothing_else_shows() -> None:
    assert READER.read("It will not rank people in this release.").value("ranks") == "unknown"
    assert READER.read("It will not rank people.").value("ranks") == "no"
