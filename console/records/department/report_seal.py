"""The department's signature over a report that it made, in a file beside the report.

Rule: the seal names the file's own octets (SHA-256), what it is and for which period, so that neither the file nor the
seal can be put beside another. The report itself stays what its kind of file is: PDF, DOCX, XLSX, CSV or JSON.
"""

import hashlib
from pathlib import Path
from typing import Literal

import msgspec

from console.office.reporting import Digest
from console.records.department.signed_paper import PaperRefused, read_paper, signed_paper
from console.records.hand_over.signing_key import SigningKey

SCHEMA = "diem-cau-report-seal/1"
NAME = "report"
ENDING = ".chu-ky.json"


class ReportSeal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was made, for which period, by whom."""

    schema: Literal["diem-cau-report-seal/1"] = SCHEMA
    department: str
    form: str
    period: str
    digest: Digest
    """SHA-256 of the report's octets."""
    meetings: int
    made_ms: int
    made_by: str


def seal_file(report: Path) -> Path:
    """Returns where the seal of a report stands: beside it, under its name."""
    return report.with_name(report.name + ENDING)


def sealed(seal: ReportSeal, key: SigningKey) -> bytes:
    """Returns the file of a seal."""
    return signed_paper(NAME, seal, key)


def digest_of(report: bytes) -> str:
    """Returns the SHA-256 of a report, 64 digits."""
    return hashlib.sha256(report).hexdigest()


def read_seal(octets: bytes, report: bytes) -> tuple[ReportSeal, str]:
    """Returns a report's seal and the fingerprint of its key; raises `PaperRefused` for another report's too."""
    seal, fingerprint = read_paper(octets, NAME, ReportSeal)
    if seal.digest != digest_of(report):
        raise PaperRefused(malformed=False)
    return seal, fingerprint
