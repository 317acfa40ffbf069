"""Phrases for the lines of the session log and for commands, in the window and on the command line alike.

Rule: one phrase per kind of `console.entries` (a test asks for each); a kind that this release does not know is shown
by its name rather than dropped. `what` is the entry as a mapping, as the log and the snapshot carry it.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from console.words import Role
from widgets.phrases.console.engine_words import phrase_engine_line, phrase_load_line
from widgets.phrases.language import figure, say, say_count, short_duration
from widgets.phrases.log.admission_words import ADMISSION_COMMANDS, ADMISSION_ENTRIES
from widgets.phrases.log.alarm_words import alarm_is_news, phrase_alarm_line
from widgets.phrases.log.camera_words import CAMERA_COMMANDS, CAMERA_ENTRIES
from widgets.phrases.log.check_words import CHECK_COMMANDS, CHECK_ENTRIES
from widgets.phrases.log.configuration_words import CONFIGURATION_ENTRIES
from widgets.phrases.log.control_words import CONTROL_COMMANDS, CONTROL_ENTRIES
from widgets.phrases.log.note_words import NOTE_COMMANDS, NOTE_ENTRIES
from widgets.phrases.log.recording_words import RECORDING_COMMANDS, RECORDING_ENTRIES
from widgets.phrases.log.script_words import SCRIPT_COMMANDS, SCRIPT_ENTRIES
from widgets.phrases.trouble_words import phrase_refusal
from widgets.phrases.words import SiteName, phrase_layout, phrase_outcome, phrase_reason, phrase_source

Fields = Mapping[str, Any]


def phrase_entry(kind: str, what: Fields, site_name: SiteName) -> str:
    """Returns a log entry as one sentence without a full stop."""
    phrase = _PHRASES.get(kind)
    return phrase(what, site_name) if phrase is not None else kind


def phrase_command(command: Fields, site_name: SiteName) -> str:
    """Returns a command, given as a mapping with its tag under `do`, as a short wish."""
    phrase = _COMMANDS.get(str(command.get("do")))
    return phrase(command, site_name) if phrase is not None else str(command.get("do"))


FINE_GRAINED = frozenset(
    {"microphone-ordered", "microphone-changed", "sound-changed", "listen-opened", "listen-closed", "layout-set"}
)
"""Kinds that come once per site for one act; the last lines in the window leave them out, the log itself does not."""


def says_something_new(kind: str, what: Fields) -> bool:
    """Tells whether a line belongs among the last lines for the eye; the file and the exports hold every line.

    An act's "done" only repeats the lines before it, and a site's own wish is followed by what came of it.
    """
    if kind in FINE_GRAINED:
        return False
    if kind == "check-item-noted":
        return what.get("result") == "fail" or bool(what.get("by"))
    if kind.startswith("alarm-"):
        return alarm_is_news(kind, what)
    if kind == "command-ended":
        return what.get("outcome") != "done"
    if kind == "command-asked":
        actor: Fields = what.get("actor") or {}
        return actor.get("role") != "site_technician"
    return True


def _sites(what: Fields, field: str, site_name: SiteName) -> str:
    return ", ".join(site_name(site) for site in what.get(field) or ())


def _session_started(what: Fields, site_name: SiteName) -> str:
    kind = {
        "test": say("phiên kiểm tra"),
        "rehearsal": say("phiên tổng duyệt"),
        "official": say("phiên chính thức"),
    }.get(str(what.get("kind_of_session")), "")
    title = str(what.get("title") or "")
    return say("Bắt đầu {kind}: {title}", kind=kind, title=title) if title else say("Bắt đầu {kind}", kind=kind)


def _bridge_started(what: Fields, site_name: SiteName) -> str:
    version = what.get("program_version")
    if what.get("restart"):
        return say("Chương trình chạy lại, bản {version}", version=version)
    return say("Chương trình chạy, bản {version}", version=version)


def _command_asked(what: Fields, site_name: SiteName) -> str:
    try:
        command = json.loads(str(what.get("what")))
    except ValueError:
        command = {"do": what.get("what")}
    actor: Fields = what.get("actor") or {}
    person = str(actor.get("person") or "")
    wish = phrase_command(command, site_name)
    if actor.get("role") == Role.LOCKED_CONSOLE:
        who = person or say("chưa ai đăng nhập")
        return say("Bàn điều khiển đang khóa ({person}): {wish}", person=who, wish=wish)
    return say("{person}: {wish}", person=person, wish=wish) if person else wish


def _command_ended(what: Fields, site_name: SiteName) -> str:
    text = say("Lệnh {outcome}", outcome=phrase_outcome(str(what.get("outcome"))))
    if what.get("reason"):
        text += say(" — {reason}", reason=phrase_reason(str(what["reason"])))
    if what.get("unconfirmed"):
        text += say("; chưa: {sites}", sites=_sites(what, "unconfirmed", site_name))
    return text


def _silence_ordered(what: Fields, site_name: SiteName) -> str:
    text = _silence_text(what, site_name)
    return say("{text} (theo quy chế: điểm cầu chính phát biểu)", text=text) if what.get("rule") else text


def _silence_text(what: Fields, site_name: SiteName) -> str:
    if what.get("except_sites"):
        return say("Lệnh tắt mic tất cả, trừ {sites}", sites=_sites(what, "except_sites", site_name))
    return say("Lệnh tắt mic tất cả có hiệu lực")


def _microphone_ordered(what: Fields, site_name: SiteName) -> str:
    site = site_name(what["site"])
    if what.get("open"):
        return say("{site}: lệnh bật mic", site=site)
    if what.get("may_open"):
        return say("{site}: được phép bật mic", site=site)
    return say("{site}: lệnh tắt mic", site=site)


def _sound_changed(what: Fields, site_name: SiteName) -> str:
    site = site_name(what["site"])
    if what.get("sounding") is None:
        return say("{site}: không có số liệu âm thanh", site=site)
    return say("{site}: nghe có tiếng", site=site) if what["sounding"] else say("{site}: nghe im lặng", site=site)


def _admission_denied(what: Fields, site_name: SiteName) -> str:
    site = what.get("site")
    who = site_name(site) if site else str(what.get("address") or "")
    why = phrase_refusal(str(what.get("refusal") or ""), str(what.get("text") or ""))
    return say("Từ chối kết nối {who}: {text}", who=who, text=why)


def _on_deck_changed(what: Fields, site_name: SiteName) -> str:
    site = what.get("site")
    return say("{site} là kế tiếp", site=site_name(site)) if site else say("Bỏ điểm cầu kế tiếp")


def _preflight_ended(what: Fields, site_name: SiteName) -> str:
    loss = what.get("loss_per_mille")
    figure_text = "—" if loss is None else figure(loss / 10) + "%"
    word = say("đạt") if what.get("passed") else say("không đạt")
    return say(
        "{site}: kiểm tra trước khi lên bục {word}, mất gói {loss}",
        site=site_name(what["site"]),
        word=word,
        loss=figure_text,
    )


def _podium_taken(what: Fields, site_name: SiteName) -> str:
    site = site_name(what["site"])
    if what.get("waiting"):
        return say("{site} lên bục, chờ điểm cầu bật mic", site=site)
    return say("{site} lên bục", site=site)


def _podium_verified(what: Fields, site_name: SiteName) -> str:
    site, took = site_name(what["site"]), what.get("connection_ms")
    if took is None:
        return say("{site}: đã thấy hình và tiếng", site=site)
    return say("{site}: đã thấy hình và tiếng, kết nối {seconds} s", site=site, seconds=figure(took / 1000, 2))


def _safe_stopped(what: Fields, site_name: SiteName) -> str:
    closed = len(what.get("closed") or ())
    return say_count("Dừng an toàn: đã tắt {n} mic", closed)


def _floor_requested(what: Fields, site_name: SiteName) -> str:
    asked = say(
        "{site} xin phát biểu ({source})", site=site_name(what["site"]), source=phrase_source(str(what.get("source")))
    )
    return say("{head}: {text}", head=asked, text=what["person"]) if what.get("person") else asked


def _speech_started(what: Fields, site_name: SiteName) -> str:
    if what.get("person"):
        return say("{site} bắt đầu phát biểu: {person}", site=site_name(what["site"]), person=what["person"])
    return say("{site} bắt đầu phát biểu", site=site_name(what["site"]))


def _speech_ended(what: Fields, site_name: SiteName) -> str:
    site, took = site_name(what["site"]), short_duration(int(what.get("took_ms") or 0))
    if what.get("reason"):
        reason = phrase_reason(str(what["reason"]))
        return say("{site} kết thúc phát biểu sau {took} — {reason}", site=site, took=took, reason=reason)
    return say("{site} kết thúc phát biểu sau {took}", site=site, took=took)


def _rolled_back(what: Fields, site_name: SiteName) -> str:
    reason = phrase_reason(str(what.get("reason")))
    return say("{site} không lên bục được: {reason}; đã trả về như trước", site=site_name(what["site"]), reason=reason)


def _return_rolled_back(what: Fields, site_name: SiteName) -> str:
    reason = phrase_reason(str(what.get("reason")))
    return say("Không trả được về {site}: {reason}; đã giữ như cũ", site=site_name(what["site"]), reason=reason)


def _podium_returned(what: Fields, site_name: SiteName) -> str:
    site = what.get("site")
    if site:
        return say("Trả về như trước: {site} trên bục", site=site_name(site))
    return say("Trả về như trước: điểm cầu chính")


def _microphone_changed(what: Fields, site_name: SiteName) -> str:
    site = site_name(what["site"])
    return say("{site}: máy báo mic bật", site=site) if what.get("open") else say("{site}: máy báo mic tắt", site=site)


def _clock_stepped(what: Fields, site_name: SiteName) -> str:
    return say("Đồng hồ máy bị chỉnh {seconds} s", seconds=figure(int(what.get("by_ms") or 0) / 1000))


_PHRASES: dict[str, Callable[[Fields, SiteName], str]] = {
    **CAMERA_ENTRIES,
    **NOTE_ENTRIES,
    **CHECK_ENTRIES,
    **CONTROL_ENTRIES,
    **ADMISSION_ENTRIES,
    **CONFIGURATION_ENTRIES,
    **RECORDING_ENTRIES,
    **SCRIPT_ENTRIES,
    "session-started": _session_started,
    "session-ended": lambda what, name: say("Kết thúc phiên"),
    "bridge-started": _bridge_started,
    "directory-changed": lambda what, name: say_count(
        "Danh sách điểm cầu thay đổi: {n} điểm cầu", int(what.get("expected_sites") or len(what.get("expected") or ()))
    ),
    "command-asked": _command_asked,
    "command-ended": _command_ended,
    "silence-ordered": _silence_ordered,
    "silence-lifted": lambda what, name: say("Gỡ lệnh tắt mic tất cả"),
    "microphone-ordered": _microphone_ordered,
    "microphone-changed": _microphone_changed,
    "sound-changed": _sound_changed,
    "violation-seen": lambda what, name: say("{site} chưa tắt mic — đã cắt tiếng tại cầu", site=name(what["site"])),
    "forgotten-microphone-seen": lambda what, name: say("{site}: mic mở ngoài bục, có tiếng", site=name(what["site"])),
    "podium-returned": _podium_returned,
    "return-rolled-back": _return_rolled_back,
    "opening-tried": lambda what, name: say("{site} bấm bật mic khi chưa được mời", site=name(what["site"])),
    "site-joined": lambda what, name: say("{site} đã kết nối", site=name(what["site"])),
    "site-left": lambda what, name: say("{site} mất kết nối", site=name(what["site"])),
    "site-went-old": lambda what, name: say("{site}: tín hiệu bị ngắt quãng", site=name(what["site"])),
    "site-came-back": lambda what, name: say("{site}: tín hiệu trở lại", site=name(what["site"])),
    "admission-denied": _admission_denied,
    "on-deck-changed": _on_deck_changed,
    "ready-given": lambda what, name: say("{site} trả lời: Sẵn sàng", site=name(what["site"])),
    "preflight-ended": _preflight_ended,
    "podium-taken": _podium_taken,
    "podium-verified": _podium_verified,
    "podium-rolled-back": _rolled_back,
    "podium-left": lambda what, name: say("{site} rời bục", site=name(what["site"])),
    "layout-set": lambda what, name: say("Bố cục: {layout}", layout=phrase_layout(str(what["layout"]))),
    "safe-stopped": _safe_stopped,
    "safe-stop-lifted": lambda what, name: say("Gỡ dừng an toàn"),
    "floor-requested": _floor_requested,
    "floor-moved": lambda what, name: say(
        "Đổi thứ tự hàng chờ: lên vị trí {place}", place=int(what.get("position") or 0) + 1
    ),
    "floor-skipped": lambda what, name: say("Bỏ qua một yêu cầu phát biểu"),
    "floor-withdrawn": lambda what, name: say("Một yêu cầu phát biểu được rút lại"),
    "floor-granted": lambda what, name: say("Mời phát biểu"),
    "speech-started": _speech_started,
    "speech-ended": _speech_ended,
    "listen-opened": lambda what, name: say("Nghe thử {site}, hội trường không nghe", site=name(what["site"])),
    "listen-closed": lambda what, name: say("Thôi nghe thử {site}", site=name(what["site"])),
    "engine-changed": phrase_engine_line,
    "load-shed": phrase_load_line,
    "log-fell-behind": lambda what, name: say("Nhật ký ghi chậm hơn lệnh"),
    "nonsense-heard": lambda what, name: say(
        "{site} gửi tin không hiểu được: {text}", site=name(what["site"]), text=what.get("text") or ""
    ),
    "clock-stepped": _clock_stepped,
    "alarm-raised": phrase_alarm_line,
    "alarm-changed": phrase_alarm_line,
    "alarm-taken": lambda what, name: say("Đã nhận cảnh báo: {alarm}", alarm=phrase_alarm_line(what, name)),
    "alarm-cleared": lambda what, name: say("Hết cảnh báo: {alarm}", alarm=phrase_alarm_line(what, name)),
}

_COMMANDS: dict[str, Callable[[Fields, SiteName], str]] = {
    **CAMERA_COMMANDS,
    **NOTE_COMMANDS,
    **CHECK_COMMANDS,
    **CONTROL_COMMANDS,
    **ADMISSION_COMMANDS,
    **RECORDING_COMMANDS,
    **SCRIPT_COMMANDS,
    "start-session": lambda what, name: say("bắt đầu phiên"),
    "end-session": lambda what, name: say("kết thúc phiên"),
    "mute-all": lambda what, name: (
        say("tắt mic tất cả, trừ {sites}", sites=_sites(what, "except_sites", name))
        if what.get("except_sites")
        else say("tắt mic tất cả")
    ),
    "lift-silence": lambda what, name: say("gỡ lệnh tắt mic"),
    "mute-site": lambda what, name: say("tắt mic {site}", site=name(what["site"])),
    "unmute-site": lambda what, name: say("cho {site} bật mic", site=name(what["site"])),
    "put-on-deck": lambda what, name: say("đưa {site} lên kế tiếp", site=name(what["site"])),
    "take-off-deck": lambda what, name: say("bỏ điểm cầu kế tiếp"),
    "bring-to-podium": lambda what, name: say("đưa {site} lên bục", site=name(what["site"])),
    "return-to-previous": lambda what, name: say("trả về như trước"),
    "set-layout": lambda what, name: say("đổi bố cục: {layout}", layout=phrase_layout(str(what["layout"]))),
    "safe-stop": lambda what, name: say("dừng an toàn"),
    "lift-safe-stop": lambda what, name: say("gỡ dừng an toàn"),
    "request-floor": lambda what, name: say("ghi yêu cầu phát biểu của {site}", site=name(what["site"])),
    "withdraw-floor": lambda what, name: say("rút yêu cầu phát biểu của {site}", site=name(what["site"])),
    "move-floor-request": lambda what, name: say("đổi thứ tự hàng chờ"),
    "skip-floor": lambda what, name: say("bỏ qua yêu cầu phát biểu"),
    "grant-floor": lambda what, name: say("mời phát biểu"),
    "finish-speech": lambda what, name: say("kết thúc lượt phát biểu"),
    "give-ready": lambda what, name: say("{site} sẵn sàng", site=name(what["site"])),
    "listen-to-site": lambda what, name: (
        say("nghe thử {site}", site=name(what["site"]))
        if what.get("site")
        else say("nghe chương trình trong tai nghe")
        if what.get("program")
        else say("thôi nghe thử")
    ),
    "take-alarm": lambda what, name: say("nhận cảnh báo"),
    "take-cleared-alarms": lambda what, name: say("nhận mọi cảnh báo đã hết"),
    "reload-directory": lambda what, name: say("đọc lại danh sách điểm cầu"),
}
