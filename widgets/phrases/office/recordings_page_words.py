"""The words of the page of recordings."""

from console.records.recording_files import FileState
from widgets.phrases.language import duration, figure, say, say_count
from widgets.phrases.log.recorder_words import gigabytes


def title() -> str:
    return say("Bản ghi hình")


def headings() -> list[str]:
    return [say("Tệp"), say("Độ dài"), say("Dung lượng"), say("SHA-256"), say("Đối chiếu với nhật ký")]


def length(length_ms: int) -> str:
    """Returns how long a file plays; a picture has no length."""
    return duration(length_ms) if length_ms else say("ảnh chụp")


def size(octets: int) -> str:
    """Returns a size with its decimal unit; a picture has less than a megabyte."""
    return gigabytes(octets) if octets >= 1_000_000 else say("{number} kB", number=figure(octets / 1000, 0))


def unproven() -> str:
    return say("chưa đối chiếu")


def proving() -> str:
    return say("đang đối chiếu…")


def states() -> dict[FileState, str]:
    """Returns what a file is, held against the log."""
    return {
        FileState.WHOLE: say("đúng như khi ghi"),
        FileState.CHANGED: say("KHÔNG ĐÚNG như khi ghi"),
        FileState.MISSING: say("KHÔNG ĐỌC ĐƯỢC"),
    }


def counted(count: int) -> str:
    return say_count("{n} tệp", count)


def nothing_recorded() -> str:
    return say("Phiên họp này không ghi hình.")


def all_whole(count: int) -> str:
    return say_count("Cả {n} tệp đúng như khi ghi.", count)


def not_all_whole(count: int) -> str:
    return say_count("▲ {n} tệp không đúng như khi ghi hoặc không đọc được.", count)


def play() -> str:
    return say("Phát")


def prove() -> str:
    return say("Đối chiếu")


def copy() -> str:
    return say("Chép ra USB, ổ đĩa…")


def choose_folder() -> str:
    return say("Chép vào thư mục")


def copying(folder: str) -> str:
    return say("Đang chép vào {folder}; tệp lớn thì lâu.", folder=folder)


def no_player() -> str:
    return say("▲ Máy này không có chương trình phát loại tệp đó.")


def confidential() -> str:
    return say("▲ Cuộc họp có nội dung bí mật: không được sao chép, bàn giao bản ghi.")


def hint() -> str:
    return say("Đối chiếu đọc hết tệp và so mã SHA-256 với nhật ký; chỉ tệp đúng như khi ghi mới được chép.")
