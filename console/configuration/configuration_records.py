"""What the office's register keeps of configuration: each change, what is known of each part, and when it is frozen.

Rules: who did it, when and why stand beside the record, as for every record; no secret is ever in one. A freeze by a
good check ends when its meeting is held, or at its own end.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import msgspec

from console.configuration.configuration_facts import MOST_FACTS
from console.configuration.configuration_parts import ConfigurationPart
from console.office.people import Day, Name, ShortText
from console.office.record import GivenText, Record, Text
from console.words import SiteId

SESSION_FREEZE = "session"
"""Identifier of the one freeze by a session that runs."""


class ChangeStanding(StrEnum):
    """With what right a change was made."""

    FREE = "free"
    """By the program's own means while nothing was frozen."""
    OVERRIDDEN = "overridden"
    """While the configuration was frozen, with a reason that is kept."""
    BY_HAND = "by_hand"
    """In a file or in the data base, beside the program, while nothing was frozen."""
    UNAPPROVED = "unapproved"
    """Beside the program, or by a satellite, while the configuration was frozen."""


class ConfigurationChange(Record, frozen=True, kw_only=True, tag="configuration_change"):
    """One change; `before` and `after` say what is otherwise (empty for secrets, or where it is too much)."""

    part: ConfigurationPart
    what: ShortText = ""
    """Which record of the part, by its name; empty: the part's file."""
    standing: ChangeStanding = ChangeStanding.FREE
    before: Text = ""
    after: Text = ""
    site: SiteId | None = None
    """A satellite whose own configuration it is."""
    session: Text = ""
    """That ran, so that its package holds the change too."""


class ConfigurationKnown(Record, frozen=True, kw_only=True, tag="configuration_known"):
    """How a file stood when it was last looked at; `id` is its part."""

    digest: Text = ""
    """SHA-256, empty: there was no file."""
    facts: Annotated[dict[str, str], msgspec.Meta(max_length=MOST_FACTS)] = {}


class FreezeCause(StrEnum):
    """Why configuration stays as it is."""

    SESSION = "session"
    """An official meeting runs."""
    CHECK = "check"
    """The technical check was closed as good (Bình Định, article 10 clause 2b)."""


class ConfigurationFreeze(Record, frozen=True, kw_only=True, tag="configuration_freeze"):
    """From when, and until when at the latest, configuration stays as it is; `id` names the session or the meeting."""

    cause: FreezeCause
    in_force: bool = True
    since_ms: int
    until_ms: int | None = None
    session: Text = ""
    meeting_uid: Text = ""


def freeze_in_force(
    freezes: Iterable[ConfigurationFreeze], open_sessions: Iterable[str], now_wall_ms: int
) -> ConfigurationFreeze | None:
    """Returns the freeze that holds now; one of a session that is open no more, or of a meeting that was held, is over.

    `open_sessions` names the sessions that never ended.
    """
    known = tuple(freezes)
    live = frozenset(open_sessions)
    by_session = next((each for each in known if each.cause is FreezeCause.SESSION), None)
    if by_session is not None and by_session.in_force and by_session.session in live:
        return by_session
    for each in known:
        held = by_session is not None and by_session.meeting_uid == each.meeting_uid
        over = each.until_ms is not None and now_wall_ms >= each.until_ms
        if each.cause is FreezeCause.CHECK and each.in_force and not over:
            if held and by_session is not None and by_session.since_ms >= each.since_ms:
                continue
            return each
    return None


class RequestState(StrEnum):
    """How far a wish for a change has come."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    DONE = "done"


class ChangeRequest(Record, frozen=True, kw_only=True, tag="change_request"):
    """A change that somebody wants, and what the body that manages the system said (Bình Định, article 6 clause 8;
    Thanh Hóa, article 3 clause 3; Đồng Nai, article 6 clause 6).
    """

    what: GivenText
    part: ConfigurationPart = ConfigurationPart.SETTINGS
    site: SiteId | None = None
    asked_by: Name
    asked_on: Day
    why: Text = ""
    state: RequestState = RequestState.ASKED
    answered_by: ShortText = ""
    """The managing body, or who answered for it."""
    answered_on: Day = ""
    paper: ShortText = ""
    done_on: Day = ""
    done_by: ShortText = ""
    note: Text = ""
