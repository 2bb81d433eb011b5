"""Readers that keep to the published rules of each importer."""

import csv
import io
import json
import re
import shlex
from html.parser import HTMLParser
from typing import Any, NamedTuple

LINEAR = [
    *("Id", "Team", "Title", "Description", "Status", "Estimate", "Priority", "Project"),
    *("Creator", "Assignee", "Labels", "Cycle Number", "Cycle Name", "Cycle Start", "Cycle End"),
    *("Created", "Updated", "Started", "Completed", "Canceled", "Archived"),
]
PRIORITIES = ("No priority", "Urgent", "High", "Medium", "Low")


class Item(NamedTuple):
    """An item as a tracker would make it."""

    title: str
    text: str
    labels: tuple[str, ...] = ()
    criteria: str = ""
    estimate: int | None = None
    kind: str = ""
    parent: str = ""


def rows_of(data: bytes) -> list[list[str]]:
    """Return the rows of a CSV as RFC 4180 has it; no spreadsheet would calculate a cell."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    assert not [cell for row in rows for cell in row if re.match(r"[=+\-@＝＋－＠\t\r]", cell)]
    return rows


def read_jira(data: bytes) -> list[Item]:
    """Read as Jira Cloud does: a header with Summary, no punctuation, as many cells in each row."""
    header, *rows = rows_of(data)
    assert "Summary" in header
    assert all(re.fullmatch(r"[A-Za-z ]+", name) for name in header)
    assert all(len(row) == len(header) for row in rows)
    return [_jira_item(header, row) for row in rows]


def _jira_item(header: list[str], row: list[str]) -> Item:
    cells = list(zip(header, row, strict=True))
    one = dict(cells)
    labels = tuple(cell for name, cell in cells if name == "Labels" and cell)
    assert one["Summary"].strip()
    assert len(one["Summary"]) <= 255
    assert "\n" not in one["Summary"]
    assert not any(" " in label for label in labels)
    points = one.get("Story Points")
    estimate = int(points) if points else None
    return Item(one["Summary"], one["Description"], labels, "", estimate, one["Issue Type"])


def read_linear(data: bytes) -> list[Item]:
    """Read as Linear's importer does: by column, trimmed, one `'` taken off, archived skipped."""
    header, *rows = rows_of(data)
    assert header == LINEAR
    items = []
    for row in rows:
        assert len(row) == len(header)
        one = {name: cell.strip() for name, cell in zip(header, row, strict=True)}
        assert one["Priority"] in PRIORITIES
        if not one["Archived"]:
            items.append(_linear_item(one))
    return items


def _linear_item(one: dict[str, str]) -> Item:
    def stripped(text: str) -> str:
        return re.sub(r"^'([+\-=@])", r"\1", text)

    labels = tuple(label for label in one["Labels"].split(", ") if label)
    estimate = int(one["Estimate"]) if one["Estimate"] else None
    text = unescaped(stripped(one["Description"]))
    return Item(stripped(one["Title"]), text, labels, "", estimate)


def read_azure(data: bytes) -> list[Item]:
    """Read as Azure Boards does: one title a row, whose column is its level; HTML; tags by `;`."""
    header, *rows = rows_of(data)
    assert {"Work Item Type", "Title 1", "Title 2"} <= {*header}
    assert not {"ID", "Parent", "State"} & {*header}
    items: list[Item] = []
    parent = ""
    for row in rows:
        assert len(row) == len(header)
        one = dict(zip(header, row, strict=True))
        titles = [one["Title 1"], one["Title 2"]]
        assert sum(map(bool, titles)) == 1
        assert max(map(len, titles)) <= 255
        parent = titles[0] or parent
        assert parent
        items.append(_azure_item(one, parent if titles[1] else ""))
    return items


def _azure_item(one: dict[str, str], parent: str) -> Item:
    points = one.get("Story Points")
    return Item(
        one["Title 1"] or one["Title 2"],
        html_words(one["Description"]),
        tuple(tag.strip() for tag in one["Tags"].split(";") if tag.strip()),
        html_words(one["Acceptance Criteria"]),
        int(points) if points else None,
        one["Work Item Type"],
        parent,
    )


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        assert (tag in {"p", "b", "ul", "li"}, attrs) == (True, [])
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.words.append("\n" if tag in {"p", "li"} else "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def html_words(text: str) -> str:
    """Return the words of HTML that uses four elements, without attributes, all closed."""
    reader = _Words()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return "".join(reader.words)


def read_github(data: bytes) -> list[Item]:
    """Read the bodies for the REST API, and see that the commands for `gh` say the same."""
    content = json.loads(data)
    items = []
    for issue in content["issues"]:
        assert {*issue} == {"title", "body", "labels"}
        assert len(issue["title"]) <= 256
        items.append(Item(issue["title"], unescaped(issue["body"]), tuple(issue["labels"])))
    words = [shlex.split(line) for line in content["commands"]]
    made = {one[3] for one in words if one[:3] == ["gh", "label", "create"]}
    created = [one[3:] for one in words if one[:3] == ["gh", "issue", "create"]]
    assert len(words) == len(made) + len(created)
    for issue, options in zip(content["issues"], created, strict=True):
        labels = [f"--label={label}" for label in issue["labels"]]
        assert options == [f"--title={issue['title']}", f"--body={issue['body']}", *labels]
        assert {*issue["labels"]} <= made
    return items


def unescaped(markdown: str) -> str:
    """Return Markdown without the backslashes that keep places from being read as HTML."""
    return markdown.replace("\\<", "<")
