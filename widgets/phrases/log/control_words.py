"""Delegated control in words: the rights, the lines of the log, the commands, their help."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from console.words import DelegatedRight
from widgets.phrases.language import hour_and_minute, say
from widgets.phrases.words import SiteName

Fields = Mapping[str, Any]
Phrase = Callable[[Fields, SiteName], str]


def phrase_right(right: DelegatedRight | str) -> str:
    """Returns what a right lets a site do."""
    return {
        DelegatedRight.SILENCE: say("bật, tắt micro các điểm cầu"),
        DelegatedRight.FLOOR: say("điều hành hàng chờ phát biểu"),
        DelegatedRight.PODIUM: say("đưa điểm cầu lên bục, đổi bố cục"),
        DelegatedRight.CAMERAS: say("điều khiển camera các điểm cầu"),
        DelegatedRight.RECORD: say("ghi chú, ghi sự cố, nhận cảnh báo"),
    }[DelegatedRight(right)]


def phrase_rights(rights: Iterable[DelegatedRight | str]) -> str:
    """Returns several rights in one line."""
    return "; ".join(phrase_right(right) for right in rights)


def _given(what: Fields, name: SiteName) -> str:
    values = {"site": name(str(what["site"])), "rights": phrase_rights(what["rights"])}
    if what.get("until_wall_ms"):
        time = hour_and_minute(int(what["until_wall_ms"]))
        return say("Giao quyền điều khiển cho {site} đến {time}: {rights}", time=time, **values)
    return say("Giao quyền điều khiển cho {site} đến hết phiên: {rights}", **values)


def _taken_back(what: Fields, name: SiteName) -> str:
    site = name(str(what["site"]))
    if what.get("expired"):
        return say("Hết thời hạn giao quyền điều khiển cho {site}", site=site)
    return say("Thu hồi quyền điều khiển của {site}", site=site)


CONTROL_ENTRIES: dict[str, Phrase] = {"control-delegated": _given, "control-revoked": _taken_back}

CONTROL_COMMANDS: dict[str, Phrase] = {
    "delegate-control": lambda what, name: say("giao quyền điều khiển cho {site}", site=name(str(what["site"]))),
    "revoke-control": lambda what, name: say("thu hồi quyền điều khiển của {site}", site=name(str(what["site"]))),
}


def control_options() -> dict[str, str]:
    """Returns the help of the commands, by its English text."""
    return {
        "let a site control what these rights name, for a time": say(
            "giao cho một điểm cầu quyền điều khiển những việc nêu ra, trong một thời gian"
        ),
        "take every right of control back from a site": say("thu hồi mọi quyền điều khiển của một điểm cầu"),
        "rights, apart by commas: silence, floor, podium, cameras, record": say(
            "các quyền, cách nhau bằng dấu phẩy: silence, floor, podium, cameras, record"
        ),
        "how long, in minutes (without: until the session ends)": say("bao nhiêu phút (không ghi: đến hết phiên)"),
        "who decided it, or the paper's number": say("ai quyết định, hoặc số văn bản"),
        "ask the chair whether something else may be done instead": say("xin chủ tọa cho dùng phương án dự phòng"),
        "note what the chair decided about the fallback": say("ghi quyết định của chủ tọa về phương án dự phòng"),
        "what would be done instead": say("phương án dự phòng"),
        "the chair agreed": say("chủ tọa đã đồng ý"),
        "name of who decided": say("tên người quyết định"),
    }
