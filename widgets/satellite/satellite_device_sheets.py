"""Where a site's technician chooses camera, microphone and loudspeaker and tries them out, and measures the echo."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from console.sites.site_facts import DeviceChoice, DeviceFacts, EchoVerdict, SoundTest
from console.sites.site_standing import SiteStanding
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.drawing.painting import draw_meter_lying
from widgets.drawing.sources import PictureSource
from widgets.phrases.satellite import satellite_tool_words as words
from widgets.phrases.satellite import satellite_words
from widgets.satellite.satellite_panels import PicturePane
from widgets.satellite.satellite_sheet import Sheet, label

if TYPE_CHECKING:
    from widgets.satellite.satellite_window import SatelliteWindow

OWN_PICTURE = (320, 180)
ECHO_SIGNS = {EchoVerdict.GOOD: "✓ ", EchoVerdict.FAIR: "▲ "}
"""Every other verdict asks somebody to act."""


class Meter(QWidget):
    """A level of 0 to 1 as a row of bars."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._level = 0.0
        self.setMinimumHeight(20)
        self.setAccessibleName(satellite_words.room_level())

    def show_level(self, level: float) -> None:
        """Shows a level."""
        if level != self._level:
            self._level = level
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the bars."""
        with QPainter(self) as painter:
            draw_meter_lying(painter, QRectF(0, 2, self.width(), 16), self._level)


class DevicesSheet(Sheet):
    """Three choices, the own picture, the own level, a tone."""

    def __init__(self, window: "SatelliteWindow", pictures: PictureSource) -> None:
        super().__init__(window, *words.devices_sheet())
        self.picture = PicturePane(pictures, "own", Icon.CAMERA, self)
        self.picture.setFixedSize(*OWN_PICTURE)
        self.picture.set_label(satellite_words.own_label(window.state))
        self.meter = Meter(self)
        self.choices = {"camera": QComboBox(self), "microphone": QComboBox(self), "loudspeaker": QComboBox(self)}
        self._lay_out_choices()
        self.told = label("", 15, 500)
        self.body.addWidget(self.told)
        self.tone = self.button(words.play_tone(), lambda: window.test_wanted.emit(SoundTest.TONE))
        self.again = self.button(words.look_again(), self._look)
        self.use = self.button(words.use_devices(), self._use)
        for name, button in (("tone", self.tone), ("again", self.again), ("use", self.use)):
            button.setObjectName(name)
        self.end_with(self.again, self.tone, self.use)
        self._listed: DeviceFacts | None = None
        self.first = self.choices["camera"]
        self._look()

    def _lay_out_choices(self) -> None:
        grid = QGridLayout()
        names = {
            "camera": words.camera(),
            "microphone": words.microphone(),
            "loudspeaker": words.loudspeaker(),
        }
        for row, (key, name) in enumerate(names.items()):
            self.choices[key].setMinimumSize(340, 44)
            self.choices[key].setAccessibleName(name)
            title = label(name, 15, 600)
            title.setMinimumWidth(110)
            grid.addWidget(title, row, 1)
            grid.addWidget(self.choices[key], row, 2)
        grid.addWidget(self.picture, 0, 0, 3, 1)
        self.speak = label(words.speak_now(), 15, 500)
        self.speak.setMinimumWidth(200)
        grid.addWidget(self.speak, 3, 0)
        grid.addWidget(self.meter, 3, 1, 1, 2)
        grid.setHorizontalSpacing(16)
        self.body.addLayout(grid)

    def _look(self) -> None:
        self.told.setText(words.looking_for_devices())
        self._listed = None
        self.site.devices_wanted.emit()

    def _use(self) -> None:
        chosen = {key: box.currentData() for key, box in self.choices.items()}
        self.site.devices_chosen.emit(DeviceChoice(**chosen))

    def show_state(self, state: SiteStanding) -> None:
        """Fills the choices when the devices are known; on the podium nothing is changed."""
        self.use.setEnabled(not state.on_podium)
        self.tone.setEnabled(state.sound_test is None)
        if state.devices is not None and state.devices is not self._listed and state.devices != self._listed:
            self._listed = state.devices
            self.told.setText("")
            self._fill(state.devices)
        if state.on_podium:
            self.told.setText(words.not_on_podium())

    def _fill(self, devices: DeviceFacts) -> None:
        lists = {
            "camera": (devices.cameras, devices.chosen.camera),
            "microphone": (devices.microphones, devices.chosen.microphone),
            "loudspeaker": (devices.loudspeakers, devices.chosen.loudspeaker),
        }
        for key, (names, chosen) in lists.items():
            box = self.choices[key]
            box.clear()
            box.addItem(words.usual_device(), None)
            for name in dict.fromkeys((*names, *((chosen,) if chosen else ()))):
                box.addItem(name, name)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def show_level(self, level: float) -> None:
        """Shows how loud the room is."""
        self.meter.show_level(level)

    def refresh_picture(self) -> None:
        """Takes a newer picture when there is one."""
        self.picture.refresh_picture()


class EchoSheet(Sheet):
    """Measures the echo and says in one word whether the room is good."""

    def __init__(self, window: "SatelliteWindow") -> None:
        super().__init__(window, *words.echo_sheet())
        self.heading = label("", 34, 700)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.heading.setMinimumHeight(56)
        self.advice = label("", 16, 500)
        self.advice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.advice.setMinimumHeight(48)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.advice)
        self.start = self.button(words.start_echo(), lambda: window.test_wanted.emit(SoundTest.ECHO))
        self.start.setObjectName("start")
        self.end_with(self.start)
        self.first = self.start

    def show_state(self, state: SiteStanding) -> None:
        """Shows the verdict; with an open microphone nothing is measured."""
        echo, playing = state.echo, state.sound_test
        self.start.setEnabled(playing is None and not state.microphone_open)
        sign = "" if echo is None or playing is SoundTest.ECHO else ECHO_SIGNS.get(echo.verdict, "■ ")
        self.heading.setText(sign + words.echo_heading(echo, playing))
        heard = echo is not None and playing is None and echo.verdict is not EchoVerdict.GOOD
        self.heading.setStyleSheet(f"color: {(theme.WARNING if heard else theme.TEXT).name()}")
        advice = words.no_echo_test_now() if state.microphone_open else words.echo_advice(echo, playing)
        self.advice.setText(advice)
