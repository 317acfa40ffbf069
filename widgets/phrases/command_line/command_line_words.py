"""The words of the command line: lists, invitations, verdicts on a log, receipts; by kind those of the demo too.

Rule: keyed by the names and values of the command line's kinds, because windows may not reach its store and its loop;
a test asks for each kind. Commands, outcomes and reasons are phrased as in the window.
"""

from collections.abc import Mapping, Sequence

from console.command_line.counted import counted
from console.trouble import TroubleKind
from widgets.phrases.command_line import demo_words
from widgets.phrases.command_line.account_words import (
    account_deeds,
    account_employments,
    account_faults,
    account_roles,
    account_said,
    login_faults,
)
from widgets.phrases.command_line.credential_words import (
    credential_kinds,
    credential_said,
    credential_standings,
    security_deeds,
)
from widgets.phrases.command_line.department_words import answers, department_said
from widgets.phrases.command_line.form_words import correction_faults, form_said
from widgets.phrases.command_line.meeting_line_words import (
    channels,
    field_findings,
    host_faults,
    meeting_fields,
    meeting_said,
    parties,
    script_faults,
    step_faults,
    steps,
)
from widgets.phrases.command_line.package_words import package_faults, package_said
from widgets.phrases.command_line.regulation_words import duty_statuses, limits, mute_rules, regulation_said
from widgets.phrases.command_line.sheet_words import directory_said, sheet_faults
from widgets.phrases.language import language_in_use, say
from widgets.phrases.log.entries import Fields, SiteName, phrase_command
from widgets.phrases.trouble_words import phrase_trouble_kind
from widgets.phrases.words import phrase_outcome, phrase_reason


def phrase_kind(family: str, kind: str, values: Mapping[str, object]) -> str:
    """Returns the sentence of a kind: `family` is the name of its enumeration, `kind` its value."""
    if family == TroubleKind.__name__:
        return phrase_trouble_kind(TroubleKind(kind), values)
    sentence = _FAMILIES[family]()[kind]
    return (counted(sentence, values) if language_in_use() == "en" else sentence).format(**values)


def phrase_receipt(
    command: Fields, outcome: str, reason: str | None, unconfirmed: Sequence[str], site_name: SiteName
) -> str:
    """Returns what came of a command, given as a mapping with its tag under `do`, in one or two sentences."""
    wish = phrase_command(command, site_name)
    told = say("{wish}: {outcome}", wish=wish[:1].upper() + wish[1:], outcome=phrase_outcome(outcome))
    if reason:
        told += say(" — {reason}", reason=phrase_reason(reason))
    told += "."
    if unconfirmed:
        told += " " + say("Chưa xác nhận: {sites}.", sites=", ".join(map(site_name, unconfirmed)))
    return told


def _said() -> dict[str, str]:
    return {
        "sites_taken": say("Đã nhận {count} điểm cầu."),
        "sites_gone": say("Không còn trong danh sách: {names}."),
        "site_has_others": say("{number} {name} còn điểm cầu cấp dưới; hãy chuyển cấp trên của chúng trước: {names}."),
        "main_stays": say("“{name}” là điểm cầu chính; lúc nào cũng phải có một điểm cầu chính."),
        "site_taken": say("Đã có {number} {name} trong danh sách."),
        "list_bad": say("Không nhận {file}, chưa thay đổi gì:"),
        "list_written": say("Đã ghi {count} điểm cầu vào {file}."),
        "no_sites": say("Danh sách điểm cầu còn trống; hãy nhập bằng lệnh: main.py sites import FILE"),
        "bad_line": say("Dòng {line} {what}."),
        "bad_file": say("Tệp {what}."),
        "bridge_told": say("Bộ điều khiển đang chạy đã đọc lại danh sách."),
        "bridge_not_told": say("Bộ điều khiển đang chạy chưa đọc lại danh sách: {why}"),
        "site_unknown": say("Không có điểm cầu “{text}” trong danh sách; hãy xem main.py sites list."),
        "site_unclear": say("“{text}” có thể là {names}; hãy dùng số."),
        "request_unknown": say("Không có yêu cầu “{text}” trong hàng chờ phát biểu."),
        "queue_empty": say("Hàng chờ phát biểu đang trống."),
        "bad_value": say("{command}: {why}."),
        "session_ended": say("đã kết thúc"),
        "session_not_ended": say("chưa kết thúc"),
        "office_silent": say("không có kho dữ liệu nào biết phiên này"),
        "office_knows": say("kho dữ liệu biết {known} dòng đầu"),
        "salvaged": say("Tệp từng bị hỏng: giữ được {kept} trong {known} dòng đã biết, tệp hỏng là {file}."),
        "head": say("mã băm cuối {head}"),
        "day_bad": say("“{text}” không phải một ngày; hãy viết dạng 2026-12-14."),
        "days_turned": say("Ngày đầu {first} muộn hơn ngày cuối {last}."),
        **_invited(),
    }


def _invited() -> dict[str, str]:
    return {
        "invited": say("Lời mời cho {number} {name}, dùng một lần, tới {until}:"),
        "code": say("mã mời        {code}"),
        "link": say("đường dẫn     {link}"),
        "browser": say("trình duyệt   {link}"),
        "address": say("địa chỉ       {url}"),
        "fingerprint": say("chứng thư     SHA-256 {fingerprint}"),
        "whip": say("gửi (WHIP)    {url}"),
        "whep": say("nhận (WHEP)   {url}"),
        "bearer": say("khóa bí mật   {secret}"),
        "port_of_settings": say(
            "Hiện chưa chạy bộ điều khiển: {port} là cổng ghi trong cài đặt; nếu khi chạy chọn cổng khác thì"
            " địa chỉ cũng khác."
        ),
        "device": say("Địa chỉ và khóa bí mật của {number} {name}, cho tới khi thu hồi (main.py do revoke {number}):"),
        "written": say("Đã ghi: {file}"),
        "no_address": say("Chưa biết địa chỉ nào của bộ điều khiển; hãy cho bằng --address hoặc trong settings.json."),
        "qr_kind": say("{file} không chứa được mã QR; hãy đặt tên đuôi .png hoặc .svg."),
    }


def _faults() -> dict[str, str]:
    return {
        "not_text": say("không phải văn bản UTF-8; hãy lưu dạng “CSV UTF-8”"),
        "not_a_list": say("không phải danh sách đọc được {text}"),
        "no_columns": say("không có cột số thứ tự (STT) và tên (Tên điểm cầu)"),
        "too_many": say("quá dài {text}"),
        "empty": say("không có điểm cầu nào"),
        "number_missing": say("thiếu số thứ tự"),
        "number_bad": say("ghi “{text}” ở chỗ phải là số từ 1 đến 999"),
        "number_twice": say("có số {text} trùng với dòng khác"),
        "name_missing": say("thiếu tên điểm cầu"),
        "name_twice": say(
            "có tên “{text}” trùng với một điểm cầu khác cùng cấp trên; hai điểm cầu cùng tên phải thuộc hai cấp trên"
            " khác nhau"
        ),
        "role_bad": say("có vai trò “{text}”; chỉ có “satellite” và “main”"),
        "main_twice": say("là điểm cầu chính thứ hai"),
        "parent_unknown": say("có điểm cầu cấp trên “{text}” không rõ là điểm cầu nào trong danh sách"),
        "parent_loop": say("đặt “{text}” dưới chính nó: cấp trên đi vòng trở lại"),
        "too_long": say("có nội dung dài hơn 200 ký tự: {text}…"),
    }


def _fractures() -> dict[str, str]:
    return {
        "missing": say("thiếu dòng {at} (ở chỗ đó là dòng {found})"),
        "changed": say("dòng {at} bị sửa sau khi ghi"),
        "not_joined": say("dòng {at} không nối tiếp dòng trước nó"),
        "misplaced": say("dòng {at} được ghi cho chỗ khác"),
        "unreadable": say("tệp bị hỏng từ dòng {at}"),
    }


def _findings() -> dict[str, str]:
    return {
        "whole": say("NGUYÊN VẸN: {lines} dòng, số dòng và mã băm cuối khớp với kho dữ liệu; phiên {state}."),
        "tail_not_proven": say("Chuỗi nguyên vẹn tới dòng {lines}, phần cuối chưa chứng minh được: {unproven}."),
        "broken": say("BỊ ĐỨT: {fracture}; chuỗi nguyên vẹn tới dòng {lines}."),
        "tail_missing": say("THIẾU PHẦN CUỐI: chuỗi nguyên vẹn tới dòng {lines}, kho dữ liệu biết {known} dòng."),
        "tail_added": say("THỪA PHẦN CUỐI: phiên kết thúc ở dòng {known}, nhưng tệp còn tới dòng {lines}."),
        "head_differs": say("NHẬT KÝ KHÁC: chuỗi tự nó nguyên vẹn, nhưng kho dữ liệu đã thấy ghi các dòng khác."),
    }


_FAMILIES = {
    "Say": _said,
    "Fault": _faults,
    "Fracture": _fractures,
    "Finding": _findings,
    "PackageSay": package_said,
    "PackageFault": package_faults,
    "DepartmentSay": department_said,
    "CredentialSay": credential_said,
    "SecurityDeed": security_deeds,
    "CredentialKind": credential_kinds,
    "CredentialStanding": credential_standings,
    "AccountSay": account_said,
    "AccountRole": account_roles,
    "Employment": account_employments,
    "AccountFault": account_faults,
    "LoginFault": login_faults,
    "AccountDeed": account_deeds,
    "FormSay": form_said,
    "CorrectionFault": correction_faults,
    "MeetingSay": meeting_said,
    "Step": steps,
    "Party": parties,
    "Channel": channels,
    "StepFault": step_faults,
    "FieldFinding": field_findings,
    "HostFault": host_faults,
    "MeetingField": meeting_fields,
    "ScriptFault": script_faults,
    "RegulationSay": regulation_said,
    "Unit": limits,
    "MuteRule": mute_rules,
    "DutyStatus": duty_statuses,
    "Answer": answers,
    "DirectorySay": directory_said,
    "SheetFault": sheet_faults,
    "Report": demo_words.reports,
    "Figure": demo_words.figures,
    "Awaited": demo_words.awaited,
}
