"""The words of the incidents' panel: the list, the form, who was told."""

from console.notes.record_facts import Incident
from console.words import IncidentCategory
from widgets.phrases.language import hour_and_minute, say
from widgets.phrases.log.incident_words import phrase_category, phrase_channel


def title() -> str:
    return say("Sự cố trong phiên họp")


def explanation() -> str:
    return say(
        "F3 ghi sự cố mới. Nguyên nhân, cách xử lý, giờ khôi phục và đã báo cho ai có thể ghi thêm lúc rảnh tay."
    )


def nothing() -> str:
    return say("Chưa ghi sự cố nào")


def row(incident: Incident, site: str) -> str:
    """Returns an incident in one line: its number, moment, place, category and words."""
    parts = [incident.incident_id.removeprefix("i"), hour_and_minute(incident.at_ms), site or say("Cả cuộc họp")]
    if incident.category is not IncidentCategory.OTHER or not incident.text:
        parts.append(phrase_category(incident.category))
    if incident.text:
        parts.append(incident.text)
    return " · ".join(parts)


def standing(incident: Incident) -> str:
    """Returns how far an incident has come."""
    if incident.closed_ms is not None:
        return say("đã đóng {time}", time=hour_and_minute(incident.closed_ms))
    if incident.restored_ms is not None:
        return say("đã khôi phục {time}", time=hour_and_minute(incident.restored_ms))
    if incident.restore_expected_ms is not None:
        return say("dự kiến khôi phục {time}", time=hour_and_minute(incident.restore_expected_ms))
    return say("đang mở")


def told(incident: Incident) -> str:
    """Returns who was told, one below the other."""
    lines = [
        say(
            "{time} {party} {channel} ({person} báo)",
            time=hour_and_minute(notice.at_ms),
            party=notice.party,
            channel=phrase_channel(notice.channel),
            person=notice.by,
        )
        for notice in incident.told
    ]
    return "\n".join(lines) or say("chưa báo cho ai")


def category() -> str:
    return say("Loại sự cố")


def text() -> str:
    return say("Diễn biến")


def cause() -> str:
    return say("Nguyên nhân")


def solution() -> str:
    return say("Cách xử lý")


def expected() -> str:
    return say("Dự kiến khôi phục")


def expected_hint() -> str:
    return say("giờ:phút, để trống nếu chưa biết")


def told_label() -> str:
    return say("Đã báo")


def party() -> str:
    return say("Báo cho ai")


def channel() -> str:
    return say("Báo bằng cách nào")


def tell() -> str:
    return say("Ghi đã báo")


def save() -> str:
    return say("Ghi lại")


def restored() -> str:
    return say("Đã khôi phục")


def close_it() -> str:
    return say("Đóng sự cố")


def reopen() -> str:
    return say("Mở lại")


def leave() -> str:
    return say("Đóng bảng")


def not_a_time(written: str) -> str:
    return say("“{text}” không phải là giờ:phút, ví dụ 09:30", text=written)
