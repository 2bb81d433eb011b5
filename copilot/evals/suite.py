"""Suites as data: a folder with `suite.yaml`, `cases.jsonl` and recordings."""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from copilot.errors import InputError, NotFound
from copilot.evals.case import EvalCase, scorer_of
from copilot.evals.reading import malformed, read_about, read_cases
from copilot.evals.scoring import fingerprint
from copilot.skills import find_skill, skill_summaries

REQUESTS = {
    "agent": ("turns",),
    "search": ("text",),
    "judge": ("question", "passages", "answer"),
}
"""What the request of a case holds, by subject; a skill's request has the skill's own fields."""
COMPUTED = {"review": "review_ethics"}
"""The skill a subject runs without any model."""


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
        self.about = read_about(folder / "suite.yaml")
        if self._runs_skill and self.skill not in skill_summaries():
            known = ", ".join(skill_summaries())
            raise malformed(
                folder / "suite.yaml",
                1,
                f"there is no skill {self.skill!r}; name one by `skill:`",
                f"Known skills: {known}",
            )

    @property
    def skill(self) -> str:
        """The skill that is run, where the subject is one."""
        return self.about.skill or COMPUTED.get(self.about.subject, self.name)

    @cached_property
    def cases(self) -> list[EvalCase]:
        """The cases, in the order of the file."""
        return list(read_cases(self.folder / "cases.jsonl", self._check))

    def _check(self, case: EvalCase) -> None:
        """Raise InputError where the suite cannot run or score the case."""
        used = {one.name for one in self.about.scorers}
        for key in sorted(case.expect.model_fields_set):
            if scorer_of(key) not in used:
                raise InputError(f"expect.{key} is read by {scorer_of(key)}, which is not used")
        if self._runs_skill:
            if case.expect.error is None:
                find_skill(self.skill).parse(case.request)
            return
        wanted = REQUESTS[self.about.subject]
        texts = case.turns if self.about.subject == "agent" else list(case.request.values())
        if set(case.request) != set(wanted) or not texts or not all(map(_is_text, texts)):
            raise InputError(f"request must have {', '.join(wanted)}, as text")

    @property
    def data_hash(self) -> str:
        """Hash of cases and settings: equal means that the same was asked and expected."""
        aside = {"title", "about", "gate", "scorers"}
        settings = self.about.model_dump_json(exclude=aside).encode()
        content = (self.folder / "cases.jsonl").read_bytes()
        return hashlib.sha256(settings + b"\0" + content).hexdigest()[:16]

    @property
    def scorer_hash(self) -> str:
        """Hash of scorers, their versions and parameters."""
        return fingerprint(
            [(used.name, {**used.parameters, "": used.advisory}) for used in self.about.scorers]
        )

    @property
    def baseline_file(self) -> Path:
        """The accepted results."""
        return self.folder / "baseline.json"

    @property
    def artifacts(self) -> Path:
        """What the workspace of every case keeps; may be missing."""
        return self.folder / "artifacts"

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
        """Whether its cases ask a model; a skill that fills no prompt asks none."""
        if self.about.subject == "skill":
            return bool(find_skill(self.skill).prompts)
        return self.about.subject not in ("search", *COMPUTED)

    @property
    def _runs_skill(self) -> bool:
        return self.about.subject in ("skill", *COMPUTED)

    def must_pass(self, case: EvalCase) -> bool:
        """Tell whether the suite fails with this case."""
        return case.must_pass or bool(set(case.tags) & set(self.about.gate.must_pass))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


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
