"""The English sentences of `credentials`.

Rule: as in `command_line.phrasing`, actions name a kind and values; `widgets/phrases` says the same in the reader's
language.
"""

from collections.abc import Mapping
from enum import StrEnum

from console.office.security_acts import SecurityDeed
from console.ports_identity import CredentialKind
from console.sites.credential_row import CredentialStanding


class CredentialSay(StrEnum):
    """What the command line has to say about credentials."""

    LINE = "line"
    NEVER = "never"
    NOTHING_LISTED = "nothing_listed"
    REVOKED_HERE = "revoked_here"
    NOTHING_TO_REVOKE = "nothing_to_revoke"
    REVOKED_THERE = "revoked_there"
    NOT_REVOKED_THERE = "not_revoked_there"
    ACT = "act"
    NO_ACTS = "no_acts"
    ACTS_WRITTEN = "acts_written"
    HEADINGS = "headings"


_SAID: Mapping[CredentialSay, str] = {
    CredentialSay.LINE: "{number:>4}  {name:<28} {kind:<22} made {made}  ends {ends}  last used {used}  {standing}",
    CredentialSay.NEVER: "never",
    CredentialSay.NOTHING_LISTED: "There is no such credential.",
    CredentialSay.REVOKED_HERE: "{count} credentials of {number} {name} have ended; nothing of the site can join.",
    CredentialSay.NOTHING_TO_REVOKE: "{number} {name} had no good credential; codes that were open have ended.",
    CredentialSay.REVOKED_THERE: "The running bridge has ended all credentials and connections of {number} {name}.",
    CredentialSay.NOT_REVOKED_THERE: "The bridge did not revoke {number} {name}: {why}",
    CredentialSay.ACT: "{time}  {person} {deed} {number} {name}",
    CredentialSay.NO_ACTS: "Nobody has been invited or revoked yet.",
    CredentialSay.ACTS_WRITTEN: "{count} acts written to {file}.",
    CredentialSay.HEADINGS: "time;person;act;site",
}
_DEEDS: Mapping[SecurityDeed, str] = {
    SecurityDeed.INVITED: "invited",
    SecurityDeed.DEVICE_SECRET: "made a device secret for",
    SecurityDeed.REVOKED: "revoked all credentials of",
}
_KINDS: Mapping[CredentialKind, str] = {
    CredentialKind.PROGRAM: "key of a program",
    CredentialKind.BROWSER: "secret of a browser",
    CredentialKind.DEVICE: "secret of a device",
}
_STANDINGS: Mapping[CredentialStanding, str] = {
    CredentialStanding.GOOD: "good",
    CredentialStanding.ENDS_SOON: "ENDS SOON",
    CredentialStanding.EXPIRED: "expired",
    CredentialStanding.REVOKED: "revoked",
}
CredentialKindOfWords = CredentialSay | SecurityDeed | CredentialKind | CredentialStanding
CREDENTIAL_KINDS = (CredentialSay, SecurityDeed, CredentialKind, CredentialStanding)


def credential_english(kind: CredentialKindOfWords) -> str:
    """Returns the English sentence of a kind."""
    if isinstance(kind, CredentialSay):
        return _SAID[kind]
    if isinstance(kind, SecurityDeed):
        return _DEEDS[kind]
    return _KINDS[kind] if isinstance(kind, CredentialKind) else _STANDINGS[kind]
