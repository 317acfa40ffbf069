"""The words of the page of operators' accounts, and of what it asks."""

from console.accounts.account import Account
from console.office.typed_times import shown_clock, shown_day
from widgets.phrases.command_line.account_words import account_employments, account_roles
from widgets.phrases.language import say, say_count
from widgets.phrases.log.control_words import phrase_rights


def title() -> str:
    return say("Tài khoản vận hành")


def headings() -> list[str]:
    return [
        say("Tài khoản"),
        say("Họ và tên"),
        say("Vai trò"),
        say("Đơn vị công tác"),
        say("Đăng nhập lần cuối"),
        say("Tình trạng"),
        say("Quyền được giao"),
    ]


def deed_headings() -> list[str]:
    return [say("Lúc"), say("Người"), say("Việc"), say("Tài khoản"), say("Chi tiết")]


def deeds_title() -> str:
    return say("Việc đã làm với tài khoản, các lần đăng nhập")


def moment(wall_ms: int | None) -> str:
    """Returns a moment as day and time, or that there was none."""
    return say("chưa có") if wall_ms is None else f"{shown_day(wall_ms)} {shown_clock(wall_ms)}"


def employments() -> dict[str, str]:
    """Returns the words of `Employment`, and of its not being said."""
    return {"": say("chưa ghi"), **account_employments()}


def cells(account: Account, delegation: str) -> list[str]:
    """Returns an account as people read it, one text for each heading."""
    whose = employments()["" if account.employment is None else account.employment]
    role = account_roles()[account.role]
    return [account.account, account.name, role, whose, moment(account.used_ms), standing(account), delegation]


def standing(account: Account) -> str:
    """Returns whether somebody can log in as it, and whose the password is."""
    if account.disabled_ms is not None:
        return say("đã khóa")
    return say("đang dùng") if account.personal else say("chưa tự đổi mật khẩu")


def delegation(account: Account, sites: str, now_ms: int) -> str:
    """Returns what is delegated to an account: what, where, until when, on which basis; empty when nothing is."""
    given = account.delegation
    if given is None:
        return ""
    if given.until_ms <= now_ms:
        return say("đã hết hạn {time}", time=moment(given.until_ms))
    span = say("{begins} đến {ends}", begins=moment(given.from_ms), ends=moment(given.until_ms))
    return " · ".join(text for text in (phrase_rights(given.rights), sites or all_sites(), span, given.basis) if text)


def all_sites() -> str:
    return say("mọi điểm cầu")


def counted(count: int, *, in_force: bool) -> str:
    """Returns how many accounts there are, and what follows while nobody can administrate."""
    told = say_count("{n} tài khoản", count)
    return told if in_force else f"{told} · {not_in_force()}"


def not_in_force() -> str:
    return say("chưa ai phải đăng nhập, cho tới khi có một tài khoản vai trò quản trị")


def administrators_only() -> str:
    return say("Chỉ tài khoản vai trò quản trị được thay đổi ở đây.")


def hint() -> str:
    return say(
        "Mỗi người một tài khoản, không dùng chung; mật khẩu đầu tiên phải được người đó đổi."
        " Thay đổi có hiệu lực trong một giây, kể cả ở bàn điều khiển đang mở."
    )


def read_again() -> str:
    return say("Đọc lại")


def add() -> str:
    return say("Thêm tài khoản…")


def change_role() -> str:
    return say("Vai trò, đơn vị…")


def set_password() -> str:
    return say("Đặt mật khẩu…")


def delegate() -> str:
    return say("Giao quyền…")


def end_delegation() -> str:
    return say("Thu hồi quyền đã giao…")


def disable() -> str:
    return say("Khóa tài khoản…")


def enable() -> str:
    return say("Mở khóa tài khoản")


def write_log() -> str:
    return say("Xuất nhật ký tài khoản…")


# ---------------------------------------------------------------- what is asked: title, sentence, the word of yes


def login_question() -> tuple[str, str, str]:
    return (
        say("Đăng nhập để mở Hồ sơ"),
        say("Mọi thay đổi trong Hồ sơ được ghi dưới tên tài khoản."),
        say("Đăng nhập"),
    )


def no_office(name: str) -> str:
    return say("Tài khoản của {name} không được ghi Hồ sơ; hãy đăng nhập bằng tài khoản vận hành.", name=name)


def add_question() -> tuple[str, str, str]:
    return (
        say("Thêm tài khoản"),
        say("Nhật ký ghi mọi thao tác dưới họ tên này. Hãy giao mật khẩu tận tay; người dùng tự đổi ngay sau đó."),
        say("Thêm"),
    )


def role_question(name: str) -> tuple[str, str, str]:
    return (
        say("Vai trò và đơn vị của {name}", name=name),
        say("Đổi vai trò thì quyền đang được giao (nếu có) hết hiệu lực."),
        say("Lưu"),
    )


def password_question(account: str, *, own: bool) -> tuple[str, str, str]:
    text = say("Mọi lần đăng nhập bằng mật khẩu cũ hết hiệu lực ngay, kể cả ở bàn điều khiển đang mở.")
    title = say("Đổi mật khẩu của mình") if own else say("Đặt mật khẩu của {account}", account=account)
    return title, text, say("Đặt mật khẩu")


def delegate_question(name: str) -> tuple[str, str, str]:
    return (
        say("Giao quyền điều khiển cho {name}", name=name),
        say("Người được giao chỉ làm được những việc đánh dấu, trong thời hạn ghi ở đây."),
        say("Giao quyền"),
    )


def end_question(name: str) -> tuple[str, str, str]:
    return (
        say("Thu hồi quyền đã giao cho {name}?", name=name),
        say("Từ lúc đó tài khoản này chỉ xem."),
        say("Thu hồi"),
    )


def disable_question(name: str) -> tuple[str, str, str]:
    return (
        say("Khóa tài khoản của {name}?", name=name),
        say("Nơi đang đăng nhập bằng tài khoản này bị khóa ngay; cuộc họp vẫn chạy."),
        say("Khóa tài khoản"),
    )


def account() -> str:
    return say("Tên đăng nhập")


def account_needed() -> str:
    return say("Hãy đặt tên đăng nhập: chữ thường không dấu, chữ số, dấu chấm, gạch.")


def full_name() -> str:
    return say("Họ và tên")


def role() -> str:
    return say("Vai trò")


def employment() -> str:
    return say("Đơn vị công tác")


def present_password() -> str:
    return say("Mật khẩu đang dùng")


def present_needed() -> str:
    return say("Hãy nhập mật khẩu đang dùng.")


def first_password() -> str:
    return say("Mật khẩu đầu tiên")


def new_password() -> str:
    return say("Mật khẩu mới")


def password_again() -> str:
    return say("Nhập lại mật khẩu")


def passwords_differ() -> str:
    return say("Hai lần nhập không giống nhau.")


def rights() -> str:
    return say("Được làm")


def only_at() -> str:
    return say("Chỉ ở các điểm cầu\n(không đánh dấu: tất cả)")


def begins() -> str:
    return say("Từ")


def ends() -> str:
    return say("Đến")


def no_moment() -> str:
    return say("Hãy ghi thời điểm như 25/11/2026 17:30.")


def basis() -> str:
    return say("Căn cứ giao quyền")


def conditions() -> str:
    return say("Xác nhận đã đáp ứng đủ các điều kiện để được điều khiển:")


def conditions_open() -> str:
    return say("Phải xác nhận đủ các điều kiện trước khi giao quyền.")
