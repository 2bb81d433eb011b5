"""A record is written as it was read, whatever its fields hold."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.domain.decision import AiPart, Decision, Header, Origin, Outcome
from copilot.domain.decision_text import front_matter, record_text, template
from copilot.errors import InputError
from copilot.stores.decisions.record_file import outcome_text, parse_outcome, parse_record

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
