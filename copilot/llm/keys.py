"""Keys for models, kept in the system's keyring and nowhere else. The only room of keyring."""

import keyring
from keyring.errors import KeyringError
from pydantic import SecretStr

from copilot.errors import SetupError

SERVICE = "pm-copilot"
ACCOUNT = "openai"


def stored_key() -> SecretStr | None:
    """Return the key kept in the keyring; None where there is no key or no keyring."""
    try:
        key = keyring.get_password(SERVICE, ACCOUNT)
    except KeyringError:
        return None
    return SecretStr(key) if key else None


def store_key(key: str) -> None:
    """Keep a key in the keyring.

    Raises:
        SetupError: The key is empty or has white space, or this machine has no keyring.
    """
    if not key.strip() or len(key.split()) != 1:
        raise SetupError(
            "That is not a key: it is empty or has white space in it.", hint="pm-copilot setup"
        )
    try:
        keyring.set_password(SERVICE, ACCOUNT, key.strip())
    except KeyringError as error:
        raise SetupError(
            "This machine has no keyring to keep the key in, and it is never put into a file.",
            hint="Set it for the shell instead: export OPENAI_API_KEY=…",
        ) from error


def forget_key() -> None:
    """Remove the key from the keyring, if it is there."""
    try:
        keyring.delete_password(SERVICE, ACCOUNT)
    except KeyringError:
        return
