"""The words of a site's own cameras: their sheet, the lock while the whole meeting looks through one, their keys."""

from console.office.meeting import Confidentiality
from widgets.phrases.language import say


def sheet() -> tuple[str, str]:
    """Returns title and explanation."""
    return (
        say("Camera của điểm cầu này"),
        say("Kéo từ giữa hình hoặc giữ phím mũi tên để quay, bấm một góc (phím 1–9) để quay tới góc đã lưu."),
    )


def no_pictures(secrecy: Confidentiality) -> str:
    """Returns that presets are saved without pictures now, empty in an open meeting."""
    return {
        Confidentiality.OPEN: "",
        Confidentiality.RESTRICTED: say("Họp hạn chế: lưu góc không kèm ảnh"),
        Confidentiality.STATE_SECRET: say("Họp mật: lưu góc không kèm ảnh"),
    }[secrecy]


def which_camera() -> str:
    return say("Chọn camera (Ctrl+← Ctrl+→)")


def locked() -> str:
    return say("Cả cuộc họp đang xem camera này nên camera được khóa; cần quay thì giữ nút hoặc phím O")


def unlock_help() -> str:
    return say("Giữ nút này hoặc phím O: camera quay được 15 giây, cả cuộc họp sẽ thấy hình quay")


def unlocked(seconds: int) -> str:
    return say("CẢ CUỘC HỌP SẼ THẤY CAMERA QUAY — khóa lại sau {seconds} s", seconds=seconds)


def ready() -> str:
    return say("Camera sẵn sàng")


def focus_nearer() -> str:
    return say("Lấy nét gần (phím [)")


def focus_farther() -> str:
    return say("Lấy nét xa (phím ])")


def focus_title() -> list[str]:
    """Returns the words of the three buttons: nearer, farther, by itself."""
    return [say("Nét gần"), say("Nét xa"), say("Tự lấy nét")]


def key_lines(*, focuses: bool) -> list[str]:
    """Returns the keys of the sheet, a line for each group; those of the focus only where the camera has one."""
    turning = say("←↑→↓: quay · + -: phóng · [ ]: nét") if focuses else say("←↑→↓: quay · + -: phóng")
    return [
        turning,
        say("Giữ Shift: quay chậm · Phím cách: dừng"),
        say("1–9: gọi góc · Alt+số: lưu đè · F: tìm góc"),
    ]
