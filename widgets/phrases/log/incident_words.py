"""What the log and the window say of incidents: categories, ways of telling, lines, commands."""

from collections.abc import Callable, Mapping
from typing import Any

from console.words import FallbackAct, IncidentCategory, NoticeChannel
from widgets.phrases.language import hour_and_minute, say
from widgets.phrases.words import SiteName

Fields = Mapping[str, Any]
Phrase = Callable[[Fields, SiteName], str]


def phrase_category(category: IncidentCategory | str) -> str:
    """Returns what an incident is about, in a word."""
    return {
        IncidentCategory.NO_PICTURE: say("Mất hình"),
        IncidentCategory.NO_SOUND: say("Mất tiếng"),
        IncidentCategory.LINE_LOST: say("Mất đường truyền"),
        IncidentCategory.DEVICE: say("Hỏng thiết bị"),
        IncidentCategory.POWER: say("Mất điện"),
        IncidentCategory.OTHER: say("Việc khác"),
    }[IncidentCategory(category)]


def phrase_channel(channel: NoticeChannel | str) -> str:
    """Returns how somebody was told."""
    return {
        NoticeChannel.PHONE: say("qua điện thoại"),
        NoticeChannel.MESSAGE: say("qua tin nhắn"),
        NoticeChannel.EMAIL: say("qua thư điện tử"),
        NoticeChannel.LETTER: say("bằng văn bản"),
        NoticeChannel.IN_PERSON: say("trực tiếp"),
    }[NoticeChannel(channel)]


def phrase_fallback(act: FallbackAct | str) -> str:
    """Returns what is done instead while a failure lasts."""
    return {
        FallbackAct.OTHER_LINE: say("chuyển sang đường truyền dự phòng"),
        FallbackAct.INTERNET: say("chuyển sang kết nối qua Internet"),
        FallbackAct.MERGE_SITE: say("họp ghép với điểm cầu gần nhất"),
        FallbackAct.SPARE_DEVICE: say("dùng thiết bị dự phòng"),
        FallbackAct.BACKUP_POWER: say("dùng nguồn điện dự phòng"),
        FallbackAct.PHONE: say("phát biểu qua điện thoại"),
    }[FallbackAct(act)]


def _asked(what: Fields, name: SiteName) -> str:
    asked = say("Sự cố số {number}: xin chủ tọa cho {act}", number=number_of(what), act=phrase_fallback(what["act"]))
    return f"{asked} ({what['text']})" if what.get("text") else asked


def _decided(what: Fields, name: SiteName) -> str:
    values = {"number": number_of(what), "person": what["decided_by"]}
    if what["approved"]:
        return say("Sự cố số {number}: {person} đồng ý phương án dự phòng", **values)
    return say("Sự cố số {number}: {person} không đồng ý phương án dự phòng", **values)


def phrase_incident(what: Fields, name: SiteName) -> str:
    """Returns an incident with its place and category, as a heading."""
    site, category = what.get("site"), what.get("category") or IncidentCategory.OTHER
    head = say("Sự cố tại {site}", site=name(site)) if site else say("Sự cố")
    parts = [] if category == IncidentCategory.OTHER else [phrase_category(category)]
    if what.get("text"):
        parts.append(str(what["text"]))
    return say("{head}: {text}", head=head, text=" – ".join(parts)) if parts else head


def _more(what: Fields, name: SiteName) -> str:
    parts = [say("Ghi thêm: {incident}", incident=phrase_incident(what, name))]
    if what.get("cause"):
        parts.append(say("nguyên nhân: {text}", text=what["cause"]))
    if what.get("solution"):
        parts.append(say("xử lý: {text}", text=what["solution"]))
    if what.get("restore_expected_wall_ms"):
        time = hour_and_minute(int(what["restore_expected_wall_ms"]))
        parts.append(say("dự kiến khôi phục {time}", time=time))
    return "; ".join(parts)


def _closed(what: Fields, name: SiteName) -> str:
    number = number_of(what)
    if what.get("mistaken"):
        return say("Bỏ sự cố số {number}: ghi nhầm", number=number)
    return say("Đóng sự cố số {number}", number=number)


def number_of(what: Fields) -> str:
    """Returns an incident's number within its session, from its identifier."""
    return str(what["incident_id"]).removeprefix("i")


INCIDENT_ENTRIES: dict[str, Phrase] = {
    "incident-opened": phrase_incident,
    "incident-updated": _more,
    "incident-restored": lambda what, name: say(
        "Sự cố số {number} đã khôi phục lúc {time}",
        number=number_of(what),
        time=hour_and_minute(int(what["restored_wall_ms"])),
    ),
    "incident-closed": _closed,
    "incident-reopened": lambda what, name: say("Mở lại sự cố số {number}", number=number_of(what)),
    "incident-told": lambda what, name: say(
        "Đã báo sự cố số {number} cho {party} {channel}",
        number=number_of(what),
        party=what["party"],
        channel=phrase_channel(what["channel"]),
    ),
    "fallback-asked": _asked,
    "fallback-decided": _decided,
}

INCIDENT_COMMANDS: dict[str, Phrase] = {
    "open-incident": lambda what, name: say("ghi sự cố"),
    "update-incident": lambda what, name: say("ghi thêm về sự cố số {number}", number=number_of(what)),
    "restore-incident": lambda what, name: say("ghi sự cố số {number} đã khôi phục", number=number_of(what)),
    "close-incident": lambda what, name: say("đóng sự cố số {number}", number=number_of(what)),
    "reopen-incident": lambda what, name: say("mở lại sự cố số {number}", number=number_of(what)),
    "ask-fallback": lambda what, name: say("xin phương án dự phòng cho sự cố số {number}", number=number_of(what)),
    "decide-fallback": lambda what, name: say(
        "ghi quyết định về phương án dự phòng cho sự cố số {number}", number=number_of(what)
    ),
    "tell-of-incident": lambda what, name: say("ghi việc báo sự cố số {number}", number=number_of(what)),
}
