"""Sections of a survey summary as Markdown; a section with nothing to say is empty."""

from collections.abc import Iterable, Sequence

from copilot.domain.bars import share_bar
from copilot.domain.counting import counted
from copilot.domain.figures import figure, interval_percent, percent, share_percent
from copilot.domain.lettering import lettered
from copilot.domain.markdown import ROWS, bullets, cut, inert, padded_table, quoted, rest_told
from copilot.domain.survey_closed import Closed, Driver
from copilot.domain.survey_closed_text import result_lines
from copilot.domain.survey_parts import Accounting, Column, Exclusion, MissingVoice, Pii
from copilot.domain.survey_themes import Cluster, OpenQuestion, Quote, SegmentShare, Theme
from copilot.domain.survey_tones import tone_told
from copilot.domain.survey_words import (
    BRIEF_REASONS,
    full_sentence,
    impact_told,
    measured_told,
    read_told,
    rows_told,
)

SURE = 0.7
"""Confidence below which a person should look at a column's type."""
CLUSTERS = (
    "Clusters of like wording. Nobody has read them, so they are no themes: they say where to"
    " read, not how many people think so."
)


def head(rows: int, respondents: int, file: str) -> str:
    """Return of what the summary is."""
    people = "" if respondents == rows else f" of {counted(respondents, 'respondent')}"
    return f"{rows:,} rows{people} in `{file.replace('`', '')}`. Intervals are at 95 %."


def open_question(question: OpenQuestion) -> str:
    """Return an open question: themes with shares and quotes, or clusters without shares."""
    parts = [
        f"## {inert(question.column)}",
        _read(question),
        _theme_table(question.themes),
        *map(_theme, question.themes),
        _clusters(question.clusters),
        "\n".join(f"> Note: {inert(note)}" for note in question.notes),
    ]
    return "\n\n".join(part for part in parts if part)


def _read(question: OpenQuestion) -> str:
    told = [read_told(question)]
    if question.themes:
        told.append(_within(measured_told(question)))
    if question.unlabelled:
        told.append(f"{counted(question.unlabelled, 'labelled answer')} fit no theme")
    if question.stability is not None:
        told.append(f"two code books agree to {percent(question.stability)}")
    if question.agreement is not None:
        told.append(f"a person agreed with {percent(question.agreement)} of the labels checked")
    return f"{'; '.join(told)}."


def _within(sentence: str) -> str:
    """Return a sentence as a part of another one."""
    return f"{sentence[0].lower()}{sentence[1:].removesuffix('.')}"


def _theme_table(themes: Sequence[Theme]) -> str:
    most = max((one.ci[1] for one in themes), default=1.0)
    rows = [
        (
            cut(inert(one.name), 40),
            share_percent(one.share, one.labelled, width=one.ci[1] - one.ci[0]),
            interval_percent(one.ci, one.labelled),
            f"{one.count:,}",
            share_bar(one.share, one.ci, most=most).rstrip(),
        )
        for one in themes
    ]
    return padded_table(("Theme", "Share", "95 % interval", "Answers", ""), rows) if rows else ""


def _theme(theme: Theme) -> str:
    told = (theme.said, inert(full_sentence(theme.definition)), impact_told(theme))
    lines = [
        f"### {inert(theme.name)}",
        " ".join(one for one in told if one),
        _as_sentence(tone_told(theme)),
        _quoted(theme.quotes),
    ]
    return "\n\n".join(line for line in lines if line)


def _as_sentence(told: str) -> str:
    return f"{told[0].upper()}{told[1:]}." if told else ""


def _quoted(quotes: Iterable[Quote]) -> str:
    return "\n\n".join(f"> {quoted(one.text)} (row {one.row:,})" for one in quotes)


def _clusters(clusters: Sequence[Cluster]) -> str:
    if not clusters:
        return ""
    rows = [(_phrases(one), f"{one.count:,}") for one in clusters]
    table = padded_table(("Cluster: words that set it apart", "Answers"), rows)
    quotes = [f"{_phrases(one)}:\n\n{_quoted(one.quotes[:1])}" for one in clusters if one.quotes]
    return "\n\n".join([CLUSTERS, table, *quotes])


def _phrases(cluster: Cluster) -> str:
    return inert(", ".join(cluster.phrases)) or "(no words in common)"


def segment_differences(rows: Sequence[SegmentShare], questions: Sequence[OpenQuestion]) -> str:
    """Return which groups speak of what more or less often than all others."""
    names = {(one.column, theme.key): theme.name for one in questions for theme in one.themes}
    lines = [
        f"{inert(one.group)} ({inert(one.segment)}, n = {one.n:,}) on"
        f" “{inert(names.get((one.column, one.theme), one.theme))}”:"
        f" {percent(one.share)} ({interval_percent(one.ci, one.n)}), others {percent(one.others)};"
        f" p after Holm {one.p_adjusted:.2g}."
        for one in rows
    ]
    return bullets("Groups that differ", lines[:ROWS], is_plain=False) + rest_told(
        len(lines) - ROWS
    )


def closed_questions(closed: Sequence[Closed], rows: int) -> str:
    """Return the closed questions, each with its table and what the tests have found."""
    parts = [_closed(one, rows) for one in closed[:ROWS]]
    told = "## Closed questions\n\n" + "\n\n".join(parts) if parts else ""
    return told + rest_told(len(closed) - ROWS)


def _closed(closed: Closed, rows: int) -> str:
    without = f", {closed.missing:,} of {rows:,} without an answer" if closed.missing else ""
    lines = [
        f"### {inert(closed.column)}",
        f"n = {closed.n:,}{without}.",
        result_lines(closed.result),
        "\n".join(f"> Note: {inert(note)}" for note in closed.notes),
        "\n".join(_tests(closed)),
    ]
    return "\n\n".join(line for line in lines if line)


def _tests(closed: Closed) -> Iterable[str]:
    for test in closed.tests:
        p = test.p if test.p_adjusted is None else test.p_adjusted
        effect = "" if test.effect is None else f", {test.effect_name} {figure(test.effect)}"
        verdict = "differs" if p < 0.05 else "no clear difference"
        yield (
            f"- By {inert(test.segment)}: {verdict} ({test.method}, n = {test.n:,},"
            f" p = {p:.2g} after correction{effect}). {inert(test.note)}".rstrip()
        )
        for cell in test.cells if p < 0.05 else ():
            more = "more" if cell.residual > 0 else "less"
            yield (
                f"  - {inert(cell.group)}: {percent(cell.share)} {inert(cell.value)},"
                f" {more} than {percent(cell.of_all)} of all."
            )


def drivers(rows: Sequence[Driver]) -> str:
    """Return what goes along with an outcome."""
    lines = [one.message for one in rows]
    told = bullets("What goes along with the outcome", lines)
    return f"{told}\n\nRank correlation; association, not cause." if told else ""


def missing_voices(rows: Sequence[MissingVoice]) -> str:
    """Return who is missing."""
    return bullets("Who is missing", [one.message for one in rows])


def left_out(questions: Sequence[OpenQuestion], accounting: Accounting) -> str:
    """Return what was left out of each question and why, and where every row has gone."""
    lines = [line for one in questions for line in _left_of(one, is_only=len(questions) == 1)]
    lines = lines[:ROWS]
    if accounting.rows:
        lines.append(f"Of {accounting.rows:,} rows: {rows_told(accounting)}.")
    return bullets("Every answer accounted for", lines)


def _left_of(question: OpenQuestion, *, is_only: bool) -> list[str]:
    found = [_left(one) for one in question.excluded if one.count]
    return found if is_only or not found else [f"“{question.column}”: {'; '.join(found)}"]


def _left(out: Exclusion) -> str:
    rows = f" (rows {', '.join(map(str, out.rows[:5]))}{' …' if out.count > 5 else ''})"
    return f"{out.count:,} {BRIEF_REASONS[out.reason]}{rows if out.rows else ''}"


def privacy(pii: Pii) -> str:
    """Return what was masked, and what such a scan cannot find."""
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(pii.kinds.items()))
    told = f"{pii.masked:,} values masked ({kinds})." if pii.masked else "Nothing was masked."
    return f"## Personal data\n\n{told} {pii.note}".rstrip()


def unsure_columns(columns: Sequence[Column]) -> str:
    """Return the columns whose type should be looked at."""
    lines = [
        f"{one.name}: read as {one.type} ({one.why or 'no clear sign'})"
        for one in columns
        if one.confidence < SURE and one.type != "ignore"
    ]
    told = bullets("Columns to look at", lines[:ROWS])
    return f"{told}\n\nCorrect them: --schema FILE.yaml" if told else ""


def asked(questions: Sequence[str]) -> str:
    """Return the questions, each with a letter to answer by."""
    return "## Questions\n\n" + "\n\n".join(lettered(map(inert, questions))) if questions else ""


def workings(seed: int, sample: int, tests: int, sha256: str) -> str:
    """Return what is needed to come to the same figures again."""
    told = [f"seed {seed}"]
    if sample:
        told.append(f"{counted(sample, 'answer')} in the measured sample")
    if tests:
        told.append(f"{counted(tests, 'test')} run, corrected together (Benjamini-Hochberg)")
    if sha256:
        told.append(f"file {sha256[:12]}")
    return f"Workings: {'; '.join(told)}."
