"""The words of the page of security events and of the file that is written from it."""

import datetime
from collections.abc import Callable
from typing import Any

from console.configuration.configuration_records import ConfigurationChange
from console.office.security_acts import SecurityAct
from console.office.security_events import SecurityEvent, SecurityMatter
from console.office.security_rows import SecurityRow
from widgets.phrases.command_line.credential_words import security_deeds
from widgets.phrases.language import say, say_count
from widgets.phrases.log.configuration_words import change_standings, configuration_parts, difference
from widgets.phrases.trouble_words import phrase_refusal


def title() -> str:
    return say("Sự kiện an toàn")


def all_matters() -> str:
    return say("Mọi loại sự kiện")


def write_file() -> str:
    return say("Ghi danh sách ra tệp…")


def headings() -> list[str]:
    return [say("Lúc"), say("Loại"), say("Người"), say("Điểm cầu, địa chỉ"), say("Chi tiết")]


def counted(shown: int, whole: int) -> str:
    if shown == whole:
        return say_count("{n} sự kiện", whole)
    return say_count("{n} sự kiện, đang hiện {shown}", whole, shown=shown)


def hint() -> str:
    return say("Chương trình tự ghi, kể cả ngoài phiên họp; mỗi nguyên nhân ghi một lần trong 10 phút.")


def written(count: int, file: str) -> str:
    return say_count("Đã ghi {n} sự kiện vào {file}.", count, file=file)


def none() -> str:
    return say("Chưa có sự kiện nào.")


def matters() -> dict[str, str]:
    """Returns the words of `SecurityMatter`."""
    return {
        "unexpected_join": say("Xin vào ngoài dự kiến"),
        "revoked_credential": say("DÙNG QUYỀN ĐÃ THU HỒI"),
        "storm": say("Dồn dập gõ cổng"),
        "misconduct": say("Điểm cầu gây hại"),
        "clock_jump": say("Đồng hồ nhảy"),
        "chain_break": say("CHUỖI NHẬT KÝ ĐỨT"),
        "failed_login": say("Đăng nhập sai"),
        "account": say("Tài khoản"),
        "credentials": say("Quyền kết nối"),
        "configuration": say("Thay đổi cấu hình"),
    }


def moment(wall_ms: int) -> str:
    return f"{datetime.datetime.fromtimestamp(wall_ms / 1000).astimezone():%d.%m.%Y %H:%M:%S}"


def cells(row: SecurityRow, site_name: Callable[[str], str]) -> list[str]:
    """Returns a row as people read it, one text for each heading."""
    place = site_name(row.site) if row.site else ""
    where = " · ".join(text for text in (place, row.address) if text)
    return [moment(row.wall_ms), matters()[row.matter.value], row.person, where, _detail(row, place)]


def _detail(row: SecurityRow, place: str) -> str:
    record: Any = row.record
    if isinstance(record, SecurityEvent):
        return _of_event(record)
    if isinstance(record, ConfigurationChange):
        return _of_change(record, row.reason)
    if isinstance(record, SecurityAct):
        return f"{security_deeds()[record.deed.value]} {place}"
    deed = account_deeds().get(str(record.deed.value), str(record.deed.value))
    return " · ".join(text for text in (deed, record.account, record.detail) if text)


def _of_change(record: ConfigurationChange, reason: str) -> str:
    part = configuration_parts()[record.part.value]
    thing = f"{part} ({record.what})" if record.what else part
    texts = (thing, change_standings()[record.standing.value], difference(record.before, record.after))
    why = say("lý do: {reason}", reason=reason) if reason else ""
    return " · ".join(text for text in (*texts, why) if text)


def misconducts() -> dict[str, str]:
    """Returns the words of `Misconduct`."""
    return {
        "flood": say("gửi dữ liệu quá mức, tạm ngắt hình và tiếng"),
        "picture": say("hình gây quá tải, tạm ngắt hình"),
        "nonsense": say("gửi dữ liệu sai quy cách"),
        "joins": say("kết nối lại quá dồn dập, tạm hoãn"),
    }


def _of_event(record: SecurityEvent) -> str:
    match record.matter:
        case SecurityMatter.MISCONDUCT:
            return misconducts().get(record.what, record.what)
        case SecurityMatter.STORM:
            return say_count("{n} lượt bị từ chối trong thời gian ngắn", record.count)
        case SecurityMatter.CLOCK_JUMP:
            return say("đồng hồ máy nhảy {seconds} giây", seconds=f"{int(record.what or 0) / 1000:+.1f}")
        case SecurityMatter.CHAIN_BREAK:
            return say("không còn như khi ghi: {what}", what=record.what)
        case _:
            return phrase_refusal(record.what, "") or record.what


def account_deeds() -> dict[str, str]:
    """Returns the words of `AccountDeed`."""
    return {
        "added": say("tạo tài khoản"),
        "role_changed": say("đổi vai trò"),
        "disabled": say("khóa tài khoản"),
        "enabled": say("mở lại tài khoản"),
        "employment_set": say("ghi đơn vị công tác"),
        "password_set": say("đặt mật khẩu"),
        "delegated": say("giao quyền"),
        "delegation_ended": say("thôi giao quyền"),
        "logged_in": say("đăng nhập"),
        "logged_out": say("đăng xuất"),
        "login_failed": say("đăng nhập sai"),
        "locked": say("khóa màn hình"),
        "locked_idle": say("khóa màn hình do không thao tác"),
        "unlocked": say("mở màn hình"),
        "handed_over": say("đổi ca"),
    }
