"""Security events as the office keeps them, whether a session runs or not: what a stranger, a clock or a disk did.

Rules: what the program notices is put here by itself, once for each cause within ten minutes; what people do (who was
invited, who logged in, what was configured) stands in records of its own, and the list shows all of them together. No
secret, no code and nothing that was typed as one ever stands here. Sources: Bình Định article 7.3, Thanh Hóa article
3.3, Đắk Lắk II.1 step 7 (watch security events), Đồng Nai article 14.7.
"""

from enum import StrEnum

from console.office.people import ShortText
from console.office.record import Record, Text
from console.words import SiteId


class SecurityMatter(StrEnum):
    """What an event is about."""

    UNEXPECTED_JOIN = "unexpected_join"
    """Somebody wanted to join who is not of this meeting, or showed what opens nothing."""
    REVOKED_CREDENTIAL = "revoked_credential"
    """Somebody showed a credential or a code that was ended: perhaps the lost machine."""
    STORM = "storm"
    """More knocked at the signalling port than a meeting needs."""
    MISCONDUCT = "misconduct"
    """A site that may join harms the bridge's machine: it was put off, or told to wait, by the program itself."""
    CLOCK_JUMP = "clock_jump"
    CHAIN_BREAK = "chain_break"
    """A log or the register is not as it was written."""
    FAILED_LOGIN = "failed_login"
    ACCOUNT = "account"
    """An account was made, changed or used."""
    CREDENTIALS = "credentials"
    """A site was invited or its rights were ended."""
    CONFIGURATION = "configuration"


class SecurityEvent(Record, frozen=True, kw_only=True, tag="security_event"):
    """One event that the program noticed; `session` names the session that ran (empty: none)."""

    matter: SecurityMatter
    site: SiteId | None = None
    address: ShortText = ""
    what: ShortText = ""
    """The front's kind of refusal, which file, how far the clock jumped in milliseconds, which `Misconduct`."""
    count: int = 1
    session: Text = ""


def chain_break(where: str) -> SecurityEvent:
    """Returns that a chain is broken, always the same for the same place."""
    return SecurityEvent(id=f"chain/{where}", matter=SecurityMatter.CHAIN_BREAK, what=where)
