"""What the camera panel asks: a name for a new preset, whether one may be replaced, another name.

Rule: as all questions of the console: shown with `open()`, Cancel first and as default. Who saves over a preset sees
the old picture and the new one side by side.
"""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from console.cameras.camera_facts import clean_name, find_name
from console.cameras.camera_words import PresetRole
from widgets.controls.dialogs import Question
from widgets.controls.search_panel import KeepingField
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import CENTRE, draw_text, panel
from widgets.drawing.pictures import paint_covering
from widgets.phrases.console import camera_panel_words as words
from widgets.phrases.log.camera_words import phrase_preset_role

LONGEST_NAME = 100
PICTURE_SIZE = QSize(288, 162)
CAPTION_HEIGHT = 26


class CaptionedPicture(QWidget):
    """A picture of a preset with a word above it."""

    def __init__(self, caption: str, image: QImage | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.caption, self.image = caption, image
        self.setFixedSize(PICTURE_SIZE.width(), PICTURE_SIZE.height() + CAPTION_HEIGHT)
        self.setAccessibleName(caption if image is not None else f"{caption}: {words.no_picture()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints caption and picture."""
        with QPainter(self) as painter:
            head = QRectF(0, 0, self.width(), CAPTION_HEIGHT)
            draw_text(painter, head, self.caption, theme.font(14, 600), theme.TEXT_SECOND)
            area = QRectF(0, CAPTION_HEIGHT, PICTURE_SIZE.width(), PICTURE_SIZE.height())
            if self.image is not None:
                paint_covering(painter, area, self.image, self.devicePixelRatioF())
                return
            panel(painter, area, theme.PICTURE_EMPTY, theme.LINE)
            draw_icon(painter, Icon.CAMERA, QRectF(area.center().x() - 12, area.center().y() - 24, 24, 24), theme.DIM)
            draw_text(painter, area.adjusted(0, 36, 0, 0), words.no_picture(), theme.font(13), theme.DIM, CENTRE)


class OverwriteQuestion(Question):
    """Asks whether a preset may be replaced by where the camera stands now."""

    def __init__(self, parent: QWidget, preset: str, old: QImage | None, new: QImage | None) -> None:
        title, text, word = words.overwrite_question(preset)
        super().__init__(parent, title, text, {"overwrite": word})
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(CaptionedPicture(words.old_picture(), old, self))
        row.addWidget(CaptionedPicture(words.new_picture(), new, self))
        row.addStretch(1)
        self.body.insertLayout(2, row)


class NameQuestion(Question):
    """Asks for the name of a preset; the acting button waits for one."""

    named = Signal(str)

    def __init__(self, parent: QWidget, texts: tuple[str, str, str, str], *, name: str = "") -> None:
        """`texts` are title, text, what stands in the empty field, and the word of the acting button."""
        title, text, hint, word = texts
        super().__init__(parent, title, text, {"name": word})
        self.field = KeepingField(self)
        self.field.setObjectName("preset-name")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setMaxLength(LONGEST_NAME)
        self.field.setText(name)
        self.field.selectAll()
        self.body.insertWidget(2 if text else 1, self.field)
        self.field.textChanged.connect(self._follow)
        self.field.returnPressed.connect(self._take)
        self.answered.connect(lambda: self.named.emit(self.name))
        self._follow()

    @property
    def name(self) -> str:
        """The name as it would be kept."""
        return clean_name(self.field.text())

    def offer(self, names: tuple[str, ...]) -> None:
        """Offers names that are usual, to be taken with one click."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for name in names:
            button = QPushButton(name, self)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.field.setText, name))
            row.addWidget(button)
        row.addStretch(1)
        self.body.insertLayout(self.body.indexOf(self.field) + 1, row)

    def showEvent(self, event: QShowEvent) -> None:
        """Gives the keyboard to the name."""
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        self.acting["name"].setEnabled(bool(self.name))

    def _take(self) -> None:
        if self.name:
            self.acting["name"].click()


def save_dialog(parent: QWidget, presets: tuple[str, ...], roles: tuple[PresetRole, ...]) -> NameQuestion:
    """Returns the question for a new preset's name; those that the profile asks for and are still free are offered."""
    question = NameQuestion(parent, words.save_question())
    usual = (*(phrase_preset_role(role) for role in roles), words.lectern())
    question.offer(tuple(name for name in usual if find_name(presets, name) is None))
    return question


def rename_dialog(parent: QWidget, preset: str) -> NameQuestion:
    """Returns the question for a preset's other name."""
    title, hint, word = words.rename_question(preset)
    return NameQuestion(parent, (title, "", hint, word), name=preset)
