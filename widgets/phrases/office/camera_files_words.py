"""The words with which cameras and presets are given to a file and taken from one."""

from console.cameras.setup_facts import CameraImport, Change, ImportAnswer
from widgets.phrases.language import say, say_count

MOST_NAMED = 12
"""Presets that are named one by one; of more only the number is said."""


def export() -> str:
    return say("Xuất ra tệp…")


def take() -> str:
    return say("Nhập từ tệp…")


def files() -> str:
    return say("Tệp camera (*.json)")


def take_new() -> str:
    return say("Chỉ thêm cái mới")


def overwrite() -> str:
    return say("Thêm và ghi đè")


def exported() -> str:
    return say("Đã xuất mọi camera và góc quay; tệp không có mật khẩu.")


def imported(answer: ImportAnswer) -> str:
    """Returns what has been taken."""
    wanted = {Change.NEW, Change.OTHER} if answer.overwritten else {Change.NEW}
    cameras = sum(camera.change in wanted for camera in answer.cameras)
    presets = sum(one.change in wanted for camera in answer.cameras for one in camera.presets)
    texts = [
        say_count("Đã nhập {n} camera", cameras),
        say_count("{n} góc quay", presets),
    ]
    return f"{', '.join(texts)}. {say('Mật khẩu không nằm trong tệp; hãy ghi lại cho camera cần đăng nhập.')}"


def nothing_new(answer: ImportAnswer) -> str:
    """Returns why nothing is to be taken."""
    held = any(one.change in {Change.PROTECTED, Change.NO_ROOM} for camera in answer.cameras for one in camera.presets)
    if held:
        return say("Tệp chỉ có những góc quay đang được bảo vệ ở đây hoặc không còn chỗ; không nhập gì.")
    return say("Mọi thứ trong tệp đã có ở đây; không nhập gì.")


def plan(answer: ImportAnswer) -> str:
    """Returns what a file would change, a line for each camera and kind of change."""
    lines: list[str] = []
    for camera in answer.cameras:
        lines += _of_camera(camera)
    lines.append(say("Góc bị ghi đè vẫn khôi phục được một lần. Góc được bảo vệ không thay đổi."))
    return "\n".join(lines)


def _of_camera(camera: CameraImport) -> list[str]:
    name = camera.title or camera.camera
    heads = {
        Change.NEW: say("{camera}: camera mới", camera=name),
        Change.OTHER: say("{camera}: địa chỉ hoặc cài đặt khác với ở đây (ghi đè nếu chọn)", camera=name),
    }
    lines = [heads.get(camera.change, say("{camera}: camera giữ nguyên", camera=name))] if camera.change else [name]
    for change in (Change.NEW, Change.OTHER, Change.PROTECTED, Change.NO_ROOM):
        names = [one.preset for one in camera.presets if one.change is change]
        if names:
            shown = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
            lines.append(f"   – {_named(change, f'{shown} ({len(names)})')}")
    return lines


def _named(change: Change, names: str) -> str:
    if change is Change.NEW:
        return say("góc mới: {names}", names=names)
    if change is Change.OTHER:
        return say("góc trùng tên, khác vị trí (ghi đè nếu chọn): {names}", names=names)
    if change is Change.PROTECTED:
        return say("góc được bảo vệ, giữ nguyên: {names}", names=names)
    return say("không còn chỗ cho: {names}", names=names)
