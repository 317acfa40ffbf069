"""WS-Discovery: the question for cameras, and what answers say; pure.

Rules: an answer comes from anybody on the network. It is read up to a size, a depth and a number of elements; a
document type (which could name entities) ends the reading; what cannot be read is no answer. Nothing here raises.

Source: OASIS WS-Discovery 1.1 in the form of April 2005 that ONVIF uses; ONVIF Core Specification 7 (scopes).
"""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote, urlsplit
from xml.parsers import expat

PORT: Final = 3702
GROUP: Final = "239.255.255.250"
LARGEST_ANSWER: Final = 16 * 1024
MOST_ELEMENTS: Final = 500
DEEPEST: Final = 20
LONGEST_TEXT: Final = 4096
LONGEST_NAME: Final = 100
WANTED: Final = {"XAddrs", "Scopes", "Types", "Address", "RelatesTo"}

_PROBE: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"'
    ' xmlns:w="http://schemas.xmlsoap.org/ws/2004/08/addressing"'
    ' xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"'
    ' xmlns:dn="http://www.onvif.org/ver10/network/wsdl">'
    "<e:Header><w:MessageID>{message_id}</w:MessageID>"
    "<w:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</w:To>"
    "<w:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</w:Action></e:Header>"
    "<e:Body><d:Probe><d:Types>dn:NetworkVideoTransmitter</d:Types></d:Probe></e:Body></e:Envelope>"
)


@dataclass(frozen=True, slots=True)
class Match:
    """One camera that answered, as it describes itself; `addresses` are (host, port) pairs of its services."""

    endpoint: str
    addresses: tuple[tuple[str, int], ...]
    name: str
    model: str
    location: str


class _Enough(Exception):
    """The answer is not read any further."""


@dataclass
class _Reading:
    """What is being read."""

    related: str = ""
    path: list[str] = field(default_factory=list[str])
    elements: int = 0
    current: dict[str, str] | None = None
    found: list[dict[str, str]] = field(default_factory=list[dict[str, str]])

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Takes an element's beginning."""
        self.elements += 1
        local = name.rsplit(" ", 1)[-1]
        self.path.append(local)
        if self.elements > MOST_ELEMENTS or len(self.path) > DEEPEST:
            raise _Enough
        if local == "ProbeMatch":
            self.current = {}

    def text(self, piece: str) -> None:
        """Takes a piece of text."""
        name = self.path[-1] if self.path else ""
        if name == "RelatesTo":
            self.related = (self.related + piece)[:LONGEST_TEXT]
        elif self.current is not None and name in WANTED:
            self.current[name] = (self.current.get(name, "") + piece)[:LONGEST_TEXT]

    def end(self, name: str) -> None:
        """Takes an element's end."""
        local = self.path.pop() if self.path else ""
        if local == "ProbeMatch" and self.current is not None:
            self.found.append(self.current)
            self.current = None

    def refuse(self, *_: object) -> None:
        """Takes a document type or an entity: not from a camera."""
        raise _Enough


def probe(message_id: str) -> bytes:
    """Returns the question; `message_id` is a `urn:uuid:…`."""
    return _PROBE.format(message_id=message_id).encode()


def read_matches(octets: bytes, message_id: str) -> tuple[Match, ...]:
    """Returns the cameras in an answer to this question; none in anything else."""
    if not 0 < len(octets) <= LARGEST_ANSWER:
        return ()
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reading.begin, reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = reading.refuse
    try:
        parser.Parse(octets, True)  # noqa: FBT003 - expat's own signature
    except (_Enough, expat.ExpatError, ValueError, LookupError):
        return ()
    if reading.related.strip() != message_id:
        return ()
    return tuple(match for found in reading.found if (match := _match_of(found)) is not None)


def _match_of(found: dict[str, str]) -> Match | None:
    addresses = tuple(place for word in found.get("XAddrs", "").split() if (place := _place_of(word)) is not None)
    if not addresses:
        return None
    scopes = found.get("Scopes", "").split()
    return Match(
        endpoint=_plain(found.get("Address", "")),
        addresses=addresses,
        name=_scope(scopes, "name"),
        model=_scope(scopes, "hardware"),
        location=_scope(scopes, "location"),
    )


def _place_of(address: str) -> tuple[str, int] | None:
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or not parts.hostname.isascii():
        return None
    return parts.hostname[:253], port


def _scope(scopes: list[str], kind: str) -> str:
    """Returns the last part of `onvif://www.onvif.org/<kind>/…`."""
    mark = f"/{kind}/"
    for scope in scopes:
        if scope.casefold().startswith("onvif://") and mark in scope:
            return _plain(unquote(scope.split(mark, 1)[1], errors="replace"))
    return ""


def _plain(text: str) -> str:
    """Returns text that is fit to be shown: no control characters, one line, not long."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:LONGEST_NAME]
