"""The words about operators' accounts: at the command line, on the office's page, at the console's lock, in the help.

Rule: keyed by the values of the command line's kinds, as in `command_line_words`; a test asks for each.
"""

from widgets.phrases.language import say


def account_said() -> dict[str, str]:
    """Returns the sentences of `AccountSay`."""
    return {
        "line": say("{account:<14} {name:<28} {role:<22} đăng nhập lần cuối {used}  {notes}"),
        "disabled": say("ĐÃ KHÓA"),
        "not_own": say("chưa tự đổi mật khẩu"),
        "employment_set": say("Đã ghi {account} là: {employment}."),
        "conditions": say("Quyền điều khiển gắn với các điều kiện sau; xác nhận bằng --conditions-met:\n{conditions}"),
        "delegation": say("{rights}, {sites}, đến {until}"),
        "never": say("chưa có"),
        "nothing_listed": say("Chưa có tài khoản nào: ai dùng máy này đều điều khiển được, chương trình chỉ hỏi tên."),
        "not_in_force": say("Chưa ai phải đăng nhập, cho tới khi có một tài khoản vai trò quản trị."),
        "added": say("Đã thêm tài khoản {account} của {name}."),
        "now_in_force": say("Từ bây giờ phải đăng nhập mới điều khiển được, kể cả ở cửa sổ đang mở."),
        "role_set": say("Vai trò của {account} bây giờ: {role}."),
        "disabled_now": say("{account} không đăng nhập được nữa."),
        "enabled_now": say("{account} lại đăng nhập được."),
        "password_set": say("Đã đổi mật khẩu của {account}; những lần đăng nhập bằng mật khẩu cũ đã hết hiệu lực."),
        "delegated": say("{account} được giao quyền đến {until}: {rights}, {sites}."),
        "delegation_ended": say("{account} không còn được giao quyền nào."),
        "logged_in": say("Đã đăng nhập là {name}, đến {until}; kết thúc bằng main.py accounts logout."),
        "logged_out": say("Đã đăng xuất."),
        "login_needed": say("Việc này phải đăng nhập: main.py accounts login ACCOUNT"),
        "role_needed": say("{name} không có quyền làm việc này; việc này dành cho: {role}."),
        "account_asked": say("Tài khoản: "),
        "password_asked": say("Mật khẩu của {account}: "),
        "password_new": say("Mật khẩu mới của {account}: "),
        "password_again": say("Nhập lại mật khẩu: "),
        "passwords_differ": say("Hai lần nhập không giống nhau; chưa thay đổi gì."),
        "act": say("{time}  {person}: {deed} {account} {detail}"),
        "no_acts": say("Chưa có việc nào về tài khoản."),
        "acts_written": say("Đã ghi {count} việc vào {file}."),
        "headings": say("thời gian;người thực hiện;việc;tài khoản;chi tiết"),
    }


def account_roles() -> dict[str, str]:
    """Returns the words of `AccountRole`."""
    return {
        "operator": say("người vận hành"),
        "delegated": say("người được giao quyền"),
        "viewer": say("chỉ xem"),
        "administrator": say("quản trị"),
    }


def account_employments() -> dict[str, str]:
    """Returns the words of `Employment`."""
    return {
        "civil_servant": say("công chức, viên chức"),
        "provider_staff": say("nhân sự doanh nghiệp dịch vụ"),
    }


def account_faults() -> dict[str, str]:
    """Returns the sentences of `AccountFault`."""
    return {
        "name_bad": say(
            "“{account}” không dùng làm tên đăng nhập được: cần 2 đến 32 chữ thường không dấu, chữ số, dấu chấm, dấu"
            " gạch; không bắt đầu bằng dấu."
        ),
        "full_name_bad": say("Họ tên phải có từ 1 đến 80 chữ, trên một dòng."),
        "password_short": say("Mật khẩu phải có ít nhất 10 ký tự; ghép vài từ là dễ nhớ nhất."),
        "password_long": say("Mật khẩu không quá 200 ký tự."),
        "password_is_name": say("Mật khẩu không được chứa tên đăng nhập."),
        "taken": say("Đã có tài khoản {account}."),
        "unknown": say("Không có tài khoản {account}."),
        "too_many": say("Đã có 200 tài khoản, không thêm được nữa."),
        "last_administrator": say(
            "{account} là quản trị cuối cùng còn đăng nhập được; hãy giao vai trò quản trị cho người khác trước,"
            " nếu không thì ai cũng điều khiển được."
        ),
        "not_delegated_role": say("{account} không có vai trò người được giao quyền; hãy đổi vai trò trước."),
        "scope_empty": say("Phải chọn ít nhất một quyền để giao."),
        "end_past": say("Thời điểm kết thúc giao quyền đã qua."),
        "conditions_open": say("Chưa giao quyền cho {account}: chưa xác nhận đủ các điều kiện để được điều khiển."),
    }


def login_faults() -> dict[str, str]:
    """Returns the sentences of `LoginFault`."""
    return {
        "wrong": say("Tài khoản hoặc mật khẩu không đúng."),
        "wait": say("Nhập sai nhiều lần; hãy thử lại sau {seconds} giây."),
        "disabled": say("Tài khoản này đã bị khóa; hãy hỏi quản trị."),
        "not_in_force": say("Không phải đăng nhập: chưa có tài khoản nào vai trò quản trị."),
        "store": say("Chưa đọc được kho dữ liệu; hãy thử lại."),
    }


def account_deeds() -> dict[str, str]:
    """Returns the words of `AccountDeed`."""
    return {
        "added": say("thêm tài khoản"),
        "role_changed": say("đổi vai trò của"),
        "disabled": say("khóa tài khoản của"),
        "enabled": say("mở khóa tài khoản của"),
        "employment_set": say("ghi đơn vị công tác của"),
        "password_set": say("đổi mật khẩu"),
        "delegated": say("giao quyền cho"),
        "delegation_ended": say("thu hồi quyền đã giao cho"),
        "logged_in": say("đăng nhập:"),
        "logged_out": say("đăng xuất:"),
        "login_failed": say("ĐĂNG NHẬP SAI:"),
        "locked": say("khóa bàn điều khiển:"),
        "locked_idle": say("bàn điều khiển tự khóa:"),
        "unlocked": say("mở khóa bàn điều khiển:"),
        "handed_over": say("nhận bàn giao bàn điều khiển:"),
    }


def account_options() -> dict[str, str]:
    """Returns the help of `accounts`, by its English text."""
    return {
        "operators' accounts: add, list, disable, role, password, delegate, login": say(
            "tài khoản của người vận hành: add, list, disable, role, password, delegate, login"
        ),
        "name to log in with: small Latin letters, figures, dot, dash": say(
            "tên đăng nhập: chữ thường không dấu, chữ số, dấu chấm, gạch"
        ),
        "add an account of one person; the password is asked for": say(
            "thêm tài khoản của một người; mật khẩu được hỏi sau"
        ),
        "the person's full name, as the log will name it": say("họ tên người dùng, ghi vào nhật ký"),
        "print the accounts, their roles and delegations": say("in các tài khoản, vai trò và quyền được giao"),
        "let an account log in no more; where it is logged in, it is locked out": say(
            "không cho tài khoản đăng nhập nữa; nơi đang đăng nhập bị khóa ngay"
        ),
        "let an account log in again": say("cho tài khoản đăng nhập lại"),
        "give an account another role": say("đổi vai trò của tài khoản"),
        "set a password; one's own asks for the present one first": say(
            "đặt mật khẩu; tự đổi thì phải nhập mật khẩu đang dùng"
        ),
        "give a delegated operator rights until an end": say("giao quyền điều khiển có thời hạn"),
        "take a delegation away before its end": say("thu hồi quyền đã giao trước thời hạn"),
        "log in for some hours, for the commands of this data folder": say(
            "đăng nhập vài giờ cho các lệnh của thư mục dữ liệu này"
        ),
        "end the login of this data folder": say("kết thúc lần đăng nhập của thư mục dữ liệu này"),
        "print logins, failed ones too, and what was done with accounts": say(
            "in các lần đăng nhập, kể cả lần sai, và việc đã làm với tài khoản"
        ),
        "operator, delegated, viewer, administrator": say(
            "operator: vận hành; delegated: được giao quyền; viewer: chỉ xem; administrator: quản trị"
        ),
        "silence, floor, podium, cameras, record": say(
            "silence: tắt mic; floor: phát biểu; podium: bục; cameras: camera; record: ghi chép"
        ),
        "only at these sites (all)": say("chỉ ở các điểm cầu này (tất cả)"),
        "when it begins (now)": say("thời điểm bắt đầu (bây giờ)"),
        "for how many hours": say("trong bao nhiêu giờ"),
        'when it ends, as "2026-11-25 17:30"': say("thời điểm kết thúc, ví dụ “2026-11-25 17:30”"),
        "confirm that everything is met that the profile ties control to": say(
            "xác nhận đã đáp ứng mọi điều kiện mà quy chế gắn với quyền điều khiển"
        ),
        "say whose staff the person is": say("ghi người dùng thuộc đơn vị nào"),
        "civil_servant, provider_staff (of the enterprise that operates the system)": say(
            "civil_servant: công chức, viên chức; provider_staff: nhân sự doanh nghiệp dịch vụ"
        ),
        "who decided it, or the paper's number": say("người quyết định, hoặc số văn bản"),
    }
