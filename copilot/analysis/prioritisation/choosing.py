"""Choose the framework: the one named, else the one whose inputs the list has."""

from collections.abc import Sequence

from copilot.analysis.prioritisation.ice import ICE
from copilot.analysis.prioritisation.method import Method
from copilot.analysis.prioritisation.reading import Row
from copilot.analysis.prioritisation.rice import RICE
from copilot.analysis.prioritisation.wsjf import CD3, WSJF
from copilot.errors import InputError

METHODS = (RICE, WSJF, CD3, ICE)
NAMES = ("rice", "wsjf", "ice", "kano")


def chosen(rows: Sequence[Row], named: str = "") -> tuple[Method | None, list[str]]:
    """Return the framework, None for Kano, and what there is to say of the choice.

    Raises:
        InputError: There is no framework of that name.
    """
    wanted = named.strip().lower()
    if wanted and wanted not in NAMES:
        raise InputError(f"There is no framework {named!r}.", hint=f"Known: {', '.join(NAMES)}.")
    if wanted == "kano":
        return None, []
    fitting = [method for method in METHODS if wanted in ("", method.framework)]
    best = max(fitting, key=lambda method: _fit(rows, method))
    if wanted:
        return best, []
    if _fit(rows, best) == (0, 0):
        has_kano = any(row.item.kano for row in rows)
        told = "The list has inputs of no framework; what RICE needs is asked for."
        return (None, []) if has_kano else (best, [told])
    return best, _also(rows, best)


def _fit(rows: Sequence[Row], method: Method) -> tuple[int, int]:
    """Return how many rows have every input, and how many cells are filled."""
    filled = [sum(bool(row.cells.get(name, "").strip()) for name in method.needed) for row in rows]
    return filled.count(len(method.needed)), sum(filled)


def _also(rows: Sequence[Row], best: Method) -> list[str]:
    others = [
        method.title
        for method in METHODS
        if method is not best and _fit(rows, method)[0] == _fit(rows, best)[0] > 0
    ]
    if not others:
        return []
    return [f"The columns also fit {' and '.join(others)}; {best.title} was taken (--framework)."]
