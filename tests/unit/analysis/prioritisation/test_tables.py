"""Tables by their looks."""

import pytest

from copilot.analysis.prioritisation.tables import read_table
from copilot.errors import InputError

ROW = {"item": "A", "reach": "1,000", "impact": "2", "confidence": "80%", "effort": "1.5"}


def rows(text: str) -> list[dict[str, str]]:
    table = read_table(text)
    assert table is not None
    return table.rows


@pytest.mark.parametrize(
    "text",
    [
        'item,reach,impact,confidence,effort\nA,"1,000",2,80%,1.5',
        "Item\tReach\tImpact\tConfidence\tEffort\nA\t1,000\t2\t80%\t1.5",
        "Feature;Reach;Impact;Conf.;Effort\nA;1,000;2;80%;1.5",
        "| Item | Reach | Impact | Confidence | Effort |\n|---|--:|:-:|---|---|\n"
        "| A | 1,000 | 2 | 80% | 1.5 |",
        "- name: A\n  reach: 1,000\n  impact: 2\n  confidence: 80%\n  effort: 1.5",
        "items:\n- name: A\n  reach: 1,000\n  impact: 2\n  confidence: 80%\n  effort: 1.5",
        '[{"name": "A", "reach": "1,000", "impact": 2, "confidence": "80%", "effort": 1.5}]',
        '{"items": [{"item": "A", "reach": "1,000", "impact": 2, "confidence": "80%",'
        ' "effort": 1.5}]}',
    ],
    ids=["csv", "tsv", "semicolons", "markdown", "yaml", "yaml list", "json", "json object"],
)
def test_every_form_gives_the_same_row(text: str) -> None:
    assert rows(text) == [ROW]


def test_units_behind_a_name_do_not_hide_a_column() -> None:
    head = "item,Reach (users/quarter),Reach per month,Effort in person-months,Impact score"
    assert rows(f"{head}\nA,1,2,3,4") == [{"item": "A", "reach": "1", "effort": "3", "impact": "4"}]


def test_columns_of_nothing_known_are_told() -> None:
    table = read_table("item,reach,impact,Team\nA,1,2,X")
    assert table is not None
    assert table.unused == ("Team",)


def test_the_first_column_of_words_names_the_items_where_none_is_called_so() -> None:
    assert rows("Vorhaben,reach,effort\nA,1,2")[0]["item"] == "A"


def test_a_table_without_names_is_refused() -> None:
    with pytest.raises(InputError, match="No column names the items"):
        read_table("reach,effort\n1,2")


def test_a_row_with_too_many_cells_is_refused_by_its_number() -> None:
    with pytest.raises(InputError, match=r"Row 2 \(B\) has 4 cells and the header has 3"):
        read_table("item,reach,effort\nA,1,2\nB,4,000,1")


def test_a_table_that_was_cut_at_the_wrong_mark_is_put_together_again() -> None:
    assert rows("| item;reach;effort |\n| --- |\n| A;1,5;2 |")[0]["reach"] == "1,5"


def test_an_escaped_pipe_belongs_to_the_cell() -> None:
    assert rows("| item | reach |\n|---|---|\n| A \\| B | 1 |")[0]["item"] == "A | B"


def test_text_around_a_table_is_kept_apart() -> None:
    table = read_table("Capacity: 4\n\n| item | reach |\n|---|---|\n| A | 1 |\n\nThanks")
    assert table is not None
    assert "Capacity: 4" in table.around
    assert len(table.rows) == 1


@pytest.mark.parametrize("text", ['[{"name": "A"', '{"a": 1}', "[]x"])
def test_malformed_json_is_refused_or_no_table(text: str) -> None:
    if text == "[]x":
        with pytest.raises(InputError):
            read_table(text)
        return
    with pytest.raises(InputError, match="JSON"):
        read_table(text)


def test_malformed_yaml_is_refused_with_its_line() -> None:
    with pytest.raises(InputError, match="YAML cannot be read: line 3"):
        read_table("- name: A\n  reach: [1\n- name: B")


def test_yaml_amounts_stay_as_written() -> None:
    found = rows("- name: A\n  reach: 1_000\n  effort: 1:30\n  mandatory: no")
    assert found == [{"item": "A", "reach": "1_000", "effort": "1:30", "mandatory": "no"}]


def test_parts_of_a_json_estimate_are_put_in_order() -> None:
    found = rows(
        '[{"name": "A", "effort": {"high": 5, "low": 3}, "reach": [1, 2, 3],'
        ' "depends_on": ["B", "C"]}]'
    )
    assert found == [{"item": "A", "effort": "3..5", "reach": "1/2/3", "depends_on": "B; C"}]


@pytest.mark.parametrize("text", ["- SSO: single sign-on\n- dark mode", "SSO, dark mode, export"])
def test_a_list_of_words_is_no_table(text: str) -> None:
    assert read_table(text) is None
