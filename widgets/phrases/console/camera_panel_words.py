"""The words of the camera panel: its keys, what a camera does at this moment, what may not be done and why."""

from collections.abc import Callable

from console.cameras.camera_facts import PresetTrial
from console.words import Reason
from widgets.phrases.language import figure, say, say_count
from widgets.phrases.words import phrase_reason


def title() -> str:
    return say("Camera")


def open_sign() -> str:
    return say("Mở điều khiển camera (C)")


def close() -> str:
    return say("Đóng điều khiển camera (Esc)")


def previous_camera() -> str:
    return say("Camera trước (Ctrl+←)")


def next_camera() -> str:
    return say("Camera sau (Ctrl+→)")


def camera_name(site: str, camera: str) -> list[str]:
    """Returns which camera it is, in several wordings, longest first."""
    return [say("{site} · {camera}", site=site, camera=camera), camera]


# ---------------------------------------------------------------- what it does


def bridge_lost() -> str:
    return say("Mất liên lạc với bộ điều khiển; camera đang quay sẽ tự dừng")


def by_hand(stop_ms: int) -> str:
    seconds = figure(stop_ms / 1000)
    return say("Đang quay bằng tay; thả ra là dừng, mất tín hiệu thì tự dừng sau {seconds} s", seconds=seconds)


def driven_by(person: str) -> str:
    return say("{person} đang quay camera bằng tay", person=person)


def on_the_way(preset: str) -> str:
    return say("Đang quay tới góc “{preset}”…", preset=preset)


def order_sent() -> str:
    return say("Đã gửi lệnh, chờ camera trả lời…")


def stands_at(preset: str) -> str:
    return say("Đang ở góc “{preset}”", preset=preset)


def stands_elsewhere() -> str:
    return say("Đứng yên, không ở góc quay đã lưu nào")


def failed(reason: Reason) -> str:
    text = phrase_reason(reason)
    return text[:1].upper() + text[1:]


def failed_preset(preset: str, reason: Reason | None) -> str:
    if reason is None:
        return say("Không tới được góc “{preset}”", preset=preset)
    return say("Góc “{preset}”: {reason}", preset=preset, reason=phrase_reason(reason))


def cannot_drive() -> str:
    return say("Camera này không quay bằng tay được")


def drifted(preset: str, *, slightly: bool) -> str:
    """Returns that a camera has left its preset without an order of ours, and what to do."""
    if slightly:
        return say("Camera bị lệch khỏi góc “{preset}”: gọi lại góc, hoặc hiệu chỉnh bằng phím E", preset=preset)
    return say("Camera đã rời góc “{preset}”, không phải do lệnh của chương trình", preset=preset)


def forgotten(preset: str) -> str:
    """Returns that a camera stands at a preset which its own memory has lost, and what to do."""
    return say("Camera đã tới góc “{preset}” nhưng không còn nhớ góc này: nên lưu đè lại", preset=preset)


def covered() -> str:
    return say("Mọi người đang xem điểm cầu chính trong lúc camera quay")


def go_back() -> list[str]:
    return [say("Gọi lại góc này"), say("Gọi lại")]


def left_it() -> list[str]:
    return [say("đã lệch góc"), say("đã lệch"), say("lệch")]


def done_with_camera(*, focus: bool) -> str:
    return say("Camera tự lấy nét") if focus else say("Đã chỉnh lại mốc quay của camera")


def sent() -> list[str]:
    return [say("đã gửi lệnh"), say("đã gửi")]


def moving() -> list[str]:
    return [say("đang quay tới"), say("đang quay")]


def arrived() -> list[str]:
    return [say("đang ở đây"), say("ở đây")]


def unconfirmed() -> list[str]:
    return [say("chưa xác nhận"), say("chưa rõ")]


def not_arrived() -> list[str]:
    return [say("không tới được"), say("lỗi")]


# ---------------------------------------------------------------- on air


def on_air() -> str:
    return say("ĐANG LÊN HÌNH")


def locked() -> str:
    return say("Camera đang lên hình nên được khóa")


def unlock() -> list[str]:
    return [say("Giữ để mở khóa"), say("Mở khóa")]


def unlock_help() -> str:
    return say("Giữ nút này hoặc phím O: camera quay được 15 giây, mọi người sẽ thấy hình quay")


def unlocked(seconds: int) -> str:
    return say("MỌI NGƯỜI SẼ THẤY CAMERA QUAY — khóa lại sau {seconds} s", seconds=seconds)


def lock_again() -> list[str]:
    return [say("Khóa lại"), say("Khóa")]


# ---------------------------------------------------------------- moving by hand


def pad() -> str:
    return say("Kéo từ giữa hình để quay camera; càng xa càng nhanh")


def no_live_picture() -> list[str]:
    return [say("chưa có hình lúc này"), say("chưa có hình"), ""]


def zoom_in() -> str:
    return say("Phóng gần (phím +)")


def zoom_out() -> str:
    return say("Thu rộng (phím -)")


def stop() -> str:
    return say("Dừng")


def stop_hint() -> str:
    return say("Dừng camera ngay (phím cách)")


def key_lines() -> list[str]:
    """Returns the keys of the panel, a line for each group, most used first."""
    return [
        say("1–9: gọi góc · S: lưu mới · Alt+số: lưu đè"),
        say("←↑→↓: quay · + -: phóng · [ ]: nét"),
        say("E: việc khác với góc đang ở · F: tìm góc"),
        say("Ctrl+số: gọi góc, che hình khi lên hình"),
        say("Phím cách: dừng · Esc: thôi, đóng"),
    ]


# ---------------------------------------------------------------- presets


def no_presets() -> list[str]:
    """Returns two lines."""
    return [say("Chưa lưu góc quay nào"), say("Quay camera tới chỗ cần, rồi bấm S để lưu")]


def tile(number: int | None, preset: str) -> str:
    return preset if number is None else say("Góc {number}: {preset}", number=number, preset=preset)


def tile_help() -> str:
    return say("Bấm để gọi góc này; giữ 1 giây để lưu đè; kéo để đổi thứ tự; chuột phải: việc khác")


def protected() -> str:
    return say("được bảo vệ")


def find_hint() -> str:
    return say("Tìm góc quay theo tên, gõ không dấu cũng được")


def none_found() -> str:
    return say("Không có góc quay nào mang tên như vậy")


def more(count: int) -> str:
    return say_count("còn {n} góc, lăn chuột để xem", count)


def save_new() -> list[str]:
    return [say("Lưu góc này…"), say("Lưu…")]


def save_help() -> str:
    return say("Lưu vị trí hiện tại của camera thành góc quay mới (phím S)")


def done(act: str, preset: str) -> str:
    """Returns what has been done with a preset."""
    texts: dict[str, Callable[[], str]] = {
        "saved": lambda: say("Đã lưu góc “{preset}”", preset=preset),
        "overwritten": lambda: say("Đã lưu đè góc “{preset}”", preset=preset),
        "renamed": lambda: say("Đã đổi tên thành “{preset}”", preset=preset),
        "deleted": lambda: say("Đã xóa góc “{preset}”", preset=preset),
        "restored": lambda: say("Đã khôi phục góc “{preset}”", preset=preset),
        "placed": lambda: say("Đã đổi thứ tự góc “{preset}”", preset=preset),
        "protected": lambda: say("Góc “{preset}” được bảo vệ", preset=preset),
        "marked": lambda: say("Đã đổi vai trò, bảo vệ của góc “{preset}”", preset=preset),
    }
    return texts[act]()


def restore() -> list[str]:
    return [say("Khôi phục bản cũ"), say("Khôi phục")]


def menu_recall(preset: str) -> str:
    return say("Gọi góc “{preset}”", preset=preset)


def menu_recall_covered() -> str:
    return say("Gọi góc này, che bằng hình điểm cầu chính")


def menu_earlier() -> str:
    return say("Đưa lên trước (Alt+←)")


def menu_later() -> str:
    return say("Đưa ra sau (Alt+→)")


def menu_protect() -> str:
    return say("Bảo vệ, không cho lưu đè")


def menu_unprotect() -> str:
    return say("Bỏ bảo vệ")


def menu_role() -> str:
    return say("Dùng để quay")


def no_role() -> str:
    return say("Không ghi")


def menu_focus() -> str:
    return say("Để camera tự lấy nét (A)")


def menu_recalibrate() -> str:
    return say("Hiệu chỉnh mốc quay của camera (đầu máy sẽ quay hết tầm)")


def menu_rehearse() -> str:
    return say("Thử mọi góc: quay qua từng góc, so vị trí và hình")


def rehearsing(done: int, of: int) -> str:
    return say("Đang thử các góc quay: {done}/{of}…", done=done, of=of)


def rehearsed(count: int) -> str:
    return say_count("Đã thử {n} góc quay, góc nào cũng đúng", count)


def rehearsed_badly(trials: tuple[PresetTrial, ...]) -> str:
    """Returns which presets were not reached or look otherwise than when they were saved; empty when all are good."""
    missed = [trial.preset for trial in trials if trial.reason is not None]
    changed = [trial.preset for trial in trials if trial.looks_alike is False]
    parts = [say("không tới được: {names}", names=", ".join(missed))] if missed else []
    parts += [say("hình đã khác: {names}", names=", ".join(changed))] if changed else []
    return say("Thử góc quay — {found}", found="; ".join(parts)) if parts else ""


def menu_overwrite() -> str:
    return say("Lưu đè bằng vị trí hiện tại…")


def menu_rename() -> str:
    return say("Đổi tên…")


def menu_delete() -> str:
    return say("Xóa, còn khôi phục được")


def menu_restore_earlier() -> str:
    return say("Trở lại bản trước khi lưu đè")


def menu_restore_deleted(preset: str) -> str:
    return say("Khôi phục góc đã xóa “{preset}”", preset=preset)


# ---------------------------------------------------------------- questions


def save_question() -> tuple[str, str, str, str]:
    """Returns title, text, the field's name and the word of the acting button."""
    return (
        say("Lưu góc quay mới"),
        say("Vị trí hiện tại của camera được lưu kèm ảnh."),
        say("Tên góc quay, ví dụ: Bàn chủ tọa"),
        say("Lưu"),
    )


def lectern() -> str:
    return say("Bục phát biểu")


def overwrite_question(preset: str) -> tuple[str, str, str]:
    return (
        say("Lưu đè góc “{preset}”?", preset=preset),
        say("Góc đang lưu được thay bằng vị trí hiện tại của camera; bản cũ còn khôi phục được một lần."),
        say("Lưu đè"),
    )


def old_picture() -> str:
    return say("Ảnh đã lưu")


def new_picture() -> str:
    return say("Camera lúc này")


def no_picture() -> str:
    return say("không có ảnh")


def rename_question(preset: str) -> tuple[str, str, str]:
    return say("Đổi tên góc “{preset}”", preset=preset), say("Tên mới"), say("Đổi tên")
