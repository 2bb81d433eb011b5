"""Keys in the keyring."""

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from copilot.errors import SetupError
from copilot.llm.keys import forget_key, store_key, stored_key
from tests.doubles import MemoryKeyring


def test_a_key_is_kept_and_forgotten() -> None:
    keyring.set_keyring(MemoryKeyring())
    store_key(" sk-1\n")
    kept = stored_key()
    assert kept is not None
    assert kept.get_secret_value() == "sk-1"
    assert "sk-1" not in repr(kept)
    forget_key()
    assert stored_key() is None


@pytest.mark.parametrize("key", ["", "  ", "two words", "sk\n1"])
def test_what_is_no_key_is_not_kept(key: str) -> None:
    keyring.set_keyring(MemoryKeyring())
    with pytest.raises(SetupError, match="not a key"):
        store_key(key)
    assert stored_key() is None


def test_without_a_keyring_a_key_is_never_put_into_a_file() -> None:
    keyring.set_keyring(NoKeyring())
    with pytest.raises(SetupError, match="no keyring") as caught:
        store_key("sk-1")
    assert "export OPENAI_API_KEY" in caught.value.hint
    assert stored_key() is None
    forget_key()
