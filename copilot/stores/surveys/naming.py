"""Names of columns: each one there, and each only once."""

from collections.abc import Sequence


def unique_names(names: Sequence[str | None]) -> tuple[list[str], int]:
    """Return names of which no two are equal, and how many had to be numbered.

    A name that stood before becomes `Name (2)`; a blank one is called by its place.
    """
    taken: set[str] = set()
    given = {name for name in names if name}
    next_number: dict[str, int] = {}
    result: list[str] = []
    renamed = 0
    for place, name in enumerate(names, start=1):
        wanted = name or f"Column {place}"
        if wanted not in taken and (name or wanted not in given):
            taken.add(wanted)
            result.append(wanted)
            continue
        renamed += 1
        number = next_number.get(wanted, 2)
        while (numbered := f"{wanted} ({number})") in taken or numbered in given:
            number += 1
        next_number[wanted] = number + 1
        taken.add(numbered)
        result.append(numbered)
    return result, renamed
