"""The words for a camera that took another model's place: what is said of its presets, and what a person may say."""

from widgets.phrases.language import say, say_count


def replaced(before: str, now: str, count: int) -> str:
    """Returns that presets are another camera's, and what to do."""
    return say_count(
        "Camera đã được thay ({before} → {now}): {n} góc quay là của camera khác, hãy lưu lại hoặc xác nhận vẫn đúng",
        count,
        before=before,
        now=now,
    )


def replaced_briefly(count: int) -> str:
    """Returns the same in the panel's two short lines."""
    return say_count("{n} góc là của camera trước: hãy lưu lại hoặc xác nhận", count)


def adopt() -> list[str]:
    """Returns the words of the button, the longest first."""
    return [say("Góc quay vẫn dùng được"), say("Vẫn dùng được")]


def menu_adopt() -> str:
    return say("Xác nhận góc quay đã lưu vẫn dùng được với camera này")


def adopted() -> str:
    return say("Đã xác nhận: góc quay đã lưu dùng được với camera này")


def of_another() -> list[str]:
    """Returns what stands on a preset's tile, the longest first."""
    return [say("của camera khác"), say("camera khác")]
