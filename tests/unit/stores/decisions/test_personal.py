"""Personal text stays out of git, can be erased, and cannot be changed unseen."""

import json
from pathlib import Path

import pytest

from copilot.domain.decision import Decision
from copilot.errors import InputError, NotFound
from copilot.stores.decisions.decisions import Decisions
from copilot.stores.decisions.personal import ELSEWHERE, ERASED
from copilot.stores.decisions.record_file import parse_record
from tests.unit.stores.decisions.building import NOW, decision, decisions_in, git, record
from tests.unit.stores.decisions.forging import objects_of

SECRET = "Ben is ill until May"
MARKED = f"{{personal: {SECRET}}}"
EVERYWHERE = f"""\
# Stand in for {MARKED}

## Context and Problem Statement

{MARKED}, and {{PERSONAL:{SECRET}}}, and {{ Personal :
{SECRET}
}}.

## Considered Options

- Ada, since {MARKED}
- Do nothing

## Decision Outcome

Chosen option: Ada, since {MARKED}, because {MARKED}.
"""


@pytest.fixture
def decisions(place: Path) -> Decisions:
    """Return an empty log."""
    return decisions_in(place)


@pytest.fixture
def name(decisions: Decisions) -> str:
    """Return the id of a decision with personal text in it."""
    return record(decisions, "Two vendors", f"{{personal: {SECRET}}}, said {{personal: Cem}}.")


def kept(decisions: Decisions, name: str) -> Path:
    return decisions.log.folder / "personal" / f"{name}.json"


def test_it_is_shown_in_its_place(decisions: Decisions, name: str) -> None:
    assert f"{SECRET}, said Cem." in decisions.log.decision(name).text


def test_it_never_enters_git(decisions: Decisions, name: str) -> None:
    assert "[personal p1], said [personal p2]." in decisions.log.record(name)
    shas = objects_of(decisions)
    texts = [decisions.log.repository.objects.raw(sha)[1] for sha in shas]
    assert not [text for text in texts if SECRET.encode() in text]
    assert SECRET not in git(decisions.log.repository.folder, "log", "-p", "--format=full")


def everywhere(front: str = "") -> Decision:
    """Return a decision with personal text in every sentence that a commit message could take."""
    header = f"---\n{front}\n---\n" if front else ""
    return parse_record(f"{header}{EVERYWHERE}", NOW.date())


def in_git(decisions: Decisions) -> str:
    """Return every object of a log, messages too, as git itself shows them."""
    folder = decisions.log.repository.folder
    names = git(folder, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
    assert names
    return git(folder, "cat-file", "--batch", said=f"{names}\n")


def test_no_object_and_no_message_holds_it_wherever_it_was_marked(decisions: Decisions) -> None:
    name = decisions.record(everywhere(), "flag").id
    decisions.record_outcome(name, "yes", "So it was.", "flag")
    found = in_git(decisions)
    assert "Stand in for [personal p1]" in found
    assert "Ben is" not in " ".join(found.split())
    assert decisions.log.decision(name).text.count(SECRET) == 7
    assert decisions.verify().verdict == "ok"


def test_a_title_that_stands_in_the_front_matter_is_marked_as_well(decisions: Decisions) -> None:
    text = decision().text.replace("# Two vendors\n", "")
    odd = parse_record(f'---\ntitle: "For {MARKED}"\n---\n{text}', NOW.date())
    name = decisions.record(odd, "flag").id
    assert decisions.log.recorded(name).title == "For [personal p1]"
    assert SECRET not in in_git(decisions)


@pytest.mark.parametrize(
    "front",
    [
        f'metric: "{MARKED}"',
        f'decision-makers: ["Ada", "{MARKED}"]',
        f"decision-makers: Ada, {MARKED.replace(' ', ', ')}",
        f"{{decision-makers: '{MARKED.upper()}'}}",
        f"team: {{personal: {SECRET}}}",
        f"team: [Ada, {{ Personal: {SECRET} }}]",
        f'"{MARKED}": 1',
        f'ai: {{model: "{MARKED}"}}',
    ],
)
def test_personal_text_in_the_front_matter_is_refused(decisions: Decisions, front: str) -> None:
    with pytest.raises(InputError, match="could not be erased") as caught:
        decisions.record(everywhere(front), "flag")
    assert caught.value.hint == "Write it in the text below instead."
    assert SECRET not in caught.value.message
    assert decisions.log.head() is None
    assert not [*(decisions.log.folder / "personal").glob("*")]


@pytest.mark.parametrize("note", [MARKED, "{PERSONAL: Ben", "{per\u200bsonal: Ben}"])
def test_personal_text_in_the_note_of_an_outcome_is_refused(
    decisions: Decisions, note: str
) -> None:
    name = record(decisions)
    with pytest.raises(InputError, match="marks text as personal in `note`"):
        decisions.record_outcome(name, "no", note, "flag")
    assert [entry.outcome for entry in decisions.log.entries()] == [""]


@pytest.mark.parametrize("said", ["{personal: Ben", "{personal: Ben {the elder} is ill}"])
def test_personal_text_that_does_not_end_is_refused(decisions: Decisions, said: str) -> None:
    with pytest.raises(InputError, match=r"Line 5 .* does not close it, or has braces in it"):
        record(decisions, "Two vendors", said)


def test_a_mark_typed_by_hand_in_the_text_shows_no_other_stretch(decisions: Decisions) -> None:
    name = record(decisions, "Praise [personal p1]", f"{MARKED}.")
    assert decisions.log.decision(name).text.count(SECRET) == 1


def test_it_is_gone_for_good_once_erased_and_the_log_still_verifies(
    decisions: Decisions, name: str
) -> None:
    assert decisions.log.personal.erase(name, "2026-11-26, Ada") == 2
    assert decisions.log.decision(name).text.count(ERASED) == 2
    files = [path for path in decisions.log.folder.rglob("*") if path.is_file()]
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]
    assert (decisions.verify().verdict, decisions.verify().notes) == ("ok", ())


def test_with_the_text_goes_the_salt_by_which_it_could_be_guessed(
    decisions: Decisions, name: str
) -> None:
    salts = [one["salt"] for one in json.loads(kept(decisions, name).read_text()).values()]
    decisions.log.personal.erase(name, "2026-11-26, Ada")
    assert all(salts)
    assert not [salt for salt in salts if salt in kept(decisions, name).read_text()]


def test_what_is_erased_cannot_be_erased_again(decisions: Decisions, name: str) -> None:
    decisions.log.personal.erase(name, "2026-11-26, Ada")
    with pytest.raises(NotFound, match="no personal text on this machine"):
        decisions.log.personal.erase(name, "2026-11-26, Ada")


def test_text_that_was_changed_is_found(decisions: Decisions, name: str) -> None:
    path = kept(decisions, name)
    path.write_text(path.read_text().replace("ill", "fit"))
    found = decisions.verify()
    assert found.verdict == "altered"
    assert f"Personal text p1 of {name} is not what was recorded." in found.problems[0].what


def test_text_that_was_given_another_salt_is_found(decisions: Decisions, name: str) -> None:
    texts = json.loads(kept(decisions, name).read_text())
    texts["p2"] = {"salt": "00" * 16, "text": "Dora"}
    kept(decisions, name).write_text(json.dumps(texts))
    assert decisions.verify().verdict == "altered"


@pytest.mark.parametrize("content", ["", "[]", '{"p1": 3}', "{"])
def test_a_file_that_does_not_read_is_found(decisions: Decisions, name: str, content: str) -> None:
    kept(decisions, name).write_text(content)
    found = decisions.verify()
    assert found.verdict == "altered"
    assert "does not read" in found.problems[0].what


def test_text_that_is_kept_elsewhere_is_a_note_and_no_problem(
    decisions: Decisions, name: str
) -> None:
    kept(decisions, name).unlink()
    assert ELSEWHERE in decisions.log.decision(name).text
    assert decisions.verify().verdict == "ok"
    assert decisions.verify().notes == ("2 stretches of personal text are not on this machine.",)


def test_a_mark_that_somebody_wrote_by_hand_shows_nothing(decisions: Decisions) -> None:
    name = record(decisions, "Two vendors", "See [personal p1]. {personal: Ben}")
    assert "See [personal text of another record]. Ben" in decisions.log.decision(name).text
    assert decisions.verify().verdict == "ok"


def test_the_same_text_has_another_hash_each_time(decisions: Decisions) -> None:
    names = [record(decisions, "Same", "{personal: Ben}") for _ in range(2)]
    digests = {decisions.log.decision(name).header.personal["p1"] for name in names}
    assert len(digests) == 2
