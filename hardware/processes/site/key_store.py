"""Where a site's private key lies: in the system's key store where there is one, else with the rest in its file.

Rule: it is loaded late, never asks and never hangs. On Linux a store is only used beside a screen, where it is open;
what does not answer in time counts as none. A key counts as kept only when it was read back.
"""

import contextlib
import os
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

from console.data_folder import APPLICATION

PATIENCE_SECONDS = 3.0
SERVICE = f"{APPLICATION} site key"

_Result = TypeVar("_Result")


def keep_in_system(public_key: str, private_key: str) -> bool:
    """Keeps a private key in the system's key store; False where there is none that holds it."""

    def keep() -> bool:
        import keyring

        keyring.set_password(SERVICE, public_key, private_key)
        return keyring.get_password(SERVICE, public_key) == private_key

    return _in_time(keep) is True


def read_from_system(public_key: str) -> str | None:
    """Returns a private key that was kept there; None when it is gone, or the store does not open."""

    def read() -> str | None:
        import keyring

        return keyring.get_password(SERVICE, public_key)

    return _in_time(read)


def forget_in_system(public_key: str) -> None:
    """Removes a key that was replaced; one that cannot be removed is worth nothing any more."""

    def forget() -> None:
        import keyring

        keyring.delete_password(SERVICE, public_key)

    _in_time(forget)


def _has_store() -> bool:
    """Tells whether a store may be asked at all: without a screen it could only wait for a password nobody types."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _in_time(act: Callable[[], _Result]) -> _Result | None:
    if not _has_store():
        return None
    found: list[_Result] = []

    def run() -> None:
        from keyring.errors import KeyringError

        # What keyring does not wrap comes from D-Bus or the system: each means that there is no store.
        with contextlib.suppress(KeyringError, OSError, RuntimeError, ValueError):
            found.append(act())

    # A daemon: a store that waits for a password must not keep the program from ending.
    thread = threading.Thread(target=run, name="key store", daemon=True)
    thread.start()
    thread.join(PATIENCE_SECONDS)
    return found[0] if found else None
