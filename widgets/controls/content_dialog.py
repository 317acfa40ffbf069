"""Content: which film, screen or window everybody sees, begun and ended.

Rule: what is chosen here is a file or a window of the bridge's machine; nothing is shown before its button is pressed.
"""

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from console.content.content_commands import EndContent, ShowContent
from widgets.controls.content_place import ContentPlace
from widgets.controls.session_dialog import SessionDialog
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.phrases.console.delegation_words import leave
from widgets.phrases.log import content_place_words as places
from widgets.phrases.log import content_words as words

LEAST_WIDTH = 640


class ContentDialog(SessionDialog):
    """Says what is shown, and sends what is wished."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent, "content", words.title(), words.explanation())
        self.setMinimumWidth(LEAST_WIDTH)
        self._store = store
        self.standing = self.label()
        self.standing.setFont(theme.font(17, 600))
        self.path = self.field("content-path", words.which_file(), words.which_file())
        self.path.setMaxLength(1000)
        self.choose = self.button("content-choose", words.choose(), self._choose)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self.choose)
        self.body.addWidget(self.standing)
        self.place = ContentPlace(self)
        self.body.addWidget(self.place)
        self.body.addLayout(row)
        self.film = self.button("content-film", words.show_film(), self._show_film)
        self.screen_button = self.button("content-screen", places.show_screen(), lambda: store.send(self.place.wish))
        self.end = self.button("content-end", words.end(), lambda: store.send(EndContent()))
        self.add_acts(self.film, self.screen_button, self.end, self.button("content-leave", leave(), self.close))
        self.path.textChanged.connect(self._follow)
        self.place.changed.connect(self._follow)
        for signal in (store.content_changed, store.link_lost_changed):
            signal.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        there, source = not self._store.link_lost, self._store.content.source
        presenter = self._store.content.presenter
        self.standing.setText(words.standing(source, self._store.short_label(presenter) if presenter else ""))
        self.film.setEnabled(there and bool(self.path.text().strip()))
        self.screen_button.setEnabled(there)
        self.screen_button.setText(places.show_window() if self.place.wish.window else places.show_screen())
        self.end.setEnabled(there and (source is not None or presenter is not None))

    def _choose(self) -> None:
        """Lets a file be chosen; the dialog is not modal, so the meeting goes on."""
        dialog = QFileDialog(self, words.which_file())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.path.setText)
        dialog.open()

    def _show_film(self) -> None:
        self._store.send(ShowContent(path=self.path.text().strip()))
