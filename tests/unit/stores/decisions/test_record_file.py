"""A record is written as it was read, whatever its fields hold."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.domain.decision import AiPart, Decision, Header, Origin, Outcome
from copilot.domain.decision_text import front_matter, record_text, template
from copilot.errors import InputError
from copilot.stores.decisions.record_file import (
    LONGEST,
    as_kept,
    is_titled,
    outcome_text,
    parse_outcome,
    parse_record,
    unreadable,
)

DAY = date(2026, 11, 25)
TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1)
HEADERS = st.builds(
    Header,
    id=st.just("d-20261125-0000000a"),
    status=st.sampled_from(["proposed", "accepted", "rejected", "deprecated"]),
    date=st.dates(date(1970, 1, 1), date(2200, 1, 1)),
    decision_makers=st.lists(TEXT, max_size=3).map(tuple),
    reversibility=st.sampled_from([None, "one-way", "two-way"]),
    confidence=st.none() | st.integers(0, 100),
    metric=st.none() | TEXT,
    review_by=st.none() | st.dates(date(1970, 1, 1), date(2200, 1, 1)),
    evidence=st.lists(TEXT, max_size=3).map(tuple),
    ai=st.none() | st.builds(AiPart, model=TEXT, prompt=TEXT),
    imported=st.none() | st.builds(Origin, file=TEXT, sha256=TEXT),
    personal=st.dictionaries(TEXT, TEXT, max_size=2),
)


@given(HEADERS)
def test_every_header_reads_back_as_it_was(header: Header) -> None:
    assert parse_record(f"{front_matter(header)}\n# T\n", DAY).header == header


@pytest.mark.parametrize(
    "word", ["yes", "no", "on", "Null", "1e5", "0x1f", "2026", "-", "~", "a: b"]
)
def test_words_that_yaml_would_bend_stay_words(word: str) -> None:
    header = Header(date=DAY, metric=word, driver=word)
    again = parse_record(f"{front_matter(header)}\n# T\n", DAY).header
    assert (again.metric, again.driver) == (word, word)


def test_the_text_below_the_header_is_kept_to_the_letter() -> None:
    text = "# T\n\n* a  \n\n```\n---\nid: x\n---\n```\n"
    decision = Decision(header=Header(date=DAY), title="T", text=text)
    assert parse_record(record_text(decision), DAY).text == text


def test_windows_line_ends_make_no_difference() -> None:
    text = "---\r\nstatus: proposed\r\n---\r\n# T\r\n\r\n## Decision\r\n\r\nWe wait.\r\n"
    found = parse_record(text, DAY)
    assert (found.header.status, found.title, found.chosen) == ("proposed", "T", "We wait")


def test_the_template_reads_as_an_empty_record() -> None:
    found = parse_record(template(DAY), DAY)
    assert found.header == Header(date=DAY, reversibility="two-way")


@pytest.mark.parametrize("header", ["- a\n- b", "just words", "a: [1", "a: !!python/object:x {}"])
def test_front_matter_without_fields_is_refused(header: str) -> None:
    with pytest.raises(InputError, match="front matter"):
        parse_record(f"---\n{header}\n---\n# T\n", DAY)


def test_an_outcome_reads_back_as_it_was() -> None:
    outcome = Outcome(
        id="o-20261125-0000000b",
        of="d-20261125-0000000a",
        date=DAY,
        held="no",
        note="Nights: busy.",
    )
    assert parse_outcome(outcome_text(outcome)) == outcome


KEYS = ["a: b", "a\n---\nstatus: rejected", "yes", "2026", "- x", "#", "ä", "'", '"', "[", "a #b"]


@pytest.mark.parametrize("key", KEYS)
def test_a_field_that_nobody_knows_keeps_its_name_whatever_it_is(key: str) -> None:
    header = Header.model_validate({"date": DAY, key: "x"})
    kept = as_kept(Decision(header=header, title="T", text="# T\n"))
    assert kept.header.model_extra == {key: "x"}
    assert kept.text == "# T\n"


@pytest.mark.parametrize("value", ["a\x9bb", "a\u2028 b"])
def test_a_field_that_would_read_back_as_something_else_is_refused(value: object) -> None:
    header = Header.model_validate({"date": DAY, "team": value})
    with pytest.raises(InputError, match="would not read back as it is: 'team'"):
        as_kept(Decision(header=header, title="T", text="# T\n"))


def test_a_name_too_long_for_yaml_is_refused() -> None:
    header = Header.model_validate({"date": DAY, "a b" * 1000: 1})
    with pytest.raises(InputError, match="front matter of the record is no YAML"):
        as_kept(Decision(header=header, title="T", text="# T\n"))


@pytest.mark.parametrize(
    ("front", "why"),
    [
        ("a: &a [*a]", "refers to itself"),
        ("a: &a {b: [*a]}", "refers to itself"),
        (f"a: {'[' * 30}{']' * 30}", "more than 20 lists"),
        (f"a: {'[' * 150_000}", "more than 20 lists"),
        (f"{'- ' * 90_000}x", "more than 20 lists"),
        (
            "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
            + "\n".join(
                f"{new}: &{new} [{','.join([f'*{old}'] * 10)}]"
                for old, new in zip("abcdefgh", "bcdefghi", strict=True)
            ),
            "more than 10,000 values",
        ),
        ("a: !!binary /w==", "neither words nor figures"),
        ("a: [.nan]", "neither words nor figures"),
        (f"a: 0x{'f' * 20_000}", "neither words nor figures"),
        ('a: "\\ud800"', "front matter"),
    ],
)
def test_yaml_that_a_record_cannot_hold_is_refused(front: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        parse_record(f"---\n{front}\n---\n# T\n", DAY)


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "2201-01-01", "9999-12-31"])
def test_a_day_out_of_reach_is_refused(day: str) -> None:
    with pytest.raises(InputError, match=f"date, {day}, lies outside of 1970 to 2200"):
        parse_record(f"---\ndate: {day}\n---\n# T\n", DAY)


def test_a_review_may_lie_as_far_ahead_as_never_but_not_before_all_records() -> None:
    assert parse_record("---\nreview-by: 9999-12-31\n---\n# T\n", DAY).header.review_by
    with pytest.raises(InputError, match="review-by, 0001-01-01, lies before 1970"):
        parse_record("---\nreview-by: 0001-01-01\n---\n# T\n", DAY)


def test_a_record_that_is_too_long_is_refused_with_the_limit() -> None:
    assert parse_record("# T\n".ljust(LONGEST, "x"), DAY)
    with pytest.raises(InputError, match="200,001 characters; 200,000 is the limit"):
        parse_record("# T\n".ljust(LONGEST + 1, "x"), DAY)


@given(HEADERS)
def test_what_is_written_here_is_known_to_read(header: Header) -> None:
    assert unreadable(f"{front_matter(header)}\n# T\n".encode()) is None


@pytest.mark.parametrize(
    "line",
    ["a: b: 1", "a: [", "confidence: 900", "Confidence: 900", "deciders: 5", "x", "ai: {}"],
)
def test_a_line_that_does_not_read_is_told(line: str) -> None:
    text = f"---\nid: d-20261125-0000000a\nstatus: accepted\ndate: 2026-11-25\n{line}\n---\n# T\n"
    assert "front matter" in (unreadable(text.encode()) or "")
    with pytest.raises(InputError):
        parse_record(text, DAY)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# Two *vendors*", "Two vendors"),
        ("Preamble\n\n# 2. Two vendors ##", "Two vendors"),
        (f"# {'Long ' * 30}", f"{'Long ' * 14}L…"),
        ("# Outcome: good", "good"),
    ],
)
def test_a_title_is_compared_as_its_message_says_it(heading: str, title: str) -> None:
    assert is_titled(f"---\nid: x\n---\n\n{heading}\n".encode(), title)
    assert not is_titled(f"---\nid: x\n---\n\n{heading}\n".encode(), "Another title")
