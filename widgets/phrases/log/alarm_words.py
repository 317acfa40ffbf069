"""Alarms in words: what is wrong, with whom, and what the sites share."""

from collections.abc import Mapping, Sequence
from typing import Any

from console.words import AlarmKind, CauseKind, Severity
from widgets.phrases.language import say, say_count
from widgets.phrases.words import SiteName

Fields = Mapping[str, Any]


_OF_THE_BRIDGE = (AlarmKind.LOG_FAILING, AlarmKind.RECORDING_STALLED, AlarmKind.DISK_LOW)
"""No other line tells of these."""
_OF_CONDUCT = (
    AlarmKind.ECHO,
    AlarmKind.SITE_FLOODS,
    AlarmKind.PICTURE_HARMFUL,
    AlarmKind.SITE_NONSENSE,
    AlarmKind.SITE_JOINS,
)
"""A site that echoes, is put off or named; no other line tells of that either."""


def phrase_alarm(
    alarm: AlarmKind,
    severity: Severity,
    sites: Sequence[str],
    cause: CauseKind | None,
    branch: str,
    site_name: SiteName,
) -> str:
    """Returns one line that says what is wrong; for several sites their number and what they share."""
    if len(sites) > 1:
        return say("{trouble} — {cause}", trouble=_many(alarm, len(sites)), cause=phrase_cause(cause, branch))
    return _one(alarm, severity, site_name(sites[0]) if sites else "")


def _one(alarm: AlarmKind, severity: Severity, site: str) -> str:  # noqa: C901, PLR0911, PLR0912 - one sentence per kind
    match alarm:
        case AlarmKind.SITE_LOST:
            return say("{site}: mất kết nối", site=site)
        case AlarmKind.LINE if severity is Severity.ERROR:
            return say("{site}: đường truyền rất kém", site=site)
        case AlarmKind.LINE:
            return say("{site}: đường truyền kém", site=site)
        case AlarmKind.PICTURE_OLD:
            return say("{site}: hình đứng", site=site)
        case AlarmKind.MICROPHONE_OPEN:
            return say("{site}: mic chưa tắt theo lệnh", site=site)
        case AlarmKind.MICROPHONE_FORGOTTEN:
            return say("{site}: mic bỏ quên", site=site)
        case AlarmKind.LOG_FAILING:
            return say("Không ghi được nhật ký")
        case AlarmKind.ENGINE_DOWN:
            return say("Bộ xử lý hình và tiếng đã dừng")
        case AlarmKind.RECORDING_STALLED:
            return say("Bản ghi hình không ghi tiếp được: hãy kiểm tra ổ đĩa")
        case AlarmKind.DISK_LOW if severity is Severity.ERROR:
            return say("Đã dừng ghi hình: ổ đĩa còn dưới 1 GB")
        case AlarmKind.DISK_LOW:
            return say("Ổ đĩa lưu bản ghi còn dưới 5 GB")
        case AlarmKind.ECHO:
            return say("{site}: vọng tiếng, phòng họp gửi trả lại âm thanh nhận được", site=site)
        case AlarmKind.SITE_FLOODS:
            return say("{site}: gửi dữ liệu quá mức, tạm ngắt hình và tiếng", site=site)
        case AlarmKind.PICTURE_HARMFUL:
            return say("{site}: hình gây quá tải, tạm ngắt hình", site=site)
        case AlarmKind.SITE_NONSENSE:
            return say("{site}: gửi dữ liệu sai quy cách", site=site)
        case AlarmKind.SITE_JOINS:
            return say("{site}: kết nối lại quá dồn dập, tạm hoãn", site=site)


def _many(alarm: AlarmKind, count: int) -> str:
    if alarm is AlarmKind.SITE_LOST:
        return say_count("{n} điểm cầu mất kết nối", count)
    return say_count("{n} điểm cầu có đường truyền kém", count)


def phrase_cause(cause: CauseKind | None, branch: str) -> str:
    """Returns what several sites share."""
    match cause:
        case CauseKind.CARRIER | CauseKind.CARRIER_IN_DISTRICT:
            return say("đường truyền {branch}", branch=branch)
        case CauseKind.DISTRICT:
            return say("địa bàn {branch}", branch=branch)
        case CauseKind.OWN_LINE:
            return say("nghi do đường truyền của điểm cầu chính")
        case None:
            return say("chưa rõ nguyên nhân chung")


def phrase_alarm_line(what: Fields, site_name: SiteName) -> str:
    """Returns the sentence of an alarm as a log line tells it."""
    cause = what.get("cause")
    return phrase_alarm(
        AlarmKind(what["alarm"]),
        Severity(what["severity"]),
        tuple(what.get("sites") or ()),
        None if cause is None else CauseKind(cause),
        str(what.get("branch") or ""),
        site_name,
    )


def alarm_is_news(kind: str, what: Fields) -> bool:
    """Tells whether a line about an alarm says more than the lines about its site do."""
    if kind == "alarm-taken":
        return True
    if kind == "alarm-cleared":
        return what.get("cause") is not None or what.get("alarm") in (
            AlarmKind.LINE,
            *_OF_THE_BRIDGE,
            *_OF_CONDUCT,
        )
    if kind == "alarm-changed":
        return what.get("severity") == Severity.ERROR and what.get("cause") is None
    return what.get("cause") is not None or what.get("alarm") in (
        AlarmKind.LINE,
        AlarmKind.PICTURE_OLD,
        *_OF_THE_BRIDGE,
        *_OF_CONDUCT,
    )
