"""Who may make which request to the front: one row for every method and path, read where requests are judged.

Rule: what has no row does not exist. A secret of a device or a browser, and a site's key, reach what their row names
and nothing else; every row that needs one is good for the credential's own site alone.
"""

from enum import Enum, auto
from typing import NamedTuple

from console.ports_identity import CredentialKind

EVERY_KIND = frozenset(CredentialKind)


class Needs(Enum):
    """What a request has to show."""

    NOTHING = auto()
    CODE = auto()
    """An invitation's one-time code in its body."""
    CREDENTIAL = auto()
    """A key's signature, or a bearer secret."""


class RequestRight(NamedTuple):
    """Who may make a request: what it shows, and of which kinds of credentials."""

    needs: Needs = Needs.NOTHING
    kinds: frozenset[CredentialKind] = frozenset()


_ANYBODY = RequestRight()
_MEMBER = RequestRight(Needs.CREDENTIAL, EVERY_KIND)

REQUEST_RIGHTS: dict[tuple[str, str], RequestRight] = {
    ("GET", "/"): _ANYBODY,
    ("GET", "/join"): _ANYBODY,
    ("GET", "/static/{name}"): _ANYBODY,
    ("GET", "/certificate"): _ANYBODY,
    ("GET", "/alive"): _ANYBODY,
    ("GET", "/challenge"): _ANYBODY,
    ("POST", "/enrol"): RequestRight(Needs.CODE),
    ("POST", "/renew"): RequestRight(Needs.CREDENTIAL, frozenset({CredentialKind.PROGRAM})),
    **{
        row: right
        for door in ("whip", "whep")
        for row, right in {
            ("OPTIONS", f"/{door}/{{site}}"): _ANYBODY,
            ("OPTIONS", f"/{door}/{{site}}/{{connection}}"): _ANYBODY,
            ("POST", f"/{door}/{{site}}"): _MEMBER,
            ("PATCH", f"/{door}/{{site}}/{{connection}}"): _MEMBER,
            ("DELETE", f"/{door}/{{site}}/{{connection}}"): _MEMBER,
        }.items()
    },
}

SPEAKS_CONTROL = frozenset({CredentialKind.PROGRAM, CredentialKind.BROWSER})
"""Whose connection may have a control channel (`?program=1`); a device only sends and receives media.

Which messages are taken over it stands in the table of messages (`console/sites/message_rights`).
"""


def may_request(method: str, path: str, kind: CredentialKind) -> bool:
    """Tells whether a credential of this kind may make a request to a path of the table."""
    right = REQUEST_RIGHTS.get((method, path))
    return right is not None and right.needs is Needs.CREDENTIAL and kind in right.kinds
