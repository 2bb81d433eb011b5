"""Print what the code looks like in numbers, beside three admired projects.

A mirror, not a gate: a number that drifts asks a question, and a good answer is enough.
"""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
Function = ast.FunctionDef | ast.AsyncFunctionDef
LONG = 50
"""Lines above which a body counts as long."""
ANCHORS = {
    "httpx": (
        *("", "248 / 641 / 2019", "6 / 31 / 133", "2.5 %", "100 %", "48 %"),
        *("0", "1", "18 % (0)", "0.01"),
    ),
    "harlequin": (
        *("", "140 / 532 / 1442", "7 / 29 / 494", "2.2 %", "99 %", "26 %"),
        *("0", "56", "11 % (0)", "0.06"),
    ),
    "frogmouth": (
        *("32", "65 / 196 / 554", "3 / 13 / 47", "0 %", "100 %", "100 %"),
        *("0", "0", "0 % (0)", "no tests"),
    ),
}
"""Measured in 2026 with the same definitions, in the order of the rows."""


class Module(NamedTuple):
    """One source file."""

    name: str
    lines: int
    tree: ast.Module


def main() -> None:
    """Print the table."""
    rows = list(_rows(_modules("copilot"), _modules("tests")))
    names = ("", "PM copilot", *ANCHORS)
    table = [names, *((title, ours, *theirs) for (title, ours), theirs in _beside(rows))]
    widths = [max(len(row[column]) for row in table) for column in range(len(names))]
    for row in table:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )


def _beside(rows: list[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    return zip(rows, zip(*ANCHORS.values(), strict=True), strict=True)


def _rows(package: list[Module], tests: list[Module]) -> Iterator[tuple[str, str]]:
    functions = [one for module in package for one in _functions(module.tree)]
    bodies = [_body_lines(one) for one in functions]
    yield "files", str(len(package))
    yield "lines a file: median / p90 / max", _spread([module.lines for module in package])
    yield "lines a body: median / p90 / max", _spread(bodies)
    yield f"bodies over {LONG} lines", _share([lines > LONG for lines in bodies])
    yield "functions fully typed", _share([_is_typed(one) for one in functions])
    yield "public things documented", _share(list(_documented(package)))
    yield "import cycles (modules in them)", str(_in_cycles(package))
    yield "own imports inside functions", str(_hidden_imports(package))
    yield "`except Exception` share (that pass)", _broad(package)
    yield "patches a test", _patches(tests)


def _modules(folder: str) -> list[Module]:
    return [
        Module(_module_name(path), len(text.splitlines()), ast.parse(text))
        for path in sorted((ROOT / folder).glob("**/*.py"))
        for text in [path.read_text("utf-8")]
    ]


def _module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _body_lines(function: Function) -> int:
    """Return the lines of a function, its head counted and its docstring not."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def _spread(values: list[int]) -> str:
    return f"{median(values):.0f} / {quantiles(values, n=10)[-1]:.0f} / {max(values)}"


def _share(flags: list[bool]) -> str:
    return f"{100 * sum(flags) / max(len(flags), 1):.3g} %"


def _is_typed(function: Function) -> bool:
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    needed = [one for one in named if one and one.arg not in ("self", "cls")]
    return function.returns is not None and all(one.annotation for one in needed)


def _documented(modules: list[Module]) -> Iterator[bool]:
    """Yield for every public function and class, those nested in functions left out, a flag."""
    for module in modules:
        yield from _documented_in(module.tree)


def _documented_in(node: ast.Module | ast.ClassDef) -> Iterator[bool]:
    for child in node.body:
        if isinstance(child, Function | ast.ClassDef) and not child.name.startswith("_"):
            yield ast.get_docstring(child) is not None
            if isinstance(child, ast.ClassDef):
                yield from _documented_in(child)


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _at_import(node: ast.AST) -> Iterator[str]:
    """Yield what is imported when the module is, without TYPE_CHECKING blocks."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        if not isinstance(child, Function | ast.Lambda):
            yield from _imported(child)
            yield from _at_import(child)


def _in_cycles(modules: list[Module]) -> int:
    """Return how many modules have to be taken out before no cycle is left."""
    known = {module.name for module in modules}
    graph = {module.name: {*_at_import(module.tree)} & known - {module.name} for module in modules}
    removed = 0
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            graph.pop(error.args[1][0], None)
            removed += 1
        else:
            return removed


def _hidden_imports(modules: list[Module]) -> int:
    """Return how many imports of the package's own modules stand inside functions."""
    inside = {
        node
        for module in modules
        for function in _functions(module.tree)
        for node in ast.walk(function)
        if any(name.split(".")[0] == "copilot" for name in _imported(node))
    }
    return len(inside)


def _broad(modules: list[Module]) -> str:
    nodes = (node for module in modules for node in ast.walk(module.tree))
    handlers = [node for node in nodes if isinstance(node, ast.ExceptHandler)]
    broad = [one for one in handlers if one.type is None or _names(one.type) & {"Exception"}]
    silent = [one for one in broad if all(isinstance(line, ast.Pass) for line in one.body)]
    return f"{100 * len(broad) / max(len(handlers), 1):.3g} % ({len(silent)})"


def _names(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _patches(tests: list[Module]) -> str:
    count = sum(one.name.startswith("test_") for test in tests for one in _functions(test.tree))
    calls = (
        ast.unparse(node.func)
        for test in tests
        for node in ast.walk(test.tree)
        if isinstance(node, ast.Call)
    )
    patches = sum(call.split(".")[-1] == "patch" or call == "monkeypatch.setattr" for call in calls)
    return f"{patches / max(count, 1):.2f} ({patches} in {count})"


if __name__ == "__main__":
    main()
