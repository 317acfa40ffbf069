"""The words of the console's login and lock."""

from console.accounts.account import Failed
from console.words import Role
from widgets.phrases.command_line.account_words import login_faults
from widgets.phrases.language import say


def heading(name: str) -> str:
    """Returns what the lock says first; no name: nobody has logged in here."""
    return say("Bàn điều khiển đang khóa · {name}", name=name) if name else say("Hãy đăng nhập để điều khiển")


def hint() -> str:
    """Returns what works all the same."""
    return say("Cảnh báo và hình vẫn hiện; DỪNG AN TOÀN (F12), tắt chuông (F10) vẫn dùng được.")


def account() -> str:
    """Returns the name of the field."""
    return say("Tài khoản")


def password() -> str:
    """Returns the name of the field."""
    return say("Mật khẩu")


def unlock(name: str) -> str:
    """Returns the word of the button."""
    return say("Mở khóa") if name else say("Đăng nhập")


def comparing() -> str:
    """Returns what is said while a password is compared."""
    return say("Đang kiểm tra…")


def link_lost() -> str:
    """Returns why nobody can log in."""
    return say("Mất liên lạc với bộ điều khiển; chờ nối lại rồi đăng nhập.")


def refused(failed: Failed) -> str:
    """Returns why a login was refused."""
    return login_faults()[failed.fault].format(seconds=failed.wait_seconds)


def lock_now() -> str:
    """Returns the title of the act."""
    return say("Khóa bàn điều khiển")


def lock_now_hint() -> str:
    """Returns its tip."""
    return say("Khóa ngay; cuộc họp vẫn chạy, muốn điều khiển tiếp phải nhập mật khẩu")


def signature(name: str, role: Role) -> str:
    """Returns whose login it is, for the window's title."""
    return say(" — {name} ({role})", name=name, role=roles().get(role, ""))


def roles() -> dict[Role, str]:
    """Returns the words for who is at the console."""
    return {
        Role.OPERATOR: say("người vận hành"),
        Role.ADMINISTRATOR: say("quản trị"),
        Role.DELEGATED_OPERATOR: say("người được giao quyền"),
        Role.VIEWER: say("chỉ xem"),
        Role.LOCKED_CONSOLE: say("đang khóa"),
    }
