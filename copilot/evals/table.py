"""The verdict on a run in words: a table for the terminal, and what every report says alike."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill

from copilot.analysis.untrusted import clean, one_line
from copilot.evals.verdict import JudgeAgreement, Rate, RunVerdict, Status, SuiteVerdict

WIDTH = 100
LISTED = 8
"""Stale cases told of a suite."""
NONE = "–"
WORDS: dict[Status, str] = {"passed": "passed", "regressed": "REGRESSED", "stale": "STALE"}
HEADINGS = ("suite", "status", "passed (95 %)", "contract", "score", "change (95 %)", "time")


def as_table(verdict: RunVerdict) -> str:
    """Return the verdict as plain text of at most 100 columns; the last line says what to do."""
    rows = [HEADINGS, *map(_row, verdict.suites)]
    details = ["\n".join(_details(one)) for one in verdict.suites if one.status != "passed"]
    remarks = "\n".join(map(_wrapped, _remarks(verdict.suites)))
    table = _aligned(rows) if verdict.suites else ""
    last = " Next: ".join(filter(None, (sentence(verdict), next_command(verdict))))
    return "\n\n".join(filter(None, (table, *details, remarks, last)))


def sentence(verdict: RunVerdict) -> str:
    """Return the verdict in one sentence."""
    if not verdict.suites:
        return "There was no suite to run."
    count = sum(one.status == verdict.status for one in verdict.suites)
    told = f"{WORDS[verdict.status]}: {count} of {counted(len(verdict.suites), 'suite')}"
    ends: dict[Status, str] = {
        "passed": ".",
        "regressed": " got worse.",
        "stale": " cannot be judged.",
    }
    return told + ends[verdict.status]


def next_command(verdict: RunVerdict) -> str:
    """Return the command to go on with; empty where all is done."""
    if verdict.status == "regressed":
        return f"pm-copilot evals report --html report.html{_folder(verdict)}"
    stale = [one for one in verdict.suites if one.status == "stale"]
    unfit = [one.name for one in stale if one.stale]
    if unfit:
        return _command("record", unfit) + _folder(verdict)
    new = [one.name for one in verdict.suites if _can_be_accepted(one)]
    return _command("accept", new) + _folder(verdict) if new else ""


def _folder(verdict: RunVerdict) -> str:
    return f" --folder {shlex.quote(verdict.folder)}" if verdict.folder else ""


def _can_be_accepted(suite: SuiteVerdict) -> bool:
    return (suite.is_new or suite.is_outdated) and not (suite.stale or suite.stale_suite)


def _command(verb: str, names: Sequence[str]) -> str:
    """Return a command for these suites; for all, where their names would not fit."""
    named = shlex.join(["pm-copilot", "evals", verb, *names])
    return named if len(named) <= WIDTH // 2 else f"pm-copilot evals {verb}"


def _row(suite: SuiteVerdict) -> tuple[str, ...]:
    return (
        one_line(suite.name),
        WORDS[suite.status],
        rate_told(suite.measured),
        _share(suite.authored),
        f"{suite.score:.3f}" if suite.measured.total else NONE,
        change_told(suite),
        seconds_told(suite.seconds),
    )


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return the rows in columns; the first gives way where they would be too wide."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    widths[0] = min(widths[0], max(8, WIDTH - sum(widths[1:]) - 2 * (len(widths) - 1)))
    lines = (
        "  ".join(
            one_line(cell, width).ljust(width) for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _details(suite: SuiteVerdict) -> Iterator[str]:
    """Yield the lines on a suite that did not pass."""
    yield f"{one_line(suite.name, WIDTH // 2)}: {WORDS[suite.status]}"
    for reason in suite.reasons:
        yield _wrapped(reason, 2)
    for case in suite.stale[:LISTED]:
        yield _wrapped(f"{case.case}: {one_line(case.why, 3 * WIDTH)}", 2)
    if len(suite.stale) > LISTED:
        yield f"  and {len(suite.stale) - LISTED} more"
    if suite.failed and not suite.stale:
        yield _wrapped(f"Failed: {', '.join(suite.failed)}", 2)


def _remarks(suites: Iterable[SuiteVerdict]) -> Iterator[str]:
    """Yield every remark once, behind the suites it is about."""
    about: dict[str, list[str]] = {}
    for suite in suites:
        agreement = [agreement_told(suite.agreement)] if suite.agreement else []
        for remark in (*suite.remarks, *agreement):
            about.setdefault(remark, []).append(suite.name)
    for remark, names in about.items():
        yield f"{', '.join(names)}: {remark}"


def _wrapped(text: str, indent: int = 0) -> str:
    margin = " " * indent
    return fill(
        " ".join(clean(text).split()),
        WIDTH,
        initial_indent=margin,
        subsequent_indent=margin + "  ",
        break_on_hyphens=False,
    )


def rate_told(rate: Rate) -> str:
    """Return how many passed, with the interval of the rate."""
    interval = f", {rate.low * 100:.0f}–{rate.high * 100:.0f} %"
    return _share(rate) + (interval if rate.total else "")


def change_told(suite: SuiteVerdict) -> str:
    """Return the change against the baseline, with its interval."""
    change = suite.change
    if change is None:
        return "new" if suite.is_new else NONE
    if not (change.worse or change.better):
        return "="
    return f"{change.mean:+.3f} ({change.low:+.3f}, {change.high:+.3f})"


def agreement_told(agreement: JudgeAgreement) -> str:
    """Return how far the judge agrees with labels."""
    kappa = "undefined" if agreement.kappa is None else f"{agreement.kappa:.2f}"
    return (
        f"The judge agrees with labels by hand in {agreement.agreed} of {agreement.cases} cases, "
        f"kappa {kappa}."
    )


def seconds_told(seconds: float) -> str:
    """Return a time in a unit that suits it."""
    if seconds >= 600:
        return f"{seconds / 60:.0f} min"
    return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s"


def cost_told(suite: SuiteVerdict) -> str:
    """Return what the recordings cost."""
    if suite.cost_usd is None:
        return "cost unknown"
    return f"${suite.cost_usd:.2f}" if suite.cost_usd else "free, on this machine"


def counted(number: int, thing: str) -> str:
    """Return a number of things in words."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _share(rate: Rate) -> str:
    return f"{rate.passed} of {rate.total}" if rate.total else NONE
