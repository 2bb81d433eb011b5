"""Suites as data: a folder with `suite.yaml`, `cases.jsonl` and recordings."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from copilot.errors import InputError, NotFound
from copilot.evals.case import EvalCase
from copilot.evals.scoring import find_scorer, fingerprint
from copilot.skills import find_skill, skill_summaries

REQUESTS = {
    "agent": ("turns",),
    "search": ("text",),
    "judge": ("question", "passages", "answer"),
}
"""What the request of a case holds, by subject; a skill's request has the skill's own fields."""


class UsedScorer(BaseModel):
    """A scorer as a suite uses it."""

    model_config = ConfigDict(frozen=True)

    name: str
    parameters: dict[str, Any] = {}
    advisory: bool = False
    """Shown, but part of no verdict."""


class Gate(BaseModel):
    """What makes a suite fail."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    margin: float = Field(0.01, ge=0, le=1)
    """How much worse than the baseline the lower bound of the difference may be."""
    must_pass: tuple[str, ...] = ()
    """Tags of cases that must pass, whatever the baseline."""


class SuiteFile(BaseModel):
    """`suite.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    about: str
    subject: Literal["skill", "agent", "search", "judge"]
    """What is run: the skill of the folder's name, a conversation, a search, the judge."""
    skill: str | None = None
    """Which skill, where it is not the one of the folder's name."""
    stops_at_choice: bool = False
    """Of agents: the last turn ends when a skill was chosen."""
    judge: bool = False
    """Whether a judge reads every reply."""
    day: date
    """The day it is in every case."""
    repeats: int = Field(1, ge=1, le=20)
    """How often each case is recorded; more than once tells how steady a model is."""
    scorers: tuple[UsedScorer, ...] = Field(min_length=1)
    gate: Gate = Gate()

    @field_validator("scorers", mode="before")
    @classmethod
    def _named(cls, given: Any) -> Any:
        return [_used(entry) for entry in given] if isinstance(given, list) else given


class Suite:
    """One suite.

    Args:
        folder: Its folder; the name is the folder's.

    Raises:
        InputError: `suite.yaml` or `cases.jsonl` breaks a rule; the message names file and line.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = folder.name
        self.about = _read_about(folder / "suite.yaml")
        if self.about.subject == "skill" and self.skill not in skill_summaries():
            known = ", ".join(skill_summaries())
            raise _malformed(
                folder / "suite.yaml",
                1,
                f"there is no skill {self.skill!r}; name one by `skill:`",
                f"Known skills: {known}",
            )

    @property
    def skill(self) -> str:
        """The skill that is run, where the subject is one."""
        return self.about.skill or self.name

    @cached_property
    def cases(self) -> list[EvalCase]:
        """The cases, in the order of the file."""
        return list(_read_cases(self.folder / "cases.jsonl", self._check_request))

    def _check_request(self, case: EvalCase) -> None:
        """Raise InputError where the subject cannot be given the request."""
        if self.about.subject == "skill":
            if case.expect.error is None:
                find_skill(self.skill).parse(case.request)
            return
        wanted = REQUESTS[self.about.subject]
        if set(case.request) != set(wanted) or not all(case.request.values()):
            raise InputError(f"request must have {', '.join(wanted)}")

    @property
    def data_hash(self) -> str:
        """Hash of the cases: equal means that the same was asked and expected."""
        content = (self.folder / "cases.jsonl").read_bytes()
        return hashlib.sha256(content).hexdigest()[:16]

    @property
    def scorer_hash(self) -> str:
        """Hash of scorers, their versions and parameters."""
        return fingerprint([(used.name, used.parameters) for used in self.about.scorers])

    @property
    def baseline_file(self) -> Path:
        """The accepted results."""
        return self.folder / "baseline.json"

    @property
    def vectors_file(self) -> Path:
        """Vectors of the texts its cases embed."""
        return self.folder / "vectors.npz"

    @property
    def runs(self) -> list[tuple[EvalCase, int]]:
        """Every case with the number of each repeat, from 1."""
        repeats = range(1, self.about.repeats + 1)
        return [(case, repeat) for case in self.cases for repeat in repeats]

    def recording_file(self, case: EvalCase, repeat: int = 1) -> Path:
        """Return where the recording of a case lies."""
        return self.folder / "recordings" / f"{run_key(case.id, repeat)}.json"

    def recording_files(self) -> list[Path]:
        """Return the recordings that are there."""
        return sorted((self.folder / "recordings").glob("*.json"))

    @property
    def wants_model(self) -> bool:
        """Whether its cases ask a model."""
        return self.about.subject != "search"

    def must_pass(self, case: EvalCase) -> bool:
        """Tell whether the suite fails with this case."""
        return case.must_pass or bool(set(case.tags) & set(self.about.gate.must_pass))


def run_key(case: str, repeat: int) -> str:
    """Return the name of one run of a case: its id, with `~2` behind it for the second."""
    return case if repeat == 1 else f"{case}~{repeat}"


def suite_names(root: Path) -> list[str]:
    """Return the names of all suites below a folder."""
    return sorted(path.parent.name for path in root.glob("*/suite.yaml"))


def find_suites(root: Path, names: Sequence[str] = ()) -> list[Suite]:
    """Return the named suites, all of them where none is named.

    Raises:
        NotFound: There is none of that name.
        InputError: A suite is malformed.
    """
    known = suite_names(root)
    for name in names:
        if name not in known:
            raise NotFound(
                f"There is no eval suite {name!r} in {root}.",
                hint=f"Known suites: {', '.join(known) or 'none'}",
            )
    return [Suite(root / name) for name in dict.fromkeys(names or known)]


def _used(entry: Any) -> Any:
    """Return `name` or `{name: parameters}` as a scorer in use."""
    if isinstance(entry, str):
        return {"name": entry}
    if not (isinstance(entry, Mapping) and len(entry) == 1):
        return entry
    [(name, given)] = entry.items()
    if not (given is None or isinstance(given, Mapping)):
        return entry
    parameters = dict(given or {})
    advisory = parameters.pop("advisory", False)
    return {"name": name, "parameters": parameters, "advisory": advisory}


def _read_about(path: Path) -> SuiteFile:
    text = _text_of(path)
    try:
        about = SuiteFile.model_validate(yaml.safe_load(text))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _malformed(path, line, error.problem or "not YAML") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = str(first["loc"][0]) if first["loc"] else "the file"
        raise _malformed(path, _line_of(text, key), f"{key}: {first['msg']}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise _malformed(path, 1, " ".join(str(error).split())) from error
    for used in about.scorers:
        try:
            find_scorer(used.name, used.parameters)
        except InputError as error:
            place = _line_of(text, used.name)
            raise _malformed(path, place, error.message, error.hint) from error
    return about


def _read_cases(path: Path, check: Callable[[EvalCase], None]) -> Iterator[EvalCase]:
    lines: dict[str, int] = {}
    for number, line in enumerate(_text_of(path).split("\n"), 1):
        if not line.strip():
            continue
        case = _case(path, number, line)
        if case.id in lines:
            raise _malformed(path, number, f"id {case.id!r} stands in line {lines[case.id]} too")
        lines[case.id] = number
        try:
            check(case)
        except InputError as error:
            raise _malformed(path, number, error.message) from error
        yield case
    if not lines:
        raise _malformed(path, 1, "there is no case")


def _case(path: Path, number: int, line: str) -> EvalCase:
    try:
        return EvalCase.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        raise _malformed(path, number, f"{error.msg} at column {error.colno}") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"])) or "case"
        raise _malformed(path, number, f"{key}: {first['msg']}") from error
    except (ValueError, RecursionError) as error:
        raise _malformed(path, number, f"not to be read as JSON: {error}") from error


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise _malformed(path, 1, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise _malformed(path, line, "not UTF-8") from error


def _line_of(text: str, word: str) -> int:
    """Return the first line that begins with the word, 1 where none does."""
    begins = re.compile(rf"[\s\-{{\[\"']*{re.escape(word)}\b")
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if begins.match(line)), 1)


def _malformed(path: Path, line: int, what: str, hint: str = "") -> InputError:
    form = "The form of suites is in docs/evals.md"
    return InputError(f"{path}:{line}: {what.rstrip('.')}.", hint=hint or form)
