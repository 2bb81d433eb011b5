"""Places in a repository by which git could be led to show something else than was recorded."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from dulwich.commit_graph import read_commit_graph

from copilot.stores.decisions.branch import packed_references
from copilot.stores.decisions.objects import Kept

_PLACES = {
    "refs/replace": "makes git show other objects than those recorded",
    "info/grafts": "makes git show another history",
    "shallow": "hides the older history",
    "objects/info/alternates": "takes objects from another place",
    "objects/info/http-alternates": "takes objects from another place",
    "commondir": "takes everything from another place",
}
_GRAPH = "objects/info/commit-graph"


def misleading(folder: Path, commits: Mapping[str, Kept]) -> Iterator[str]:
    """Yield what is wrong beside the objects, a sentence each.

    Args:
        folder: The repository.
        commits: Its whole history.
    """
    for place, why in _PLACES.items():
        path = folder / place
        if path.is_file() or (path.is_dir() and any(path.iterdir())):
            yield f"{place} {why}."
    if any(name.startswith("refs/replace/") for name in packed_references(folder / "packed-refs")):
        yield f"packed-refs {_PLACES['refs/replace']}."
    yield from _head(folder)
    yield from _graph(folder, commits)


def _head(folder: Path) -> Iterator[str]:
    path = folder / "HEAD"
    if not path.is_file():
        if folder.exists():
            yield "HEAD is missing, so git does not take it for a repository."
    elif path.read_text(errors="replace").strip() != "ref: refs/heads/main":
        yield "HEAD points to another line than the log."


def _graph(folder: Path, commits: Mapping[str, Kept]) -> Iterator[str]:
    """Hold git's list of commits and their parents, which it believes, against the commits."""
    if not (folder / _GRAPH).is_file():
        return
    try:
        graph = read_commit_graph(str(folder / _GRAPH))
        listed = {entry.commit_id.decode(): entry for entry in graph.entries} if graph else {}
    except (ValueError, OSError, IndexError, KeyError) as error:
        yield f"{_GRAPH} does not read: {error}."
        return
    for sha, kept in commits.items():
        said = listed.get(sha)
        if said and (
            tuple(parent.decode() for parent in said.parents) != kept.parents
            or said.tree_id.decode() != kept.tree
        ):
            yield f"{_GRAPH} makes git show another history: it lies about commit {sha[:12]}."
            return
