"""Only what is plainly meant is changed; what could mean something else is asked."""

import pytest

from copilot.analysis.specs.changing import Changed, Changer
from tests.unit.analysis.requirements.sources import READER

CHANGER = Changer(READER)
SPEC = """# Lockers

## Goals

- **goals-1** 90% of parcels are picked up within 48 hours. *(cited: S1)*

## Non-goals

- **non_goals-1** No deliveries abroad. *(cited: S3)*
- **non_goals-2** No food parcels. *(cited: S4)*

## Requirements

- **FR-001** The courier must open a door by a code. *(cited: S5)*
- **FR-002** The customer must be told by SMS. *(cited: S6)*
- **FR-003** After 5 wrong codes the keypad must be blocked. (Priority: Must; Owner: Lee)
- **FR-004** Parcels must be returned after 72 hours. *(cited: S7)*
- **FR-007** Staff must see a list of full lockers. *(cited: S7)*

| ID | Requirement | Priority | Owner |
|----|-------------|----------|-------|
| NFR-001 | The door must open within 2 seconds | Must | Lee |
"""


def changed(request: str, spec: str = SPEC) -> Changed:
    """Return the specification after a request."""
    return CHANGER.changed(spec, request)


def new_lines(found: Changed) -> list[str]:
    """Return the lines that were not there before."""
    before = SPEC.split("\n")
    return [line for line in found.updated.split("\n") if line not in before]


@pytest.mark.parametrize(
    "request_",
    [
        "Remove FR-002 to FR-004.",
        "Remove FR-002 through FR-004",
        "Remove FR-002–FR-004.",
        "Remove FR-002-FR-004.",
        "remove fr-2 to fr-4",
        "We decided not to do FR-002 to FR-004.",
        "FR-002 to FR-004 are no longer needed.",
    ],
)
def test_a_range_means_all_ids_between(request_: str) -> None:
    found = changed(request_)
    assert [one.name for one in found.edits] == ["FR-002", "FR-003", "FR-004"]
    assert (new_lines(found), found.questions) == ([], ())


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        (
            "FR-002: by email instead of by SMS",
            "- **FR-002** The customer must be told by email. *(cited: change request)*",
        ),
        (
            "FR-003: after 3 wrong codes the keypad is blocked for 15 minutes.",
            "- **FR-003** after 3 wrong codes the keypad is blocked for 15 minutes."
            " (Priority: Must; Owner: Lee)",
        ),
        (
            "goals-1: 95% instead of 90%",
            "- **goals-1** 95% of parcels are picked up within 48 hours. *(cited: change request)*",
        ),
        (
            "Change 72 hours to 48 hours.",
            "- **FR-004** Parcels must be returned after 48 hours. *(cited: change request)*",
        ),
        (
            "Change FR-002 to: the customer is told by mail.",
            "- **FR-002** the customer is told by mail. *(cited: change request)*",
        ),
        (
            "NFR-001: 1 second",
            "| NFR-001 | The door must open within 1 second | Must | Lee |",
        ),
        (
            "Change FR-004 to 80.",
            "- **FR-004** Parcels must be returned after 80 hours. *(cited: change request)*",
        ),
        (
            "Replace 72 with 36.",
            "- **FR-004** Parcels must be returned after 36 hours. *(cited: change request)*",
        ),
        (
            "fr-4: 3 days instead of 72 hours",
            "- **FR-004** Parcels must be returned after 3 days. *(cited: change request)*",
        ),
        (
            "NFR-001: 2 seconds → 1 second",
            "| NFR-001 | The door must open within 1 second | Must | Lee |",
        ),
        (
            "NFR-001: 2 seconds -> 1 second",
            "| NFR-001 | The door must open within 1 second | Must | Lee |",
        ),
        (
            "2 seconds → 1 minute.",
            "| NFR-001 | The door must open within 1 minute | Must | Lee |",
        ),
        (
            "NFR-001: Must → Should",
            "| NFR-001 | The door must open within 2 seconds | Should | Lee |",
        ),
        (
            "NFR-001: the door opens in 1 second | less.",
            r"| NFR-001 | the door opens in 1 second \| less. | Must | Lee |",
        ),
        (
            "Add: the wall | lamp must glow in red.",
            r"| FR-008 | The wall \| lamp must glow in red. |  |  |",
        ),
        (
            "New non-goal: delivery by drone.",
            "- **non_goals-3** Delivery by drone. *(cited: change request)*",
        ),
    ],
)
def test_what_is_plain_changes_one_line(request_: str, line: str) -> None:
    found = changed(request_)
    assert new_lines(found) == [line]
    assert (found.questions, found.remarks) == ((), ())


@pytest.mark.parametrize(
    ("request_", "gone"),
    [
        ("Remove non_goals-2", "non_goals-2"),
        ("Remove the non-goal food parcels.", "non_goals-2"),
        ("Remove the list of full lockers for staff.", "FR-007"),
        ("We decided not to do FR-004.", "FR-004"),
        ("Keep FR-001, remove FR-002.", "FR-002"),
        ("Remove fr-1.", "FR-001"),
        ("Remove FR-002 because nobody reads it.", "FR-002"),
    ],
)
def test_what_is_plainly_removed_goes_alone(request_: str, gone: str) -> None:
    found = changed(request_)
    left = [line for line in SPEC.split("\n") if f"**{gone}**" not in line]
    assert found.updated.split("\n") == left


@pytest.mark.parametrize(
    "request_",
    [
        "FR-002 to FR-004 are now Could.",
        "FR-002 to FR-004: 5 seconds.",
        "Remove FR-003 to FR-007.",
        "Remove FR-002 to FR-009.",
        "Remove FR-004 to NFR-001.",
        "Remove all between FR-001 and FR-003.",
        "FR-002: by email instead of by post",
        "FR-007: add a reminder after 71 h.",
        "FR-007: also show empty lockers",
        "Add a reminder to FR-007.",
        "FR-004: 48 hours instead of 72 hours and in winter",
        "FR-004: no more than 48 hours instead of 72",
        "NFR-001: 1 minute instead of 2",
        "FR-001 and FR-002: 5 instead of 3.",
        "FR-003 should be moved to the next release.",
        "FR-003: is now a Could for us.",
        "FR-003 (Keypad): what is blocked here?",
        "FR-003: the keypad is blocked (Priority: Could)",
        "Change FR-003 to Could have priority",
        "FR-001: Remove old codes after 30 days of rest.",
        "FR-007 should allow guests to delete accounts.",
        "Remove the SMS from FR-002.",
        "Remove FR-002 and add a lamp.",
        "Remove FR-002 if Lee agrees.",
        "Remove FR-001 or FR-002.",
        "Remove FR-001, not FR-002.",
        "Remove FR-001 onwards.",
        "FR-001-003: the door is red at night.",
        "Drop SMS.",
        "9 minutes instead of 8.",
        "by email instead of by SMS",
        "SMS → email",
        "5 seconds.",
        "Remove wrong codes.",
        "FR-002: by SMS → by email → by post",
        "NFR-001: 1 s",
        "Raise FR-004 to 80 hours",
        "We decided not to do FR-004 yet.",
        "Replace 48 with 36.",
        "Change 72 days to 48 days.",
        "Do not add a chat.",
        "Goal: 95% of parcels arrive.",
        "Rename the lockers.",
        "New non-goal: a code that opens the door.",
        "Remove the non-goal about pets.",
        "fr-9: the door is red at night.",
    ],
)
def test_what_could_mean_something_else_is_asked_and_changes_nothing(request_: str) -> None:
    found = changed(request_)
    assert (found.updated, found.edits) == (SPEC, ())
    assert len(found.questions) == 1


def test_a_non_goal_without_a_section_is_asked_and_one_in_an_empty_section_is_added() -> None:
    bare = "- FR-1: The gate must open.\n"
    assert changed("Non-goal: cats.", bare).questions
    found = changed("Non-goal: cats.", f"## Non-goals\n\n## Requirements\n\n{bare}")
    assert found.updated == f"## Non-goals\n\n- Cats.\n\n## Requirements\n\n{bare}"


def test_a_non_goal_that_stands_already_is_only_remarked_on() -> None:
    found = changed("Non-goal: no food parcels.")
    assert (found.updated, found.questions) == (SPEC, ())
    assert found.remarks == ("non_goals-2 says it already: “No food parcels.”.",)


@pytest.mark.parametrize(
    "request_",
    ["Remove FR-1.", "FR-001: 5 seconds", "FR-002: 3 instead of 2.", "Remove FR-001 to FR-003."],
)
def test_an_id_that_stands_twice_is_asked_about(request_: str) -> None:
    spec = (
        "- FR-001: The bell must ring 2 times.\n- FR-002: The lamp must glow for 2 seconds.\n"
        "- FR-1: The soup must be hot.\n- FR-002: The gate must open for 9 seconds.\n"
        "- FR-003: The cat must sleep.\n"
    )
    found = changed(request_, spec)
    assert found.updated == spec
    assert "stands more than once" in found.questions[0]


@pytest.mark.parametrize(
    ("history", "expected"),
    [("", "FR-003"), ("FR 9 was dropped.", "FR-010"), ("See fr-0011 to 14.", "FR-015")],
)
def test_a_new_id_is_none_that_the_text_has_in_any_form(history: str, expected: str) -> None:
    spec = f"- FR-1: The bell must ring.\n- FR-2: The gate must open.\n\n{history}\n"
    found = changed("Remove FR-2. The cat must sleep in a box.", spec)
    assert [one.name for one in found.edits] == ["FR-2", expected]
    assert f"{expected}: The cat must sleep in a box." in found.updated


def test_an_id_that_nobody_wrote_is_no_id_where_others_are_written() -> None:
    spec = "- FR-1: The bell must ring.\n- The gate must open.\n"
    assert changed("Remove FR-002.", spec).updated == spec
