"""What the camera panel says where there is no camera, or where the chosen one is away."""

from widgets.phrases.language import say


def no_camera() -> tuple[str, list[str]]:
    """Returns a title, and how a camera is named."""
    return say("Chưa có camera nào được khai báo"), [
        say("Ghi camera vào tệp cameras.json trong thư mục dữ liệu,"),
        say("rồi khởi động lại chương trình. Ví dụ:"),
    ]


def no_camera_hint() -> str:
    return say("Camera của điểm cầu được khai báo như vậy ở máy của điểm cầu.")


def camera_away(site: str, camera: str) -> list[str]:
    """Returns a title, and what the keys do meanwhile."""
    return [
        say("{site} chưa kết nối lại camera “{camera}”", site=site, camera=camera),
        say("Các phím không điều khiển camera nào khác trong lúc này."),
        say("Bấm Ctrl+← hoặc Ctrl+→ để chọn camera khác."),
    ]
