"""A multi-select that is spread over a column for each of its options."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from copilot.analysis.surveys.columns.header_words import names_other
from copilot.analysis.surveys.columns.phrases import phrases
from copilot.analysis.surveys.columns.profile import Profile
from copilot.analysis.surveys.columns.stems import shared_stems
from copilot.domain.survey_parts import Column

_TICKED = phrases(
    "1, yes, true, selected, checked, x, ✓, ✔, y, ja, oui, sí, si, quoted, chosen, picked"
    ", tak, да, kyllä, evet, igen, ano, はい, 是"
    ", ticked, wahr, sim, sì, 1.0, mentioned, gewählt, genannt, ausgewählt, on"
)
_UNTICKED = phrases(
    "nee, nej, nei, nie, нет, ei, hayır, nem, ne, いいえ, 否"
    ", 0, no, false, not selected, unchecked, unselected, n, nein, non, not quoted"
    ", not chosen, off, falsch, não, -, 0.0, not checked, not mentioned, nicht gewählt"
    ", nicht genannt, nicht ausgewählt"
)
_LONGEST = 150
_SHOWN = 3


def option_columns(profiles: Sequence[Profile]) -> dict[str, Column]:
    """Return the columns that each stand for an option, by their names."""
    found = _by_stem(profiles)
    return found | _by_run([one for one in profiles if one.name not in found])


def _by_stem(profiles: Sequence[Profile]) -> dict[str, Column]:
    ticks = {one.name: one for one in profiles if _is_tick(one) or not one.filled}
    stems = shared_stems(ticks)
    groups: dict[str, list[str]] = defaultdict(list)
    for name, (question, _) in stems.items():
        groups[question].append(name)
    columns: dict[str, Column] = {}
    for question, names in groups.items():
        members = [ticks[name] for name in names]
        if _are_options(members):
            named = {name: _option(ticks[name], stems[name][1]) for name in names}
            columns |= _group(question, named)
    return columns


def _are_options(members: Sequence[Profile]) -> bool:
    """Whether at least two columns have picks, and no value stands in all of them but a tick."""
    filled = [one for one in members if one.filled]
    if len(filled) < 2:
        return False
    texts = Counter(value.lower() for one in filled for value in one.values)
    shared = [text for text, count in texts.items() if count > 1]
    return all(text in _TICKED | _UNTICKED for text in shared)


def _by_run(profiles: Sequence[Profile]) -> dict[str, Column]:
    """Return columns without a shared name, one after the other, that hold their own names."""
    runs: list[list[Profile]] = [[]]
    for one in profiles:
        if _holds_its_name(one):
            runs[-1].append(one)
        elif runs[-1]:
            runs.append([])
    columns: dict[str, Column] = {}
    for run in runs:
        if len(run) > 1:
            more = ", …" if len(run) > _SHOWN else ""
            question = ", ".join(one.name for one in run[:_SHOWN]) + more
            columns |= _group(question, {one.name: one.name for one in run})
    return columns


def _holds_its_name(profile: Profile) -> bool:
    held = {value.lower() for value in profile.values} - _UNTICKED
    return held == {profile.name.lower()}


def _group(question: str, options: dict[str, str]) -> dict[str, Column]:
    why = f"one of {len(options)} columns, each for an option"
    return {
        name: Column(
            name=name, type="multi", confidence=0.9, why=why, question=question, option=option
        )
        for name, option in options.items()
    }


def _is_tick(profile: Profile) -> bool:
    values = {value.lower() for value in profile.values}
    if values <= _TICKED | _UNTICKED and values & _TICKED and len(values) <= 2:
        return True
    if len(values - _UNTICKED) == 1 and profile.filled > 1:
        value = next(iter(values - _UNTICKED))
        return len(value) <= _LONGEST and not value.lstrip("-").isdigit() and not _is_free(profile)
    return False


def _is_free(profile: Profile) -> bool:
    """Whether it is the text beside an option rather than the option."""
    named = names_other(profile.name) and "specify" not in "".join(profile.values).lower()
    return named and not any(value.lower() in profile.name.lower() for value in profile.values)


def _option(profile: Profile, named: str) -> str:
    told = [value for value in profile.values if value.lower() not in _TICKED | _UNTICKED]
    return told[0] if told and (len(named) <= 3 or named.isdigit()) else named
