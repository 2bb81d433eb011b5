"""Servers a user names."""

import pytest

from copilot.errors import SetupError
from copilot.llm.endpoints import check_base_url, is_loopback, offered_models
from tests.unit.llm.loopback_chat import Chat, serving_chat


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://example.org/v1", "plain http"),
        ("http://10.0.0.5/v1", "plain http"),
        ("https://user:pw@example.org", "user name"),
        ("http://169.254.169.254/latest", "link-local"),
        ("https://169.254.169.254/v1", "link-local"),
        ("https://[fe80::1]/v1", "link-local"),
        ("http://0.0.0.0:8000", "link-local"),
        ("ftp://example.org", "not an http"),
        ("file:///etc/passwd", "not an http"),
        ("example.org/v1", "not an http"),
        ("", "not an http"),
    ],
)
def test_addresses_that_could_leak_a_key_are_refused(url: str, why: str) -> None:
    with pytest.raises(SetupError, match=why):
        check_base_url(url)


@pytest.mark.parametrize("url", ["http://[::1", "https://[not-an-address]/v1"])
def test_an_address_that_does_not_parse_is_refused_like_any_other(url: str) -> None:
    with pytest.raises(SetupError, match="is refused"):
        check_base_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/v1",
        "http://127.0.0.1:8080/v1",
        "http://localhost:1/v1",
        "http://[::1]:2",
    ],
)
def test_https_and_this_machine_are_allowed_and_lose_their_last_slash(url: str) -> None:
    assert check_base_url(f"{url}/") == url


def test_this_machine_has_many_addresses() -> None:
    assert is_loopback("127.8.9.1")
    assert not is_loopback("localhost.example.org")
    assert not is_loopback(None)


def test_models_are_listed_with_the_key() -> None:
    with serving_chat(Chat(models=["one", "two"])) as chat:
        assert offered_models(chat.url, "sk-1") == ["one", "two"]
    assert chat.keys == ["Bearer sk-1"]


@pytest.mark.parametrize("chat", [Chat(status=500), Chat(body=b"<html>"), Chat(body=b"[1, 2]")])
def test_a_server_that_lists_nothing_sensible_offers_nothing(chat: Chat) -> None:
    with serving_chat(chat):
        assert offered_models(chat.url) == []


def test_no_server_offers_nothing() -> None:
    assert offered_models("http://127.0.0.1:9/v1") == []
