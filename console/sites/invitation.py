"""An invitation to a site: what its file, its `diemcau://` link and its QR picture carry.

Rule: file and link say the same and read back to the same value. The one-time code is in it, so it is handed to one
site and is worth nothing once redeemed. Nothing here touches files or networks.
"""

from urllib.parse import parse_qs, urlencode, urlsplit

import msgspec

from console.trouble import Told, TroubleKind, trouble
from console.words import SiteId

INVITATION_VERSION = 1
SCHEME = "diemcau"
LARGEST_CHARACTERS = 16 * 1024


class BadInvitation(Told):
    """The text is no invitation; one sentence says why."""


class Invitation(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a site needs to join for the first time.

    `urls` are the bridge's HTTPS addresses in the order to try (`https://10.8.0.1:8443`), `fingerprint` is SHA-256 of
    the bridge's certificate (64 hexadecimal digits), `expires_ms` the wall clock (UTC) after which the code is void.
    """

    version: int = INVITATION_VERSION
    site: SiteId
    site_name: str
    urls: tuple[str, ...]
    code: str
    fingerprint: str
    expires_ms: int

    def to_json(self) -> bytes:
        """Returns the content of an invitation file."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"

    def to_link(self) -> str:
        """Returns the link `diemcau://join?…`, short enough for a QR code of medium size."""
        query = [("v", str(self.version)), ("s", self.site), ("n", self.site_name), ("c", self.code)]
        query += [("f", self.fingerprint), ("e", str(self.expires_ms))]
        query += [("u", url) for url in self.urls]
        return f"{SCHEME}://join?{urlencode(query)}"


def read_invitation(text: str) -> Invitation:
    """Returns the invitation in a file's content or a link; raises `BadInvitation`."""
    if len(text) > LARGEST_CHARACTERS:
        raise BadInvitation(trouble(TroubleKind.INVITATION_TOO_LONG))
    trimmed = text.removeprefix("\ufeff").strip()
    try:
        invitation = _from_link(trimmed) if trimmed.startswith(f"{SCHEME}:") else _from_json(trimmed)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise BadInvitation(trouble(TroubleKind.INVITATION_BAD, why=error)) from error
    if invitation.version != INVITATION_VERSION:
        raise BadInvitation(trouble(TroubleKind.INVITATION_OF_OTHER_VERSION))
    if not invitation.urls or not invitation.code or not all(url.startswith("https://") for url in invitation.urls):
        raise BadInvitation(trouble(TroubleKind.INVITATION_EMPTY))
    return invitation


def _from_json(text: str) -> Invitation:
    return msgspec.json.decode(text, type=Invitation)


def _from_link(link: str) -> Invitation:
    query = parse_qs(urlsplit(link).query, strict_parsing=True, max_num_fields=32)

    def only(key: str) -> str:
        values = query.get(key, [])
        if len(values) != 1:
            raise ValueError(f"the link has {len(values)} values for {key!r}")
        return values[0]

    return Invitation(
        version=int(only("v")),
        site=only("s"),
        site_name=only("n"),
        code=only("c"),
        fingerprint=only("f"),
        expires_ms=int(only("e")),
        urls=tuple(query.get("u", [])),
    )
