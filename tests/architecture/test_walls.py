"""Walls that are read off the source: rooms of libraries, broad handlers, the environment."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "copilot"
TREES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8"))
    for path in sorted(PACKAGE.glob("**/*.py"))
}


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield every imported module, those inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_within(name: str, package: str) -> bool:
    """Tell whether a module is the package or lies in it."""
    return name == package or name.startswith(package + ".")


def files_with(kind: type[ast.AST], *sources: str) -> set[str]:
    """Return the files that have a node of the kind, written as one of the sources."""
    return {
        file
        for file, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, kind) and ast.unparse(node) in sources
    }


@pytest.mark.parametrize(
    ("library", "room"),
    [
        ("openai", "llm/provider.py"),
        ("langchain_openai", "llm/provider.py"),
        ("langchain.agents", "agent/"),
        ("langgraph", "agent/"),
        ("chromadb", "stores/index.py"),
        ("keyring", "llm/keys.py"),
        ("xllamacpp", "llm/embedded_process.py"),
        ("textual", "tui/"),
    ],
)
def test_a_heavy_library_is_imported_in_its_room_only(library: str, room: str) -> None:
    entered = {
        file
        for file, tree in TREES.items()
        if any(is_within(name, library) for name in imports(tree))
    }
    assert {file for file in entered if not file.startswith(room)} == set()


def test_broad_handlers_stand_at_the_two_last_walls_only() -> None:
    broad = {
        file
        for file, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or {"Exception", "BaseException"} & _names(node.type))
    }
    assert broad == {"cli/main.py", "tui/conversation.py"}


def test_only_the_settings_read_the_environment() -> None:
    readers = files_with(ast.Attribute, "os.environ", "os.environb", "os.getenv")
    named = {file for file, tree in TREES.items() if {"os.environ", "os.getenv"} & {*imports(tree)}}
    assert readers | named == {"settings.py"}


def test_nothing_prints_past_the_command_line() -> None:
    assert files_with(ast.Name, "print") == set()
    writers = files_with(ast.Attribute, "sys.stdout", "click.echo")
    assert {file for file in writers if not file.startswith("cli/")} == set()


def test_packages_import_nothing_on_their_own() -> None:
    allowed = {"skills/__init__.py"}  # finds the skills, and imports none
    eager = {
        file
        for file, tree in TREES.items()
        if file.endswith("__init__.py")
        and any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(tree))
    }
    assert eager <= allowed


def _names(node: ast.expr) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
