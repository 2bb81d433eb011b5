"""Exports as survey tools of different houses write them, with the types that they hold."""

import csv
import io
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.unit.analysis.surveys.columns.drawing import ROWS, Draw

AGREEMENT = (
    "Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree",
)  # fmt: skip
TOOLS = ("Slack", "Teams", "E-mail", "Jira")

Types = dict[str, str]


class Export(NamedTuple):
    """A file as text, and what its columns hold."""

    text: str
    types: Types
    encoding: str = "utf-8"


def written(
    heads: Sequence[Sequence[str]], columns: Sequence[Sequence[str]], separator: str = ","
) -> str:
    """Return header rows and columns as separated text."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=separator)
    writer.writerows(heads)
    writer.writerows(zip(*columns, strict=True))
    return file.getvalue()


def two_header_rows(seed: int = 1) -> Export:
    """Return questions in the first row, options and `Response` in the second."""
    draw = Draw(seed)
    heads = [
        [
            "Respondent ID", "Collector ID", "Start Date", "IP Address", "Email Address",
            "Which of these do you use? (select all that apply)", "", "", "", "",
            "How satisfied are you with the following?", "", "Why do you say that?",
        ],
        [
            "", "", "", "", "", *TOOLS, "Other (please specify)", "Speed", "Price",
            "Open-Ended Response",
        ],
    ]  # fmt: skip
    satisfied = (
        "Very dissatisfied",
        "Dissatisfied",
        "Neutral",
        "Satisfied",
        "Very satisfied",
        "N/A",
    )
    columns = [
        [str(11_000_000_000 + row) for row in range(ROWS)],
        ["432109876"] * ROWS,
        draw.days("{m:02}/{d:02}/{y} 10:21:03 AM"),
        [f"10.0.{row % 250}.{row % 7}" for row in range(ROWS)],
        [""] * ROWS,
        *draw.columns(TOOLS),
        draw.of(["a wiki", "our own tool", "nothing else", "paper notes"], blank=0.9),
        draw.of(satisfied),
        draw.of(satisfied),
        draw.comments(),
    ]
    stem = "Which of these do you use? (select all that apply) - "
    types = {"Respondent ID": "id", "Collector ID": "id", "Start Date": "date"}
    types |= {"IP Address": "id", "Email Address": "ignore"}
    types |= {stem + tool: "multi" for tool in TOOLS}
    types |= {stem + "Other (please specify)": "open", "Why do you say that?": "open"}
    grid = "How satisfied are you with the following? - "
    return Export(
        written(heads, columns), types | {grid + "Speed": "likert", grid + "Price": "likert"}
    )


def form_questions(seed: int = 2) -> Export:
    """Return questions as names, picks in one cell with commas, a scale from 1 to 5."""
    draw = Draw(seed)
    reasons = ("Reports, dashboards", "Sharing with clients", "Planning", "Yes, daily stand-ups")
    named: dict[str, tuple[str, list[str]]] = {
        "Timestamp": ("date", draw.days("{y}/{m}/{d} 9:14:07 AM GMT+1")),
        "What is your role?": ("segment", draw.of(["Designer", "Engineer", "Product manager"])),
        "Which age group are you in?": ("segment", draw.of(["18-24", "25-34", "35-44", "45+"])),
        "What do you use the product for?": ("multi", draw.several(reasons, ", ")),
        "How easy was it to get started?": ("likert", draw.whole(1, 5)),
        "Do you use it at work?": ("single", draw.of(["Yes", "No"])),
        "Would you use it again? ": ("single", draw.of(["Yes, daily", "Yes, weekly", "No, never"])),
        "The pages are easy to read [Desktop]": ("likert", draw.of(AGREEMENT, blank=0.1)),
        "The pages are easy to read [Phone]": ("likert", draw.of(AGREEMENT, blank=0.1)),
        "What could we do better?": ("open", draw.comments()),
    }
    columns = [values for _, values in named.values()]
    types = {name.strip(): kind for name, (kind, _) in named.items()}
    return Export(written([list(named)], columns), types)


def three_header_rows(seed: int = 3) -> Export:
    """Return codes, question texts and import ids, then answers."""
    draw = Draw(seed)
    stem = "Which channels do you use? - Selected Choice"
    named: list[tuple[str, str, str, list[str]]] = [
        ("StartDate", "Start Date", "date", draw.days("{y}-{m:02}-{d:02} 10:00:00")),
        ("Status", "Response Type", "ignore", draw.of(["IP Address", "Survey Preview"])),
        ("Finished", "Finished", "ignore", draw.of(["True", "False"])),
        ("ResponseId", "Response ID", "id", [f"R_{row:04}aZk29xQ{row}" for row in range(ROWS)]),
        ("Q1", "How likely are you to recommend us to a friend?", "nps", draw.whole(0, 10)),
        *[
            (f"Q2_{place}", f"{stem} - {tool}", "multi", values)
            for place, (tool, values) in enumerate(
                zip(TOOLS, draw.columns(TOOLS), strict=True), start=1
            )
        ],
        (
            "Q2_5_TEXT",
            "Which channels do you use? - Other - Text",
            "open",
            draw.comments(blank=0.9),
        ),
        ("Q3_1", "Please rate your agreement - It is reliable", "likert", draw.of(AGREEMENT)),
        ("Q3_2", "Please rate your agreement - It is hard to learn", "likert", draw.of(AGREEMENT)),
        ("Q4", "What, if anything, would you change?", "open", draw.comments()),
        ("plan", "plan", "segment", draw.of(["Free", "Team", "Enterprise"])),
    ]
    imports = [f'{{"ImportId":"QID{place}"}}' for place in range(len(named))]
    heads = [[code for code, *_ in named], [text for _, text, *_ in named], imports]
    types = {text: kind for _, text, kind, _ in named}
    return Export(written(heads, [values for *_, values in named]), types)


def option_named_columns(seed: int = 4) -> Export:
    """Return a multi-select as columns that are named by their options alone."""
    draw = Draw(seed)
    named: dict[str, tuple[str, list[str]]] = {
        "#": ("id", [f"{row:06x}{row * 7919:08x}ab" for row in range(ROWS)]),
        "How did you hear about us?": ("single", draw.of(["A friend", "Search", "An advert"])),
        **{
            tool: ("multi", values) for tool, values in zip(TOOLS, draw.columns(TOOLS), strict=True)
        },
        "Other": ("open", draw.comments(blank=0.85)),
        "How would you feel if you could no longer use it?": (
            "likert",
            draw.of(["Very disappointed", "Somewhat disappointed", "Not disappointed"]),
        ),
        "How was the onboarding, from 1 to 7?": ("likert", draw.whole(1, 7)),
        "What is the main benefit you get?": ("open", draw.comments()),
        "How many people are in your team?": ("number", draw.whole(1, 60)),
        "Start Date (UTC)": ("date", draw.days("{y}-{m:02}-{d:02} 08:09:10")),
        "Submit Date (UTC)": ("date", draw.days("{y}-{m:02}-{d:02} 08:19:10")),
        "Network ID": ("id", [f"{row * 104729:010x}" for row in range(ROWS)]),
        "Tags": ("ignore", [""] * ROWS),
    }
    types = {name: kind for name, (kind, _) in named.items()}
    return Export(written([list(named)], [values for _, values in named.values()]), types)


def in_app_scores(seed: int = 5) -> Export:
    """Return scores with a comment, sent from within a product."""
    draw = Draw(seed)
    named: dict[str, tuple[str, list[str]]] = {
        "user_id": ("id", [f"usr_{row % 120:05}" for row in range(ROWS)]),
        "created_at": ("date", draw.days("{y}-{m:02}-{d:02}T06:07:08Z")),
        "score": ("nps", draw.whole(0, 10)),
        "comment": ("open", draw.comments(blank=0.6)),
        "plan": ("segment", draw.of(["free", "pro", "enterprise"])),
        "country": ("segment", draw.of(["DE", "US", "FR", "BR"])),
        "device": ("segment", draw.of(["ios", "android", "web"])),
        "nps_group": ("segment", draw.of(["promoter", "passive", "detractor"])),
        "sessions_last_30_days": ("number", draw.whole(0, 44)),
        "app_version": ("segment", draw.of(["4.1.0", "4.1.1", "4.2.0"])),
        "mrr": ("number", [f"${one}.50" for one in draw.whole(10, 900)]),
    }
    types = {name: kind for name, (kind, _) in named.items()}
    return Export(written([list(named)], [values for _, values in named.values()]), types)


def german_spreadsheet(seed: int = 6) -> Export:
    """Return a German spreadsheet's file: semicolons, decimal commas, an old code page."""
    draw = Draw(seed)
    often = ("Täglich", "Mehrmals pro Woche", "Einmal im Monat", "Nie")
    agree = (
        "Stimme überhaupt nicht zu", "Stimme eher nicht zu", "Teils/teils", "Stimme eher zu",
        "Stimme voll und ganz zu", "Keine Angabe",
    )  # fmt: skip
    named: dict[str, tuple[str, list[str]]] = {
        "Teilnehmer-Nr.": ("id", [str(row) for row in range(1, ROWS + 1)]),
        "Datum": ("date", draw.days("{d:02}.{m:02}.{y}")),
        "Altersgruppe": ("segment", draw.of(["unter 18", "18–29", "30–49", "50 und älter"])),
        "Wie häufig nutzen Sie die App?": ("likert", draw.of(often)),
        "Die Bedienung ist übersichtlich.": ("likert", draw.of(agree)),
        "Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?": ("nps", draw.whole(0, 10)),
        "Wie zufrieden sind Sie insgesamt?": (
            "likert",
            draw.of(["Sehr zufrieden", "Eher zufrieden", "Eher unzufrieden", "Sehr unzufrieden"]),
        ),
        "Monatliche Ausgaben": ("number", [f"{one},90" for one in draw.whole(3, 400)]),
        "Was können wir verbessern?": ("open", draw.comments()),
    }
    types = {name: kind for name, (kind, _) in named.items()}
    text = written([list(named)], [values for _, values in named.values()], ";")
    return Export(text, types, "cp1252")


STYLES: tuple[Callable[[], Export], ...] = (
    two_header_rows,
    form_questions,
    three_header_rows,
    option_named_columns,
    in_app_scores,
    german_spreadsheet,
)
