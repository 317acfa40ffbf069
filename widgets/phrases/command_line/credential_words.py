"""The words about sites' credentials at the command line and in the office's page; and of that command's help.

Rule: keyed by the values of the command line's kinds, as in `command_line_words`; a test asks for each.
"""

from widgets.phrases.language import say


def credential_said() -> dict[str, str]:
    """Returns the sentences of `CredentialSay`."""
    return {
        "line": say("{number:>4}  {name:<28} {kind:<22} tạo {made}  hết hạn {ends}  dùng lần cuối {used}  {standing}"),
        "never": say("chưa có"),
        "nothing_listed": say("Không có quyền kết nối nào như vậy."),
        "revoked_here": say(
            "Đã thu hồi {count} quyền kết nối của {number} {name}; điểm cầu này không vào họp được nữa."
        ),
        "nothing_to_revoke": say("{number} {name} không có quyền kết nối nào còn hạn; lời mời chưa dùng đã bị hủy."),
        "revoked_there": say("Bộ điều khiển đã thu hồi mọi quyền và ngắt kết nối của {number} {name}."),
        "not_revoked_there": say("Bộ điều khiển chưa thu hồi được quyền của {number} {name}: {why}"),
        "act": say("{time}  {person}: {deed} {number} {name}"),
        "no_acts": say("Chưa mời và chưa thu hồi quyền của điểm cầu nào."),
        "acts_written": say("Đã ghi {count} việc vào {file}."),
        "headings": say("thời gian;người thực hiện;việc;điểm cầu"),
    }


def security_deeds() -> dict[str, str]:
    """Returns the words of `SecurityDeed`."""
    return {
        "invited": say("mời"),
        "device_secret": say("cấp khóa bí mật cho thiết bị của"),
        "revoked": say("thu hồi quyền kết nối của"),
    }


def credential_kinds() -> dict[str, str]:
    """Returns the words of `CredentialKind`."""
    return {
        "program": say("khóa của chương trình"),
        "browser": say("trình duyệt"),
        "device": say("thiết bị, OBS"),
    }


def credential_standings() -> dict[str, str]:
    """Returns the words of `CredentialStanding`."""
    return {
        "good": say("còn hạn"),
        "ends_soon": say("SẮP HẾT HẠN"),
        "expired": say("đã hết hạn"),
        "revoked": say("đã bị thu hồi"),
    }


def credential_options() -> dict[str, str]:
    """Returns the help of `credentials`, by its English text."""
    return {
        "keys and secrets by which sites join: list, revoke, log": say(
            "khóa và mật khẩu để điểm cầu vào họp: list, revoke, log"
        ),
        "print who may join with what, since when, until when": say(
            "in điểm cầu nào có quyền kết nối gì, từ bao giờ, đến bao giờ"
        ),
        "only what is good now and ends within these days": say(
            "chỉ những quyền còn hạn nhưng sẽ hết hạn trong số ngày này"
        ),
        "end all credentials and connections of a site, also without a bridge": say(
            "thu hồi mọi quyền và ngắt kết nối của một điểm cầu, cả khi bộ điều khiển không chạy"
        ),
        "print who invited or revoked whom, and when, also outside sessions": say(
            "in ai đã mời hoặc thu hồi quyền của điểm cầu nào, lúc nào, kể cả ngoài phiên họp"
        ),
    }
