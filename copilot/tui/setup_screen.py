"""Choosing a model: on the first run, and whenever the user wants another."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, ProgressBar, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, get_current_worker

from copilot.analysis.untrusted import clean, one_line
from copilot.errors import CopilotError, SetupError
from copilot.tui.wording import PRINTABLE, size

if TYPE_CHECKING:
    from copilot.services import Services

Kind = Literal["key", "ollama", "embedded", "later", "never"]
_INTRODUCTION = (
    "PM copilot searches its notes and your documents without a model. "
    "It needs one to write and to chat."
)
_KEYS = "enter  choose    esc  decide later"
_KEY_KEYS = "enter  keep the key    esc  back"
_PULL_KEYS = "esc  stop; the next try goes on from here"


class Choice(NamedTuple):
    """One way to a model."""

    kind: Kind
    label: str
    remark: str
    name: str = ""


class SetupScreen(ModalScreen[bool]):
    """Ways to a model; returns whether the choice changed.

    Args:
        services: Where keys, models and settings are kept.
    """

    CSS_PATH = "setup_screen.tcss"
    HELP = "Choose who writes. You can change it later with /model."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="setup.back", tooltip="Back, or stop")
    ]

    def __init__(self, services: "Services") -> None:
        super().__init__()
        self._services = services
        self.choices: list[Choice] = []
        self._pull: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """Yield the ways, a field for a key and a bar for a download."""
        with Vertical(classes="sheet"):
            yield Static("Choose a model", classes="title")
            yield Static(_INTRODUCTION, classes="introduction")
            yield OptionList(compact=True)
            yield Input(
                placeholder="Paste the key", password=True, compact=True, restrict=PRINTABLE
            )
            yield Static(classes="what", markup=False)
            yield ProgressBar(show_eta=True)
            yield Static(classes="error", markup=False)
            yield Static(_KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Look for the ways there are."""
        self._stage("choose", _KEYS)
        self._look_around()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        choice = self.choices[event.option_index]
        self._say("")
        match choice.kind:
            case "key":
                self._stage("key", _KEY_KEYS)
            case "embedded":
                self._stage("pull", _PULL_KEYS)
                self._pull = self._fetch(choice)
            case "ollama":
                self._keep(lambda: self._use(f"ollama:{choice.name}"))
            case "never":
                self._keep(lambda: self._use("none"))
            case "later":
                self.dismiss(False)

    @on(Input.Submitted)
    def _take_key(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._keep(lambda: self._use_key(event.value.strip()))

    def action_back(self) -> None:
        """Stop the download, go back to the list, or leave."""
        if self._pull is not None and self._pull.is_running:
            self._pull.cancel()
            self._pull = None
        elif not self.has_class("-key"):
            self.dismiss(False)
            return
        self._stage("choose", _KEYS)

    def _stage(self, name: str, keys: str) -> None:
        for stage in ("choose", "key", "pull"):
            self.set_class(stage == name, f"-{stage}")
        self.query_one(".keys", Static).update(Content(keys))
        self.query_one(Input if name == "key" else OptionList).focus()

    def _say(self, text: str) -> None:
        self.set_class(bool(text), "-complaining")
        self.query_one(".error", Static).update(Content(clean(text)))

    @work(thread=True, group="look")
    def _look_around(self) -> None:
        key, *without = _FIXED
        try:
            found = [*_installed(self._services), key, *_offered(self._services)]
        except CopilotError as error:
            found = [key]
            self.app.call_from_thread(self._say, f"{error.message} {error.hint}")
        self.app.call_from_thread(self._show, [*found, *without])

    def _show(self, choices: list[Choice]) -> None:
        self.choices = choices
        entries = self.query_one(OptionList)
        width = max(len(choice.label) for choice in choices) + 3
        entries.set_options(Option(_entry(choice, width)) for choice in choices)
        entries.highlighted = 0

    @work(group="keep")
    async def _keep(self, action: Callable[[], None]) -> None:
        try:
            await asyncio.to_thread(action)
        except CopilotError as error:
            self._say(f"{error.message} {error.hint}")
        else:
            self.dismiss(True)

    @work(thread=True, group="pull")
    def _fetch(self, choice: Choice) -> None:
        worker = get_current_worker()
        bar = self.query_one(ProgressBar)
        what = self.query_one(".what", Static)
        self.app.call_from_thread(
            what.update, Content(one_line(f"{choice.label}  {choice.remark}"))
        )

        def progress(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise _Stopped(f"{choice.name}: stopped.")
            self.app.call_from_thread(bar.update, total=total, progress=done)

        try:
            self._services.pull_model(choice.name, progress)
            self._use(f"embedded:{choice.name}")
        except _Stopped:
            return
        except CopilotError as error:
            self.app.call_from_thread(self._stage, "choose", _KEYS)
            self.app.call_from_thread(self._say, f"{error.message} {error.hint}")
        else:
            self.app.call_from_thread(self.dismiss, True)

    def _use(self, model: str) -> None:
        self._services.save_setting("model", model)
        self._services.forget_model()

    def _use_key(self, key: str) -> None:
        self._services.store_key(key)
        if self._services.settings.model:
            # A model that is named goes before a key, so none is named any more.
            self._services.save_setting("model", "")
        self._services.forget_model()
        if self._services.model_choice is None:
            raise SetupError(
                "The key is stored, but a setting says to use no model.",
                hint="See where it comes from: pm-copilot where --settings",
            )


class _Stopped(SetupError):
    """The user stopped the download."""


_FIXED = (
    Choice("key", "Paste an OpenAI key", "kept in this machine's keyring"),
    Choice("later", "Go on without", "ask again next time"),
    Choice("never", "Go on without", "and do not ask again"),
)


def _installed(services: "Services") -> list[Choice]:
    return [
        Choice("ollama", f"Use {name}", "runs in Ollama, here", name)
        for name in services.ollama_models()
    ]


def _offered(services: "Services") -> list[Choice]:
    return [
        Choice(
            "embedded",
            f"Download {entry.title}",
            f"{size(entry.bytes)}, {entry.licence}, runs inside PM copilot",
            entry.name,
        )
        for entry in services.catalogue()
    ]


def _entry(choice: Choice, width: int) -> Content:
    label = one_line(choice.label).ljust(width)
    return Content.assemble(label, Content(one_line(choice.remark)).stylize("$quiet"))
