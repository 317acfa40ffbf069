"""The bridge's own certificate for HTTPS: made once, kept in the data folder, trusted by its fingerprint.

Rule: it is never made anew while it stands, because invitations carry its fingerprint. Key and certificate are in one
file for its owner only, put in place in one step. The media's DTLS uses keys of its own; their fingerprints stand in
the answers, which are signed with this key for whoever joins with a site's key.
"""

import contextlib
import datetime
import ipaddress
import os
import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from console.trouble import Told, TroubleKind, trouble

FILE_NAME = "bridge.pem"
VALID_DAYS = 3650
"""A province's machine runs for years; who pins the fingerprint gains nothing from an end in between."""
ALWAYS_COVERED = ("localhost", "127.0.0.1", "::1")


class CertificateUnusable(Told):
    """The stored certificate cannot be used; its text is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class BridgeCertificate:
    """A certificate with its key on disk.

    `fingerprint` is SHA-256 over the DER form, 64 hexadecimal digits; `pem` is the public certificate, to be exported.
    """

    file: Path
    pem: bytes
    fingerprint: str
    names: tuple[str, ...]

    def server_context(self) -> ssl.SSLContext:
        """Returns the TLS settings of the front: version 1.2 or later, HTTP/1.1."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.set_alpn_protocols(["http/1.1"])
        context.load_cert_chain(self.file)
        return context

    def signing_key(self) -> ec.EllipticCurvePrivateKey:
        """Reads the key, with which the bridge signs its answers; raises `CertificateUnusable`."""
        try:
            key = serialization.load_pem_private_key(self.file.read_bytes(), password=None)
        except (OSError, ValueError, TypeError) as error:
            raise CertificateUnusable(trouble(TroubleKind.CERTIFICATE_UNUSABLE, path=self.file)) from error
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise CertificateUnusable(trouble(TroubleKind.CERTIFICATE_UNUSABLE, path=self.file))
        return key

    def der(self) -> bytes:
        """Returns the public certificate in DER form."""
        return x509.load_pem_x509_certificate(self.pem).public_bytes(serialization.Encoding.DER)

    def missing(self, hosts: Iterable[str]) -> tuple[str, ...]:
        """Returns the hosts that clients which check names will not accept under this certificate."""
        return tuple(host for host in hosts if host not in self.names)


def load_or_make(folder: Path, announced_hosts: Iterable[str], *, today: datetime.datetime) -> BridgeCertificate:
    """Returns the certificate of a data folder, made for the announced hosts and addresses if there is none yet.

    Raises `CertificateUnusable` when there is one that cannot be read, and `OSError` when none can be stored.
    """
    file = folder / FILE_NAME
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        names = tuple(dict.fromkeys([*announced_hosts, *ALWAYS_COVERED]))
        _store(file, _make(names, today))
    return _load(file)


def _load(file: Path) -> BridgeCertificate:
    try:
        content = file.read_bytes()
        serialization.load_pem_private_key(content, password=None)
        certificate = x509.load_pem_x509_certificate(content)
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (OSError, ValueError, TypeError, x509.ExtensionNotFound) as error:
        raise CertificateUnusable(trouble(TroubleKind.CERTIFICATE_UNUSABLE, path=file)) from error
    return BridgeCertificate(
        file=file,
        pem=certificate.public_bytes(serialization.Encoding.PEM),
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        names=tuple(str(name.value) for name in names),
    )


def _make(names: tuple[str, ...], today: datetime.datetime) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Điểm Cầu {names[0]}"[:64])])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - datetime.timedelta(days=2))  # a site's clock may be behind
        .not_valid_after(today + datetime.timedelta(days=VALID_DAYS))
        .add_extension(x509.SubjectAlternativeName([_name(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + certificate.public_bytes(serialization.Encoding.PEM)


def _name(text: str) -> x509.GeneralName:
    with contextlib.suppress(ValueError):
        return x509.IPAddress(ipaddress.ip_address(text))
    return x509.DNSName(text.encode("idna").decode("ascii"))


def _store(file: Path, content: bytes) -> None:
    making = file.with_name(f".{file.name}.{os.getpid()}")
    descriptor = os.open(making, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as output:
        output.write(content)
        output.flush()
        os.fsync(descriptor)
    making.replace(file)
