"""The receipt that goes back to a unit: which package the department took, when, and signed by the department's key.

    {"key": "64 digits of the public key", "receipt": {...}, "signature": "128 digits"}

Rule: the signature is Ed25519 over the canonical JSON of `receipt`, so that the unit's console, or anybody with the
registered fingerprint, can check it years later. Source: RFC 8032.
"""

from typing import Literal

import msgspec

from console.canonical_json import canonical_json
from console.office.reporting import Digest, TakenPackage
from console.records.hand_over.signing_key import SigningKey, fingerprint_of, signed_by

SCHEMA = "diem-cau-receipt/1"
LARGEST_OCTETS = 64 * 1024


class Receipt(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was taken; `department` is how the department names itself."""

    schema: Literal["diem-cau-receipt/1"] = SCHEMA
    department: str
    unit: str
    package: str
    digest: Digest
    session: str
    meeting_uid: str
    title: str
    count: int
    head: Digest
    taken_ms: int
    taken_by: str


class SignedReceipt(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    key: str
    receipt: Receipt
    signature: str


class ReceiptRefused(Exception):
    """A file is no receipt, or not as it was signed; `malformed` tells which."""

    def __init__(self, *, malformed: bool) -> None:
        super().__init__("no receipt" if malformed else "not as it was signed")
        self.malformed = malformed


def receipt_for(package: TakenPackage, department: str) -> Receipt:
    """Returns the receipt for a package that was taken."""
    return Receipt(
        department=department,
        unit=package.unit,
        package=package.package,
        digest=package.digest,
        session=package.story.session,
        meeting_uid=package.story.meeting_uid,
        title=package.story.title,
        count=package.count,
        head=package.head,
        taken_ms=package.taken_ms,
        taken_by=package.taken_by,
    )


def signed(receipt: Receipt, key: SigningKey) -> bytes:
    """Returns the file of a receipt."""
    signature = key.sign(canonical_json(msgspec.to_builtins(receipt)))
    whole = SignedReceipt(key=key.public.hex(), receipt=receipt, signature=signature.hex())
    return canonical_json(msgspec.to_builtins(whole)) + b"\n"


def read_receipt(octets: bytes) -> tuple[Receipt, str]:
    """Returns a receipt and the fingerprint of the key that signed it; raises `ReceiptRefused`."""
    try:
        if len(octets) > LARGEST_OCTETS:
            raise ReceiptRefused(malformed=True)
        told = msgspec.json.decode(octets, type=SignedReceipt)
        public, signature = bytes.fromhex(told.key), bytes.fromhex(told.signature)
        good = signed_by(public, signature, canonical_json(msgspec.to_builtins(told.receipt)))
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise ReceiptRefused(malformed=True) from error
    if not good:
        raise ReceiptRefused(malformed=False)
    return told.receipt, fingerprint_of(public)
