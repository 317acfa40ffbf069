"""Phrases for cameras: what the log says of them, what they are told, whether they can be used.

Rule: one phrase per kind of `console.cameras.camera_entries`, per camera command and per word of a camera; tests ask
for each.
"""

from collections.abc import Callable, Mapping
from typing import Any

from console.cameras.camera_words import CameraAbility, CameraDrift, CameraLink, PresetRole
from widgets.phrases.language import say, say_count, short_duration
from widgets.phrases.words import SiteName, phrase_reason

Fields = Mapping[str, Any]


def phrase_camera_link(link: CameraLink | str) -> str:
    """Returns whether a camera can be used."""
    texts = {
        CameraLink.CONNECTING: say("đang kết nối với camera"),
        CameraLink.READY: say("camera sẵn sàng"),
        CameraLink.STANDBY: say("camera đang tắt"),
        CameraLink.WAKING: say("camera đang khởi động"),
        CameraLink.SILENT: say("camera không trả lời qua đường dây; lệnh được gửi mà không xác nhận"),
        CameraLink.UNREACHABLE: say("không liên lạc được với camera"),
        CameraLink.LOGIN_REFUSED: say("camera từ chối đăng nhập"),
    }
    return texts[CameraLink(link)]


def phrase_camera_ability(ability: CameraAbility | str) -> str:
    """Returns what a camera can do."""
    texts = {
        CameraAbility.DRIVE: say("quay và phóng bằng tay"),
        CameraAbility.FOCUS: say("chỉnh nét bằng tay"),
        CameraAbility.PRESETS: say("nhớ góc quay"),
        CameraAbility.RECALIBRATION: say("tự chỉnh lại mốc quay"),
        CameraAbility.POSITION: say("báo vị trí"),
    }
    return texts[CameraAbility(ability)]


def phrase_preset_role(role: PresetRole | str) -> str:
    """Returns what a preset is for; the name that is offered for it too."""
    texts = {
        PresetRole.CHAIR: say("Chủ tọa"),
        PresetRole.LEFT: say("Bên trái"),
        PresetRole.RIGHT: say("Bên phải"),
        PresetRole.WIDE: say("Toàn cảnh"),
        PresetRole.CLOSE: say("Cận cảnh"),
    }
    return texts[PresetRole(role)]


def _preset_recalled(what: Fields, site_name: SiteName) -> str:
    site, preset = site_name(what["site"]), str(what.get("preset"))
    if what.get("arrived"):
        return say("{site}: camera đã tới góc {preset}", site=site, preset=preset)
    if what.get("arrived") is None and not what.get("reason"):
        return say("{site}: gọi góc quay {preset}", site=site, preset=preset)
    reason = phrase_reason(str(what.get("reason") or ""))
    return say("{site}: camera chưa tới góc {preset} — {reason}", site=site, preset=preset, reason=reason)


def _preset_changed(what: Fields, site_name: SiteName) -> str:
    site, preset = site_name(what["site"]), str(what.get("preset"))
    if what.get("act") == "renamed":
        return say("{site}: đổi tên góc quay {preset} thành {name}", site=site, preset=preset, name=what.get("name"))
    texts: dict[str, Callable[[], str]] = {
        "saved": lambda: say("{site}: lưu góc quay {preset}", site=site, preset=preset),
        "overwritten": lambda: say("{site}: lưu đè góc quay {preset}, bản cũ được giữ lại", site=site, preset=preset),
        "deleted": lambda: say("{site}: xóa góc quay {preset}", site=site, preset=preset),
        "restored": lambda: say("{site}: khôi phục góc quay {preset}", site=site, preset=preset),
        "placed": lambda: say("{site}: đổi thứ tự góc quay {preset}", site=site, preset=preset),
        "protected": lambda: say("{site}: bảo vệ góc quay {preset}", site=site, preset=preset),
        "unprotected": lambda: say("{site}: bỏ bảo vệ góc quay {preset}", site=site, preset=preset),
    }
    text = texts[str(what.get("act"))]()
    return say("{text}; camera chưa xác nhận đã lưu", text=text) if what.get("unconfirmed") else text


def _camera_drifted(what: Fields, site_name: SiteName) -> str:
    site, preset = site_name(what["site"]), str(what.get("preset"))
    if what.get("drift") == CameraDrift.SLIGHT:
        return say("{site}: camera bị lệch khỏi góc {preset}", site=site, preset=preset)
    return say("{site}: camera rời góc {preset}, không phải do lệnh của chương trình", site=site, preset=preset)


def _presets_rehearsed(what: Fields, site_name: SiteName) -> str:
    site, tried = site_name(what["site"]), int(what.get("tried") or 0)
    missed, changed = ", ".join(what.get("missed") or ()), ", ".join(what.get("changed") or ())
    if not missed and not changed:
        return say_count("{site}: thử {n} góc quay, góc nào cũng đúng", tried, site=site)
    return say(
        "{site}: thử {tried} góc quay; không tới được: {missed}; hình đã khác: {changed}",
        site=site,
        tried=tried,
        missed=missed or say("không có"),
        changed=changed or say("không có"),
    )


def _camera_recalibrated(what: Fields, site_name: SiteName) -> str:
    site, camera = site_name(what["site"]), what.get("camera")
    if not what.get("reason"):
        return say("{site}: đã chỉnh lại mốc quay của camera {camera}", site=site, camera=camera)
    reason = phrase_reason(str(what.get("reason")))
    return say(
        "{site}: chưa chỉnh lại được mốc quay của camera {camera} — {reason}", site=site, camera=camera, reason=reason
    )


def _camera_driven(what: Fields, site_name: SiteName) -> str:
    took = short_duration(int(what.get("took_ms") or 0))
    return say("{site}: quay camera bằng tay trong {took}", site=site_name(what["site"]), took=took)


def _camera_link_changed(what: Fields, site_name: SiteName) -> str:
    link = phrase_camera_link(str(what.get("link")))
    return say("{site}: {link} ({camera})", site=site_name(what["site"]), link=link, camera=what.get("camera"))


def _camera_replaced(what: Fields, site_name: SiteName) -> str:
    return say(
        "{site}: camera {camera} đã được thay bằng loại khác ({before} → {after}); chưa gọi được các góc quay đã lưu "
        "ở camera cũ: {presets}",
        site=site_name(what["site"]),
        camera=what.get("camera"),
        before=what.get("before"),
        after=what.get("after"),
        presets=", ".join(what.get("presets") or ()),
    )


def _camera_listed(what: Fields, site_name: SiteName) -> str:
    site, camera = site_name(what["site"]), what.get("camera")
    before, after = what.get("before"), what.get("after")
    texts: dict[str, Callable[[], str]] = {
        "added": lambda: say(
            "{site}: thêm camera {camera} vào danh sách ({after})", site=site, camera=camera, after=after
        ),
        "removed": lambda: say(
            "{site}: bỏ camera {camera} khỏi danh sách ({before})", site=site, camera=camera, before=before
        ),
        "changed": lambda: say(
            "{site}: sửa camera {camera}: {before} → {after}",
            site=site,
            camera=camera,
            before=before or "–",
            after=after or "–",
        ),
    }
    password = what.get("password_changed")
    if password and not before and not after:
        text = say("{site}: đổi hoặc xóa mật khẩu của camera {camera}", site=site, camera=camera)
    else:
        text = texts[str(what.get("act"))]()
        text = say("{text}; mật khẩu cũng đã đổi", text=text) if password else text
    return (
        say("{text} · người thực hiện: {person}", text=text, person=what.get("person")) if what.get("person") else text
    )


def _presets_adopted(what: Fields, site_name: SiteName) -> str:
    return say(
        "{site}: xác nhận các góc quay đã lưu vẫn dùng được với camera {camera} ({model})",
        site=site_name(what["site"]),
        camera=what.get("camera"),
        model=what.get("model"),
    )


CAMERA_ENTRIES: dict[str, Callable[[Fields, SiteName], str]] = {
    "preset-recalled": _preset_recalled,
    "preset-changed": _preset_changed,
    "camera-driven": _camera_driven,
    "camera-drifted": _camera_drifted,
    "camera-recalibrated": _camera_recalibrated,
    "presets-rehearsed": _presets_rehearsed,
    "camera-link-changed": _camera_link_changed,
    "camera-replaced": _camera_replaced,
    "camera-listed": _camera_listed,
    "presets-adopted": _presets_adopted,
}

CAMERA_COMMANDS: dict[str, Callable[[Fields, SiteName], str]] = {
    "recall-preset": lambda what, name: say("gọi góc quay {preset}", preset=what.get("preset")),
    "drive-camera": lambda what, name: say("quay camera của {site}", site=name(what["site"])),
    "stop-camera": lambda what, name: say("dừng camera của {site}", site=name(what["site"])),
    "save-preset": lambda what, name: (
        say("lưu đè góc quay {preset}", preset=what.get("preset"))
        if what.get("overwrite")
        else say("lưu góc quay {preset}", preset=what.get("preset"))
    ),
    "rename-preset": lambda what, name: say(
        "đổi tên góc quay {preset} thành {name}", preset=what.get("preset"), name=what.get("name")
    ),
    "delete-preset": lambda what, name: say("xóa góc quay {preset}", preset=what.get("preset")),
    "place-preset": lambda what, name: say("đổi thứ tự góc quay {preset}", preset=what.get("preset")),
    "mark-preset": lambda what, name: (
        say("bảo vệ góc quay {preset}", preset=what.get("preset"))
        if what.get("protected")
        else say("bỏ bảo vệ góc quay {preset}", preset=what.get("preset"))
    ),
    "recalibrate-camera": lambda what, name: say("chỉnh lại mốc quay của camera {site}", site=name(what["site"])),
    "rehearse-presets": lambda what, name: say("thử mọi góc quay của camera {site}", site=name(what["site"])),
    "switch-on-camera": lambda what, name: say("bật camera của {site}", site=name(what["site"])),
    "adopt-presets": lambda what, name: say(
        "xác nhận góc quay đã lưu vẫn dùng được với camera mới của {site}", site=name(what["site"])
    ),
    "focus-camera": lambda what, name: say("để camera của {site} tự lấy nét", site=name(what["site"])),
    "restore-preset": lambda what, name: say("khôi phục góc quay {preset}", preset=what.get("preset")),
}


def technician_moved() -> str:
    """Returns that the site's technician has just moved the camera, and what follows of it."""
    return say("Kỹ thuật viên điểm cầu vừa quay camera: chương trình tạm không tự quay")
