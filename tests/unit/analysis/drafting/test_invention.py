"""What a draft says and its source does not."""

import pytest

from copilot.analysis.drafting.invention import Told, invented

SOURCE = Told(
    "Refunds arrive within 3 to 5 working days. Up to 1,200 guests a day use Swimline in Leeds. "
    "At 10:30 the guard rings. Phase 1 begins in June, on a Monday, for twenty-five clubs. "
    "The lamp glows for 2.50 seconds; half a dozen, ten or 20 minutes are enough. 40% leave."
)


def found(text: str) -> list[tuple[str, str]]:
    """Return kind and words of what is invented."""
    return [
        (one.rule.removeprefix("grounded."), text[slice(*one.span)].strip())
        for one in invented(text, SOURCE)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The refund arrives within 3-5 days.",
        "the refund arrives within five days",
        "It holds 1200 guests, or 1,200 guests.",
        "The guard rings at 10:30.",
        "The lamp glows for 2.5 seconds.",
        "It takes 10 minutes, or 20 minutes, or ten minutes.",
        "25 clubs, twenty-five clubs.",
        "40 percent leave, that is 40%.",
        "Phase 1 begins on a Monday in June.",
        "People in Leeds use Swimline.",
        "They come to Leeds' pool, and all Swimlines.",
        "They see the API, a PDF and their ID.",
        "one guest and no other",
        "",
    ],
)
def test_what_stands_in_the_source_is_not_remarked_on(text: str) -> None:
    assert found(text) == []


def test_the_number_of_a_name_is_no_figure() -> None:
    assert found("It is on as FR-001 says.") == [("name", "FR-001")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The refund arrives within 7 days.", ("figure", "7")),
        ("The refund arrives within 3-9 days.", ("figure", "9")),
        ("The refund arrives within 3 weeks.", ("figure", "3")),
        ("the refund arrives within seven days", ("figure", "seven")),
        ("for seventy guests", ("figure", "seventy")),
        ("for thirty-one guests", ("figure", "thirty-one")),
        ("a thousand guests", ("figure", "thousand")),
        ("At 11:45 the guard rings.", ("figure", "11:45")),
        ("5% leave", ("figure", "5%")),
        ("It begins in phase 2.", ("phase", "phase 2")),
        ("It begins in Q3 2027.", ("phase", "Q3 2027")),
        ("It begins in version two.", ("phase", "version two")),
        ("It begins on a Friday.", ("day", "Friday")),
        ("It begins next quarter.", ("day", "next quarter")),
        ("People in Bristol use it.", ("name", "Bristol")),
        ("They use it with Slack Connect.", ("name", "Slack Connect")),
    ],
)
def test_a_figure_name_phase_or_day_of_its_own_is_found(
    text: str, expected: tuple[str, str]
) -> None:
    assert expected in found(text)


def test_no_words_are_remarked_on_twice() -> None:
    text = "It begins in phase 2 with 99 clubs in Q4 2031."
    assert sorted(found(text)) == [("figure", "99"), ("phase", "Q4 2031"), ("phase", "phase 2")]


def test_a_finding_says_what_where_and_what_to_do() -> None:
    one = next(invented("within 7 days", SOURCE, at="AC-001.1"))
    assert (one.criterion, one.severity, one.at) == ("grounded", "warning", "AC-001.1")
    assert one.message == "“7” does not stand in the source."
    assert one.fix
