"""Fetch weights from a model hub over HTTP, going on where an earlier try stopped."""

from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from copilot.errors import ModelUnreachable, SetupError
from copilot.llm.catalogue import HubFile
from copilot.llm.part_file import Progress, continued, size_of

if TYPE_CHECKING:
    import httpx

CONNECT_SECONDS = 5.0
SILENCE_SECONDS = 60.0
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class HubDownload(NamedTuple):
    """One file of a hub on its way to a part file.

    Args:
        source: The file.
        hub_url: Address of the hub.
        part: Where the bytes go; an existing one is continued.
        limit: Most bytes to accept, None where the size is not known.
    """

    source: HubFile
    hub_url: str
    part: Path
    limit: int | None

    def run(self, progress: Progress) -> None:
        """Fetch until the file is whole; a cut connection is taken up while bytes arrive.

        Raises:
            ModelUnreachable: The hub does not answer, has no such file, or cut every try.
            SetupError: The address is neither https nor on this machine.
            DiskFull: No space is left.
        """
        import httpx

        _refuse_plain_http(self.hub_url)
        timeout = httpx.Timeout(SILENCE_SECONDS, connect=CONNECT_SECONDS)
        with httpx.Client(
            timeout=timeout, follow_redirects=True, event_hooks={"request": [_check_hop]}
        ) as client:
            while not self._went_through(client, progress):
                pass

    @property
    def url(self) -> str:
        """The address of the file."""
        return f"{self.hub_url.rstrip('/')}/{self.source.repo}/resolve/main/{self.source.file}"

    @property
    def _tag(self) -> Path:
        return self.part.with_name(self.part.name + ".etag")

    def _went_through(self, client: "httpx.Client", progress: Progress) -> bool:
        """Return whether the file is whole now; False: cut, but nearer than before."""
        import httpx

        before = size_of(self.part)
        try:
            with client.stream("GET", self.url, headers=self._headers(before)) as response:
                if response.status_code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and before:
                    return self._is_whole()
                self._receive(response, before, progress)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            if size_of(self.part) > before:
                return False
            raise ModelUnreachable(
                f"{self.url} does not answer: {error or type(error).__name__}.",
                hint="Check the network or the setting hub_url; what arrived is kept.",
            ) from error
        return True

    def _headers(self, start: int) -> dict[str, str]:
        """Ask for the rest only where the end can be checked, or the file is surely the same."""
        tag = self._tag.read_text("utf-8") if self._tag.exists() else ""
        headers = {"Accept-Encoding": "identity"}
        if start and (tag or self.limit):
            headers["Range"] = f"bytes={start}-"
        if start and tag:
            headers["If-Range"] = tag
        return headers

    def _receive(self, response: "httpx.Response", before: int, progress: Progress) -> None:
        if not response.is_success:
            raise ModelUnreachable(
                f"{self.url} answers {response.status_code} {response.reason_phrase}.",
                hint="Check the setting hub_url.",
            )
        start = before if response.status_code == HTTPStatus.PARTIAL_CONTENT else 0
        total = start + int(response.headers.get("Content-Length", 0))
        self._refuse_oversize(total)
        with continued(self.part, start) as file:
            self._tag.write_text(response.headers.get("ETag", ""), "utf-8")
            progress(start, total)
            for block in response.iter_raw():
                file.write(block)
                progress(file.tell(), total)
                self._refuse_oversize(file.tell())

    def _is_whole(self) -> bool:
        """Tell if the part file has every byte already; else drop it."""
        if size_of(self.part) == self.limit:
            return True
        self.part.unlink()
        return False

    def _refuse_oversize(self, size: int) -> None:
        if self.limit is not None and size > self.limit:
            raise SetupError(
                f"{self.url} holds {size} bytes, expected {self.limit}.",
                hint="Check the setting hub_url.",
            )


def _check_hop(request: "httpx.Request") -> None:
    _refuse_plain_http(str(request.url))


def _refuse_plain_http(url: str) -> None:
    address = urlsplit(url)
    if address.scheme != "https" and address.hostname not in LOOPBACK:
        raise SetupError(
            f"{url} is not https; weights are fetched over https only.",
            hint="Change the setting hub_url.",
        )
