"""Phrases for cameras: what the log says of them, what they are told, whether they can be used.

Rule: one phrase per kind of `console.cameras.camera_entries`, per camera command and per word of a camera; tests ask
for each.
"""

from collections.abc import Callable, Mapping
from typing import Any

from console.words import CameraAbility, CameraLink
from widgets.phrases.language import say, short_duration
from widgets.phrases.words import SiteName, phrase_reason

Fields = Mapping[str, Any]


def phrase_camera_link(link: CameraLink | str) -> str:
    """Returns whether a camera can be used."""
    texts = {
        CameraLink.CONNECTING: say("đang kết nối với camera"),
        CameraLink.READY: say("camera sẵn sàng"),
        CameraLink.STANDBY: say("camera đang tắt"),
        CameraLink.UNREACHABLE: say("không liên lạc được với camera"),
        CameraLink.LOGIN_REFUSED: say("camera từ chối đăng nhập"),
    }
    return texts[CameraLink(link)]


def phrase_camera_ability(ability: CameraAbility | str) -> str:
    """Returns what a camera can do."""
    texts = {
        CameraAbility.DRIVE: say("quay và phóng bằng tay"),
        CameraAbility.PRESETS: say("nhớ góc quay"),
        CameraAbility.POSITION: say("báo vị trí"),
    }
    return texts[CameraAbility(ability)]


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
    match what.get("act"):
        case "saved":
            return say("{site}: lưu góc quay {preset}", site=site, preset=preset)
        case "overwritten":
            return say("{site}: lưu đè góc quay {preset}, bản cũ được giữ lại", site=site, preset=preset)
        case "renamed":
            return say(
                "{site}: đổi tên góc quay {preset} thành {name}", site=site, preset=preset, name=what.get("name")
            )
        case "deleted":
            return say("{site}: xóa góc quay {preset}", site=site, preset=preset)
        case _:
            return say("{site}: khôi phục góc quay {preset}", site=site, preset=preset)


def _camera_driven(what: Fields, site_name: SiteName) -> str:
    took = short_duration(int(what.get("took_ms") or 0))
    return say("{site}: quay camera bằng tay trong {took}", site=site_name(what["site"]), took=took)


def _camera_link_changed(what: Fields, site_name: SiteName) -> str:
    link = phrase_camera_link(str(what.get("link")))
    return say("{site}: {link} ({camera})", site=site_name(what["site"]), link=link, camera=what.get("camera"))


CAMERA_ENTRIES: dict[str, Callable[[Fields, SiteName], str]] = {
    "preset-recalled": _preset_recalled,
    "preset-changed": _preset_changed,
    "camera-driven": _camera_driven,
    "camera-link-changed": _camera_link_changed,
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
    "restore-preset": lambda what, name: say("khôi phục góc quay {preset}", preset=what.get("preset")),
}
