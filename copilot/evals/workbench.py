"""Services for cases: on the suite's day, with default settings, apart from the user's files."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING

from copilot.domain.prompt import Prompt
from copilot.evals.case import EvalCase
from copilot.evals.suite import Suite
from copilot.llm.embedder import MiniLM
from copilot.llm.vector_pack import PackedEmbedder, VectorPack, Vectors, shipped_pack
from copilot.services import Services
from copilot.settings import Places, Resolved, Settings, content_root
from copilot.stores.decided import Decided
from copilot.stores.documents import DEFAULT_COLLECTION, Documents
from copilot.stores.knowledge import Knowledge
from copilot.stores.notes import Notes
from copilot.stores.prompts import Prompts
from copilot.stores.search import Search

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from copilot.analysis.review.reviewer import Reviewer


class WatchedPrompts(Prompts):
    """The shipped prompts; remembers which were used."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.used: dict[str, Prompt] = {}

    def get(self, name: str) -> Prompt:
        """Return a prompt, checked, and remember it."""
        self.used[name] = super().get(name)
        return self.used[name]


class CaseServices(Services):
    """What one case runs on.

    Args:
        folder: A folder of its own.
        day: The day it is.
        embedder: Shared by all cases of a suite.
        chat_model: Replays, records, or is None.
        documents: Texts by file name, to be searched instead of the shipped notes.
        shipped: Services over the shipped notes, whose knowledge and index are shared.
    """

    def __init__(
        self,
        folder: Path,
        day: date,
        embedder: PackedEmbedder,
        *,
        chat_model: "BaseChatModel | None" = None,
        documents: dict[str, str] | None = None,
        shipped: "CaseServices | None" = None,
    ) -> None:
        now = datetime.combine(day, time(12), UTC)
        places = Places(folder / "config", folder / "data", folder / "state")
        super().__init__(
            {}, folder / "workspace", places=places, chat_model=chat_model, clock=lambda: now
        )
        self._folder = folder
        self._embedder = embedder
        self._documents = documents or {}
        self._shipped = shipped

    @cached_property
    def resolved(self) -> Resolved:
        """Defaults only: neither environment nor config files change what is measured."""
        return Resolved(Settings.model_validate({}), {})

    @property
    def embedder(self) -> PackedEmbedder:
        """The suite's embedder."""
        return self._embedder

    @property
    def chat_model(self) -> "BaseChatModel | None":
        """Who plays the model, and nobody else: no key and no model of the user counts here."""
        return self._given_model

    @cached_property
    def prompts(self) -> WatchedPrompts:
        """The shipped prompts, watched."""
        return WatchedPrompts(content_root() / "prompts")

    @cached_property
    def search(self) -> Search:
        """The search over the case's documents, or the shared one."""
        return self._shipped.search if self._shipped else super().search

    @cached_property
    def reviewer(self) -> "Reviewer":
        """What computes ethics reviews; reading its books and their vectors takes a second."""
        return self._shipped.reviewer if self._shipped else super().reviewer

    @cached_property
    def knowledge(self) -> Knowledge:
        """The case's documents where it brings any, else the shipped notes."""
        if self._shipped is not None:
            return self._shipped.knowledge
        if not self._documents:
            return super().knowledge
        knowledge = Knowledge(
            Notes(self._folder / "no-notes"),
            Documents(self.workspace.documents, frozenset()),
            Decided(self.workspace.decisions),
        )
        written = self._folder / "documents"
        written.mkdir(parents=True)
        for name, text in self._documents.items():
            (written / Path(name).name).write_text(text, "utf-8")
        knowledge.documents.add([written], DEFAULT_COLLECTION, self.clock())
        return knowledge


class NotingEmbedder(PackedEmbedder):
    """Packs first, then the real embedder; notes what the shipped pack does not have.

    Args:
        shipped: Vectors of the shipped notes.
        suite: Vectors of the suite's own texts.
    """

    def __init__(self, shipped: VectorPack, suite: VectorPack) -> None:
        super().__init__(MiniLM(), [shipped, suite])
        self.own: dict[str, Vectors] = {}
        """Vector of every text asked for that no shipped note has."""
        self._shipped = shipped

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, in order."""
        vectors = super().embed(texts)
        for text, vector in zip(texts, vectors, strict=True):
            if self._shipped.find(text, self.name) is None:
                self.own[text] = vector
        return vectors


class Workbench:
    """Gives each case of a suite its services; the index of the shipped notes is built once.

    Args:
        folder: For everything cases write.
        suite: The suite.
    """

    def __init__(self, folder: Path, suite: Suite) -> None:
        self.embedder = NotingEmbedder(shipped_pack(), VectorPack(suite.vectors_file))
        self._folder = folder
        self._suite = suite

    def services(self, case: EvalCase, chat_model: "BaseChatModel | None") -> CaseServices:
        """Return services for one run of one case."""
        shipped = None if case.documents else self._shipped
        folder = Path(mkdtemp(dir=self._folder))
        services = CaseServices(
            folder,
            self._suite.about.day,
            self.embedder,
            chat_model=chat_model,
            documents=case.documents,
            shipped=shipped,
        )
        if self._suite.artifacts.is_dir():
            copytree(self._suite.artifacts, services.artifacts.folder)
        return services

    @cached_property
    def _shipped(self) -> CaseServices:
        return CaseServices(self._folder / "shipped", self._suite.about.day, self.embedder)


@contextmanager
def opened(suite: Suite) -> Iterator[Workbench]:
    """Open a workbench whose files are gone afterwards."""
    with TemporaryDirectory(prefix="pm-copilot-evals-") as folder:
        yield Workbench(Path(folder), suite)
