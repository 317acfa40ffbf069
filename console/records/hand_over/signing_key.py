"""The key a console signs its packages with: Ed25519, made once at the installation and kept there.

Rule: the private part never leaves its file, which is the owner's alone (0600). For now it lies unencrypted beside the
office store: whoever can read that user's files can sign in this console's name. Trust comes from the fingerprint that
was registered on paper, never from the public key that a package brings along. Source: RFC 8032.
"""

import contextlib
import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from console.trouble import Told, TroubleKind, trouble

PUBLIC_OCTETS = 32
SIGNATURE_OCTETS = 64


class KeyUnwritable(Told):
    """The key cannot be made; its text is one sentence."""


class KeyUnusable(Exception):
    """The file at `path` holds no key that could be used."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} holds no usable signing key.")
        self.path = path


class SigningKey:
    """A console's key."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.public = private.public_key().public_bytes_raw()

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the public part."""
        return fingerprint_of(self.public)

    def sign(self, octets: bytes) -> bytes:
        """Returns the raw signature, 64 octets."""
        return self._private.sign(octets)


def fingerprint_of(public: bytes) -> str:
    """Returns SHA-256 of a raw public key as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(public).hexdigest()


def signed_by(public: bytes, signature: bytes, octets: bytes) -> bool:
    """Tells whether this key signed these octets; raises `ValueError` when it is no key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, octets)
    except InvalidSignature:
        return False
    return True


def own_key(path: Path) -> SigningKey:
    """Returns the installation's key, made with its file when there is none.

    Raises `KeyUnusable` or `KeyUnwritable`.
    """
    if not path.exists():
        _make(path)
    return _read(path)


def own_fingerprint(path: Path) -> str | None:
    """Returns the fingerprint of the installation's key; None when there is none yet. Raises `KeyUnusable`."""
    return _read(path).fingerprint if path.exists() else None


def _read(path: Path) -> SigningKey:
    try:
        private = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise KeyUnusable(path) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyUnusable(path)
    return SigningKey(private)


def _make(path: Path) -> None:
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    making = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        making.unlink(missing_ok=True)
        descriptor = os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
        # A link, unlike a rename, never takes the place of a key that another process made in this moment.
        with contextlib.suppress(FileExistsError):
            os.link(making, path)
    except OSError as error:
        why = trouble(TroubleKind.FILE_UNWRITABLE, path=path, why=error.strerror or error)
        raise KeyUnwritable(why) from error
    finally:
        making.unlink(missing_ok=True)
