"""An ONVIF camera without a lens: it answers operations as the PTZ service says, with a head that turns.

Rules: time is an argument; nothing is sent here. What it does wrong on purpose is asked for in `OnvifTemper`. It shares
no code with the driver, so that the two do not agree on a mistake.
"""

from dataclasses import dataclass, field
from typing import Any

from hardware.simulator.cameras import onvif_texts as texts
from hardware.simulator.cameras.onvif_temper import ForeignNames, OnvifTemper
from hardware.simulator.cameras.ptz_head import PAN_END, TILT_ENDS, ZOOM_END, Place, PtzHead

FASTEST = 24
LONGEST_TIMEOUT_SECONDS = 60.0
BROKEN_LIST = b"<s:Envelope><s:Body><tptz:Preset>\xe1\xbb</s:Body>"
"""What is left of a list whose names the camera cannot write."""


class Refusal(Exception):
    """A fault; `subcodes` from general to special."""

    def __init__(self, *subcodes: str, saying: str = "") -> None:
        super().__init__(saying or subcodes[-1])
        self.subcodes = subcodes


@dataclass
class OnvifPreset:
    """One memory."""

    name: str
    place: Place


@dataclass
class OnvifCamera:
    """One camera; every controller that speaks to it sees the same head."""

    head: PtzHead = field(default_factory=PtzHead)
    temper: OnvifTemper = field(default_factory=OnvifTemper)
    user: str = "admin"
    password: str = "admin123"  # noqa: S105 - a simulated camera's
    presets: dict[str, OnvifPreset] = field(default_factory=dict[str, OnvifPreset])
    heard: list[str] = field(default_factory=list[str])
    """The operations that were carried out or refused, in order."""
    recalls: list[str] = field(default_factory=list[str])
    """Tokens that were recalled, known or not."""
    stops: int = 0
    _stop_at: float | None = None
    _made: int = 0

    # ------------------------------------------------------------ time

    def advance(self, now: float) -> None:
        """Moves on to a moment (seconds of a monotonic clock); stops where a move's own time is over."""
        if self._stop_at is not None and now >= self._stop_at:
            self.head.advance(self._stop_at)
            self.head.halt()
            self._stop_at = None
        self.head.advance(now)

    def restart(self) -> None:
        """Loses what a cheap camera loses without power: what it was doing, and its presets."""
        self.head.halt()
        self.presets.clear()

    def told_place(self) -> tuple[float, float, float]:
        """Returns where the head is, as it tells it."""
        place = self.head.place
        return place.pan / PAN_END, place.tilt / TILT_ENDS[1], place.zoom / ZOOM_END

    # ------------------------------------------------------------ operations

    def answer(self, operation: str, request: Any, now: float) -> bytes:
        """Carries an operation of the PTZ service out and returns its answer; raises `Refusal`.

        `request` is the operation's element (lxml).
        """
        self.advance(now)
        self.heard.append(operation)
        meaning = {
            "GetNode": self._node,
            "GetStatus": self._status,
            "GetPresets": self._list,
            "SetPreset": self._set,
            "GotoPreset": self._goto,
            "RemovePreset": self._remove,
            "AbsoluteMove": self._absolute,
            "ContinuousMove": self._continuous,
            "Stop": self._stop,
        }.get(operation)
        if meaning is None:
            raise Refusal("ActionNotSupported", saying="Optional Action Not Implemented")
        if operation != "GetNode" and text_of(request, "ProfileToken") != "main":
            raise Refusal("InvalidArgVal", "NoProfile", saying="Profile token does not exist")
        answer = meaning(request, now)
        return answer if isinstance(answer, bytes) else texts.envelope(answer)

    def focus(self, operation: str, request: Any, now: float) -> str:
        """Carries an operation of the imaging service out and returns its answer; raises `Refusal`."""
        self.advance(now)
        self.heard.append(f"Focus{operation}")
        if text_of(request, "VideoSourceToken") != "lens-1":
            raise Refusal("InvalidArgVal", "NoSource", saying="The requested VideoSource does not exist.")
        if operation == "GetMoveOptions":
            return texts.move_options_answer(continuous=self.temper.moves_focus)
        if not self.temper.moves_focus:
            raise Refusal("ActionNotSupported", "NoImagingForSource", saying="The requested VideoSource has no focus.")
        if operation == "Move":
            self._move_focus(request)
        elif operation == "Stop":
            self.head.focus_speed = 0
        elif operation == "SetImagingSettings":
            mode = next((inner.text for inner in request.iter() if str(inner.tag).endswith("}AutoFocusMode")), None)
            self.head.autofocus = mode == "AUTO"
        else:
            raise Refusal("ActionNotSupported", saying="Optional Action Not Implemented")
        return texts.focus_done(operation)

    def _move_focus(self, request: Any) -> None:
        said = next((inner.text for inner in request.iter() if str(inner.tag).endswith("}Speed")), None)
        try:
            speed = float(said or "")
        except ValueError as error:
            raise Refusal("InvalidArgVal", "SettingsInvalid", saying="no speed") from error
        self.head.autofocus = False
        self.head.focus_speed = round(speed * 8)

    def _node(self, request: Any, now: float) -> str:
        most = self.temper.most_presets if self.temper.has_memory else 0
        return texts.node_answer(absolute=self.temper.has_absolute, most_presets=most)

    def _status(self, request: Any, now: float) -> str:
        temper = self.temper
        if not temper.tells_status:
            raise Refusal("ActionNotSupported", saying="Optional Action Not Implemented")
        moving = self.head.moving or temper.moving_for_ever
        place = self.told_place() if temper.tells_position else None
        return texts.status_answer(place, ("MOVING" if moving else "IDLE") if temper.tells_move_status else None)

    def _list(self, request: Any, now: float) -> str | bytes:
        if any(not preset.name.isascii() for preset in self.presets.values()):
            return BROKEN_LIST
        numbered = enumerate(self.presets.items(), 1)
        kept = self.temper.keeps_names
        return texts.presets_answer([(t, p.name if kept else f"Preset {number}") for number, (t, p) in numbered])

    def _set(self, request: Any, now: float) -> str:
        name, token = text_of(request, "PresetName") or "", text_of(request, "PresetToken")
        if not self.temper.has_memory:
            raise Refusal("ActionNotSupported", saying="Optional Action Not Implemented")
        if self.head.moving:
            raise Refusal("Action", "MovingPTZ", saying="Preset cannot be set while PTZ unit is moving.")
        if not name.isascii() and self.temper.foreign_names is ForeignNames.REFUSED:
            raise Refusal("InvalidArgVal", "InvalidPresetName", saying="Invalid preset name")
        if token is not None and token not in self.presets:
            raise Refusal("InvalidArgVal", "NoToken", saying="The requested preset token does not exist.")
        if token is None and len(self.presets) >= self.temper.most_presets:
            raise Refusal("Action", "TooManyPresets", saying="Maximum number of Presets reached.")
        if token is None:
            self._made += 1
            token = f"Preset_{self._made}"
        self.presets[token] = OnvifPreset(name, self.head.place)
        return texts.set_answer(token if self.temper.answers_token else None)

    def _goto(self, request: Any, now: float) -> str:
        token = text_of(request, "PresetToken") or ""
        self.recalls.append(token)
        preset = self.presets.get(token)
        if preset is not None:
            self._stop_at = None
            self.head.go(preset.place.pan, preset.place.tilt, preset.place.zoom)
        elif not self.temper.unknown_token_succeeds:
            raise Refusal("InvalidArgVal", "NoToken", saying="The requested preset token does not exist.")
        return texts.done("GotoPreset")

    def _remove(self, request: Any, now: float) -> str:
        if self.presets.pop(text_of(request, "PresetToken") or "", None) is None:
            raise Refusal("InvalidArgVal", "NoToken", saying="The requested preset token does not exist.")
        return texts.done("RemovePreset")

    def _absolute(self, request: Any, now: float) -> str:
        if not self.temper.has_absolute:
            raise Refusal("ActionNotSupported", saying="Optional Action Not Implemented")
        pan, tilt, zoom = number_of(request, "PanTilt", "x"), number_of(request, "PanTilt", "y"), None
        zoom = number_of(request, "Zoom", "x")
        self._stop_at = None
        self.head.go(
            None if pan is None else pan * PAN_END,
            None if tilt is None else tilt * TILT_ENDS[1],
            None if zoom is None else zoom * ZOOM_END,
        )
        return texts.done("AbsoluteMove")

    def _continuous(self, request: Any, now: float) -> str:
        pan, tilt = number_of(request, "PanTilt", "x") or 0.0, number_of(request, "PanTilt", "y") or 0.0
        self.head.drive_pan_tilt(round(pan * FASTEST), round(tilt * FASTEST))
        self.head.drive_zoom(round((number_of(request, "Zoom", "x") or 0.0) * 8))
        self._stop_at = now + seconds_of(text_of(request, "Timeout"))
        return texts.done("ContinuousMove")

    def _stop(self, request: Any, now: float) -> str:
        self.stops += 1
        self._stop_at = None
        self.head.halt()
        return texts.done("Stop")


def text_of(request: Any, name: str) -> str | None:
    """Returns the text of a child of that local name, None where there is none."""
    for child in request:
        if isinstance(child.tag, str) and child.tag.rsplit("}", 1)[-1] == name:
            return child.text or ""
    return None


def number_of(request: Any, name: str, attribute: str) -> float | None:
    """Returns a number in an attribute of an inner element; raises `Refusal` for what is none."""
    for inner in request.iter():
        if isinstance(inner.tag, str) and inner.tag.rsplit("}", 1)[-1] == name:
            try:
                value = float(inner.get(attribute, ""))
            except ValueError as error:
                raise Refusal("InvalidArgVal", "InvalidPosition", saying="no number") from error
            if not -1 <= value <= 1:
                raise Refusal("InvalidArgVal", "InvalidPosition", saying="The requested position is out of bounds.")
            return value
    return None


def seconds_of(duration: str | None) -> float:
    """Returns an `xs:duration` of seconds (`PT1S`); the longest time where there is none."""
    if not duration:
        return LONGEST_TIMEOUT_SECONDS
    if not duration.startswith("PT") or not duration.endswith("S"):
        raise Refusal("InvalidArgVal", "InvalidTimeout", saying=f"not understood: {duration}")
    return min(float(duration[2:-1]), LONGEST_TIMEOUT_SECONDS)
