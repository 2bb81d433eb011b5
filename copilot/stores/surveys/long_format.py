"""Files with a row for each answer: told by their columns, and turned to a row a respondent."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from copilot.analysis.surveys.columns.header_words import plain
from copilot.stores.surveys.naming import unique_names

if TYPE_CHECKING:
    import polars as pl

_QUESTION = re.compile(
    r"(?:question|item|prompt|field|variable|frage|pregunta|domanda|pergunta|vraag)"
    r"(?: ?(?:text|title|label|name|wording|body|id|key|code|number|no))?",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"(?:answer|response|value|reply|antwort|wert|réponse|valeur|respuesta|risposta|resposta"
    r"|antwoord)(?: ?(?:text|value|label|choice|body|raw|numeric|code))?",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:respondent|response|participant|person|user|submission|session|interview|customer|case"
    r"|subject|member|contact|record|survey response|teilnehmer\w*|befragte\w*|répondant"
    r"|encuestado)(?: ?(?:id|no|number|nr|key|uuid|code|hash|email))?|e-?mail|uuid|id|respid",
    re.IGNORECASE,
)
_WORDED = re.compile(r"text|title|label|name|wording|body|choice", re.IGNORECASE)
_MOST_QUESTIONS = 300
_AGAIN = 3
"""How often a question stands there on average, at the least."""
_SEVERAL = "; "


class _Roles(NamedTuple):
    """Which columns say who, what was asked, and what was answered."""

    person: str
    question: str
    answers: tuple[str, ...]
    """In the first of them that is filled stands the answer."""


def one_row_each(frame: "pl.DataFrame") -> "tuple[pl.DataFrame, tuple[str, ...]]":
    """Return a table with a row a respondent and a column a question, with what to tell of it.

    What is equal in all rows of a respondent stays a column. Several answers of one respondent
    to one question, as of a multi-select, stand in one cell with semicolons between. A file that
    has a row a respondent already comes back as it is.

    Args:
        frame: As it was read; blank cells are null.
    """
    asked, answers = _named(frame, _QUESTION), _named(frame, _ANSWER)
    if not asked or not answers or not _are_questions(frame, asked[0]):
        return frame, ()
    people = [name for name in _named(frame, _PERSON) if name not in {asked[0], *answers}]
    person = next((name for name in people if _is_asked_once(frame, name, asked[0])), None)
    if person is None:
        return frame, () if people else (_unclear(asked[0], answers[0]),)
    roles = _Roles(person, asked[0], tuple(answers))
    turned = _turned(frame, roles)
    return turned, (_told(frame, turned, roles),)


def _named(frame: "pl.DataFrame", pattern: re.Pattern[str]) -> list[str]:
    """Return the filled columns that are named so, those with texts before those with codes."""
    named = [
        name
        for name in frame.columns
        if pattern.fullmatch(plain(name)) and frame[name].null_count() < frame.height
    ]
    return sorted(named, key=lambda name: not _WORDED.search(plain(name)))


def _are_questions(frame: "pl.DataFrame", question: str) -> bool:
    """Whether a column has few values that come again and again, nearly one in every row."""
    values = frame[question]
    present = frame.height - values.null_count()
    asked = values.drop_nulls().n_unique()
    return (
        2 <= asked <= _MOST_QUESTIONS
        and present >= _AGAIN * asked
        and present >= 0.9 * frame.height
    )


def _is_asked_once(frame: "pl.DataFrame", person: str, question: str) -> bool:
    """Whether a column tells respondents apart: each has several rows, mostly a question each."""
    if frame[person].null_count():
        return False
    people = frame[person].n_unique()
    return 1 < people < 0.75 * frame.height <= 1.5 * frame.select(person, question).n_unique()


def _turned(frame: "pl.DataFrame", roles: _Roles) -> "pl.DataFrame":
    import polars as pl

    keys = [roles.question, roles.person]
    told = frame.filter(pl.col(roles.question).is_not_null())
    said = pl.coalesce(roles.answers).drop_nulls().unique(maintain_order=True)
    cells = told.group_by(keys, maintain_order=True).agg(
        said.str.join(_SEVERAL).replace("", None).alias("said")
    )
    about = frame.group_by(roles.person, maintain_order=True).agg(
        pl.col(_kept(frame, roles)).drop_nulls().first()
    )
    names = _names(about.columns, cells[roles.question].unique(maintain_order=True).to_list())
    wide = cells.with_columns(pl.col(roles.question).replace_strict(names)).pivot(
        roles.question, index=roles.person, values="said"
    )
    return about.join(wide, on=roles.person, how="left", maintain_order="left")


def _names(columns: Sequence[str], questions: Sequence[str]) -> dict[str, str]:
    """Return the column of each question, which may be called as a column of the file is."""
    wanted = [f"{name} (question)" if name in columns else name for name in questions]
    names, _ = unique_names([*columns, *wanted])
    return dict(zip(questions, names[len(columns) :], strict=True))


def _kept(frame: "pl.DataFrame", roles: _Roles) -> list[str]:
    """Return the columns that say the same in all rows of a respondent."""
    import polars as pl

    taken = {roles.person, roles.question, *roles.answers}
    others = [name for name in frame.columns if name not in taken]
    if not others:
        return []
    counts = frame.group_by(roles.person).agg(pl.col(others).drop_nulls().n_unique())
    most = counts.select(pl.col(others).max()).row(0, named=True)
    return [name for name in others if most[name] <= 1 and frame[name].null_count() < frame.height]


def _told(frame: "pl.DataFrame", turned: "pl.DataFrame", roles: _Roles) -> str:
    asked = frame[roles.question].drop_nulls().n_unique()
    used = {roles.question, *roles.answers, *turned.columns}
    lost = [f"“{name}”" for name in frame.columns if name not in used]
    return (
        f"The file has a row for each answer (“{roles.question}”, “{roles.answers[0]}”): its"
        f" {frame.height:,} rows were turned into {turned.height:,}, one a respondent, with"
        f" {asked} questions as columns; row numbers are of respondents."
        + (f" Left out, as it differs from answer to answer: {', '.join(lost)}." if lost else "")
    )


def _unclear(question: str, answer: str) -> str:
    return (
        f"The file seems to have a row for each answer (“{question}”, “{answer}”), but no column"
        " tells who answered, so answers to different questions stand in one column: export it"
        " with an id of the respondent, or with one column for each question."
    )
