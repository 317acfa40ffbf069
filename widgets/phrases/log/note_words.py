"""What people add to the record, in words: marks, notes, incidents, attendance, gains; and the chair's word."""

from collections.abc import Callable, Mapping
from typing import Any

from console.words import FloorUrgency
from widgets.phrases.language import say, say_count, short_duration
from widgets.phrases.log.incident_words import INCIDENT_COMMANDS, INCIDENT_ENTRIES
from widgets.phrases.words import SiteName

Fields = Mapping[str, Any]
Phrase = Callable[[Fields, SiteName], str]


def phrase_urgency(urgency: FloorUrgency | str) -> str:
    """Returns how urgent a request is."""
    return {
        FloorUrgency.NORMAL: say("theo thứ tự"),
        FloorUrgency.PRIORITY: say("ưu tiên"),
        FloorUrgency.POINT_OF_ORDER: say("về thủ tục cuộc họp"),
    }[FloorUrgency(urgency)]


def _with_note(head: str, note: object) -> str:
    return say("{head}: {text}", head=head, text=note) if note else head


def _note(what: Fields, name: SiteName) -> str:
    site = what.get("site")
    head = say("Ghi chú về {site}", site=name(site)) if site else say("Ghi chú")
    return _with_note(head, what.get("text"))


def _attendance(what: Fields, name: SiteName) -> str:
    site, count, in_charge = name(what["site"]), what.get("head_count"), what.get("in_charge")
    if count is None:
        return say("{site}: phụ trách {person}", site=site, person=in_charge)
    heads = say_count("{n} người dự", int(count))
    if not in_charge:
        return say("{site}: {heads}", site=site, heads=heads)
    return say("{site}: {heads}, phụ trách {person}", site=site, heads=heads, person=in_charge)


def phrase_gain(gain_db: int) -> str:
    """Returns a gain with its sign."""
    return say("{gain} dB", gain=f"{gain_db:+d}" if gain_db else "0")


def _gain(what: Fields) -> str:
    gain = phrase_gain(int(what.get("gain_db") or 0))
    return say("{gain}, tự cân mức", gain=gain) if what.get("automatic") else gain


def _limit(what: Fields, name: SiteName) -> str:
    seconds = what.get("seconds")
    if seconds is None:
        return say("Bỏ giới hạn thời gian phát biểu")
    return say("Giới hạn phát biểu: {time}", time=short_duration(int(seconds) * 1000))


NOTE_ENTRIES: dict[str, Phrase] = {
    "moment-marked": lambda what, name: _with_note(say("Đánh dấu thời điểm này"), what.get("note")),
    "note-added": _note,
    **INCIDENT_ENTRIES,
    "attendance-told": _attendance,
    "gain-set": lambda what, name: say("{site}: âm lượng {gain}", site=name(what["site"]), gain=_gain(what)),
    "floor-urgency-set": lambda what, name: say(
        "Đổi mức yêu cầu phát biểu: {urgency}", urgency=phrase_urgency(what["urgency"])
    ),
    "floor-approved": lambda what, name: say("Chủ tọa đồng ý một yêu cầu phát biểu"),
    "floor-refused": lambda what, name: _with_note(say("Chủ tọa không đồng ý một yêu cầu phát biểu"), what.get("note")),
    "floor-restored": lambda what, name: say("Đưa một yêu cầu phát biểu trở lại hàng chờ"),
    "speech-limit-set": _limit,
}

NOTE_COMMANDS: dict[str, Phrase] = {
    "mark-moment": lambda what, name: say("đánh dấu thời điểm"),
    "add-note": lambda what, name: say("ghi chú"),
    **INCIDENT_COMMANDS,
    "tell-attendance": lambda what, name: say("báo số người dự tại {site}", site=name(what["site"])),
    "set-gain": lambda what, name: say("âm lượng {site}: {gain}", site=name(what["site"]), gain=_gain(what)),
    "set-floor-urgency": lambda what, name: say(
        "đổi mức yêu cầu: {urgency}", urgency=phrase_urgency(what.get("urgency") or FloorUrgency.NORMAL)
    ),
    "approve-floor": lambda what, name: say("chủ tọa đồng ý cho phát biểu"),
    "refuse-floor": lambda what, name: say("chủ tọa không đồng ý cho phát biểu"),
    "restore-floor": lambda what, name: say("đưa yêu cầu trở lại hàng chờ"),
    "set-speech-limit": lambda what, name: say("đổi giới hạn phát biểu"),
    "undo": lambda what, name: say("hoàn tác"),
}
