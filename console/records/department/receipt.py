"""The receipt that goes back to a unit: which package the department took, when, and signed by the department's key.

    {"key": "64 digits of the public key", "receipt": {...}, "signature": "128 digits"}

Rule: the signature is Ed25519 over the canonical JSON of `receipt`, so that the unit's console, or anybody with the
registered fingerprint, can check it years later. Source: RFC 8032.
"""

from typing import Literal

import msgspec

from console.office.reporting import Digest, TakenPackage
from console.records.department.signed_paper import read_paper, signed_paper
from console.records.hand_over.signing_key import SigningKey

SCHEMA = "diem-cau-receipt/1"
NAME = "receipt"


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
    return signed_paper(NAME, receipt, key)


def read_receipt(octets: bytes) -> tuple[Receipt, str]:
    """Returns a receipt and the fingerprint of the key that signed it; raises `PaperRefused`."""
    return read_paper(octets, NAME, Receipt)
