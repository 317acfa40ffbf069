"""The control messages of `console/site_messages` as text on the data channel, and back.

Rule: no loop, no socket, no clock. A message is one JSON object with its version (`v`) and its tag (`say`); what is
too long, of another version or against the schema raises one named error whose text is one sentence, and never
anything else, whatever arrives.
"""

from typing import TypeVar

import msgspec

from console.sites.site_messages import CONTROL_VERSION, FromSiteMessage, ToSiteMessage

LARGEST_MESSAGE = 16 * 1024
"""Octets of one message; longer ones are refused unread."""


class ControlError(ValueError):
    """A control message that cannot be taken."""


class ControlTooLong(ControlError):
    """More than `LARGEST_MESSAGE` octets."""


class ControlOfOtherVersion(ControlError):
    """The other end speaks a version of the protocol that this one does not."""


class ControlMalformed(ControlError):
    """No JSON, no known tag, or a field against the schema."""


_Kind = TypeVar("_Kind")


class _Head(msgspec.Struct):
    v: int


_encoder = msgspec.json.Encoder()
_head = msgspec.json.Decoder(_Head)
_from_site = msgspec.json.Decoder(FromSiteMessage)
_to_site = msgspec.json.Decoder(ToSiteMessage)
_VERSION_FIELD = b'{"v":%d,' % CONTROL_VERSION


def encode_to_site(message: ToSiteMessage) -> str:
    """Returns what the bridge sends; raises `ControlTooLong`."""
    return _encode(message)


def encode_from_site(message: FromSiteMessage) -> str:
    """Returns what a site sends; raises `ControlTooLong`."""
    return _encode(message)


def decode_from_site(text: str | bytes) -> FromSiteMessage:
    """Returns a site's message, for the bridge; raises a `ControlError`."""
    return _decode(text, _from_site)


def decode_to_site(text: str | bytes) -> ToSiteMessage:
    """Returns the bridge's message, for a site; raises a `ControlError`."""
    return _decode(text, _to_site)


def _encode(message: ToSiteMessage | FromSiteMessage) -> str:
    octets = _VERSION_FIELD + _encoder.encode(message)[1:]  # every message has its tag, so it is never "{}"
    if len(octets) > LARGEST_MESSAGE:
        raise ControlTooLong(f"A message of {len(octets)} octets is longer than {LARGEST_MESSAGE}.")
    return octets.decode()


def _decode(text: str | bytes, decoder: "msgspec.json.Decoder[_Kind]") -> _Kind:
    if len(text) > LARGEST_MESSAGE or (isinstance(text, str) and len(text.encode(errors="replace")) > LARGEST_MESSAGE):
        raise ControlTooLong(f"The message is longer than {LARGEST_MESSAGE} octets.")
    try:
        if _head.decode(text).v != CONTROL_VERSION:
            raise ControlOfOtherVersion(f"The message is not of version {CONTROL_VERSION} of the protocol.")
        return decoder.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise ControlMalformed(f"The message is none of this protocol: {error}.") from error
