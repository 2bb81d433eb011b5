"""Lists as items."""

import pytest

from copilot.analysis.prioritisation.reading import read_list
from copilot.domain.roadmap_parts import Item
from copilot.errors import InputError


def items(text: str) -> list[Item]:
    return [row.item for row in read_list(text).rows]


def test_dependencies_are_found_by_id_and_by_name() -> None:
    found = items("id,item,reach,depends on\nX,One,1,\nY,Two,1,x\nZ,Three,1,one and Two")
    assert [one.depends_on for one in found] == [[], ["X"], ["X", "Y"]]


def test_a_name_that_holds_a_comma_can_be_depended_on() -> None:
    found = items('item,reach,depends on\n"Search, v2",1,\nB,1,"search, v2"')
    assert found[1].depends_on == ["1"]


def test_what_the_list_does_not_have_is_kept_by_name() -> None:
    found = items("item,reach,depends on\nA,1,Billing; B\nB,1,none")
    assert (found[0].depends_on, found[0].waits_for) == (["2"], ["Billing"])
    assert (found[1].depends_on, found[1].waits_for) == ([], [])


def test_an_item_that_waits_for_itself_is_told_and_does_not() -> None:
    listed = read_list("item,reach,depends on\nA,1,A")
    assert listed.rows[0].item.depends_on == []
    assert any("depends on itself" in remark for remark in listed.remarks)


def test_an_id_given_twice_is_told_and_made_different() -> None:
    listed = read_list("id,item,reach\nX,A,1\nX,B,1")
    assert [row.item.id for row in listed.rows] == ["X", "X~2"]
    assert any("given twice" in remark for remark in listed.remarks)


def test_names_that_differ_in_case_alone_are_told() -> None:
    assert any("Dark mode" in one for one in read_list("- Dark mode\n- dark-mode").remarks)


@pytest.mark.parametrize("word", ["done", "Shipped", "live"])
def test_what_is_done_is_known(word: str) -> None:
    assert items(f"item,reach,status\nA,1,{word}\nB,1,open")[0].done


def test_names_are_cleaned_of_what_a_terminal_obeys() -> None:
    [one] = items("item,reach\n\x1b[31mRed\x1b[0m\u202e alert\x07,1")
    assert one.name == "Red alert"


def test_a_row_without_a_name_is_named_by_its_place() -> None:
    assert items("item,reach\nA,1\n,2")[1].name == "(row 2 without a name)"


@pytest.mark.parametrize("text", ["item,reach,effort", "\0\1\2", "[]"])
def test_what_holds_no_items_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_list(text)


def test_more_items_than_anybody_plans_are_refused() -> None:
    with pytest.raises(InputError, match="10,001"):
        read_list("\n".join(f"- item {number}" for number in range(10_001)))


def test_counts_that_are_none_are_refused_by_row() -> None:
    with pytest.raises(InputError, match="Row 2: performance"):
        read_list("item,A,O,M,I\nX,1,2,3,4\nY,1,many,3,4")


def test_a_category_column_of_other_words_is_no_kano() -> None:
    assert items("item,reach,category\nA,1,growth")[0].kano is None


def test_an_answer_that_is_none_is_refused_with_the_scale() -> None:
    with pytest.raises(InputError) as caught:
        read_list("item,functional,dysfunctional\nX,like,maybe")
    assert "live with" in caught.value.hint
