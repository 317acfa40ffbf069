"""Whether a request to a simulated ONVIF camera carries the right login; pure but for the digest.

Source: WS-Security UsernameToken Profile 1.0: digest = Base64(SHA-1(nonce + created + password)).
"""

import base64
import hashlib
import hmac
from datetime import UTC, datetime
from typing import Any

WSSE = "{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd}"
WSU = "{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd}"


def is_logged_in(
    envelope: Any, user: str, password: str, now: datetime, gate_seconds: float, *, zulu_only: bool
) -> bool:
    """Returns whether an envelope (an lxml element) holds a login of that name whose time is near the camera's."""
    token = envelope.find(f".//{WSSE}UsernameToken")
    if token is None:
        return False
    name, digest = token.findtext(f"{WSSE}Username"), token.findtext(f"{WSSE}Password") or ""
    nonce, created = token.findtext(f"{WSSE}Nonce") or "", token.findtext(f"{WSU}Created") or ""
    if zulu_only and not created.endswith("Z"):
        return False
    try:
        moment = datetime.fromisoformat(created)
        hashed = hashlib.sha1(base64.b64decode(nonce) + created.encode() + password.encode())  # noqa: S324 - the standard's
    except ValueError:
        return False
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    right = hmac.compare_digest(base64.b64encode(hashed.digest()).decode(), digest)
    return name == user and right and abs((moment - now).total_seconds()) <= gate_seconds
