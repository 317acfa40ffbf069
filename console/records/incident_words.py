"""An incident in one line of a form: when, what, why, what was done, by whom."""

from console.records import form_times
from console.records.session_facts import IncidentStory

CATEGORIES = {
    "line": "lỗi đường truyền",
    "power": "mất điện",
    "camera": "lỗi camera",
    "picture": "mất hình",
    "microphone": "lỗi micro",
    "sound": "lỗi âm thanh",
    "codec": "lỗi bộ kết nối",
    "connector": "lỗi bộ kết nối",
    "terminal": "lỗi thiết bị đầu cuối",
    "computer": "lỗi máy tính",
    "cable": "lỗi adapter, dây cáp",
    "adapter": "lỗi adapter, dây cáp",
    "loudspeaker": "lỗi loa",
    "display": "lỗi màn hình",
    "projector": "lỗi máy chiếu",
    "mixer": "lỗi bàn trộn",
    "device": "lỗi thiết bị",
    "people": "lỗi thao tác",
    "operation": "lỗi thao tác",
    "security": "sự cố an toàn thông tin",
    "bridge": "lỗi hệ thống điều khiển",
    "other": "sự cố khác",
}
"""What an incident of a kind is called on a form."""


def category_words(category: str) -> str:
    """Returns what a kind of incident is called; an unknown one by its own name."""
    return CATEGORIES.get(category, category)


def incident_line(incident: IncidentStory, first_ms: int) -> str:
    """Returns `08:41:12–08:46:55 mất hình: … (nguyên nhân …; giải pháp …; người xử lý …)`."""
    begun = form_times.at_moment(incident.opened_ms, first_ms)
    ended = "" if incident.restored_ms is None else f"–{form_times.at_moment(incident.restored_ms, first_ms)}"
    what = ": ".join(filter(None, (category_words(incident.category), incident.text))) or "sự cố"
    more = (
        ("nguyên nhân", incident.cause),
        ("giải pháp", incident.solution),
        ("người xử lý", incident.handled_by),
    )
    told = "; ".join(f"{name} {text}" for name, text in more if text)
    return f"{begun}{ended} {what} ({told})" if told else f"{begun}{ended} {what}"
