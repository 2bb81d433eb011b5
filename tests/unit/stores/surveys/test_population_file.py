"""What all users are, read from files."""

from pathlib import Path

import pytest

from copilot.errors import InputError
from copilot.stores.surveys.population_file import read_population

YAML = "Plan:\n  free: 80 %\n  pro: 20 %\nNews letter:\n  yes: 1,200\n  no: 300\n"
JSON = '{"Plan": {"free": 80, "pro": 20}, "News letter": {"yes": 1200, "no": 300}}'
ROWS = '[{"segment": "Plan", "group": "free", "number": 80},' + (
    '{"segment": "Plan", "group": "pro", "share": 20},'
    '{"segment": "News letter", "group": "yes", "number": 1200},'
    '{"segment": "News letter", "group": "no", "number": 300}]'
)
CSV = "segment,group,share\nPlan,free,80\nPlan,pro,20\nNews letter,yes,1200\nNews letter,no,300\n"
GERMAN = "Segment;Group;Number\nPlan;free;80,0\nPlan;pro;20,0\n;;\nNews letter;yes;1200\n" + (
    "News letter;no;300\n"
)


def written(tmp_path: Path, text: str, name: str = "all.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (YAML, "all.yaml"),
        (JSON, "all.json"),
        (ROWS, "all.json"),
        (CSV, "all.csv"),
        ("\ufeff" + CSV, "all.csv"),
        (GERMAN, "all.csv"),
    ],
)
def test_every_form_says_the_same(tmp_path: Path, text: str, name: str) -> None:
    found = read_population(written(tmp_path, text, name))
    assert found.file == name
    assert found.margins == {
        "Plan": {"free": 80.0, "pro": 20.0},
        "News letter": {"yes": 1200.0, "no": 300.0},
    }
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("P: {a: 0.5, b: 0.3}", ("sum to 80 %",)),
        ("P: {a: 50 %, b: 30 %}", ("sum to 80 %",)),
        ("P: {a: 0.333, b: 0.333, c: 0.333}", ()),
        ("P: {a: 50, b: 30}", ()),
    ],
)
def test_shares_that_do_not_sum_to_all_are_told(
    tmp_path: Path, text: str, told: tuple[str, ...]
) -> None:
    remarks = read_population(written(tmp_path, text)).remarks
    assert len(remarks) == len(told)
    assert all(part in remark for part, remark in zip(told, remarks, strict=True))


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("", "all.yaml", "is empty"),
        ("Plan: [1", "all.yaml", "it is no YAML (line"),
        ("{", "all.json", "it is no JSON"),
        ("[" * 100_000, "all.json", "it is no JSON"),
        ("plain words", "all.yaml", "no mapping of columns to groups"),
        ("Plan: 3", "all.yaml", "“Plan” has no mapping"),
        ("{}", "all.yaml", "it names no group"),
        ("Plan: {free: many, pro: 1}", "all.yaml", "'many' is no share or number of “free”"),
        ("Plan: {free: -3, pro: 1}", "all.yaml", "'-3' is no share or number of “free”"),
        ("Plan: {free: , pro: 1}", "all.yaml", "no share or number is given of “free”"),
        ("Plan: {free: 1, Free: 2}", "all.yaml", "of “Plan” is there twice"),
        ("Plan: {free: 80 %, pro: 0.2}", "all.yaml", "some figures of “Plan” are percents"),
        ("a,b\n1,2\n", "all.csv", "row 1 has no segment"),
        ("segment,group,share\nPlan,,2\n", "all.csv", "row 1 has no group"),
        ("[3]", "all.json", "entry 1 is no object"),
    ],
)
def test_what_cannot_be_used_is_refused_by_its_place(
    tmp_path: Path, text: str, name: str, told: str
) -> None:
    with pytest.raises(InputError) as refused:
        read_population(written(tmp_path, text, name))
    assert told in refused.value.message
    assert name in refused.value.message
