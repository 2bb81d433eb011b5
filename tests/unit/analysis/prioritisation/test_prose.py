"""Items of bullets, lines and sentences."""

import pytest

from copilot.analysis.prioritisation.prose import read_prose, settings_in
from copilot.errors import InputError


def names(text: str) -> list[str]:
    return [row["item"] for row in read_prose(text).rows]


@pytest.mark.parametrize(
    "text",
    [
        "- SSO\n- dark mode\n- export",
        "1. SSO\n2) dark mode\n* export",
        "SSO\ndark mode\nexport",
        "What first?\nSSO\ndark mode\nexport",
        "what should we build first: SSO, dark mode or export?",
        "prioritise SSO, dark mode and export",
        "Please rank these: SSO; dark mode; and export.",
        "make a now/next/later roadmap of SSO, dark mode and export",
        "which should come first, SSO, dark mode or export?",
        "should we build SSO, dark mode or export first?",
        "prioritise SSO, dark mode and export by RICE",
    ],
)
def test_items_are_found(text: str) -> None:
    assert names(text) == ["SSO", "dark mode", "export"]


def test_sentences_are_items_where_nothing_is_listed() -> None:
    assert names("Sales wants SSO. The export breaks.") == ["Sales wants SSO", "The export breaks"]


def test_a_wrapped_bullet_is_one_item() -> None:
    assert names("- search that\n  forgives typos\n- SSO") == ["search that forgives typos", "SSO"]


def test_figures_are_read_where_they_stand_beside_their_name() -> None:
    [row] = read_prose("- SSO (reach 4,000, impact 2, confidence 80 %, effort 2-4)").rows
    assert row == {
        "item": "SSO",
        "reach": "4,000",
        "impact": "2",
        "confidence": "80 %",
        "effort": "2-4",
    }


def test_a_dependency_told_in_a_bullet_is_read() -> None:
    [row] = read_prose("- faster export (depends on new job queue)").rows
    assert row == {"item": "faster export", "depends_on": "new job queue"}


def test_a_ticked_bullet_is_done() -> None:
    assert read_prose("- [x] old\n- [ ] new").rows[0] == {"item": "old", "status": "done"}


def test_lines_beside_bullets_are_counted_and_headings_are_not() -> None:
    assert read_prose("# Ideas\nwe met on Monday\n- SSO").passed_over == 1


def test_an_essay_is_refused() -> None:
    with pytest.raises(InputError, match="no bullets"):
        read_prose("This is a sentence. " * 80)


@pytest.mark.parametrize(
    "text",
    [
        "rank this backlog by RICE",
        "make a now/next/later roadmap of these twelve ideas",
        "prioritise them",
        "score our list of features please",
    ],
)
def test_an_order_that_only_points_to_a_list_asks_for_it(text: str) -> None:
    with pytest.raises(InputError, match="names no items"):
        read_prose(text)


def test_a_single_item_is_one() -> None:
    assert names("prioritise dark mode") == ["dark mode"]


def test_capacity_and_framework_are_read_from_the_text_around() -> None:
    found = dict(settings_in("Rank by WSJF please.\nCapacity: 6 person-months"))
    assert found == {"capacity": "6", "framework": "wsjf"}
    assert dict(settings_in("RICE or ICE?")) == {}
