"""Configuration in words: its parts, with what right it was changed, and the lines of the log."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from widgets.phrases.language import say
from widgets.phrases.words import SiteName

Fields = Mapping[str, Any]


def configuration_parts() -> dict[str, str]:
    """Returns the words of `ConfigurationPart`."""
    return {
        "settings": say("Cài đặt chung"),
        "organisation": say("Tên và giờ làm việc của cơ quan"),
        "profile": say("Hồ sơ quy chế"),
        "calendar": say("Lịch làm việc"),
        "cameras": say("Danh sách camera"),
        "camera_passwords": say("Mật khẩu camera"),
        "certificate": say("Chứng thư của bộ điều khiển"),
        "signing_key": say("Khóa ký gói bàn giao"),
        "sites": say("Danh sách điểm cầu"),
        "places": say("Thông tin điểm cầu"),
        "devices": say("Danh sách thiết bị"),
        "lines": say("Danh sách đường truyền"),
        "credentials": say("Quyền kết nối"),
    }


def change_standings() -> dict[str, str]:
    """Returns the words of `ChangeStanding`."""
    return {
        "free": say("thay đổi bằng chương trình"),
        "overridden": say("thay đổi khi đang giữ nguyên, có lý do"),
        "by_hand": say("sửa thẳng vào tệp"),
        "unapproved": say("CHƯA ĐƯỢC ĐỒNG Ý"),
    }


def freeze_causes() -> dict[str, str]:
    """Returns the words of `FreezeCause`."""
    return {
        "session": say("cuộc họp chính thức đang diễn ra"),
        "check": say("kiểm tra kỹ thuật đã đạt, giữ nguyên đến khi họp"),
    }


def request_states() -> dict[str, str]:
    """Returns the words of `RequestState`."""
    return {
        "asked": say("Đã đề nghị"),
        "agreed": say("Được đồng ý"),
        "refused": say("Không đồng ý"),
        "done": say("Đã thực hiện"),
    }


def difference(before: str, after: str) -> str:
    """Returns what was and what is as one text; empty where nobody can say."""
    if not before and not after:
        return ""
    return say("{before} → {after}", before=before or "–", after=after or "–")


def _changed(what: Fields, _name: SiteName) -> str:
    part = configuration_parts().get(str(what["part"]), str(what["part"]))
    thing = f"{part} ({what['what']})" if what.get("what") else part
    otherwise = difference(str(what.get("before", "")), str(what.get("after", "")))
    thing = f"{thing}: {otherwise}" if otherwise else thing
    person, reason = str(what.get("person", "")), str(what.get("reason", ""))
    match str(what["standing"]):
        case "unapproved":
            if person:
                return say("THAY ĐỔI CẤU HÌNH CHƯA ĐƯỢC ĐỒNG Ý, {person}: {what}", person=person, what=thing)
            return say("THAY ĐỔI CẤU HÌNH CHƯA ĐƯỢC ĐỒNG Ý, sửa ngoài chương trình: {what}", what=thing)
        case "by_hand":
            return say("Cấu hình bị sửa ngoài chương trình: {what}", what=thing)
        case "overridden":
            return say(
                "{person} thay đổi cấu hình khi đang giữ nguyên, lý do “{reason}”: {what}",
                person=person,
                reason=reason,
                what=thing,
            )
        case _:
            return say("{person} thay đổi cấu hình: {what}", person=person, what=thing)


def _frozen(what: Fields, _name: SiteName) -> str:
    until = datetime.datetime.fromtimestamp(int(what["until_wall_ms"]) / 1000).astimezone()
    return say("Kiểm tra đạt: giữ nguyên cấu hình đến khi họp, chậm nhất {time}", time=f"{until:%H:%M %d.%m.%Y}")


CONFIGURATION_ENTRIES: dict[str, Callable[[Fields, SiteName], str]] = {
    "configuration-changed": _changed,
    "configuration-frozen": _frozen,
}
