"""The technical check in words: its items, results and reasons, its stages, its lines in the log.

Rule: every member of `console.checks.check_words` has a phrase (a test asks for each); what nobody checked is said to
be so and never called good.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from console.checks.check_sheet import CheckMark
from console.checks.check_words import CheckItem, CheckResult, CheckWhy
from console.words import RehearsalState
from widgets.phrases.language import figure, say, say_count
from widgets.phrases.words import SiteName

Fields = Mapping[str, Any]
Phrase = Callable[[Fields, SiteName], str]

_STAGE = re.compile(r"^T-(\d+)(wd|d|h|min)$")


def phrase_item(item: CheckItem) -> str:
    """Returns what is looked at, as the sheet has it."""
    return {
        CheckItem.SOUND_TO_SITE: say("Tiếng từ điểm cầu chính đến điểm cầu"),
        CheckItem.SOUND_FROM_SITE: say("Tiếng từ điểm cầu về điểm cầu chính"),
        CheckItem.MICROPHONE: say("Micro"),
        CheckItem.ECHO: say("Triệt vọng"),
        CheckItem.PICTURE_SIZE: say("Cỡ hình"),
        CheckItem.PICTURE_RATE: say("Số hình mỗi giây"),
        CheckItem.LOSS: say("Mất gói"),
        CheckItem.JITTER: say("Biến động trễ"),
        CheckItem.ROUND_TRIP: say("Độ trễ khứ hồi"),
        CheckItem.BANDWIDTH: say("Băng thông chiều lên"),
        CheckItem.BANDWIDTH_DOWN: say("Băng thông chiều xuống"),
        CheckItem.ADDRESS: say("Địa chỉ mạng"),
        CheckItem.PRESET: say("Góc quay camera đã lưu"),
        CheckItem.LOUDSPEAKER: say("Loa trong phòng nghe rõ"),
        CheckItem.EVERY_MICROPHONE: say("Thử từng micro: không hú, rít, nhiễu"),
        CheckItem.MICROPHONE_BATTERY: say("Pin micro không dây"),
        CheckItem.DISPLAY: say("Chế độ hiển thị hình ảnh"),
        CheckItem.CONTENT: say("Trình chiếu tài liệu, phát video"),
        CheckItem.POWER: say("Nguồn điện"),
        CheckItem.BACKUP_POWER: say("Nguồn điện dự phòng"),
        CheckItem.LIGHT: say("Ánh sáng"),
        CheckItem.CHAIR_SEAT: say("Thử tại vị trí chủ tọa"),
    }[item]


def phrase_short_item(item: CheckItem) -> str:
    """Returns an item as the head of a narrow column."""
    short = {
        CheckItem.SOUND_TO_SITE: say("Tiếng đi"),
        CheckItem.SOUND_FROM_SITE: say("Tiếng về"),
        CheckItem.PICTURE_RATE: say("Hình/s"),
        CheckItem.ROUND_TRIP: say("Độ trễ"),
        CheckItem.JITTER: say("Jitter"),
        CheckItem.ADDRESS: say("Địa chỉ"),
        CheckItem.PRESET: say("Góc quay"),
        CheckItem.BANDWIDTH: say("Băng thông lên"),
        CheckItem.BANDWIDTH_DOWN: say("Băng thông xuống"),
    }
    return short.get(item) or phrase_item(item)


def phrase_check_result(result: CheckResult) -> str:
    """Returns what came of an item."""
    return {
        CheckResult.OK: say("đạt"),
        CheckResult.FAIL: say("không đạt"),
        CheckResult.NOT_APPLICABLE: say("không áp dụng"),
        CheckResult.NOT_CHECKED: say("chưa kiểm tra"),
    }[result]


def phrase_check_state(state: RehearsalState) -> str:
    """Returns what a site's sheet comes to."""
    return {
        RehearsalState.PASSED: say("Đạt"),
        RehearsalState.REMARK: say("Có lưu ý"),
        RehearsalState.FAILED: say("Không đạt"),
        RehearsalState.MEASURING: say("Đang đo"),
        RehearsalState.NOT_TESTED: say("Chưa kiểm tra"),
    }[state]


def phrase_why(why: CheckWhy) -> str:
    """Returns why the bridge gave a result, with what to do where there is something to do."""
    return {
        CheckWhy.NOT_CONNECTED: say("điểm cầu chưa kết nối"),
        CheckWhy.CANNOT_ANSWER: say("thiết bị của điểm cầu không tự trả lời được; hãy hỏi qua điện thoại"),
        CheckWhy.NO_ANSWER: say("không nhận được trả lời"),
        CheckWhy.INTERRUPTED: say("dừng giữa chừng"),
        CheckWhy.ON_AIR: say("micro đang mở vào cuộc họp nên không phát âm thử, không đo băng thông"),
        CheckWhy.NOTHING_SENT: say("không có gói âm thanh nào"),
        CheckWhy.SILENT: say("hoàn toàn im lặng; hãy xem công tắc và dây micro"),
        CheckWhy.ONLY_NOISE: say("chỉ nghe tiếng nền; hãy nhờ người nói vào micro"),
        CheckWhy.TOO_QUIET: say("quá nhỏ"),
        CheckWhy.NO_TONE: say("không thấy âm thử"),
        CheckWhy.NO_ECHO: say("không nghe vọng"),
        CheckWhy.TOO_LOUD: say("phòng đang ồn hoặc có người nói, không rõ có vọng hay không; hãy đo lại khi yên lặng"),
        CheckWhy.ECHO_FAINT: say("còn vọng nhẹ"),
        CheckWhy.ECHO_HEARD: say("vọng rõ; hãy giảm loa hoặc bật triệt vọng"),
        CheckWhy.NO_MICROPHONE: say("điểm cầu không có micro"),
        CheckWhy.NO_CAMERA: say("điểm cầu không có camera"),
        CheckWhy.NO_PICTURE: say("không có hình"),
        CheckWhy.TOO_SMALL: say("nhỏ hơn HD 720p"),
        CheckWhy.TOO_FEW: say("hình giật"),
        CheckWhy.BORDERLINE: say("sát ngưỡng"),
        CheckWhy.OVER_LIMIT: say("vượt ngưỡng"),
        CheckWhy.TOO_FEW_PACKETS: say("chưa đủ số liệu"),
        CheckWhy.CARRIED: say("mức đã truyền khi kiểm tra, chưa phải mức tối đa"),
        CheckWhy.AT_LEAST: say("ít nhất; không thử cao hơn mức này"),
        CheckWhy.TOO_NARROW: say("không đủ cho hình HD 720p và tiếng; hãy báo đơn vị viễn thông"),
        CheckWhy.CANNOT_RAMP: say("thiết bị của điểm cầu không đo được băng thông"),
        CheckWhy.OFFICIAL_SESSION: say("không đo băng thông trong phiên chính thức"),
        CheckWhy.NO_PRESET: say("điểm cầu chưa lưu góc quay cho bục phát biểu"),
        CheckWhy.CAMERA_FAILED: say("camera không đến đúng góc quay"),
        CheckWhy.PRESET_MISSED: say("camera không tới được góc quay"),
        CheckWhy.PRESET_CHANGED: say("hình ở góc quay khác với ảnh đã lưu; hãy xem và lưu lại"),
        CheckWhy.PRESET_UNPROVED: say("camera không cho biết vị trí; hãy nhìn hình để xác nhận góc quay"),
    }[why]


def phrase_stage(stage: str) -> str:
    """Returns when a check is made: "trước 01 ngày làm việc"; a stage that no regulation knows as it is."""
    if stage == "check":
        return say("kiểm tra kỹ thuật")
    if stage == "T-half_day":
        return say("trước 1/2 ngày")
    found = _STAGE.match(stage)
    if found is None:
        return stage
    amount = f"{int(found[1]):02}"
    return {
        "wd": say("trước {n} ngày làm việc", n=amount),
        "d": say("trước {n} ngày", n=amount),
        "h": say("trước {n} giờ", n=amount),
        "min": say("trước {n} phút", n=amount),
    }[found[2]]


def phrase_step(step: str) -> str:
    """Returns what is being measured at a site just now."""
    return {
        "settling": say("đang chuẩn bị"),
        "room": say("đang nghe phòng"),
        "tone_out": say("đang phát âm thử"),
        "tone_in": say("đang nhận âm thử"),
        "picture": say("đang xem hình"),
        "line_turn": say("chờ lượt đo băng thông"),
        "line_up": say("đang đo băng thông lên"),
        "line_down": say("đang đo băng thông xuống"),
        "camera": say("đang quay camera"),
    }.get(step, step)


def phrase_value(value: str, unit: str) -> str:
    """Returns a measured value with its unit, as the language writes numbers."""
    if unit == "px":
        return value.replace("x", "×")
    if unit in ("IPv4", "IPv6"):
        return f"{value} ({unit})"
    text = value.replace(".", say(",")).replace("-", "\N{MINUS SIGN}") if unit else value
    unit_text = {"fps": say("hình/s"), "kbit/s": say("kb/s")}.get(unit, unit)
    return text + (unit_text if unit == "%" else f" {unit_text}" if unit_text else "")


def phrase_short_value(item: CheckItem, value: str) -> str:  # noqa: PLR0911 - one form per kind of item
    """Returns a measured value as a narrow column has it, with its unit: "720p", "−28 dB", "1,5 Mb/s"."""
    if item is CheckItem.PICTURE_SIZE:
        return f"{value.partition('x')[2]}p"
    try:
        number = float(value)
    except ValueError:
        return value
    rounded = f"{number:.0f}".replace("-", "\N{MINUS SIGN}")
    match item:
        case CheckItem.MICROPHONE | CheckItem.ECHO | CheckItem.SOUND_TO_SITE | CheckItem.SOUND_FROM_SITE:
            return f"{rounded} dB"
        case CheckItem.PICTURE_RATE:
            return rounded
        case CheckItem.BANDWIDTH | CheckItem.BANDWIDTH_DOWN:
            return f"{figure(number / 1000)} Mb/s" if number >= 1000 else f"{rounded} {say('kb/s')}"
        case CheckItem.LOSS:
            return f"{figure(number)}%"
        case CheckItem.ROUND_TRIP:
            return rounded
        case CheckItem.JITTER:
            return f"{rounded} ms"
        case _:
            return value


def phrase_both_ways(up_kilobits: int, down_kilobits: int) -> str:
    """Returns what a line carries up and down: "4,0 · 3,4 Mb/s"."""
    return f"{figure(up_kilobits / 1000)} · {figure(down_kilobits / 1000)} Mb/s"


def phrase_mark(mark: CheckMark) -> str:
    """Returns what was found of an item in a few words: the value, else the result, and why."""
    said = phrase_value(mark.value, mark.unit) if mark.value else phrase_check_result(mark.result)
    why = "" if mark.why is None else phrase_why(mark.why)
    late = "" if mark.delay_ms is None else say("vọng về sau {n} ms", n=mark.delay_ms)
    told = [said, late, why, mark.note]
    if mark.baseline:
        told.append(say("thông số chuẩn {value}", value=phrase_value(mark.baseline, mark.unit)))
    return "; ".join(text for text in told if text)


def _begun(what: Fields, name: SiteName) -> str:
    return say("{site}: bắt đầu kiểm tra kỹ thuật {stage}", site=name(what["site"]), stage=phrase_stage(what["stage"]))


def _item_noted(what: Fields, name: SiteName) -> str:
    why = what.get("why")
    mark = CheckMark(
        item=CheckItem(what["item"]),
        result=CheckResult(what["result"]),
        value=str(what.get("value") or ""),
        unit=str(what.get("unit") or ""),
        why=None if not why else CheckWhy(why),
        note=str(what.get("note") or ""),
        baseline=str(what.get("baseline") or ""),
        delay_ms=what.get("delay_ms"),
    )
    told = say(
        "{site}: {item} — {result}",
        site=name(what["site"]),
        item=phrase_item(mark.item),
        result=phrase_check_result(mark.result),
    )
    more = phrase_mark(mark) if mark.value or mark.why or mark.note else ""
    by = str(what.get("by") or "")
    told += f" ({more})" if more else ""
    return say("{text}, {person} kiểm tra", text=told, person=by) if by else told


def _closed(what: Fields, name: SiteName) -> str:
    missing = len(what.get("not_reported") or ())
    told = say(
        "Chốt kiểm tra kỹ thuật {stage}: {passed} đạt, {remarks} có lưu ý, {failed} không đạt",
        stage=phrase_stage(what["stage"]),
        passed=what.get("passed", 0),
        remarks=what.get("with_remarks", 0),
        failed=what.get("failed", 0),
    )
    return told + say_count(", {n} điểm cầu chưa báo cáo", missing) if missing else told


CHECK_ENTRIES: dict[str, Phrase] = {
    "check-begun": _begun,
    "check-item-noted": _item_noted,
    "check-stage-closed": _closed,
    "baseline-frozen": lambda what, name: say("{site}: đã lấy làm thông số chuẩn", site=name(what["site"])),
}

CHECK_COMMANDS: dict[str, Phrase] = {
    "run-site-check": lambda what, name: (
        say("kiểm tra kỹ thuật {sites}", sites=", ".join(name(site) for site in what["sites"]))
        if what.get("sites")
        else say("kiểm tra kỹ thuật các điểm cầu")
    ),
    "stop-site-checks": lambda what, name: say("dừng kiểm tra kỹ thuật"),
    "tick-check-item": lambda what, name: say(
        "ghi kết quả kiểm tra {site}: {item}", site=name(what["site"]), item=phrase_item(CheckItem(what["item"]))
    ),
    "close-check-stage": lambda what, name: say("chốt kết quả kiểm tra kỹ thuật"),
    "freeze-baseline": lambda what, name: say("lấy thông số chuẩn của {site}", site=name(what["site"])),
}
