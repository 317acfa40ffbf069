"""The words of the operator's headphones and of a site's loudness."""

from widgets.phrases.language import say


def nothing() -> str:
    return say("Tai nghe: tắt")


def program() -> str:
    return say("Tai nghe: chương trình")


def site(label: str) -> str:
    """Returns whose sound is in the headphones: "Tai nghe: 21 Ea Tul"."""
    return say("Tai nghe: {site}", site=label)


def no_sound_yet(text: str) -> str:
    """Returns the same with the remark that nothing is heard."""
    return say("{text} · chưa có tiếng", text=text)


def player_gone() -> str:
    return say("Phần phát tiếng trong tai nghe đã ngừng; chương trình đang tự mở lại.")


def lamp_hint() -> str:
    return say("Chọn nghe điểm cầu, chương trình, hoặc thôi nghe; cuộc họp không bị ảnh hưởng")


def decibels(gain_db: int) -> str:
    """Returns a gain with its sign: "+6 dB", "−3 dB", "0 dB"."""
    sign = "+" if gain_db > 0 else "−" if gain_db < 0 else ""
    return f"{sign}{abs(gain_db)} dB"


def gain_title(label: str) -> str:
    return say("Âm lượng của {site}", site=label)


def gain_text() -> str:
    return say("Áp dụng cho tiếng của điểm cầu này trong chương trình, ghi vào nhật ký.")


def gain_name() -> str:
    return say("Âm lượng, từ −20 đến +12 dB")


def meter_name() -> str:
    return say("Mức tiếng hiện tại")


def no_level() -> str:
    return say("Chưa nghe thấy điểm cầu này; bấm L ở cửa sổ chính để nghe thử.")


def gain_automatic() -> str:
    return say("Tự cân mức âm lượng của người nói")


def gain_reset() -> str:
    return say("Trả về 0 dB")


def gain_close() -> str:
    return say("Đóng")


def gain_refused(why: str) -> str:
    return say("Chưa đổi được: {why}", why=why)


def device_title() -> str:
    return say("Thiết bị tai nghe")


def device_text() -> str:
    return say("Chọn thiết bị phát tiếng nghe thử và tiếng báo cho người điều hành. Cuộc họp không bị ảnh hưởng.")


def use_device() -> str:
    return say("Dùng thiết bị này")


def looking_for_devices() -> str:
    return say("Đang tìm thiết bị…")


def usual_device() -> str:
    return say("Thiết bị thường dùng của máy")


def missing_device(name: str) -> str:
    return say("{name} (chưa cắm)", name=name)
