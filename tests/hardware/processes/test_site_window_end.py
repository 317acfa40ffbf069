"""The window's end of the wire: what the endpoint writes becomes states, what the technician does becomes lines."""

import msgspec

from console.sites.site_standing import SiteStanding
from hardware.processes.site.site_window_end import SiteWindowEnd
from hardware.processes.site.site_wire_messages import (
    AnyAct,
    AskFloor,
    EndSpeech,
    Present,
    PresetPicture,
    PressMicrophone,
    SayReady,
    ShowPictures,
)


class Technician:
    """What was shown to a technician, and what went to the endpoint."""

    def __init__(self) -> None:
        self.written = b""
        self.shown: list[SiteStanding] = []
        self.end = SiteWindowEnd(self.write, self.shown.append)

    def write(self, line: bytes) -> None:
        self.written += line


def line_of(**fields: object) -> bytes:
    return msgspec.json.encode(SiteStanding(**fields)) + b"\n"  # type: ignore[arg-type]


def test_a_state_is_shown_when_its_line_ends_and_not_before() -> None:
    technician, line = Technician(), line_of(joined=True, site_name="Xã Ea Nuôl")
    for octet in line[:-1]:
        technician.end.take(bytes([octet]))
    assert technician.shown == []
    technician.end.take(b"\n")
    assert technician.shown == [SiteStanding(joined=True, site_name="Xã Ea Nuôl")]


def test_of_several_states_the_newest_is_shown() -> None:
    technician = Technician()
    technician.end.take(line_of(joined=True) + line_of(on_deck=True) + line_of(on_podium=True)[:10])
    assert technician.shown == [SiteStanding(on_deck=True)]


def test_a_line_of_somebody_else_is_dropped() -> None:
    technician = Technician()
    technician.end.take(line_of(joined=True) + b"a library prints something\n")
    technician.end.take(b"{}broken\n")
    assert technician.shown == [SiteStanding(joined=True)]


def test_pictures_of_presets_come_between_states() -> None:
    technician, came = Technician(), list[tuple[str, bytes | None]]()
    technician.end.show_preset_picture = lambda name, jpeg: came.append((name, jpeg))
    lines = [msgspec.json.encode(PresetPicture(*named)) + b"\n" for named in (("a.jpg", b"\xff\xd8"), ("b.jpg", None))]
    technician.end.take(lines[0] + line_of(joined=True) + lines[1])
    assert came == [("a.jpg", b"\xff\xd8"), ("b.jpg", None)]
    assert technician.shown == [SiteStanding(joined=True)]


def test_ready_is_remembered_as_long_as_the_site_is_on_deck() -> None:
    technician = Technician()
    technician.end.take(line_of(on_deck=True))
    technician.end.say_ready()
    for on_deck in (True, False, True):
        technician.end.take(line_of(on_deck=on_deck))
    assert [state.ready for state in technician.shown] == [False, True, False, False]


def test_every_act_is_a_line_that_the_endpoint_understands() -> None:
    technician = Technician()
    technician.end.press_microphone(True)
    technician.end.ask_floor(False)
    technician.end.ask_floor_for("Bà Hạnh")
    technician.end.say_ready()
    technician.end.show_pictures((1280, 720), (0, 0))
    technician.end.end_speech()
    technician.end.present(True, "film.mp4")
    acts = [msgspec.json.decode(line, type=AnyAct) for line in technician.written.splitlines()]
    assert acts == [
        PressMicrophone(open=True),
        AskFloor(wanted=False),
        AskFloor(wanted=True, person="Bà Hạnh"),
        SayReady(),
        ShowPictures(program=(1280, 720), own=(0, 0)),
        EndSpeech(),
        Present(presents=True, path="film.mp4"),
    ]
