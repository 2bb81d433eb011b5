"""Servers a user names: which addresses are allowed, and which models they offer."""

import ipaddress
import json
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from copilot.errors import SetupError

PROBE_SECONDS = 0.4
_LOOPBACK_NAMES = frozenset({"localhost", "ip6-localhost"})


def check_base_url(url: str) -> str:
    """Return the URL without a trailing slash if a key may be sent to it.

    Raises:
        SetupError: It is not http(s), plain http beyond this machine, carries a user name,
            or points to a link-local (cloud metadata) address.
    """
    try:
        parts = urlsplit(url)
        fault = _fault(parts.scheme, parts.hostname, "@" in parts.netloc)
    except ValueError:
        fault = "it is not an http or https address"
    if fault:
        raise SetupError(
            f"The model server {url!r} is refused: {fault}.",
            hint="Use https://HOST/v1, or http://127.0.0.1:PORT/v1 on this machine.",
        )
    return url.rstrip("/")


def offered_models(base_url: str, key: str = "", timeout: float = PROBE_SECONDS) -> list[str]:
    """Return the model names a server lists under `/models`, none where it does not answer."""
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        request = Request(f"{base_url}/models", headers=headers)  # noqa: S310 - checked above
        with urlopen(request, timeout=timeout) as reply:  # noqa: S310 - scheme is checked
            listed = json.load(reply)["data"]
        return [str(entry["id"]) for entry in listed]
    except (URLError, OSError, ValueError, KeyError, TypeError):
        return []


def is_loopback(host: str | None) -> bool:
    """Tell whether a host name means this machine."""
    if host in _LOOPBACK_NAMES:
        return True
    address = _address(host)
    return address is not None and address.is_loopback


def _fault(scheme: str, host: str | None, has_user: bool) -> str:
    if scheme not in ("http", "https") or not host:
        return "it is not an http or https address"
    if has_user:
        return "it carries a user name"
    address = _address(host)
    if address is not None and (address.is_link_local or address.is_unspecified):
        return "it is a link-local address"
    if scheme == "http" and not is_loopback(host):
        return "plain http would send the key readable over the network"
    return ""


def _address(host: str | None) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host or "")
    except ValueError:
        return None
