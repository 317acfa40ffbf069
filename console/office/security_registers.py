"""What an office keeps about security by hand: changes that were asked for, checks, conditions of access, the level.

Rule: as in `registers`: each record is what a named person asked, found or confirmed on a day. Sources: Bình Định
articles 6.7 and 6.8; Đồng Nai articles 6.6, 6.8, 8.1 and 14.10; Bắc Kạn article 9; Decree 85/2016/NĐ-CP.
"""

from enum import StrEnum

from console.configuration.configuration_parts import ConfigurationPart
from console.configuration.configuration_records import ChangeRequest, RequestState
from console.office.columns import RecordList, choice, day, long_text, site, text, tick
from console.office.people import Day, Name, ShortText
from console.office.record import GivenText, Record, Text
from console.words import SiteId


class ReviewKind(StrEnum):
    """Why security was looked at."""

    PERIODIC = "periodic"
    AD_HOC = "ad_hoc"
    WITH_POLICE = "with_police"
    """Together with the provincial police (Đồng Nai, article 14 clause 10)."""
    AFTER_UPGRADE = "after_upgrade"


class SecurityReview(Record, frozen=True, kw_only=True, tag="security_review"):
    """A check of information security: what is weak, until when it is mended, and when it was."""

    day: Day
    review_kind: ReviewKind = ReviewKind.PERIODIC
    site: SiteId | None = None
    """None: the whole system."""
    done_by: Name
    weak_points: Text = ""
    """One per line; empty: none was found."""
    follow_up: Text = ""
    fix_until: Day = ""
    fixed_on: Day = ""
    next_on: Day = ""
    paper: ShortText = ""
    note: Text = ""


class AccessKind(StrEnum):
    """What a site joins with."""

    ROOM_SYSTEM = "room_system"
    COMPUTER = "computer"
    TABLET = "tablet"
    PHONE = "phone"


class AccessConfirmation(Record, frozen=True, kw_only=True, tag="access_confirmation"):
    """Somebody confirms that a site's device meets the conditions under which it may join; `valid_to` is its last day.

    Source: Đồng Nai, article 6 clause 8 ("tuân thủ các điều kiện được cấp quyền truy cập hệ thống").
    """

    site: SiteId
    device_name: Name
    access_kind: AccessKind = AccessKind.COMPUTER
    up_to_date: bool = False
    """System and browser have the makers' mends."""
    protected: bool = False
    """Against malicious software."""
    own_account: bool = False
    """Nobody uses it under another's name."""
    right_network: bool = False
    confirmed_by: Name
    confirmed_on: Day
    valid_to: Day = ""
    paper: ShortText = ""
    note: Text = ""

    def holds(self, today: str) -> bool:
        """Returns whether every condition is met and the confirmation has not ended; `today` is an ISO date."""
        met = self.up_to_date and self.protected and self.own_account and self.right_network
        return met and bool(self.confirmed_on) and (not self.valid_to or self.valid_to >= today)


class Level(StrEnum):
    """A level of Decree 85/2016/NĐ-CP; five is the highest."""

    NONE_YET = ""
    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"


class SecurityLevel(Record, frozen=True, kw_only=True, tag="security_level"):
    """The level of the information system as its owner had it approved (Decree 85/2016/NĐ-CP, articles 6 to 14)."""

    system: GivenText
    level: Level = Level.NONE_YET
    owner: ShortText = ""
    operator: ShortText = ""
    approved_by: ShortText = ""
    paper: ShortText = ""
    approved_on: Day = ""
    review_on: Day = ""
    network: ShortText = ""
    """The dedicated network's own level, where there is one (Bắc Kạn, article 9)."""
    note: Text = ""


CHANGE_REQUESTS = RecordList(
    name="change_requests",
    form=ChangeRequest,
    columns=(
        text("what", 30, needed=True),
        choice("part", ConfigurationPart, 18),
        site(width=16),
        text("asked_by", 16, needed=True),
        day("asked_on", 11, needed=True),
        choice("state", RequestState, 13),
        text("answered_by", 18),
        day("answered_on"),
        text("paper"),
        day("done_on", 11),
        text("done_by"),
        long_text("why"),
        long_text("note"),
    ),
    key=("what", "asked_on"),
)

SECURITY_REVIEWS = RecordList(
    name="security_reviews",
    form=SecurityReview,
    columns=(
        day("day", 11, needed=True),
        choice("review_kind", ReviewKind, 18),
        site(width=18),
        text("done_by", 18, needed=True),
        long_text("weak_points", 30, lines=6),
        long_text("follow_up"),
        day("fix_until", 11),
        day("fixed_on", 13),
        day("next_on", 13),
        text("paper"),
        long_text("note"),
    ),
    key=("day", "review_kind", "site"),
)

ACCESS = RecordList(
    name="access",
    form=AccessConfirmation,
    columns=(
        site(width=22, needed=True),
        text("device_name", 20, needed=True),
        choice("access_kind", AccessKind, 16),
        tick("up_to_date", 10),
        tick("protected", 10),
        tick("own_account"),
        tick("right_network"),
        text("confirmed_by", 18, needed=True),
        day("confirmed_on", 11, needed=True),
        day("valid_to", 11),
        text("paper"),
        long_text("note"),
    ),
    key=("site", "device_name"),
)

SECURITY_LEVELS = RecordList(
    name="security_levels",
    form=SecurityLevel,
    columns=(
        text("system", 30, needed=True),
        choice("level", Level, 10),
        text("owner", 20),
        text("operator"),
        text("approved_by", 20),
        text("paper", 16),
        day("approved_on", 13),
        day("review_on", 13),
        text("network"),
        long_text("note"),
    ),
    key=("system",),
)

SECURITY_LISTS = (CHANGE_REQUESTS, SECURITY_REVIEWS, ACCESS, SECURITY_LEVELS)
"""The lists of this room."""
