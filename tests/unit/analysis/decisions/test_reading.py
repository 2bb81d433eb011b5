"""A decision is read out of the forms in which people write them."""

from datetime import date

import pytest

from copilot.analysis.decisions.reading import checked, read_decision
from copilot.domain.decision import Decision
from copilot.errors import InputError

DAY = date(2026, 11, 25)
MADR = """\
# 7. Nurses may override the score

## Context and Problem Statement

Older patients get scores that are too low.

## Decision Drivers

* Trust of the ward
* {driver 2}

## Considered Options

* [Ship as it is](https://example.org)
* **Override with a reason**: a nurse says why
* Do nothing

## Decision Outcome

Chosen option: "Override with a reason", because a nurse sees
what the model does not.

### Consequences

* Good, because errors come to light
* Bad, because it takes time,
  a minute each

### Confirmation

Audit after a month.

## Pros and Cons of the Options

### Override with a reason

* Good, because it can be checked
* Neutral, because others do it
* Bad, because nights are busy

## Dissent

Cem would wait.
"""
NYGARD = """\
# 12. Use one vendor

Date: 2019-05-06

## Status

Superseded by [13. Use two vendors](0013-use-two-vendors.md)

## Context

Contracts are costly.

## Decision

We will use one vendor because one contract costs less.

## Consequences

We depend on it.
"""


def read(body: str, **front: object) -> Decision:
    return read_decision(front, body, DAY)


def test_every_section_of_madr_is_found() -> None:
    found = read(MADR)
    assert found.title == "Nurses may override the score"
    assert found.context == "Older patients get scores that are too low."
    assert found.drivers[0] == "Trust of the ward"
    assert (found.chosen, found.because) == (
        "Override with a reason",
        "a nurse sees what the model does not",
    )
    assert found.consequences[1] == "Bad, because it takes time, a minute each"
    assert found.confirmation == "Audit after a month."
    assert found.dissent == "Cem would wait."


def test_options_carry_their_arguments_and_lose_their_markup() -> None:
    ship, override, nothing = read(MADR).options
    assert (ship.name, nothing.name) == ("Ship as it is", "Do nothing")
    assert override.pros == ("it can be checked",)
    assert override.neutral == ("others do it",)
    assert override.cons == ("nights are busy",)


def test_a_record_after_nygard_is_read_with_its_date_and_status() -> None:
    found = read(NYGARD)
    assert (found.title, found.header.date) == ("Use one vendor", date(2019, 5, 6))
    assert found.header.status == "accepted"
    assert found.chosen == "We will use one vendor"
    assert found.because == "one contract costs less"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("proposed", "proposed"),
        ("Approved", "accepted"),
        ("superseded by ADR-0005", "accepted"),
        ("rejected", "rejected"),
        ("Obsolete", "deprecated"),
        ("deferred", "proposed"),
        ("{proposed | accepted}", "accepted"),
        ("", "accepted"),
    ],
)
def test_statuses_are_known_by_their_first_word(said: str, status: str) -> None:
    assert read(MADR, status=said).header.status == status


def test_names_may_be_one_text_and_keys_may_be_those_of_older_forms() -> None:
    header = read(MADR, deciders="Ada, Ben", review_by="2027-01-02").header
    assert header.decision_makers == ("Ada", "Ben")
    assert header.review_by == date(2027, 1, 2)


def test_fields_that_nobody_knows_are_kept() -> None:
    assert read(MADR, team="wards").header.model_dump()["team"] == "wards"


@pytest.mark.parametrize(
    ("field", "value"), [("confidence", 170), ("reversibility", "three-way"), ("review-by", "soon")]
)
def test_a_wrong_field_is_named(field: str, value: object) -> None:
    with pytest.raises(InputError, match=field):
        read_decision({field: value}, MADR, DAY)


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InputError, match="2026-02-31"):
        read(MADR, date="2026-02-31")


def test_the_statement_says_who_decided_what_when_and_why() -> None:
    found = read(MADR, date="2026-11-02", **{"decision-makers": ["Ada", "Ben"]})
    assert found.statement == (
        "On 2026-11-02 Ada and Ben decided: Override with a reason, because a nurse sees what the"
        " model does not."
    )


def test_a_whole_record_lacks_nothing() -> None:
    assert checked(read(MADR)).missing == ()


def test_a_record_without_options_or_decision_is_told_what_to_add() -> None:
    missing = checked(read("# A title\n\n## Context\n\nSomething.\n")).missing
    assert "what is decided" in missing[0]
    assert "no options" in missing[1]


def test_one_option_is_no_choice() -> None:
    accepted = NYGARD.replace("Superseded by [13.", "Accepted [13.")
    [text] = checked(read(accepted + "\n## Options\n\n- Use one vendor\n")).missing
    assert "only one option" in text


def test_a_blank_is_no_decision() -> None:
    body = MADR.replace('"Override with a reason", because', "____________, because")
    assert "what is decided" in checked(read(body)).missing[0]


def test_a_reader_is_told_what_will_be_missed() -> None:
    advice = " ".join(checked(read(MADR.replace("* Do nothing\n", ""))).advice)
    assert "Doing nothing is not among the options." in advice
    assert "`decision-makers`" in advice
    assert "`confidence`" in advice


def test_a_choice_that_is_not_on_the_list_is_told() -> None:
    body = MADR.replace('"Override with a reason", because', '"Buy it", because')
    assert "What was chosen is not among the options by name." in checked(read(body)).advice


@pytest.mark.parametrize(
    ("outcome", "chosen", "because"),
    [
        (
            "Chosen option: what we have had since May, because it works",
            "what we have had since May",
            "it works",
        ),
        ('Chosen option: "Wait because of X", because Y.', "Wait because of X", "Y"),
        ("Chosen option: Wait, because ____________.", "Wait", ""),
        ("Chosen option: Wait", "Wait", ""),
        ("We wait.\n\nThis is long.", "We wait", ""),
    ],
)
def test_the_choice_is_told_from_its_reason(outcome: str, chosen: str, because: str) -> None:
    found = read(f"# T\n\n## Decision\n\n{outcome}\n")
    assert (found.chosen, found.because) == (chosen, because)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("7. Wait", "Wait"),
        ("0007 Wait", "Wait"),
        ("ADR-7: Wait", "Wait"),
        ("40 euros a month", "40 euros a month"),
        ("3 mails", "3 mails"),
    ],
)
def test_a_number_of_the_record_is_no_part_of_its_title(heading: str, title: str) -> None:
    assert read(f"# {heading}\n").title == title


@pytest.mark.parametrize("said", ["not accepted", "on fire", "?"])
def test_a_status_that_nobody_knows_is_refused_and_not_taken_for_a_yes(said: str) -> None:
    with pytest.raises(InputError, match="status"):
        read(MADR, status=said)


def test_a_record_cannot_call_itself_superseded() -> None:
    [text] = checked(read(MADR, status="superseded by ADR-0005")).missing
    assert "only a later record says so" in text


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("25.11.2025", date(2025, 11, 25)),
        ("Nov 3, 2024", date(2024, 11, 3)),
        ("3 November 2024", date(2024, 11, 3)),
        ("2024-1-5", date(2024, 1, 5)),
        ("{YYYY-MM-DD when the decision was last updated}", DAY),
    ],
)
def test_days_are_read_in_every_form_that_means_one_thing(said: str, day: date) -> None:
    assert read(MADR, date=said).header.date == day


@pytest.mark.parametrize("said", ["03/04/2024", "last week", "soon"])
def test_a_day_that_cannot_be_told_is_refused_and_not_taken_for_today(said: str) -> None:
    with pytest.raises(InputError, match="read as no day"):
        read(MADR, date=said)


def test_what_stands_in_comments_and_code_is_no_part_of_the_record() -> None:
    hidden = '<!--\n## Decision Outcome\nChosen option: "Sell it", because comment.\n-->\n'
    code = "```\n# No title\n```\n"
    found = read(code + MADR.replace("## Decision Outcome", f"{hidden}## Decision Outcome"))
    assert (found.title, found.chosen) == (
        "Nurses may override the score",
        "Override with a reason",
    )


@pytest.mark.parametrize("said", ["TBD", "We have not decided yet.", "to be decided"])
def test_what_is_yet_to_be_decided_is_no_decision(said: str) -> None:
    missing = checked(read(f"# T\n\n## Options\n\n- A\n- B\n\n## Decision\n\n{said}\n")).missing
    assert "what is decided" in missing[0]


def test_the_title_of_the_template_is_no_title() -> None:
    assert (
        "no title"
        in checked(read(MADR.replace("7. Nurses may override the score", "{short title}"))).missing[
            0
        ]
    )


def test_confidence_may_carry_its_sign_and_lists_are_asked_for_plainly() -> None:
    assert read(MADR, confidence="80 %").header.confidence == 80
    with pytest.raises(InputError, match="write it as a list"):
        read(MADR, consulted={"list everyone": None})


def test_what_only_the_log_writes_into_a_header_is_not_taken_from_a_person() -> None:
    own = {"id": "d-20200101-00000000", "personal": {"p1": "x"}}
    header = checked(read_decision(own, MADR, DAY)).decision.header
    assert (header.id, header.personal, header.imported) == (None, {}, None)
