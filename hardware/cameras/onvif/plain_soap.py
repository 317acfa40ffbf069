"""Operations that the client library has no schema of: written out, posted, read by local names; no clock, no state.

Rules: what is sent is well formed and escaped; what comes is read whatever prefixes, order or additions it has, and
never fetches anything. A login is the library's own (WS-Security, digest), by the camera's clock as the library has it.
Source: SOAP 1.2 part 1; the services themselves are in `media2` and `focus`.
"""

import importlib
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

import aiohttp

from hardware.cameras.onvif.faults import trouble_of_fault, trouble_of_status
from hardware.cameras.polled.device import DeviceTrouble

SOAP: Final = "http://www.w3.org/2003/05/soap-envelope"
SCHEMA: Final = "http://www.onvif.org/ver10/schema"


def etree() -> Any:
    """Returns the reader and writer of XML, which has no types; loaded with the first camera that is asked."""
    return importlib.import_module("lxml.etree")


def element(namespace: str, name: str, *children: Any, text: str = "", **attributes: str) -> Any:
    """Returns an element with children, text and attributes."""
    made = etree().Element(f"{{{namespace}}}{name}", attributes)
    made.extend(children)
    made.text = text or None
    return made


async def post(
    session: aiohttp.ClientSession,
    address: str,
    operation: Any,
    login: tuple[str, str, timedelta | None],
) -> Any:
    """Returns the element that answers an operation; raises `DeviceTrouble`, and what `session` raises.

    `login` is name (empty: none), password, and how far the camera's clock is ahead of ours.
    """
    envelope = element(SOAP, "Envelope", element(SOAP, "Header"), element(SOAP, "Body", operation))
    headers = {"Content-Type": "application/soap+xml; charset=utf-8"}
    if login[0]:
        from onvif.client import UsernameDigestTokenDtDiff

        user, password, ahead = login
        token: Any = UsernameDigestTokenDtDiff(user, password, dt_diff=ahead, use_digest=True)
        envelope, headers = token.apply(envelope, headers)
    async with session.post(address, data=etree().tostring(envelope, encoding="utf-8"), headers=headers) as response:
        return _answer_in(await response.read(), response.status)


def _answer_in(octets: bytes, status: int) -> Any:
    parser = etree().XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    envelope = _read(octets, parser)
    body = None if envelope is None else first(envelope, "Body")
    answer: Any = None if body is None else next((child for child in body if name_of(child)), None)
    if answer is None:
        raise trouble_of_status(status)
    if name_of(answer) == "Fault":
        raise _trouble_in(answer)
    return answer


def _read(octets: bytes, parser: Any) -> Any:
    """Returns the outermost element, None where there is not even one to be guessed at."""
    try:
        return etree().fromstring(octets, parser) if octets.strip() else None
    except etree().XMLSyntaxError:
        return None


def _trouble_in(fault: Any) -> DeviceTrouble:
    """Returns what a fault of SOAP 1.2 or 1.1 means."""
    codes = [text_of(inner) for inner in fault.iter() if name_of(inner) in {"Value", "faultcode"}]
    said = next((text_of(inner) for inner in fault.iter() if name_of(inner) in {"Text", "faultstring"}), "")
    return trouble_of_fault([code.rsplit(":", 1)[-1] for code in codes], said)


# ---------------------------------------------------------------- reading


def name_of(node: Any) -> str:
    """Returns an element's name without its namespace, empty for a comment."""
    return str(node.tag).rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def text_of(node: Any) -> str:
    """Returns what stands in an element, without what surrounds it."""
    return str(node.text or "").strip()


def all_of(node: Any, name: str) -> Iterator[Any]:
    """Yields the elements of that name anywhere in another."""
    return (inner for inner in node.iter() if name_of(inner) == name)


def first(node: Any, *names: str) -> Any:
    """Returns what is found by following names inward, None where one of them is missing."""
    for name in names:
        node = next(all_of(node, name), None)
        if node is None:
            return None
    return node
