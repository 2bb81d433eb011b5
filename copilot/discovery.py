"""Find the modules of a package and read their summaries without importing them.

A help page lists every skill and command; importing them all would cost more than the page.
"""

import ast
from pathlib import Path


def module_names(folder: Path) -> list[str]:
    """Return the names of the public modules in a folder, sorted."""
    return sorted(path.stem for path in folder.glob("[!_]*.py"))


def module_summaries(package: str) -> dict[str, str]:
    """Return for each module of a folder the first docstring line of its namesake function.

    Args:
        package: Path of the package's `__init__.py`.
    """
    folder = Path(package).parent
    return {name: _summary(folder / f"{name}.py") for name in module_names(folder)}


def _summary(path: Path) -> str:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (
        node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    named = next((node for node in functions if node.name == path.stem), None)
    return ((ast.get_docstring(named) if named else "") or "").split("\n")[0]
