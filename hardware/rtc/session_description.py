"""SDP as text: what we change in an offer before aiortc reads it, and in what aiortc writes before it leaves.

Rule: pure functions from text to text; an offer that cannot work is refused here in one sentence that its sender can
act on. Sources: RFC 8866 (SDP), RFC 9429 (JSEP), RFC 8843 (BUNDLE), RFC 8839 (ICE in SDP), RFC 9725 (WHIP).
"""

import ipaddress
import re

from aiortc import InvalidStateError
from aiortc.exceptions import InvalidAccessError, OperationError

MAX_OFFER_BYTES = 64 * 1024
MAX_SECTIONS = 8
MAX_CANDIDATES = 32
_PAYLOAD_MEDIA = ("audio", "video")


class OfferRefused(ValueError):
    """An offer that cannot become a connection; the text says why, for whoever made it."""


def split_sections(sdp: str) -> tuple[list[str], list[list[str]]]:
    """Splits an SDP into its session lines and one list of lines per media section."""
    session: list[str] = []
    sections: list[list[str]] = []
    for line in sdp.replace("\r\n", "\n").split("\n"):
        if line.startswith("m="):
            sections.append([line])
        elif line.strip():
            (sections[-1] if sections else session).append(line.rstrip())
    return session, sections


def join_sections(session: list[str], sections: list[list[str]]) -> str:
    return "".join(f"{line}\r\n" for lines in [session, *sections] for line in lines)


def shape_offer(sdp: str) -> str:
    """Makes an offer fit for answering.

    We take the DTLS server's role (`actpass` becomes `active`): aiortc's client knows ECDSA suites only and cannot talk
    to a peer with an RSA certificate. Candidates that we cannot use (TCP, mDNS names, a second component) go; those
    left stand in every section, because aiortc reads them from the last one. The end of candidates is never told to
    aiortc: it would give up where the peer's own checks, from an address it did not name (a NAT, mDNS), can still come.

    Raises:
        OfferRefused: the text is not an offer that can work.
    """
    if len(sdp) > MAX_OFFER_BYTES:
        raise OfferRefused(f"The offer is larger than {MAX_OFFER_BYTES} bytes.")
    session, sections = split_sections(sdp)
    if not session or session[0] != "v=0" or not sections:
        raise OfferRefused("The body is not an SDP offer: it has no 'v=0' line or no media section.")
    if len(sections) > MAX_SECTIONS:
        raise OfferRefused(f"The offer has {len(sections)} media sections; at most {MAX_SECTIONS} are taken.")
    _check(session, sections)
    candidates = _usable_candidates(sections)
    shaped = [_shape_section(lines, candidates) for lines in sections]
    return join_sections([_active(line) for line in session], shaped)


def _check(session: list[str], sections: list[list[str]]) -> None:
    everything = [line for lines in [session, *sections] for line in lines]
    if not any(line.startswith(("m=audio", "m=video")) for line in everything):
        raise OfferRefused("The offer has neither an audio nor a video section.")
    needed = {
        "a=ice-ufrag:": "ICE user name (a=ice-ufrag)",
        "a=ice-pwd:": "ICE password (a=ice-pwd)",
        "a=fingerprint:": "DTLS fingerprint (a=fingerprint)",
        "a=setup:": "DTLS role (a=setup)",
    }
    for prefix, name in needed.items():
        if not any(line.startswith(prefix) for line in everything):
            raise OfferRefused(f"The offer has no {name}.")
    if len(sections) > 1 and not any(line.startswith("a=group:BUNDLE") for line in session):
        raise OfferRefused("The offer does not bundle its sections (a=group:BUNDLE); all media must share one port.")
    for lines in sections:
        if not any(line.startswith("a=mid:") for line in lines):
            raise OfferRefused("A media section of the offer has no a=mid line.")


def _active(line: str) -> str:
    return "a=setup:active" if line == "a=setup:actpass" else line


def _shape_section(lines: list[str], candidates: list[str]) -> list[str]:
    kept = [_active(line) for line in lines if not line.startswith(("a=candidate:", "a=end-of-candidates"))]
    # A bundled section may stand with port 0 (RFC 8843, bundle-only): it is wanted all the same.
    if "a=bundle-only" in kept:
        kept[0] = re.sub(r"^(m=\S+) 0 ", r"\1 9 ", kept[0])
    return kept + candidates


def _usable_candidates(sections: list[list[str]]) -> list[str]:
    found: dict[tuple[str, str], str] = {}
    for lines in sections:
        for line in lines:
            if line.startswith("a=candidate:") and (address := _candidate_address(line)) is not None:
                found.setdefault(address, line)
    return list(found.values())[:MAX_CANDIDATES]


def _candidate_address(line: str) -> tuple[str, str] | None:
    words = line.removeprefix("a=candidate:").split()
    if len(words) < 8 or words[1] != "1" or words[2].lower() != "udp" or words[7] == "prflx":
        return None
    try:
        return str(ipaddress.ip_address(words[4])), str(int(words[5]))
    except ValueError:
        return None


def announce(sdp: str, addresses: tuple[str, ...]) -> str:
    """Adds further host candidates with our port: addresses under which a firewall or NAT forwards it to us.

    Raises:
        ValueError: an entry is not an IP address.
    """
    wanted = [str(ipaddress.ip_address(address)) for address in addresses]
    session, sections = split_sections(sdp)
    return join_sections(session, [_announce_in(lines, wanted) for lines in sections])


def _announce_in(lines: list[str], wanted: list[str]) -> list[str]:
    own = [line.removeprefix("a=candidate:").split() for line in lines if line.startswith("a=candidate:")]
    if not own:
        return lines
    known = {words[4] for words in own}
    at = next(index for index, line in enumerate(lines) if line.startswith("a=candidate:"))
    extra = [
        f"a=candidate:announced{number} 1 udp {2130706431 - number} {address} {_port_like(address, own)} typ host"
        for number, address in enumerate(wanted)
        if address not in known
    ]
    return lines[:at] + extra + lines[at:]


def _port_like(address: str, own: list[list[str]]) -> str:
    """Our port of the same address family, else of any."""
    same = [words[5] for words in own if (":" in words[4]) == (":" in address)]
    return (same or [words[5] for words in own])[0]


BAD_SDP = (
    ValueError, AssertionError, KeyError, AttributeError, IndexError, TypeError, StopIteration, RuntimeError,
    InvalidStateError, InvalidAccessError, OperationError,
)  # fmt: skip
"""What aiortc's SDP reader raises for text it does not expect."""


def short(error: BaseException) -> str:
    """Returns what an error says, in at most 160 letters."""
    return str(error)[:160] or type(error).__name__


def direction(sends: bool, receives: bool) -> str:  # noqa: FBT001
    """Returns the word of the SDP for what a section does."""
    return {(True, True): "sendrecv", (True, False): "sendonly", (False, True): "recvonly"}.get(
        (sends, receives), "inactive"
    )
