"""Open stores and models on first use: the only module that names concrete classes.

Every property is lazy, and heavy libraries are imported inside, so that a face that needs
none of them loads none.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copilot.domain.artifact import Provenance, Usage
from copilot.errors import CopilotError, SetupError
from copilot.settings import ConfigFiles, Places, Resolved, Settings, content_root
from copilot.stores.workspace import Workspace, find_workspace, workspace_in

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from pydantic import SecretStr

    from copilot.analysis.drafting.ai_aspects import AiAspects
    from copilot.analysis.drafting.checking import StoryCheck
    from copilot.analysis.privacy.masking import Masker
    from copilot.analysis.requirements.reading import SourceReader
    from copilot.analysis.review.reviewer import Reviewer
    from copilot.domain.recording import RecordedModel
    from copilot.domain.requirement import Statement
    from copilot.llm.catalogue import CatalogueEntry
    from copilot.llm.choice import ModelChoice
    from copilot.llm.embedded import EmbeddedServers
    from copilot.llm.replay import Replay
    from copilot.llm.vector_pack import PackedEmbedder
    from copilot.llm.word_vectors import WordVectors
    from copilot.stores.artifacts import Artifacts
    from copilot.stores.decisions.decisions import Decisions
    from copilot.stores.knowledge import Knowledge
    from copilot.stores.prompts import Prompts
    from copilot.stores.search import Search
    from copilot.stores.sessions import Sessions
    from copilot.stores.surveys.surveys import Surveys


SMALL_MODEL_PASSAGES = 4
RECORDED = "recorded:"
"""A model setting that begins so names a file or folder of recordings."""
MODEL_SETTINGS = frozenset({"model", "base_url", "tools", "ollama_url", "context_tokens"})


class Services:
    """Everything a skill or a face may ask for.

    Args:
        flags: Settings given on the command line; None means not given.
        workspace: The workspace's folder where one is named; else it is found like git's.
        places: The user's folders.
        chat_model: A model to use instead of the chosen one, for tests and recordings.
        clock: Tells the time; UTC.
    """

    def __init__(
        self,
        flags: Mapping[str, Any] | None = None,
        workspace: Path | None = None,
        *,
        places: Places | None = None,
        chat_model: "BaseChatModel | None" = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.places = places or Places.of_user()
        self.clock = clock
        self._flags = dict(flags or {})
        self._named_workspace = workspace
        self._given_model = chat_model

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace in use."""
        if self._named_workspace:
            return workspace_in(self._named_workspace)
        return find_workspace(Path.cwd(), self.places.default_workspace)

    @property
    def today(self) -> str:
        """The date that prompts are told, YYYY-MM-DD."""
        recorded = self._replay.day if self._replay else None
        return (recorded or self.clock().date()).isoformat()

    @property
    def workspace_note(self) -> str:
        """What a person should know about the workspace; empty where there is nothing to say."""
        if self.workspace.is_being_written():
            return "Another process writes to this workspace; searching still works."
        return ""

    @cached_property
    def resolved(self) -> Resolved:
        """Settings with the source of each."""
        return Settings.load(
            self._flags, ConfigFiles(self.places.config_file, self.workspace.config_file)
        )

    @property
    def settings(self) -> Settings:
        """Settings in force."""
        return self.resolved.settings

    def save_setting(self, name: str, value: str) -> None:
        """Keep a setting in the user's config file, which is created where it is missing."""
        from copilot.stores.config_file import set_value

        set_value(self.places.config_file, name, value)
        self.__dict__.pop("resolved", None)
        if name in MODEL_SETTINGS:
            self.forget_model()

    @cached_property
    def prompts(self) -> "Prompts":
        """The shipped prompts."""
        from copilot.stores.prompts import Prompts

        return Prompts(content_root() / "prompts")

    @cached_property
    def knowledge(self) -> "Knowledge":
        """The shipped notes and the user's documents."""
        from copilot.stores.decided import Decided
        from copilot.stores.documents import Documents
        from copilot.stores.knowledge import Knowledge
        from copilot.stores.notes import Notes

        notes = Notes(content_root() / "knowledge")
        documents = Documents(self.workspace.documents, frozenset(notes.paths))
        return Knowledge(notes, documents, Decided(self.workspace.decisions))

    @cached_property
    def embedder(self) -> "PackedEmbedder | None":
        """What turns text into vectors; None where search is by words only."""
        if self.settings.embedder == "none":
            return None
        from copilot.llm.embedder import MiniLM
        from copilot.llm.vector_pack import PackedEmbedder, shipped_pack

        return PackedEmbedder(MiniLM(), [shipped_pack()])

    @cached_property
    def search(self) -> "Search":
        """The search over the knowledge."""
        from copilot.stores.search import Search

        vectors = self.places.data / "vectors.sqlite"
        server = self.settings.index_url
        return Search(self.knowledge, self.workspace, self.embedder, vectors, server)

    @cached_property
    def reviewer(self) -> "Reviewer":
        """What computes ethics reviews."""
        from copilot.analysis.review.reviewer import Reviewer
        from copilot.stores.notes import Notes
        from copilot.stores.review_books import read_review_books

        embed = self.embedder.embed if self.embedder else None
        return Reviewer(read_review_books(Notes(content_root() / "knowledge")), embed)

    @cached_property
    def source_reader(self) -> "SourceReader":
        """What reads statements and requirements off a source."""
        from copilot.stores.draft_books import read_source_reader

        return read_source_reader()

    @cached_property
    def ai_aspects(self) -> "AiAspects":
        """What a feature needs beside its function where a model decides."""
        from copilot.stores.draft_books import read_ai_aspects

        return read_ai_aspects()

    def story_check(
        self, source: "Sequence[Statement]" = (), passages: Sequence[str] = ()
    ) -> "StoryCheck":
        """Return what drafted stories are held to, with what the team has decided on findings.

        Args:
            source: What a person has said.
            passages: Texts that the draft may rest on beside.
        """
        from copilot.analysis.drafting.checking import StoryCheck
        from copilot.stores.lint_choices import ChoicesFile
        from copilot.stores.story_words import read_linter

        return StoryCheck(read_linter(), source, passages, ChoicesFile(self.workspace).read())

    @cached_property
    def artifacts(self) -> "Artifacts":
        """Reviews and drafts that the workspace keeps."""
        from copilot.stores.artifacts import Artifacts

        return Artifacts(self.workspace.artifacts)

    @cached_property
    def surveys(self) -> "Surveys":
        """Survey exports, and what is kept while they are read."""
        from copilot.stores.surveys.surveys import Surveys

        return Surveys(self.workspace)

    def masker(self, names: Collection[str]) -> "Masker":
        """Return what masks the personal data of one survey.

        Args:
            names: Those that the survey's own columns give away, or that a person has listed.
        """
        from copilot.analysis.privacy.masking import Masker
        from copilot.stores.privacy_books import read_known

        return Masker(names, read_known())

    @cached_property
    def word_vectors(self) -> "WordVectors":
        """What turns very many texts into vectors fast."""
        from copilot.llm.word_vectors import WordVectors

        return WordVectors()

    @cached_property
    def decisions(self) -> "Decisions":
        """The decision log."""
        from copilot.stores.decisions.decisions import Decisions, Who

        said = self.settings
        who = Who(said.author, said.signing_key, said.allowed_signers)
        return Decisions(self.workspace.decisions, self.places.witnesses, self.clock, who)

    @cached_property
    def sessions(self) -> "Sessions":
        """Past conversations."""
        from copilot.stores.sessions import Sessions

        return Sessions(self.workspace.sessions_file)

    @cached_property
    def model_choice(self) -> "ModelChoice | None":
        """The model in use and why; None where there is none."""
        from copilot.llm.choice import ModelChoice, Surroundings, choose

        if self._replay is not None:
            provider, _, name = self._replay.model.label.partition(":")
            why = "its replies are replayed from recordings"
            return ModelChoice(provider=provider, name=name, why=why, replayed=True)
        if self._given_model is not None:
            provider, _, name = str(getattr(self._given_model, "label", "given:model")).partition(
                ":"
            )
            return ModelChoice(provider=provider, name=name, why="it was given")
        return choose(self.settings, Surroundings(key=self._key, embedded=self._pulled))

    @cached_property
    def chat_model(self) -> "BaseChatModel | None":
        """The chat model in use, started where it is embedded; None where there is none."""
        if self._replay is not None:
            return self._replay.model
        if self._given_model is not None or self.model_choice is None:
            return self._given_model
        from copilot.llm.provider import build_model

        choice = self.model_choice
        if choice.provider == "embedded":
            weights = self._pulled_weights(choice.name)
            server = self._servers.start(weights, self.settings.context_tokens)
            choice = choice.model_copy(update={"base_url": server.base_url, "key": server.key})
        return build_model(choice, self.settings.request_timeout)

    @property
    def has_small_model(self) -> bool:
        """Whether the model in use is dependable only when held to a schema."""
        if self.settings.tools != "auto":
            return self.settings.tools == "guided"
        choice = self.model_choice
        if choice is None or choice.provider != "embedded":
            return False
        from copilot.llm.catalogue import find_entry

        return find_entry(choice.name).tool_calls == "constrained"

    @property
    def passage_budget(self) -> int:
        """How many passages to give the model; small ones read slowly and lose the thread."""
        most = SMALL_MODEL_PASSAGES if self.has_small_model else self.settings.passages
        return min(most, self.settings.passages)

    def provenance(self, prompt: str | None = None, usage: Usage | None = None) -> Provenance:
        """Return how an artifact comes about now; with a prompt, by the model in use."""
        choice = self.model_choice if prompt else None
        return Provenance(
            mode="model" if prompt else "computed",
            model=_label(choice) if choice else None,
            prompt=prompt,
            knowledge_version=self.knowledge.version,
            created=self.clock(),
            usage=usage or Usage(),
            decision_log=self.checkpoint,
        )

    @property
    def checkpoint(self) -> str | None:
        """Where the decision log stands, which later proves that it went on from there."""
        try:
            head = self.decisions.log.head() if self.knowledge.decided.exists else None
        except CopilotError:  # a damaged log is told by those who read it
            return None
        return head.checkpoint if head else None

    @property
    def recorded_model(self) -> "RecordedModel | None":
        """What a recording says of the model in use; None where there is none."""
        from copilot.domain.recording import RecordedModel

        choice, model = self.model_choice, self.chat_model
        if choice is None or model is None:
            return None
        return RecordedModel(
            label=choice.label,
            endpoint=choice.endpoint,
            weights_sha256=self._weights_hash(choice),
            structured=getattr(model, "structured", "json_schema"),
            bounded=getattr(model, "bounded", True),
        )

    def forget_model(self) -> None:
        """Choose the model anew at the next use, after a setting or a key has changed."""
        self.close()
        for name in ("resolved", "model_choice", "chat_model", "_replay"):
            self.__dict__.pop(name, None)

    def close(self) -> None:
        """Stop the embedded model's server, if one was started."""
        servers = self.__dict__.pop("_servers", None)
        if servers is not None:
            servers.close()

    def ollama_models(self) -> list[str]:
        """Return the models an Ollama server offers here; may take half a second."""
        from copilot.llm.choice import ollama_models

        return ollama_models(self.settings.ollama_url)

    def store_key(self, key: str) -> None:
        """Keep an OpenAI key in the keyring."""
        from copilot.llm.keys import store_key

        store_key(key)
        self.forget_model()

    def catalogue(self) -> "tuple[CatalogueEntry, ...]":
        """Return the embedded models that can be pulled."""
        from copilot.llm.catalogue import load_catalogue

        return load_catalogue()

    def pull_model(self, name: str, progress: Callable[[int, int], None]) -> Path:
        """Download and check an embedded model, and return its file."""
        from copilot.llm.catalogue import find_entry
        from copilot.llm.downloads import pull

        path = pull(
            find_entry(name), self.places.models, hub_url=self.settings.hub_url, progress=progress
        )
        self.forget_model()
        return path

    @cached_property
    def _replay(self) -> "Replay | None":
        """Recorded replies instead of a model, where the setting asks for them."""
        place = (self.settings.model or "").removeprefix(RECORDED)
        if self._given_model is not None or place == (self.settings.model or ""):
            return None
        if not place:
            raise SetupError(
                "The model setting names no recordings.", hint="--model recorded:FOLDER_OR_FILE"
            )
        from copilot.llm.replay import replay_of
        from copilot.stores.recordings import read_recordings

        return replay_of(read_recordings(Path(place).expanduser()))

    @cached_property
    def _servers(self) -> "EmbeddedServers":
        from copilot.llm.embedded import EmbeddedServers

        return EmbeddedServers()

    def _weights_hash(self, choice: "ModelChoice") -> str | None:
        if choice.provider != "embedded":
            return None
        from copilot.llm.catalogue import find_entry

        return find_entry(choice.name).sha256

    def _key(self) -> "SecretStr | None":
        if self.settings.openai_api_key:
            return self.settings.openai_api_key
        from copilot.llm.keys import stored_key

        return stored_key()

    def _pulled(self) -> list[str]:
        from copilot.llm.catalogue import load_catalogue
        from copilot.llm.downloads import is_pulled

        entries = sorted(load_catalogue(), key=lambda entry: not entry.default)
        return [entry.name for entry in entries if is_pulled(entry, self.places.models)]

    def _pulled_weights(self, name: str) -> Path:
        from copilot.llm.catalogue import find_entry
        from copilot.llm.downloads import is_pulled, weights_path

        entry = find_entry(name)
        if not is_pulled(entry, self.places.models):
            raise SetupError(
                f"The weights of {name} are not on this machine, or not whole.",
                hint=f"pm-copilot models pull {name}",
            )
        return weights_path(entry, self.places.models)


def _label(choice: "ModelChoice") -> str:
    """Return the model's name as artifacts carry it, saying so where it did not run now."""
    return f"{choice.label} (replayed)" if choice.replayed else choice.label
