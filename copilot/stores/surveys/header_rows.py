"""What a row near the top is: names, question texts, import ids, or already data."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from copilot.analysis.surveys.columns.header_words import names_text

Cells = Sequence[str | None]
_KINDS = (
    ("number", re.compile(r"[-+]?\d+([.,]\d+)?%?")),
    ("date", re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ,].*)?")),
    ("email", re.compile(r"[^@\s]+@[^@\s]+\.\w+")),
    ("key", re.compile(r"[0-9a-f]{8}-[0-9a-f-]{20,}|R_\w{12,}|[0-9a-f]{16,}", re.I)),
)
_RESPONSE = re.compile(
    r"(open[- ]ended )?response|answer|réponse|antwort|respuesta|risposta|resposta", re.I
)
_IMPORT = re.compile(r'"?\{\s*"+ImportId"+', re.I)
_CODE = re.compile(r"[A-Za-z]{1,6}[-_.]?\d[\w.#()-]*|\w{1,30}")
_MOST = 0.8
_NAME = 3
"""Words of the longest name of a column; what is longer is a question or an answer."""


def is_import_row(row: Cells) -> bool:
    """Whether cells are ids for importing, such as `{"ImportId":"QID1"}`."""
    filled = [cell for cell in row if cell]
    return bool(filled) and sum(bool(_IMPORT.match(cell)) for cell in filled) > len(filled) / 2


def is_question_row(codes: Cells, texts: Cells, data: Sequence[Cells]) -> bool:
    """Whether short codes stand above the texts of their questions, and data follow."""
    pairs = [(code, text) for code, text in zip(codes, texts, strict=True) if code]
    if len(pairs) < 2 or not data or not all(text for _, text in pairs):
        return False
    coded = sum(bool(_CODE.fullmatch(code)) for code, _ in pairs)
    worded = sum(" " in (text or "") for _, text in pairs)
    if coded < _MOST * len(pairs) or worded < len(pairs) / 2:
        return False
    return len({text for _, text in pairs}) > _MOST * len(pairs) and _stands_apart(texts, data)


def is_second_row(first: Cells, second: Cells, data: Sequence[Cells]) -> bool:
    """Whether the second row goes on with the header: options and `Response` under questions."""
    if not data:
        return False
    filled = [cell for cell in second if cell]
    told = sum(bool(_RESPONSE.fullmatch(cell)) for cell in filled)
    if told and told >= len([cell for cell in first if cell and "?" in cell]) / 2:
        return not any(_kind(cell) for cell in filled if cell)
    gaps = [place for place, cell in enumerate(first) if not cell and second[place]]
    if not gaps or len(gaps) < len([cell for cell in second if cell]) / 3:
        return False
    return all(_kind(second[place] or "") is None for place in gaps) and _stands_apart(
        second, data, options_repeat=True
    )


def joined_names(first: Cells, second: Cells) -> list[str | None]:
    """Return names made of a question, which is written once over its columns, and an option."""
    names: list[str | None] = []
    question: str | None = None
    for above, below in zip(first, second, strict=True):
        question = above or (question if below else None)
        if question and below and not _RESPONSE.fullmatch(below):
            names.append(f"{question} - {below}")
        else:
            names.append(question or below)
    return names


def looks_like_data(row: Cells, rest: Sequence[Cells]) -> bool:
    """Whether a first row has what the rows below it have, rather than their names."""
    votes = Counter(
        _vote(cell, [other[place] for other in rest if other[place]])
        for place, cell in enumerate(row)
        if cell
    )
    filled = sum(votes.values())
    return votes[1] > votes[-1] and 3 * votes[1] >= filled and votes[1] > 0


def reads_like_header(cell: str) -> bool:
    """Whether the one cell of a first row asks for something, or names it in a few words."""
    words = cell.split()
    asks = cell.endswith(("?", "？", ":")) or names_text(" ".join(words[:_NAME]))
    return asks or len(words) <= _NAME


def reads_like_answer(cell: str, rest: Sequence[str]) -> bool:
    """Whether the one cell of a first row is a sentence, or begins like one, as the others do.

    Args:
        cell: What stands in it; it does not read like a header.
        rest: The cells below.
    """
    if cell in rest or cell.endswith((".", "!", "。", "！")):
        return True
    lower = sum(value[:1].islower() for value in rest)
    return cell[:1].islower() and lower >= len(rest) / 4


def _vote(cell: str, values: Sequence[str | None]) -> int:
    """Return 1 where a cell is like the values below it, -1 where it is clearly unlike."""
    present = [value for value in values if value]
    if not present:
        return 0
    kinds = Counter(_kind(value) for value in present)
    usual, count = kinds.most_common(1)[0]
    kind = _kind(cell)
    if usual is not None and count >= _MOST * len(present):
        return 1 if kind == usual else -1
    if kind is not None:
        return 0
    times = present.count(cell)
    # A column for each option is named as what it holds.
    return 1 if times and len(set(present)) > 1 else 0


def _stands_apart(row: Cells, data: Sequence[Cells], *, options_repeat: bool = False) -> bool:
    """Whether some column's values are of a kind that its cell in the row is not, and none is."""
    unlike = 0
    for place, cell in enumerate(row):
        values = [other[place] for other in data if other[place]]
        if not cell or not values:
            continue
        if cell in values and not options_repeat:
            return False
        usual = Counter(_kind(value) for value in values if value).most_common(1)[0][0]
        few = len(values) > 3 and len(set(values)) <= len(values) / 2
        unlike += (usual is not None and _kind(cell) != usual) or few
    return unlike > 0


@lru_cache(maxsize=8192)
def _kind(cell: str) -> str | None:
    return next((name for name, pattern in _KINDS if pattern.fullmatch(cell)), None)
