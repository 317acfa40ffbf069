"""Who may be in the meeting, in words: the lines of the log, the commands, their help."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from widgets.phrases.language import say
from widgets.phrases.words import SiteName

Fields = Mapping[str, Any]
Phrase = Callable[[Fields, SiteName], str]


def _knocked(what: Fields, name: SiteName) -> str:
    site = name(str(what["site"]))
    if what.get("locked"):
        return say("{site} xin vào họp, nhưng cuộc họp đã khóa", site=site)
    return say("{site} không thuộc cuộc họp này, đang chờ cho vào", site=site)


def _ends_soon(what: Fields, name: SiteName) -> str:
    day = f"{datetime.datetime.fromtimestamp(int(what['ends_wall_ms']) / 1000).astimezone():%d.%m.%Y}"
    return say("Quyền kết nối của {site} sắp hết hạn, ngày {day}", site=name(str(what["site"])), day=day)


ADMISSION_ENTRIES: dict[str, Phrase] = {
    "credentials-revoked": lambda what, name: say(
        "Đã thu hồi quyền kết nối của {site}; điểm cầu bị ngắt", site=name(str(what["site"]))
    ),
    "credential-ends-soon": _ends_soon,
    "meeting-locked": lambda what, name: say("Khóa cuộc họp: không nhận thêm điểm cầu"),
    "meeting-unlocked": lambda what, name: say("Đã mở khóa cuộc họp"),
    "lobby-opened": lambda what, name: say("Mở phòng chờ cho điểm cầu không thuộc cuộc họp"),
    "lobby-closed": lambda what, name: say("Đã đóng phòng chờ"),
    "site-knocked": _knocked,
    "site-let-in": lambda what, name: say("Cho {site} vào họp", site=name(str(what["site"]))),
    "site-turned-away": lambda what, name: say("Từ chối cho {site} vào họp", site=name(str(what["site"]))),
}

ADMISSION_COMMANDS: dict[str, Phrase] = {
    "revoke-credentials": lambda what, name: say("thu hồi quyền kết nối của {site}", site=name(str(what["site"]))),
    "lock-meeting": lambda what, name: say("khóa cuộc họp"),
    "unlock-meeting": lambda what, name: say("mở khóa cuộc họp"),
    "open-lobby": lambda what, name: say("mở phòng chờ"),
    "close-lobby": lambda what, name: say("đóng phòng chờ"),
    "let-in": lambda what, name: say("cho {site} vào họp", site=name(str(what["site"]))),
    "turn-away": lambda what, name: say("từ chối cho {site} vào họp", site=name(str(what["site"]))),
}


def admission_options() -> dict[str, str]:
    """Returns the help of the commands, by its English text."""
    return {
        "end all credentials and connections of a site": say(
            "thu hồi mọi quyền kết nối và ngắt kết nối của một điểm cầu"
        ),
        "let no further site in; who was here may come back": say(
            "không nhận thêm điểm cầu; điểm cầu đã vào họp vẫn được quay lại"
        ),
        "let every site in again that may join": say("lại nhận mọi điểm cầu có quyền vào họp"),
        "let sites that are not of this meeting wait until they are let in": say(
            "để điểm cầu không thuộc cuộc họp này chờ cho đến khi được cho vào"
        ),
        "let sites join that are not of this meeting": say("cho cả điểm cầu không thuộc cuộc họp này vào họp"),
        "let a site in that the lock or the lobby keeps outside": say(
            "cho một điểm cầu đang ở ngoài vào họp khi cuộc họp đã khóa hoặc có phòng chờ"
        ),
        "say no to a site that waits outside; it is not named again": say(
            "từ chối một điểm cầu đang chờ; không báo điểm cầu đó nữa"
        ),
    }
