"""What the department signs with its key and others can check years later: a receipt, a report's seal.

    {"key": "64 digits of the public key", "<name>": {...}, "signature": "128 digits"}

Rule: the signature is Ed25519 over the canonical JSON of what stands under its name; nothing else stands in the file.
Source: RFC 8032.
"""

from typing import Any, TypeVar

import msgspec

from console.canonical_json import canonical_json
from console.records.hand_over.signing_key import SigningKey, fingerprint_of, signed_by

LARGEST_OCTETS = 64 * 1024
Content = TypeVar("Content", bound=msgspec.Struct)


class PaperRefused(Exception):
    """A file is no such paper, or not as it was signed; `malformed` tells which."""

    def __init__(self, *, malformed: bool) -> None:
        super().__init__("no such paper" if malformed else "not as it was signed")
        self.malformed = malformed


def signed_paper(name: str, content: msgspec.Struct, key: SigningKey) -> bytes:
    """Returns the file of what is signed."""
    plain = msgspec.to_builtins(content)
    whole = {"key": key.public.hex(), name: plain, "signature": key.sign(canonical_json(plain)).hex()}
    return canonical_json(whole) + b"\n"


def read_paper(octets: bytes, name: str, form: type[Content]) -> tuple[Content, str]:
    """Returns the content and the fingerprint of the key that signed it; raises `PaperRefused`."""
    try:
        if len(octets) > LARGEST_OCTETS:
            raise PaperRefused(malformed=True)
        told = msgspec.json.decode(octets, type=dict[str, Any])
        if set(told) != {"key", name, "signature"}:
            raise PaperRefused(malformed=True)
        content = msgspec.convert(told[name], form)
        public, signature = bytes.fromhex(told["key"]), bytes.fromhex(told["signature"])
        good = signed_by(public, signature, canonical_json(msgspec.to_builtins(content)))
    except (msgspec.DecodeError, ValueError, TypeError, RecursionError) as error:
        raise PaperRefused(malformed=True) from error
    if not good:
        raise PaperRefused(malformed=False)
    return content, fingerprint_of(public)
