"""One spelling for each answer, and no group of those who gave none."""

import pytest

from copilot.analysis.surveys.closed.tidying import tidied
from tests.unit.analysis.surveys.closed.sheets import column, sheet


def test_groups_that_differ_in_case_or_blanks_alone_are_one_as_most_people_wrote_it() -> None:
    frame = sheet(Plan=["SMB", "smb", "SMB", "Mid  market", "Mid market", "Mid market", None])
    found = tidied(frame, [column("Plan", "segment", "SMB|smb|Mid market")])
    assert found.frame["Plan"].to_list() == ["SMB"] * 3 + ["Mid market"] * 3 + [None]
    assert found.columns[0].options == ("SMB", "Mid market")
    (told,) = found.notes["Plan"]
    assert "“smb” with “SMB”" in told
    assert "“Mid  market” with “Mid market”" in told


def test_the_spelling_of_the_one_option_counts_whatever_most_people_wrote() -> None:
    found = tidied(sheet(q=["smb", "smb", "SMB"]), [column("q", "single", "SMB|Enterprise")])
    assert found.frame["q"].to_list() == ["SMB"] * 3


def test_picks_are_spelt_alike_and_options_that_hold_the_comma_stay_whole() -> None:
    picks = column("q", "multi", "Docs, wikis|Boards").model_copy(update={"separator": ","})
    frame = sheet(q=["Docs, wikis, boards", "Boards, Wikis", "Boards", "Wikis"])
    found = tidied(frame, [picks]).frame["q"].to_list()
    assert found == ["Docs, wikis, Boards", "Boards, Wikis", "Boards", "Wikis"]


@pytest.mark.parametrize("label", ["N/A", "-", "?", "unknown", "Prefer not to say", "keine Angabe"])
def test_who_names_no_group_is_in_none_and_that_is_told(label: str) -> None:
    found = tidied(sheet(Plan=["free", label, label]), [column("Plan", "segment", f"free|{label}")])
    assert found.frame["Plan"].to_list() == ["free", None, None]
    assert found.columns[0].options == ("free",)
    assert found.notes["Plan"] == (f"2 answers are no group, and count as missing: “{label}”.",)


def test_of_choices_only_those_that_are_compared_lose_what_is_no_group() -> None:
    frame = sheet(q=["yes", "N/A"], Region=["NA", "EU"])
    columns = [column("q", "single"), column("Region", "segment")]
    assert tidied(frame, columns).frame.equals(frame)
    assert tidied(frame, columns, ["q"]).frame["q"].to_list() == ["yes", None]


def test_a_group_of_a_known_population_is_a_group() -> None:
    frame = sheet(Gender=["female", "Unknown"])
    found = tidied(frame, [column("Gender", "segment")], groups=["unknown"])
    assert found.frame.equals(frame)
    assert not found.notes
