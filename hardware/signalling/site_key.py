"""A site's own key: made at the site, never sent; the bridge knows its public half (Ed25519, RFC 8032).

Rule: both halves stand in text as the 32 octets of RFC 8032 in base64url without padding; what is not that is refused
with one sentence before any cryptography sees it.
"""

import base64
import binascii
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

KEY_OCTETS = 32
SIGNATURE_OCTETS = 64


class KeyMalformed(ValueError):
    """A text is no key or signature of this kind; its text is one sentence."""


def to_text(octets: bytes) -> str:
    """Returns octets in base64url (RFC 4648 section 5) without padding."""
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def from_text(text: str, octets: int) -> bytes:
    """Returns exactly so many octets; raises `KeyMalformed`."""
    if not text.isascii() or len(text) != -(-octets * 4 // 3):
        raise KeyMalformed(f"This has to be {octets} octets in base64url.")
    try:
        found = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise KeyMalformed("This is not base64url.") from error
    if to_text(found) != text:  # one key has one spelling
        raise KeyMalformed("This is not base64url as it is written.")
    return found


class SiteKey:
    """A private key in memory; nothing prints it."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.public = to_text(private.public_key().public_bytes_raw())
        """The public half as text: by it the bridge knows the site."""

    @classmethod
    def make(cls) -> Self:
        """Makes a new key."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def read(cls, private: str) -> Self:
        """Returns the key that `private_text` wrote; raises `KeyMalformed`."""
        return cls(Ed25519PrivateKey.from_private_bytes(from_text(private, KEY_OCTETS)))

    def private_text(self) -> str:
        """Returns the private half, to be stored where the site's owner alone can read."""
        return to_text(self._private.private_bytes_raw())

    def sign(self, statement: bytes) -> str:
        """Returns the signature of a statement as text."""
        return to_text(self._private.sign(statement))


def is_signed(public: str, statement: bytes, signature: str) -> bool:
    """Tells whether a statement was signed with the key of this public half; raises `KeyMalformed`."""
    key = Ed25519PublicKey.from_public_bytes(from_text(public, KEY_OCTETS))
    try:
        key.verify(from_text(signature, SIGNATURE_OCTETS), statement)
    except InvalidSignature:
        return False
    return True
