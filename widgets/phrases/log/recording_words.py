"""Recording and confidentiality in words: lines of the log, commands, the badge, the panel's rows."""

from collections.abc import Callable, Mapping
from typing import Any

from console.meeting.meeting_snapshot import RecordingView
from console.office.meeting import Confidentiality
from widgets.phrases.language import hour_and_minute, say
from widgets.phrases.log.content_words import CONTENT_COMMANDS, CONTENT_ENTRIES, content_options
from widgets.phrases.log.recorder_words import RECORDER_COMMANDS, RECORDER_ENTRIES, recorder_options
from widgets.phrases.words import SiteName

Fields = Mapping[str, Any]
Phrase = Callable[[Fields, SiteName], str]


def badge(secrecy: Confidentiality) -> str:
    """Returns what stands in the top bar while the meeting is confidential, empty for an open one."""
    return {
        Confidentiality.OPEN: "",
        Confidentiality.RESTRICTED: say("HẠN CHẾ: không ghi hình, không xuất nội dung"),
        Confidentiality.STATE_SECRET: say("MẬT: không ghi hình, không xuất nội dung"),
    }[secrecy]


def brief_badge(secrecy: Confidentiality) -> str:
    """Returns the badge where there is little room."""
    return {
        Confidentiality.OPEN: "",
        Confidentiality.RESTRICTED: say("HẠN CHẾ: không ghi"),
        Confidentiality.STATE_SECRET: say("MẬT: không ghi"),
    }[secrecy]


def standing(view: RecordingView) -> str:
    """Returns whether the meeting may be recorded, and who said so."""
    if view.confidentiality is not Confidentiality.OPEN:
        return badge(view.confidentiality)
    if view.allowed is None or view.at_ms is None:
        return say("Chưa hỏi cơ quan chủ trì: chưa được ghi hình")
    values = {"person": view.decided_by, "time": hour_and_minute(view.at_ms)}
    if view.allowed:
        said = say("Được ghi hình: {person} đồng ý lúc {time}", **values)
    else:
        said = say("Không được ghi hình: {person} không đồng ý lúc {time}", **values)
    return f"{said} ({view.note})" if view.note else said


def _decided(what: Fields, name: SiteName) -> str:
    person = what.get("decided_by") or ""
    if what.get("allowed"):
        said = say("{person} cho phép ghi hình cuộc họp", person=person)
    else:
        said = say("{person} không cho phép ghi hình cuộc họp", person=person)
    return f"{said} ({what['note']})" if what.get("note") else said


RECORDING_ENTRIES: dict[str, Phrase] = {"recording-decided": _decided, **RECORDER_ENTRIES, **CONTENT_ENTRIES}

RECORDING_COMMANDS: dict[str, Phrase] = {
    "permit-recording": lambda what, name: say("ghi việc cho phép ghi hình"),
    "refuse-recording": lambda what, name: say("ghi việc không cho phép ghi hình"),
    **RECORDER_COMMANDS,
    **CONTENT_COMMANDS,
}


def recording_options() -> dict[str, str]:
    """Returns the help of the commands, by its English text."""
    return {
        "note that the host allows the meeting to be recorded": say("ghi việc cơ quan chủ trì cho phép ghi hình"),
        "note that the host allows no recording": say("ghi việc cơ quan chủ trì không cho phép ghi hình"),
        **recorder_options(),
        **content_options(),
    }


def title() -> str:
    return say("Ghi hình cuộc họp")


def explanation() -> str:
    return say("Chỉ ghi hình khi cơ quan chủ trì đồng ý. Người đồng ý và thời điểm được ghi vào nhật ký.")


def who_decides() -> str:
    return say("Người quyết định")


def how_said() -> str:
    return say("Ghi chú, số văn bản")


def allow() -> str:
    return say("Đồng ý cho ghi hình")


def refuse() -> str:
    return say("Không cho ghi hình")
