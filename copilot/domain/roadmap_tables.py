"""The tables of a roadmap: scored items, and categories after Kano."""

from collections.abc import Mapping, Sequence

from copilot.domain.figures import figure, percent
from copilot.domain.markdown import ROWS, cut, inert, padded_table, rest_told
from copilot.domain.roadmap_names import named
from copilot.domain.roadmap_parts import KanoResult, PlannedItem, Score


def ranking_table(items: Sequence[PlannedItem], slots: int, *, in_percent: bool) -> str:
    """Return the scored items as a table."""
    if not items:
        return ""
    sure = "Conf. %" if in_percent else "Conf."
    head = ("#", "Item", "Score", "80 % range", "Ranks", _first(slots), sure, "Evid.", "After")
    names = {item.id: item.name for item in items if item.id == str(item.row)}
    table = padded_table(*_told_columns(head, [_ranked(item, names) for item in items[:ROWS]]))
    return f"{table}{rest_told(len(items) - ROWS)}{_legend(items, slots)}"


def _legend(items: Sequence[PlannedItem], slots: int) -> str:
    known = any(item.score and item.score.share_now is not None for item in items)
    if not known:
        return ""
    return (
        "\n\n80 % range and ranks: a tenth of draws lie below, a tenth above."
        f" {_first(slots)}: share of draws in which the score alone puts an item there."
    )


def _first(slots: int) -> str:
    return "First" if slots == 1 else f"First {slots}"


def _told_columns(
    head: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[list[str], list[list[str]]]:
    """Leave out columns that say nothing in any row."""
    kept = [at for at in range(len(head)) if any(row[at] != "–" for row in rows)]
    return [head[at] for at in kept], [[row[at] for at in kept] for row in rows]


def _ranked(item: PlannedItem, names: Mapping[str, str]) -> tuple[str, ...]:
    score, known = item.score, item.inputs.get("confidence")
    assert score is not None
    after = [*(names.get(one, one) for one in item.depends_on), *item.waits_for]
    sure = "–" if known is None else _span(known.low, known.high)
    return (
        f"{score.rank}{'=' if score.tied else ''}",
        cut(named(item)),
        figure(score.value),
        _middle(score),
        "–" if score.rank_low is None else _span(score.rank_low, score.rank_high or 0),
        "–" if score.share_now is None else _short(score.share_now),
        sure,
        "yes" if item.evidence else "none",
        cut(", ".join(map(inert, after)), 14) or "–",
    )


def _middle(score: Score) -> str:
    """Return the middle 80 % of a score; nothing where no item of the list has a range."""
    if score.low is None or score.high is None:
        return "–" if score.share_now is None else "not given"
    return _span(score.low, score.high)


def _short(share: float) -> str:
    return percent(share).replace("over ", ">").replace("under ", "<")


def _span(low: float, high: float) -> str:
    ends = (figure(low), figure(high))
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def kano_table(items: Sequence[PlannedItem]) -> str:
    """Return the categories, with coefficients and their intervals."""
    rows = [(cut(named(item)), *_kano_row(item.kano)) for item in items if item.kano]
    if not rows:
        return ""
    head = ("Item", "Category", "Answers", "Better (95 %)", "Worse (95 %)", "Counts")
    text = (
        "**Kano**: category by the most frequent answer; better and worse run from 0 to 1 and -1."
    )
    return f"{text}\n\n{padded_table(head, rows[:ROWS])}{rest_told(len(rows) - ROWS)}"


def _kano_row(result: KanoResult) -> tuple[str, ...]:
    counts = " ".join(f"{_initial(name)}{count}" for name, count in result.counts.items())
    return (
        _category(result),
        str(result.answers) if result.source == "answers" else "given",
        _coefficient(result.better, result.better_interval),
        _coefficient(result.worse, result.worse_interval),
        counts or "–",
    )


def _category(result: KanoResult) -> str:
    if result.category is None:
        first, second = sorted(result.counts, key=lambda name: -result.counts[name])[:2]
        return f"{first} = {second}"
    return f"{result.category}, or {result.runner_up}" if result.runner_up else result.category


def _initial(name: str) -> str:
    return {"performance": "O"}.get(name, name[:1].upper())


def _coefficient(value: float | None, ends: tuple[float, float] | None) -> str:
    if value is None or ends is None:
        return "–"
    return f"{value:.2f} ({ends[0]:.2f} to {ends[1]:.2f})"
