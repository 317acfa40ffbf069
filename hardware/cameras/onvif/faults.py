"""What goes wrong with an ONVIF camera, as one of our reasons and one sentence.

Rule: the client library raises SOAP faults, its own errors, those of aiohttp and of the system, and, for answers that
are not what the standard says, almost anything that comes of reading None; each of them ends here.

Fault codes: ONVIF Core Specification 5.11.2 and PTZ Service Specification (subcodes `ter:…`); several makers send the
reason's text alone.
"""

import re
from collections.abc import Iterable
from typing import Any

from console.words import Reason
from hardware.cameras.polled.device import DeviceTrouble, MemoryGone

ODD_ANSWERS = (AttributeError, LookupError, TypeError, ValueError, ArithmeticError, SyntaxError, RecursionError)
"""What reading an answer raises that lacks something, or is no SOAP at all."""

LONGEST_SAYING = 160
MOST_OCTETS = 8192

_CODES = {
    "notauthorized": Reason.CAMERA_LOGIN,
    "failedauthentication": Reason.CAMERA_LOGIN,
    "invalidsecurity": Reason.CAMERA_LOGIN,
    "notoken": Reason.CAMERA_FORGOT,
    "presetexist": Reason.CAMERA_FAILED,
    "movingptz": Reason.CAMERA_MOVING,
    "toomanypresets": Reason.PRESETS_FULL,
    "actionnotsupported": Reason.CAMERA_CANNOT,
    "optionalactionnotimplemented": Reason.CAMERA_CANNOT,
    "ptznotsupported": Reason.CAMERA_CANNOT,
    "noptzprofile": Reason.CAMERA_CANNOT,
    "spacenotsupported": Reason.CAMERA_CANNOT,
    "invalidposition": Reason.CAMERA_FAILED,
}
_SAYINGS = {
    "not authorized": Reason.CAMERA_LOGIN,
    "unauthorized": Reason.CAMERA_LOGIN,
    "authority failure": Reason.CAMERA_LOGIN,
    "wrong password": Reason.CAMERA_LOGIN,
    "token does not exist": Reason.CAMERA_FORGOT,
    "no such preset": Reason.CAMERA_FORGOT,
    "invalid preset": Reason.CAMERA_FORGOT,
    "preset not found": Reason.CAMERA_FORGOT,
    "not implemented": Reason.CAMERA_CANNOT,
    "not supported": Reason.CAMERA_CANNOT,
    "moving": Reason.CAMERA_MOVING,
}


def trouble_of_fault(codes: Iterable[str], saying: str) -> DeviceTrouble:
    """Returns what a SOAP fault means; `codes` are its code and subcodes without prefix, `saying` its reason."""
    known = (_CODES[code.casefold()] for code in codes if code.casefold() in _CODES)
    low = saying.casefold()
    said = (reason for words, reason in _SAYINGS.items() if words in low)
    reason = next(known, None) or next(said, Reason.CAMERA_FAILED)
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in saying).split())
    why = f"The camera refuses: {plain[:LONGEST_SAYING] or 'it does not say why'}"
    return MemoryGone(why) if reason is Reason.CAMERA_FORGOT else DeviceTrouble(reason, why)


def trouble_of_status(status: int) -> DeviceTrouble:
    """Returns what an answer by HTTP alone means."""
    if status in (401, 403):
        return DeviceTrouble(Reason.CAMERA_LOGIN, f"The camera refuses name and password (HTTP {status})")
    return DeviceTrouble(Reason.CAMERA_FAILED, f"The camera answers with HTTP {status} and no ONVIF")


def trouble_of(error: BaseException) -> DeviceTrouble:
    """Returns what an error of a call means; called only where the library has been loaded."""
    from onvif.exceptions import ONVIFAuthError, ONVIFError
    from zeep.exceptions import Fault, TransportError

    if isinstance(error, DeviceTrouble):
        trouble = error
    elif isinstance(error, Fault) or b"Fault" in _answer_in(error):
        trouble = _trouble_of_soap(error)
    elif isinstance(error, TransportError):
        trouble = trouble_of_status(int(error.status_code or 0))
    elif isinstance(error, ONVIFAuthError):
        trouble = trouble_of_status(401)
    elif isinstance(error, ONVIFError) and error.__cause__ is not None:
        trouble = trouble_of(error.__cause__)
    else:
        trouble = _trouble_of_line(error)
    return trouble


def _trouble_of_line(error: BaseException) -> DeviceTrouble:
    """Returns what it means where no whole answer came."""
    import aiohttp

    kind = type(error).__name__
    match error:
        case TimeoutError():
            return DeviceTrouble(Reason.CAMERA_UNREACHABLE, "The camera does not answer in time")
        case aiohttp.ClientResponseError():
            return trouble_of_status(error.status)
        case aiohttp.ClientPayloadError():
            return DeviceTrouble(Reason.CAMERA_FAILED, "The camera's answer is cut off or far too long")
        case aiohttp.ClientError() | OSError():
            return DeviceTrouble(Reason.CAMERA_UNREACHABLE, f"The camera cannot be reached ({kind})")
        case _:
            return DeviceTrouble(Reason.CAMERA_FAILED, f"The camera's answer is not as the standard says ({kind})")


def _trouble_of_soap(error: Any) -> DeviceTrouble:
    """Returns what a fault means; of one that the library did not understand it keeps the whole answer."""
    codes, saying = _codes_of(error), str(getattr(error, "message", None) or "")
    answer = _answer_in(error)[:MOST_OCTETS].decode(errors="replace")
    if answer:
        codes += re.findall(r"\bter:(\w+)", answer)
        saying = re.sub(r"<[^>]*>", " ", answer)
    return trouble_of_fault(codes, saying)


def _answer_in(error: object) -> bytes:
    """Returns the answer that an error of the library keeps."""
    for name in ("content", "detail"):
        kept = getattr(error, name, None)
        if isinstance(kept, bytes):
            return kept
    return b""


def _codes_of(fault: Any) -> list[str]:
    named = [str(getattr(fault, "code", None) or ""), *map(str, getattr(fault, "subcodes", None) or ())]
    return [code.rsplit("}", 1)[-1].rsplit(":", 1)[-1] for code in named]
