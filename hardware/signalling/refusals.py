"""Why the front turns somebody away: kinds that both ends know, each with its HTTP status and its one sentence.

Rule: the body of a refusal is its sentence, the header `Diem-Cau-Refusal` its kind, so that our own clients can say it
in the reader's language. Nothing secret and nothing of the program's inside stands in a sentence.
"""

from enum import StrEnum

from console.trouble import ENGLISH, TroubleKind

REFUSAL_HEADER = "Diem-Cau-Refusal"


class Refusal(StrEnum):
    NO_CREDENTIAL = "no_credential"
    CREDENTIAL_UNKNOWN = "credential_unknown"
    CREDENTIAL_EXPIRED = "credential_expired"
    CHALLENGE_STALE = "challenge_stale"
    SIGNATURE_WRONG = "signature_wrong"
    NOT_RENEWED = "not_renewed"
    OTHER_SITE = "other_site"
    SITE_UNKNOWN = "site_unknown"
    ANOTHER_MACHINE = "another_machine"
    MEETING_LOCKED = "meeting_locked"
    IN_LOBBY = "in_lobby"
    FULL = "full"
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
    Refusal.CREDENTIAL_EXPIRED: 401,
    Refusal.CHALLENGE_STALE: 401,
    Refusal.SIGNATURE_WRONG: 401,
    Refusal.NOT_RENEWED: 403,
    Refusal.OTHER_SITE: 403,
    Refusal.SITE_UNKNOWN: 404,
    Refusal.ANOTHER_MACHINE: 409,
    Refusal.MEETING_LOCKED: 403,
    Refusal.IN_LOBBY: 403,
    Refusal.FULL: 503,
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

SENTENCE: dict[Refusal, str] = {refusal: ENGLISH[TroubleKind(refusal.value)] for refusal in Refusal}


class Refused(Exception):
    """A request is turned away; `detail` replaces the general sentence where more is known."""

    def __init__(self, refusal: Refusal, *, site: str | None = None, detail: str | None = None) -> None:
        super().__init__(detail or SENTENCE[refusal])
        self.refusal = refusal
        self.site = site
