"""An incident in one line of a form: when, what, why, what was done, by whom."""

from console.records import form_times
from console.records.incident_story import Fallback, IncidentStory
from console.words import FallbackAct, IncidentCategory, NoticeChannel

CATEGORIES = {
    IncidentCategory.NO_PICTURE: "mất hình",
    IncidentCategory.NO_SOUND: "mất tiếng",
    IncidentCategory.LINE_LOST: "mất đường truyền",
    IncidentCategory.DEVICE: "hỏng thiết bị",
    IncidentCategory.POWER: "mất điện",
    IncidentCategory.OTHER: "",
}
"""What an incident of a kind is called on a form; of any other kind its text says all."""
CHANNELS = {
    NoticeChannel.PHONE: "điện thoại",
    NoticeChannel.MESSAGE: "tin nhắn",
    NoticeChannel.EMAIL: "thư điện tử",
    NoticeChannel.LETTER: "văn bản",
    NoticeChannel.IN_PERSON: "trực tiếp",
}


FALLBACKS = {
    FallbackAct.OTHER_LINE: "chuyển sang đường truyền dự phòng",
    FallbackAct.INTERNET: "chuyển sang kết nối qua Internet",
    FallbackAct.MERGE_SITE: "họp ghép với điểm cầu gần nhất",
    FallbackAct.SPARE_DEVICE: "dùng thiết bị dự phòng",
    FallbackAct.BACKUP_POWER: "dùng nguồn điện dự phòng",
    FallbackAct.PHONE: "phát biểu qua điện thoại",
}


def fallback_words(fallback: Fallback) -> str:
    """Returns `họp ghép với điểm cầu gần nhất: … (Nguyễn Văn A đồng ý)`."""
    act = FALLBACKS[FallbackAct(fallback.act)] if fallback.act in FALLBACKS else fallback.act
    told = ": ".join(filter(None, (act, fallback.text)))
    if fallback.approved is None:
        return f"{told} (chưa có ý kiến của chủ trì)"
    decided = "đồng ý" if fallback.approved else "không đồng ý"
    note = f", {fallback.note}" if fallback.note else ""
    return f"{told} ({fallback.decided_by or 'chủ trì'} {decided}{note})"


def category_words(category: str) -> str:
    """Returns what a kind of incident is called; an unknown one by its own name."""
    return CATEGORIES[IncidentCategory(category)] if category in CATEGORIES else category


def incident_line(incident: IncidentStory, first_ms: int) -> str:
    """Returns `08:41:12–08:46:55 mất hình: … (nguyên nhân …; giải pháp …; đã báo …)`."""
    begun = form_times.at_moment(incident.opened_ms, first_ms)
    ended = "" if incident.restored_ms is None else f"–{form_times.at_moment(incident.restored_ms, first_ms)}"
    what = ": ".join(filter(None, (category_words(incident.category), incident.text))) or "sự cố"
    more = (
        ("nguyên nhân", incident.cause),
        ("giải pháp", incident.solution),
        ("dự phòng", "; ".join(map(fallback_words, incident.fallbacks))),
        ("đã báo", ", ".join(dict.fromkeys(told.party for told in incident.told if told.party))),
    )
    told = "; ".join(f"{name} {text}" for name, text in more if text)
    return f"{begun}{ended} {what} ({told})" if told else f"{begun}{ended} {what}"
