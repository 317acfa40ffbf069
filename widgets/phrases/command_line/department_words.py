"""The words about packages at the department, at the command line and in its page; and of that command's help.

Rule: keyed by the values of the command line's kinds, as in `command_line_words`; a test asks for each.
"""

from widgets.phrases.language import say


def department_said() -> dict[str, str]:
    """Returns the sentences of `DepartmentSay`."""
    return {
        "counted": say("Nhận {taken} gói, {known} gói đã nhận từ trước, từ chối {refused} gói."),
        "nothing_found": say("Không có gói bàn giao nào trong {path}."),
        "too_many_found": say("Ở đó có hơn {most} tệp hoặc gói; hãy chỉ ra các thư mục nhỏ hơn."),
        "folder_unreadable": say("Không đọc được thư mục {path}: {why}."),
        "period": say("Từ ngày {first} đến ngày {last}:"),
        "nothing_handed_in": say("Chưa nhận được gói nào."),
        "all_reported": say("Mọi đơn vị có khóa đăng ký đều đã nộp."),
        "silent_line": say("{unit}: chưa nộp."),
        "package_line": say("{day}  {unit}  “{title}”  {sites} điểm cầu, {count} sự kiện"),
        "session_unknown": say("Ở đây chưa nhận gói nào của phiên “{text}”."),
        **_keys(),
        **_receipts(),
    }


def _keys() -> dict[str, str]:
    return {
        "key_registered": say("Đã đăng ký khóa {fingerprint} cho {unit}."),
        "key_revoked": say("Đã thu hồi khóa {fingerprint} của {unit}; từ nay không nhận gói nào ký bằng khóa này."),
        "key_not_registered": say("Khóa {fingerprint} chưa đăng ký ở đây."),
        "revoked_on": say("thu hồi ngày {day}: {why}"),
        "no_keys": say("Chưa đăng ký khóa nào; hãy đăng ký bằng lệnh: main.py department register-key"),
        "unit_missing": say("Hãy nêu tên đơn vị có khóa này."),
    }


def _receipts() -> dict[str, str]:
    return {
        "receipt_written": say("Đã lập biên nhận: {path}"),
        "receipt_good": say(
            "BIÊN NHẬN: {department} đã nhận {package} ({count} sự kiện, mã băm cuối {head}) ngày {day}; ký bằng khóa"
            " {fingerprint}."
        ),
        "receipt_malformed": say("{file} không phải biên nhận."),
        "receipt_altered": say("{file} không còn đúng như khi ký."),
        "receipt_of_other": say("{file} ký bằng khóa {fingerprint}, không phải khóa đã nêu."),
        "report_signed": say("Đã ký báo cáo: {path}"),
        "report_good": say(
            "BÁO CÁO: {form}, kỳ {period}, {meetings} cuộc họp, {department} lập ngày {day};"
            " ký bằng khóa {fingerprint}."
        ),
        "report_unsigned": say("Bên cạnh {file} không có tệp chữ ký."),
        "signature_malformed": say("{file} không phải tệp chữ ký của báo cáo."),
    }


def answers() -> dict[str, str]:
    """Returns the sentences of `Answer`: what became of a package."""
    return {
        "taken": say("ĐÃ NHẬN của {unit}: “{title}”, {count} sự kiện."),
        "follows": say("ĐÃ NHẬN của {unit}, thay cho gói nộp trước: “{title}”, {count} sự kiện."),
        "known": say("ĐÃ CÓ: {unit} đã nộp ngày {day}; không thay đổi gì."),
        "older": say("CŨ HƠN: gói {unit} nộp ngày {day} đầy đủ hơn; không thay đổi gì."),
        "parted": say(
            "TỪ CHỐI: ngày {day} {unit} đã nộp một nhật ký khác của phiên này, hai nhật ký không khớp nhau; hãy hỏi đơn"
            " vị bản nào đúng."
        ),
        "refused": say("TỪ CHỐI: {why}"),
        "key_unknown": say(
            "TỪ CHỐI: ký bằng khóa {fingerprint}, ở đây chưa đăng ký; hãy đối chiếu với văn bản của đơn vị rồi đăng ký."
        ),
        "key_revoked": say("TỪ CHỐI: ký bằng khóa {fingerprint} đã bị thu hồi."),
        "disk_refused": say("CHƯA NHẬN: ổ đĩa của máy này không ghi được ({why})."),
    }


def department_options() -> dict[str, str]:
    """Returns the help of `department`, by its English text."""
    return {
        "packages handed in at the department: import, keys, list, missing, report, receipt": say(
            "các gói đơn vị nộp về Sở: nhận, khóa, xem, chưa nộp, báo cáo, biên nhận"
        ),
        "take packages from a stick: each judged, kept once, or refused": say(
            "nhận các gói từ USB: kiểm tra từng gói, lưu một lần, hoặc từ chối"
        ),
        "packages, or folders with packages in them": say("các gói, hoặc thư mục chứa gói"),
        "print one JSON object per package": say("in mỗi gói thành một đối tượng JSON"),
        "print one JSON object per line": say("in mỗi dòng thành một đối tượng JSON"),
        "register a unit's signing key from its paper": say("đăng ký khóa ký của đơn vị theo văn bản"),
        "64 hexadecimal digits, as the paper has them": say("64 chữ số thập lục phân như trong văn bản"),
        "the unit's name, as statistics will say it": say("tên đơn vị như sẽ ghi trong thống kê"),
        "the unit's site": say("điểm cầu của đơn vị"),
        "number of the paper": say("số văn bản"),
        "take no more packages signed with a key": say("không nhận gói ký bằng khóa này nữa"),
        "why, as the register keeps it": say("lý do, được lưu trong sổ"),
        "print the registered keys": say("in các khóa đã đăng ký"),
        **_period_options(),
    }


def _period_options() -> dict[str, str]:
    return {
        "print what was handed in for a period": say("in những gì đã nộp trong một kỳ"),
        "print which units have handed in nothing for a period": say("in các đơn vị chưa nộp gì trong một kỳ"),
        "write the ledger or the statistics of all units together": say(
            "lập sổ theo dõi hoặc thống kê chung của mọi đơn vị"
        ),
        "phu-luc-3 or statistics": say("phu-luc-3 hoặc statistics"),
        "first day, YYYY-MM-DD": say("ngày đầu, dạng YYYY-MM-DD"),
        "last day, YYYY-MM-DD": say("ngày cuối, dạng YYYY-MM-DD"),
        "without days: which period of today": say("khi không nêu ngày: kỳ nào của hôm nay"),
        "write signed receipts for packages that were taken": say("lập biên nhận có ký cho các gói đã nhận"),
        "where the receipts go": say("nơi đặt biên nhận"),
        "say whether a receipt is as the department signed it": say("kiểm tra biên nhận có đúng như Sở đã ký không"),
        "the receipt": say("tệp biên nhận"),
        "say whether a report is as the department signed it": say("kiểm tra báo cáo có đúng như Sở đã ký không"),
        "the report, its signature beside it": say("tệp báo cáo, tệp chữ ký ở bên cạnh"),
    }
