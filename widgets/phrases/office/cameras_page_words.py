"""The words of the page on which a site's cameras are set up."""

from console.cameras.camera_profile import CameraKind, CameraProfile, Framing
from console.cameras.camera_words import CameraLink
from console.cameras.setup_facts import Tried
from widgets.phrases.language import say, say_count
from widgets.phrases.log.camera_words import phrase_camera_link
from widgets.phrases.words import phrase_reason


def title() -> str:
    return say("Camera của điểm cầu")


def buttons() -> tuple[str, str, str, str, str]:
    """Returns the words for looking, asking, trying, writing down and taking out."""
    return (
        say("Tìm camera"),
        say("Hỏi lại tình trạng"),
        say("Quay thử"),
        say("Ghi vào danh sách"),
        say("Bỏ khỏi danh sách"),
    )


def hosts() -> str:
    return say("Địa chỉ ở mạng khác, cách nhau bằng dấu cách (có thể để trống)")


def serial() -> str:
    return say("Hỏi cả cổng nối tiếp")


def name_hint() -> str:
    return say("Tên để mọi người gọi, ví dụ: Camera bàn chủ tọa")


def hint() -> str:
    return say(
        "Quay thử: camera quay một chút rồi trở về. Camera mới ghi được dùng từ lần khởi động sau. "
        "Camera ONVIF có mật khẩu: ghi bằng lệnh “cameras add … --password”."
    )


def headings() -> list[str]:
    return [
        say("Camera"),
        say("Ở đâu"),
        say("Giao thức"),
        say("Tình trạng"),
        say("Quay"),
        say("Nét"),
        say("Nhớ góc"),
        say("Báo vị trí"),
        say("Chỉnh mốc"),
        say("Quay thử"),
    ]


def speaks(profile: CameraProfile) -> str:
    """Returns how a camera is spoken to."""
    if profile.kind is not CameraKind.VISCA:
        return profile.kind.value.upper()
    texts = {
        Framing.SONY_UDP: "VISCA/UDP",
        Framing.SONY_TCP: "VISCA/TCP",
        Framing.RAW_UDP: "VISCA/UDP",
        Framing.RAW_TCP: "VISCA/TCP",
        Framing.SERIAL: "VISCA/RS-232",
    }
    return texts[profile.framing]


def able(can: bool) -> str:  # noqa: FBT001 - one cell of a table
    return "✓" if can else "–"


def link(known: CameraLink) -> str:
    text = phrase_camera_link(known)
    return text[:1].upper() + text[1:]


def not_listed() -> str:
    return say("Mới tìm thấy, chưa ghi")


def busy(name: str) -> str:
    """Returns what is being done."""
    texts = {
        "cameras-find": say("Đang tìm camera trên mạng và tại máy này…"),
        "cameras-list": say("Đang hỏi từng camera…"),
        "cameras-try": say("Camera đang quay thử…"),
        "cameras-add": say("Đang ghi…"),
        "cameras-remove": say("Đang bỏ…"),
    }
    return texts[name]


def done(name: str) -> str:
    """Returns what has been done; nothing for what says it by its table."""
    texts = {
        "cameras-add": say("Đã ghi camera vào danh sách; khởi động lại chương trình để dùng."),
        "cameras-remove": say("Đã bỏ camera khỏi danh sách; góc quay đã lưu vẫn còn."),
    }
    return texts.get(name, "")


def listed(count: int) -> str:
    return say_count("Danh sách có {n} camera", count) if count else say("Chưa ghi camera nào; hãy bấm “Tìm camera”.")


def found(new: int, known: int) -> str:
    if not new and not known:
        return say("Không tìm thấy camera nào. Hãy kiểm tra nguồn, dây mạng, hoặc ghi địa chỉ của camera.")
    return say("Tìm thấy {new} camera mới, {known} camera đã có trong danh sách", new=new, known=known)


def tried(what: Tried) -> str:
    """Returns what was seen of a trial, as a sentence."""
    if not what.link.usable:
        return link(what.link)
    if what.reason is not None:
        return say("Camera không quay được: {reason}", reason=phrase_reason(what.reason))
    if what.moved is None:
        return say("Camera đã nhận lệnh nhưng không báo vị trí; hãy nhìn xem camera có quay không.")
    if not what.moved:
        return say("Camera đã nhận lệnh nhưng không quay.")
    if not what.came_back:
        return say("Camera quay được, chưa về đúng chỗ cũ.")
    return say("Camera quay được và đã trở về chỗ cũ.")


def tried_short(what: Tried) -> str:
    """Returns the same in a cell of the table."""
    if what.moved is None and what.reason is None and what.link.usable:
        return say("không báo")
    return say("được") if what.moved and what.came_back is not False else say("không được")
