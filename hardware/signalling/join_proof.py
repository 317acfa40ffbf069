"""What a site and its bridge sign, so that each knows the other and neither's media keys can be exchanged on the way.

Rule: no loop, no clock. A site signs the bridge's challenge, the pinned certificate's fingerprint, the request's line
and the digest of its body: the offer with the DTLS fingerprint of the site's media stands in there. The bridge signs
the same challenge and the digest of its answer with the key of the pinned certificate. Every statement begins with
what it is for, so that none can be shown in the place of another.
"""

import base64
import binascii
import hashlib
from typing import NamedTuple

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from hardware.signalling.site_key import KEY_OCTETS, SIGNATURE_OCTETS, KeyMalformed, SiteKey, from_text, is_signed

SCHEME = "diem-cau-key"
"""Of the header Authorization: the scheme, a space, then public key, challenge and signature between dots."""
ANSWER_HEADER = "Diem-Cau-Answer-Signature"
LONGEST_HEADER = 512
LONGEST_CHALLENGE = 128
LARGEST_CERTIFICATE = 8192
LONGEST_SIGNATURE = 256


class ProofMalformed(ValueError):
    """A header or answer is none of these; its text is one sentence."""


class Challenge(msgspec.Struct, frozen=True):
    """Answer to `GET /challenge`: what to sign next, and the bridge's certificate (DER in base64) to be compared."""

    challenge: str
    certificate: str


class KeyProof(NamedTuple):
    """What a request shows: whose key, over which challenge."""

    public_key: str
    challenge: str
    signature: str


class Request(NamedTuple):
    """What a request's signature is about; `target` is path and query as they stand on the wire."""

    method: str
    target: str
    body: bytes


def request_statement(challenge: str, fingerprint: str, request: Request) -> bytes:
    """Returns what a site signs; `fingerprint` is the pinned certificate's SHA-256 in hexadecimal digits."""
    digest = hashlib.sha256(request.body).hexdigest()
    return _lines("diem-cau request 1", challenge, _pin(fingerprint), request.method, request.target, digest)


def new_key_statement(fingerprint: str, given_for: str, public_key: str) -> bytes:
    """Returns what a new key signs to prove that its owner holds it, for a code or in the place of a credential."""
    digest = hashlib.sha256(given_for.encode()).hexdigest()
    return _lines("diem-cau new key 1", _pin(fingerprint), digest, public_key)


def answer_statement(challenge: str, answer: bytes) -> bytes:
    """Returns what the bridge signs: its answer to the request over this challenge."""
    return _lines("diem-cau answer 1", challenge, hashlib.sha256(answer).hexdigest())


def _lines(*parts: str) -> bytes:
    return "\n".join(parts).encode()


def _pin(fingerprint: str) -> str:
    return fingerprint.replace(":", "").lower()


def authorization(key: SiteKey, challenge: str, fingerprint: str, request: Request) -> str:
    """Returns the value of the header Authorization for a request."""
    return f"{SCHEME} {key.public}.{challenge}.{key.sign(request_statement(challenge, fingerprint, request))}"


def read_authorization(header: str) -> KeyProof | None:
    """Returns what a header Authorization shows; None for another scheme. Raises `ProofMalformed`."""
    scheme, _, shown = header[:LONGEST_HEADER].partition(" ")
    if scheme.lower() != SCHEME:
        return None
    parts = shown.strip().split(".")
    shaped = len(header) <= LONGEST_HEADER and header.isascii() and len(parts) == 3
    if not shaped or not 0 < len(parts[1]) <= LONGEST_CHALLENGE:
        raise ProofMalformed("The authorization has to be a public key, a challenge and a signature between dots.")
    proof = KeyProof(*parts)
    try:
        from_text(proof.public_key, KEY_OCTETS)
        from_text(proof.signature, SIGNATURE_OCTETS)
    except KeyMalformed as error:
        raise ProofMalformed(str(error)) from error
    return proof


def is_proven(proof: KeyProof, fingerprint: str, request: Request) -> bool:
    """Tells whether the owner of the key made this very request to this very bridge."""
    statement = request_statement(proof.challenge, fingerprint, request)
    return is_signed(proof.public_key, statement, proof.signature)


def read_challenge(body: bytes) -> Challenge:
    """Returns the bridge's challenge; raises `ProofMalformed`."""
    try:
        found = msgspec.json.decode(body, type=Challenge)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProofMalformed(f"The challenge is not understood: {error}.") from error
    if not 0 < len(found.challenge) <= LONGEST_CHALLENGE or not found.challenge.isascii():
        raise ProofMalformed("The challenge has no usable length.")
    return found


def pinned_key(challenge: Challenge, fingerprint: str) -> ec.EllipticCurvePublicKey | None:
    """Returns the key of the bridge's certificate; None when it is not the pinned one. Raises `ProofMalformed`."""
    if len(challenge.certificate) > LARGEST_CERTIFICATE:
        raise ProofMalformed("The bridge's certificate is too large.")
    try:
        der = base64.b64decode(challenge.certificate, validate=True)
        if hashlib.sha256(der).hexdigest() != _pin(fingerprint):
            return None
        key = x509.load_der_x509_certificate(der).public_key()
    except (binascii.Error, ValueError, UnsupportedAlgorithm, x509.InvalidVersion) as error:
        raise ProofMalformed("The bridge's certificate is not understood.") from error
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise ProofMalformed("The bridge's certificate has a key of another kind.")
    return key


def sign_answer(private: ec.EllipticCurvePrivateKey, challenge: str, answer: bytes) -> str:
    """Returns the bridge's signature of its answer as text (ECDSA with SHA-256, base64)."""
    signature = private.sign(answer_statement(challenge, answer), ec.ECDSA(hashes.SHA256()))
    return base64.b64encode(signature).decode()


def is_the_bridges(key: ec.EllipticCurvePublicKey, challenge: str, answer: bytes, signature: str) -> bool:
    """Tells whether the pinned bridge gave this very answer over this challenge."""
    if not 0 < len(signature) <= LONGEST_SIGNATURE:
        return False
    try:
        octets = base64.b64decode(signature, validate=True)
        key.verify(octets, answer_statement(challenge, answer), ec.ECDSA(hashes.SHA256()))
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True
