"""The words of the support bundle: what it is, what is in it, where it went; and of crashes that are offered for it."""

from widgets.phrases.language import say, say_count


def title() -> str:
    return say("Gói cho bộ phận hỗ trợ")


def explanation() -> str:
    return say(
        "Gói gồm nhật ký của chương trình, báo cáo sự cố, cài đặt và thông tin máy. Không có nội dung cuộc họp, hình,"
        " tiếng, tên người, mã mời hay mật khẩu. Hãy xem từng tệp trước khi lưu; chương trình không tự gửi đi đâu."
    )


def reading() -> str:
    return say("Đang thu thập…")


def save() -> str:
    return say("Lưu gói…")


def saved() -> str:
    return say("Đã lưu gói cho bộ phận hỗ trợ")


def not_saved() -> str:
    return say("Chưa lưu được gói")


def file_kind() -> str:
    return say("Tệp nén (*.zip)")


def parts_list() -> str:
    return say("Các tệp trong gói")


def part_text() -> str:
    return say("Nội dung tệp")


def part(name: str, kilobytes: int) -> str:
    return say("{name}  ({count} kB)").format(name=name, count=kilobytes)


def crashes_title() -> str:
    return say("Chương trình đã gặp sự cố")


def crashes(count: int) -> str:
    return say_count("Từ lần mở trước có %n báo cáo sự cố mới.", count)


def look() -> str:
    return say("Xem và lưu báo cáo…")
