"""Why the front turns somebody away: kinds that both ends know, each with its HTTP status and its one sentence.

Rule: the body of a refusal is its sentence, the header `Diem-Cau-Refusal` its kind, so that our own clients can say it
in the reader's language. Nothing secret and nothing of the program's inside stands in a sentence.
"""

from enum import StrEnum

REFUSAL_HEADER = "Diem-Cau-Refusal"


class Refusal(StrEnum):
    NO_CREDENTIAL = "no_credential"
    CREDENTIAL_UNKNOWN = "credential_unknown"
    OTHER_SITE = "other_site"
    SITE_UNKNOWN = "site_unknown"
    ANOTHER_MACHINE = "another_machine"
    CODE_UNKNOWN = "code_unknown"
    CODE_EXPIRED = "code_expired"
    CODE_USED = "code_used"
    CODE_REVOKED = "code_revoked"
    BUSY = "busy"
    TOO_LONG = "too_long"
    NOT_SDP = "not_sdp"
    OFFER_MALFORMED = "offer_malformed"
    REQUEST_MALFORMED = "request_malformed"
    SESSION_UNKNOWN = "session_unknown"
    RESTART_UNSUPPORTED = "restart_unsupported"
    STALE = "stale"
    NOT_HERE = "not_here"


STATUS: dict[Refusal, int] = {
    Refusal.NO_CREDENTIAL: 401,
    Refusal.CREDENTIAL_UNKNOWN: 401,
    Refusal.OTHER_SITE: 403,
    Refusal.SITE_UNKNOWN: 404,
    Refusal.ANOTHER_MACHINE: 409,
    Refusal.CODE_UNKNOWN: 403,
    Refusal.CODE_EXPIRED: 410,
    Refusal.CODE_USED: 410,
    Refusal.CODE_REVOKED: 410,
    Refusal.BUSY: 503,
    Refusal.TOO_LONG: 413,
    Refusal.NOT_SDP: 415,
    Refusal.OFFER_MALFORMED: 400,
    Refusal.REQUEST_MALFORMED: 400,
    Refusal.SESSION_UNKNOWN: 404,
    Refusal.RESTART_UNSUPPORTED: 422,
    Refusal.STALE: 412,
    Refusal.NOT_HERE: 404,
}

SENTENCE: dict[Refusal, str] = {
    Refusal.NO_CREDENTIAL: "A bearer credential is needed; ask the main endpoint for an invitation.",
    Refusal.CREDENTIAL_UNKNOWN: "This credential is not known or was revoked; ask the main endpoint for a new one.",
    Refusal.OTHER_SITE: "This credential belongs to another site.",
    Refusal.SITE_UNKNOWN: "This site is not in the list of sites.",
    Refusal.ANOTHER_MACHINE: "Another machine is connected as this site; end it there first, or call the operator.",
    Refusal.CODE_UNKNOWN: "This invitation code is not known; check its letters.",
    Refusal.CODE_EXPIRED: "This invitation has expired; ask the main endpoint for a new one.",
    Refusal.CODE_USED: "This invitation was used already; ask the main endpoint for a new one.",
    Refusal.CODE_REVOKED: "This invitation was revoked; ask the main endpoint for a new one.",
    Refusal.BUSY: "The bridge is busy with other sites; try again in a moment.",
    Refusal.TOO_LONG: "The request is too long.",
    Refusal.NOT_SDP: "The body has to be an SDP offer (application/sdp).",
    Refusal.OFFER_MALFORMED: "The SDP offer cannot be taken.",
    Refusal.REQUEST_MALFORMED: "The request is not understood.",
    Refusal.SESSION_UNKNOWN: "This connection has ended.",
    Refusal.RESTART_UNSUPPORTED: "ICE restarts are not supported; join again.",
    Refusal.STALE: "The entity tag is not this connection's.",
    Refusal.NOT_HERE: "There is nothing at this address.",
}


class Refused(Exception):
    """A request is turned away; `detail` replaces the general sentence where more is known."""

    def __init__(self, refusal: Refusal, *, site: str | None = None, detail: str | None = None) -> None:
        super().__init__(detail or SENTENCE[refusal])
        self.refusal = refusal
        self.site = site
