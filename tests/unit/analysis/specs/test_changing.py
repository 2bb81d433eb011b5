"""Change requests, applied to a specification."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.analysis.specs.changing import Changed, Changer
from tests.unit.analysis.requirements.sources import NEW_ACTS, READER

CHANGER = Changer(READER)
SPEC = """# Lanes

## Requirements

- **FR-001** The list must show 5 rows of bookings. *(cited: S1)*
- **FR-002** Guests must be able to export the calendar as CSV. *(cited: S2)*
  - Seen: a file with one line a booking
- **FR-003** Inactive accounts must be closed after 90 days. *(cited: S3)*

## Non-goals

- We will not sell food and drinks in the cafe.
"""


def changed(request: str, spec: str = SPEC) -> Changed:
    """Return the specification after a request."""
    return CHANGER.changed(spec, request)


def lines(found: Changed) -> tuple[list[str], list[str]]:
    """Return the lines that are gone and those that are new."""
    before, after = SPEC.split("\n"), found.updated.split("\n")
    return [one for one in before if one not in after], [one for one in after if one not in before]


@pytest.mark.parametrize(
    "request_",
    [
        "FR-001: 7 rows instead of 5.",
        "Change FR-001 from 5 to 7.",
        "FR-001: 7 rows",
        "FR-001: 7",
        "The list must show 7 rows of bookings instead of 5.",
        "1. FR-001: 7 rather than 5",
        "fr-001: 7 rows instead of 5.",
    ],
)
def test_a_figure_is_replaced_and_every_other_line_stays(request_: str) -> None:
    found = changed(request_)
    assert [one.name for one in found.edits] == ["FR-001"]
    assert lines(found)[1] == [
        "- **FR-001** The list must show 7 rows of bookings. *(cited: change request)*"
    ]
    assert len(lines(found)[0]) == 1
    assert (found.questions, found.remarks) == ((), ())


@pytest.mark.parametrize(
    ("request_", "names"),
    [
        ("Remove FR-002.", ["FR-002"]),
        ("FR-002 is no longer needed.", ["FR-002"]),
        ("FR-002: remove this requirement", ["FR-002"]),
        ("Remove FR-001 and FR-003.", ["FR-001", "FR-003"]),
        ("Remove FR-001. Remove FR-003.", ["FR-001", "FR-003"]),
        ("Keep FR-001 but drop FR-003.", ["FR-003"]),
        ("Keep FR-001, remove FR-002.", ["FR-002"]),
        ("We decided not to do FR-003.", ["FR-003"]),
        ("Please remove fr-3 because nobody closes accounts.", ["FR-003"]),
        ("Drop the export of the calendar as CSV.", ["FR-002"]),
        ("Guests must be able to export the calendar as CSV is obsolete: FR-002.", ["FR-002"]),
    ],
)
def test_all_that_is_named_is_removed_with_what_is_nested_in_it(
    request_: str, names: list[str]
) -> None:
    found = changed(request_)
    assert [(one.name, one.action) for one in found.edits] == [(name, "removed") for name in names]
    left = [one.id for one in READER.read(found.updated).requirements]
    assert set(left).isdisjoint(names)
    assert ("Seen:" in found.updated) is ("FR-002" not in names)


def test_new_words_may_speak_of_deleting_without_deleting_anything() -> None:
    found = changed("FR-003 should now read: Guests can delete an account.")
    assert lines(found)[1] == [
        "- **FR-003** Guests can delete an account. *(cited: change request)*"
    ]


def test_what_is_new_is_added_behind_the_last_requirement_under_the_next_id() -> None:
    found = changed("- Also add that the bell must ring at noon.\n- The lamp must glow in red.")
    assert [one.name for one in found.edits] == ["FR-004", "FR-005"]
    after = found.updated.split("\n")
    at = after.index("- **FR-004** The bell must ring at noon. *(cited: change request)*")
    assert after[at - 1].startswith("- **FR-003**")
    assert after[at + 1] == "- **FR-005** The lamp must glow in red. *(cited: change request)*"
    assert lines(found)[0] == []


@pytest.mark.parametrize(
    ("request_", "question"),
    [
        ("Remove FR-009.", "The specification has no FR-009"),
        ("FR-001: 7 seconds", "Which figure of FR-001"),
        ("FR-001 is wrong.", "What shall FR-001 say? It says “The list must show 5 rows"),
        ("FR-001: 7 instead of 6.", "FR-001 does not say 6"),
        ("Delete inactive accounts after 30 days.", "contradicts FR-003"),
        ("The list must not show rows of bookings.", "contradicts FR-001"),
        ("Sell food and drinks in the cafe.", "is against the non-goal"),
        ("Remove the sauna for dogs.", "Which requirement is meant"),
        ("Remove FR-001. FR-001: 7 instead of 5.", "FR-001 is to change twice"),
        ("Do not remove FR-001.", "What shall FR-001 say?"),
        ("Keep FR-001 but drop FR-001 and FR-003.", "What shall FR-001 say?"),
    ],
)
def test_what_is_not_plain_is_asked(request_: str, question: str) -> None:
    found = changed(request_)
    assert question in found.questions[0]
    assert len(found.questions) == 1


def test_what_is_said_already_is_only_remarked_on() -> None:
    found = changed("Inactive accounts must be closed after 90 days.")
    assert (found.edits, found.questions, found.updated) == ((), (), SPEC)
    assert found.remarks[0].startswith("FR-003 says it already")


def test_greetings_questions_and_opening_lines_change_nothing() -> None:
    request = "Hi team,\n\nplease change two things:\n- Who pays for it?\n\nThanks, Anna"
    found = changed(request)
    assert (found.edits, found.questions, found.updated) == ((), (), SPEC)
    assert len(found.remarks) == 4
    assert found.remarks[0] == "Not taken for a change: “Hi team,”."


def test_a_sentence_in_prose_is_changed_and_its_neighbours_stay() -> None:
    spec = "The list must show 5 rows. Guests must be able to\nexport it within 9 seconds.\n"
    found = changed("Export within 4 seconds instead of 9.", spec)
    assert (
        found.updated
        == "The list must show 5 rows. Guests must be able to export it within 4 seconds.\n"
    )


def test_a_sentence_in_prose_is_removed_and_its_neighbours_stay() -> None:
    spec = "The list must show 5 rows. Guests must be able to export it.\n"
    assert changed("Remove FR-001.", spec).updated == "Guests must be able to export it.\n"


def test_the_words_that_open_a_list_are_not_doubled() -> None:
    spec = "The list must:\n- show 5 rows\n- have a title\n"
    assert changed("FR-001: 7 rows instead of 5", spec).updated == spec.replace("5", "7")


def test_an_item_with_requirements_below_it_is_not_removed_unasked() -> None:
    spec = (
        "- FR-1: The gate must open.\n  - FR-2: The lamp must glow.\n- FR-3: The bell must ring.\n"
    )
    found = changed("Remove FR-1.", spec)
    assert found.updated == spec
    assert found.questions == (
        "FR-2 stand below FR-1, “The gate must open.”. Shall they go as well?",
    )


def test_ids_of_another_form_are_no_ids_of_the_specification() -> None:
    assert changed("Files must be kept in an S3 bucket, F1 opens help.").questions == ()


@given(
    st.lists(st.sampled_from(NEW_ACTS), min_size=1, max_size=9, unique=True),
    st.data(),
    st.sampled_from(["\n", "\r\n"]),
)
@settings(max_examples=100)
def test_a_request_on_one_requirement_touches_no_other_line(
    acts: list[str], data: st.DataObject, end: str
) -> None:
    items = [f"- FR-{at:03}: The app must {act}." for at, act in enumerate(acts, 1)]
    before = ["# App", "", *items, "", "Some other words.", ""]
    at = data.draw(st.integers(0, len(acts) - 1))
    wish = data.draw(st.sampled_from(["Remove FR-{:03}.", "FR-{:03}: The app must do no harm."]))
    after = changed(wish.format(at + 1), end.join(before)).updated.split(end)
    if "Remove" in wish:
        assert after == before[: at + 2] + before[at + 3 :]
    else:
        assert after == [
            *before[: at + 2],
            f"- FR-{at + 1:03}: The app must do no harm.",
            *before[at + 3 :],
        ]


@given(st.text(max_size=200), st.text(max_size=60))
@settings(max_examples=150)
def test_any_text_can_be_changed_and_without_an_edit_it_stays(spec: str, request_: str) -> None:
    found = changed(request_, spec)
    assert found.edits or found.updated == spec


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
@pytest.mark.parametrize("spec", [SPEC, SPEC.rstrip("\n"), "- FR-001: It must show 5 rows."])
def test_the_patch_makes_of_the_old_text_the_new_one(spec: str, tmp_path: Path) -> None:
    found = changed("FR-001: 7 instead of 5. The bell must ring at noon.", spec)
    (tmp_path / "spec.md").write_text(spec, "utf-8")
    subprocess.run(
        ["patch", "-p1", "--posix"],
        input=found.patch(spec, "spec.md"),
        text=True,
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert (tmp_path / "spec.md").read_text("utf-8") == found.updated
