"""Report a run as one HTML file that needs nothing else: no script, no network, no other file.

All that comes from cases and replies is untrusted: cleaned, escaped, and never a link.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from copilot.analysis.untrusted import clean, one_line
from copilot.domain.recording import Call
from copilot.evals import table
from copilot.evals.baseline import Accepted, Baseline, refusal
from copilot.evals.case import Expect
from copilot.evals.results import CaseResult, Run, SuiteResult
from copilot.evals.verdict import RunVerdict, SuiteVerdict
from copilot.stores.html_page import page_template

LONG = 200
"""Characters from which a text that repeats is shown once."""
RANKS = ("failed", "stale", "worse")
"""What is shown first."""


class Row(NamedTuple):
    """One line of two texts side by side; None where one of them has no such line."""

    is_same: bool
    before: str | None
    after: str | None


class Part(NamedTuple):
    """A part of what a model was sent."""

    title: str
    text: str
    is_form: bool
    """Whether it is the same in many calls, unlike what was asked in this one."""


class CaseView(NamedTuple):
    """A case as it is shown."""

    result: CaseResult
    anchor: str
    state: str
    """`passed`, `failed` or `stale`."""
    change: str
    """`better`, `worse`, `=`, `new`, or empty where nothing can be compared."""
    rows: list[Row]
    """What was accepted beside what is shown now; empty where they do not differ."""

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what was accepted."""
        return self.change in {"better", "worse"} or bool(self.rows)

    @property
    def rank(self) -> int:
        """Place of its kind among the kinds of cases."""
        found = [at for at, kind in enumerate(RANKS) if kind in {self.state, self.change}]
        return min(found, default=len(RANKS))


class Section(NamedTuple):
    """A suite as it is shown."""

    result: SuiteResult
    verdict: SuiteVerdict
    baseline: Baseline | None
    anchor: str
    cases: list[CaseView]
    repeated: dict[str, str]
    """Title of every text that is shown once for all cases."""


def as_html(run: Run, verdict: RunVerdict, baselines: Mapping[str, Baseline | None]) -> str:
    """Return the report of a run.

    Args:
        run: The run.
        verdict: The verdict on it.
        baselines: What was accepted of each suite.
    """
    pairs = zip(run.suites, verdict.suites, strict=True)
    return page_template(Path(__file__).with_name("report.html.j2")).render(
        run=run,
        verdict=verdict,
        sections=[_section(result, one, baselines.get(result.name)) for result, one in pairs],
        command=_command(run),
        told=table,
        excerpt_of=_excerpt,
        expected=_expected,
        parts_of=parts_of,
        plain=_plain,
    )


def side_by_side(before: str, after: str) -> list[Row]:
    """Return two texts line by line, each line beside the one it became."""
    old, new = clean(before).split("\n"), clean(after).split("\n")
    matched = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        Row(kind == "equal", left, right)
        for kind, a, b, c, d in matched
        for left, right in zip_longest(old[a:b], new[c:d])
    ]


def parts_of(call: Call) -> Iterator[Part]:
    """Yield what was sent to the model, message by message."""
    for message in call.request.get("messages", []):
        given = dict(message) if isinstance(message, Mapping) else {"content": message}
        role, content = str(given.pop("role", "message")), given.pop("content", "")
        texts = [_plain(content), *([_plain(given)] if given else [])]
        yield Part(role, "\n\n".join(filter(None, texts)), is_form=role == "system")
    for name in ("response_format", "tools"):
        if call.request.get(name):
            yield Part(name.replace("_", " "), _plain(call.request[name]), is_form=True)


def _section(result: SuiteResult, verdict: SuiteVerdict, baseline: Baseline | None) -> Section:
    anchor = _anchor(result.name)
    comparable = baseline is not None and not refusal(baseline, result)
    accepted = baseline.cases if baseline else {}
    cases = [_view(anchor, case, accepted.get(case.key), comparable) for case in result.cases]
    return Section(
        result=result,
        verdict=verdict,
        baseline=baseline,
        anchor=anchor,
        cases=sorted(cases, key=lambda case: case.rank),
        repeated=_repeated(result),
    )


def _view(suite: str, case: CaseResult, old: Accepted | None, comparable: bool) -> CaseView:
    before, after = (old.shown if old else "").strip(), case.outcome.shown.strip()
    differs = old is not None and not case.stale and before != after
    return CaseView(
        result=case,
        anchor=f"{suite}-{_anchor(case.key)}",
        state="stale" if case.stale else "passed" if case.passed else "failed",
        change=_change(case, old) if comparable else "",
        rows=side_by_side(before, after) if differs else [],
    )


def _change(case: CaseResult, old: Accepted | None) -> str:
    if case.stale:
        return ""
    if old is None:
        return "new"
    if case.score == old.score:
        return "="
    return "better" if case.score > old.score else "worse"


def _repeated(result: SuiteResult) -> dict[str, str]:
    """Return the long texts that more than one call was sent, each with a title of its own."""
    parts = [part for case in result.cases for call in case.calls for part in parts_of(call)]
    times = Counter(part.text for part in parts if part.is_form and len(part.text) >= LONG)
    titles = {part.text: part.title for part in parts}
    numbers: Counter[str] = Counter()
    found = {}
    for text, count in times.items():
        if count > 1:
            numbers[titles[text]] += 1
            found[text] = f"{titles[text]} {numbers[titles[text]]}"
    return found


def _expected(expect: Expect) -> list[tuple[str, str, str]]:
    """Return name, meaning and value of every expectation that is set."""
    return [
        (name, (field.description or "").partition(": ")[2], _listed(getattr(expect, name)))
        for name, field in Expect.model_fields.items()
        if getattr(expect, name) != field.default or name in expect.model_fields_set
    ]


def _listed(value: Any) -> str:
    """Return an expected value in words, one line each."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "\n".join(f"{key}: {', '.join(words)}" for key, words in value.items())
    if isinstance(value, tuple):
        lines = (one if isinstance(one, str) else " or ".join(one) for one in value)
        return "\n".join(lines) or "none"
    return "none" if value is None else str(value)


def _plain(value: Any) -> str:
    """Return a text as it is, and anything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)


def _excerpt(case: CaseResult) -> str:
    """Return the beginning of what is asked last."""
    asked = next(iter(case.case.request.values()), "")
    last = asked[-1] if isinstance(asked, list) and asked else asked
    return one_line(_plain(last), 110)


def _command(run: Run) -> str:
    """Return the command that makes such a run."""
    live = any(case.origin == "live" for suite in run.suites for case in suite.cases)
    names = " ".join(suite.name for suite in run.suites)
    return f"pm-copilot evals run {names}{' --live' if live else ''}"


def _anchor(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_~-]", "-", name)
