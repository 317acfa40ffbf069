"""The words of the page on which a site's cameras are set up."""

from console.cameras.camera_profile import CameraKind, CameraProfile, Framing
from console.cameras.camera_words import CameraAbility, CameraLink
from console.cameras.setup_facts import Adopted, SwitchedOn, Tried, Works
from console.words import Reason
from widgets.phrases.console.camera_replaced_words import adopt, replaced
from widgets.phrases.console.camera_replaced_words import adopted as adopted_words
from widgets.phrases.language import say, say_count, whole
from widgets.phrases.log.camera_words import phrase_camera_link
from widgets.phrases.words import phrase_reason


def title() -> str:
    return say("Camera của điểm cầu")


def buttons() -> tuple[str, str, str, str, str, str]:
    """Returns the words for looking, asking, trying, writing down, waking and taking out."""
    return (
        say("Tìm camera"),
        say("Hỏi lại tình trạng"),
        say("Quay thử"),
        say("Ghi vào danh sách"),
        say("Bật camera"),
        say("Bỏ khỏi danh sách"),
    )


def hosts() -> str:
    return say("Địa chỉ ở mạng khác, cách nhau bằng dấu cách (có thể để trống)")


def serial() -> str:
    return say("Hỏi cả cổng nối tiếp")


def name_hint() -> str:
    return say("Tên để mọi người gọi, ví dụ: Camera bàn chủ tọa")


def why_frozen() -> str:
    return say("Cấu hình đang giữ nguyên: ghi lý do nếu vẫn phải thay đổi")


def hint() -> str:
    return say("Quay thử: camera quay một chút rồi trở về. Camera ghi, sửa hoặc bỏ ở đây có hiệu lực ngay.")


def user() -> str:
    return say("Tên đăng nhập ONVIF")


def password(*, kept: bool) -> str:
    return say("Đã lưu mật khẩu; ghi mật khẩu mới để thay") if kept else say("Mật khẩu ONVIF")


def headings() -> list[str]:
    return [
        say("Camera"),
        say("Ở đâu"),
        say("Giao thức"),
        say("Tình trạng"),
        say("Quay"),
        say("Nét"),
        say("Góc đã lưu"),
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


def place(profile: CameraProfile) -> str:
    """Returns where a camera is, with its port or its place on a line."""
    if profile.kind is CameraKind.USB:
        return profile.place
    if profile.kind is CameraKind.VISCA and profile.framing is Framing.SERIAL:
        return f"{profile.place} · {profile.serial_address}"
    host = f"[{profile.host}]" if ":" in profile.host else profile.host
    return f"{host}:{profile.wire_port}"


def presets(works: Works) -> str:
    """Returns how many presets are kept, and whether the camera can keep any."""
    if works.link is not None and works.link.usable and CameraAbility.PRESETS not in works.abilities:
        return "–"
    return whole(works.presets)


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
        "cameras-wake": say("Đang bật camera…"),
        "cameras-adopt": say("Đang xác nhận…"),
        "cameras-forget": say("Đang xóa mật khẩu…"),
        "cameras-export": say("Đang xuất…"),
        "cameras-plan": say("Đang đọc tệp…"),
        "cameras-import": say("Đang nhập…"),
    }
    return texts[name]


def done(name: str) -> str:
    """Returns what has been done; nothing for what says it by its table."""
    texts = {
        "cameras-add": say("Đã ghi camera vào danh sách; chương trình dùng ngay."),
        "cameras-remove": say("Đã bỏ camera khỏi danh sách; góc quay đã lưu vẫn còn."),
        "cameras-forget": say("Đã xóa mật khẩu của camera; camera vẫn ở trong danh sách."),
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
        return failed(Reason.CAMERA_LOGIN) if what.link is CameraLink.LOGIN_REFUSED else link(what.link)
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


def failed(reason: Reason) -> str:
    """Returns a reason as a sentence."""
    text = phrase_reason(reason)
    return f"{text[:1].upper()}{text[1:]}."


def woken(what: SwitchedOn) -> str:
    """Returns what came of waking a camera."""
    if what.reason is None:
        return say("Camera đã nhận lệnh bật; có thể mất một phút để sẵn sàng.")
    return say("Không bật được camera: {reason}", reason=phrase_reason(what.reason))


# ---------------------------------------------------------------- all that is known of one


def known(works: Works, tried_last: Tried | None) -> str:
    """Returns all that is known of a camera: how it is spoken to, what it can do, what is odd, what went wrong last."""
    profile = works.profile
    parts = [
        profile.title or profile.camera,
        _way(profile),
        place(profile),
        picture(profile),
        _position(works),
        *([_login(works)] if profile.kind is CameraKind.ONVIF else []),
        _quirks(profile),
        _replaced(works),
        _error(works, tried_last),
    ]
    return " · ".join(part for part in parts if part)


def _way(profile: CameraProfile) -> str:
    if profile.kind is CameraKind.ONVIF:
        return "ONVIF"
    if profile.kind is CameraKind.USB:
        return say("USB của máy này")
    if profile.framing is Framing.SERIAL:
        return say("VISCA, {baud} baud, địa chỉ {number}", baud=profile.baud, number=profile.serial_address)
    way = "UDP" if profile.framing.loses else "TCP"
    if profile.framing.sony_header:
        return say("VISCA kiểu Sony qua {way}", way=way)
    return say("VISCA qua {way}", way=way)


def picture(profile: CameraProfile) -> str:
    """Returns where the pictures of presets come from."""
    if profile.kind is CameraKind.ONVIF:
        return say("ảnh: từ hình phòng họp, không có thì của camera")
    return say("ảnh: từ hình phòng họp")


def _position(works: Works) -> str:
    if works.link is None or not works.link.usable:
        return ""
    tells = CameraAbility.POSITION in works.abilities
    return say("báo vị trí") if tells else say("không báo vị trí: không chứng minh được đã tới góc")


def _login(works: Works) -> str:
    if works.password_kept:
        return say("đã lưu mật khẩu")
    return say("chưa lưu mật khẩu") if works.profile.user else say("không đăng nhập")


def _quirks(profile: CameraProfile) -> str:
    quirks = [
        say("tự đánh số câu trả lời") if not profile.checks_sequence else "",
        say("báo nhận lệnh muộn") if profile.late_ack else "",
        say("trả lời về cổng {port}", port=profile.reply_port) if profile.reply_port is not None else "",
        say("hai lệnh cách nhau ít nhất {ms} ms", ms=profile.min_gap_ms) if profile.min_gap_ms else "",
        say("không có ô nhớ") if profile.has_memory is False else "",
        say("không quay được theo tọa độ") if profile.has_absolute is False else "",
        say("vị trí {n} byte", n=profile.position_octets) if profile.position_octets in {12, 13} else "",
    ]
    found = [quirk for quirk in quirks if quirk]
    return say("đặc điểm riêng: {quirks}", quirks=", ".join(found)) if found else say("không có đặc điểm riêng")


def _replaced(works: Works) -> str:
    """Returns what the camera calls itself, and that its presets are another's where they are."""
    if not works.of_another:
        return works.model
    return replaced(works.model_before, works.model, len(works.of_another))


def more_buttons() -> tuple[str, str]:
    """Returns the words for saying that presets still hold, and for forgetting a password."""
    return adopt()[0], say("Xóa mật khẩu đã lưu")


def adopted(what: Adopted) -> str:
    """Returns what came of saying that presets still hold."""
    if what.reason is None:
        return adopted_words()
    return say("Chưa xác nhận được: {reason}", reason=phrase_reason(what.reason))


def _error(works: Works, tried_last: Tried | None) -> str:
    reason = works.failure or (None if tried_last is None else tried_last.reason)
    if works.link is CameraLink.LOGIN_REFUSED:
        reason = Reason.CAMERA_LOGIN
    elif works.link is CameraLink.UNREACHABLE:
        reason = Reason.CAMERA_UNREACHABLE
    return "" if reason is None else say("lỗi gần nhất: {reason}", reason=phrase_reason(reason))
