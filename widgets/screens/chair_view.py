"""The chair's view: who speaks and how long, who is next, who asks, how many are silent.

Rules: read from five metres, so nothing is smaller than 30 pixels; without a session, or where the present is not
known, no name and no figure of before stands as if it were now.
"""

from PySide6.QtCore import QElapsedTimer, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent

from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.painting import veil
from widgets.drawing.pictures import PictureFeed
from widgets.drawing.sources import PictureSource
from widgets.phrases import hour_and_minute
from widgets.phrases.console import chair_words as words
from widgets.phrases.language import language_in_use
from widgets.phrases.log import recorder_words
from widgets.screens.chair_facts import following, questions, silence_of, speaker_of, speech_time_of
from widgets.screens.chair_layout import CARDS_IN_ROW, lay_out
from widgets.screens.chair_painter import ChairPainter
from widgets.screens.chair_requests import ChairRequests
from widgets.screens.program_window import OLD_MS, program_key
from widgets.screens.screen_window import ScreenWindow

TICKS_TO_PICTURE = 2
"""The chair's picture is small: every second tick is enough."""
TICKS_TO_SITES = 6
_ALL, _HEAD, _SPEAKER, _NEXT, _REQUESTS, _FOOT = "all", "head", "speaker", "next", "requests", "foot"


class ChairView(ScreenWindow):
    """The chair's view on one screen."""

    def __init__(self, store: Store, pictures: PictureSource) -> None:
        super().__init__(words.view_name)
        self.setObjectName("chair-view")
        self._store, self._pictures = store, pictures
        self._feed = PictureFeed(pictures, "")
        self._since_picture = QElapsedTimer()
        self._ticks = self._second = 0
        self._more = 0
        self._session_was_seen = False
        self.areas = lay_out(1920, 1080, 0)
        """Where everything stands."""
        self.requests = ChairRequests(store, self, CARDS_IN_ROW)
        self.requests.changed.connect(self.follow)
        for signal in (store.podium_changed, store.floor_changed, store.on_deck_changed, store.silence_changed):
            signal.connect(self._follow_soon)
        for signal in (store.session_changed, store.link_lost_changed, store.roster_changed, store.record_changed):
            signal.connect(self._follow_soon)
        store.recording_changed.connect(self._follow_soon)
        store.sites_changed.connect(self._follow_sites)
        self._due = self._sites_due = True
        self._shown: dict[str, object] = {}

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        super().rephrase()
        self.follow()

    # ------------------------------------------------------------ following

    def _follow_soon(self) -> None:
        """Follows with the next tick: what comes together is shown together, and a hidden view does nothing."""
        self._due = True

    def _follow_sites(self) -> None:
        """Follows what sites say five times a second at most: a meeting of two hundred says something all the time."""
        self._sites_due = True

    def tick(self) -> None:
        """Shows what has changed; every second the time, twelve times a second the picture."""
        self._ticks += 1
        second = self._store.now_ms // 1000
        sites = self._sites_due and self._ticks % TICKS_TO_SITES == 0
        if self._due or sites or second != self._second:
            self._second = second
            self.follow()
        if self._ticks % TICKS_TO_PICTURE == 0 and not self.areas.picture.isEmpty():
            self._take_picture()

    def _take_picture(self) -> None:
        was_present = self.picture_is_present
        if self._feed.key and self._feed.refresh():
            self._since_picture.start()
        elif was_present == self.picture_is_present:
            return
        self.update(self.areas.picture.toAlignedRect())

    @property
    def picture_is_present(self) -> bool:
        """Tells whether the picture shows this moment."""
        fresh = self._since_picture.isValid() and self._since_picture.elapsed() < OLD_MS
        return fresh and not self._store.link_lost and self._store.engine.up and self._feed.image is not None

    def follow(self) -> None:
        """Shows the present state; paints only the parts that say something else than before."""
        self._due = self._sites_due = False
        store, before = self._store, self.areas
        self._session_was_seen |= store.session.running
        shown = self.requests.shown() if store.session.running else []
        timed = store.floor.speech_started_ms is not None
        self.areas = lay_out(self.width(), self.height(), len(shown), timed=timed, least=1 / self.devicePixelRatioF())
        self._more = self.requests.follow(self.areas)
        self._rename_place()
        said = self._said()
        if self.areas != before or any(said[part] != self._shown.get(part) for part in (_ALL, _HEAD)):
            self.setAccessibleDescription(self._summary())
            self.update()
        else:
            for part, area in self._parts():
                if said[part] != self._shown.get(part):
                    self.setAccessibleDescription(self._summary())
                    self.update(area.toAlignedRect())
        self._shown = said

    def _said(self) -> dict[str, object]:
        """Returns what each part says now."""
        store = self._store
        return {
            _ALL: (store.session, store.link_lost, store.main_site and store.main_site.name, language_in_use()),
            _HEAD: (hour_and_minute(store.now_ms), store.recording.shown),
            _SPEAKER: (speaker_of(store), speech_time_of(store)),
            _NEXT: following(store),
            _REQUESTS: (self._more, bool(questions(store))),
            _FOOT: silence_of(store),
        }

    def _parts(self) -> tuple[tuple[str, QRectF], ...]:
        """Returns the parts that may change by themselves, and where they are."""
        areas = self.areas
        following_area = areas.next_heading.united(areas.next_cards[-1])
        return (
            (_SPEAKER, areas.speaker),
            (_NEXT, following_area),
            (_REQUESTS, areas.requests_heading),
            (_FOOT, areas.foot),
        )

    def _summary(self) -> str:
        if not self._store.session.running:
            return words.after() if self._session_was_seen else words.before()
        speaker, those = speaker_of(self._store), following(self._store)
        said = words.summary(speaker.badge, speaker.name, ", ".join(one.name for one in those) or words.nobody_next())
        return f"{recorder_words.told_to_sites()} {said}" if self._store.recording.shown else said

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays everything out anew."""
        self.follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Shows the present from the first moment on."""
        super().showEvent(event)
        self.follow()

    # ------------------------------------------------------------ picture

    def picture_size(self) -> QSize:
        """Returns the size of the picture in physical pixels; empty where there is no room for one."""
        picture, ratio = self.areas.picture, self.devicePixelRatioF()
        if not self.isVisible() or picture.isEmpty() or not self._store.session.running:
            return QSize()
        return QSize(round(picture.width() * ratio) & ~1, round(picture.height() * ratio) & ~1)

    def _rename_place(self) -> None:
        key = program_key(self.picture_size())
        if key != self._feed.key:
            self._feed = PictureFeed(self._pictures, key)
            self._since_picture.invalidate()
            self.picture_size_changed.emit()

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints everything, or the picture alone when only that is newer."""
        with QPainter(self) as painter:
            strokes, picture = ChairPainter(painter, self.areas), self.areas.picture
            if not picture.isEmpty() and picture.toAlignedRect().contains(event.rect()):
                self._paint_picture(painter, strokes)
                return
            painter.fillRect(self.rect(), theme.BACKGROUND)
            store = self._store
            mark = recorder_words.mark() if store.recording.shown else ""
            strokes.head(store.session.title, hour_and_minute(store.now_ms), mark, old=store.link_lost)
            if not store.session.running:
                title = words.after() if self._session_was_seen else words.before()
                main = store.main_site
                strokes.nothing(title, main.name if main is not None else "", self.rect().toRectF())
                return
            self._paint_meeting(painter, strokes, event.region())
            if store.link_lost:
                below = QRectF(0, self.areas.head.bottom(), self.width(), self.height())
                veil(painter, below)

    def _paint_meeting(self, painter: QPainter, strokes: ChairPainter, region: QRegion) -> None:
        """Paints the parts that a region touches."""
        store, areas = self._store, self.areas
        wanted = {part for part, area in self._parts() if region.intersects(area.toAlignedRect())}
        if _SPEAKER in wanted:
            strokes.speaker(speaker_of(store), speech_time_of(store))
            if not areas.picture.isEmpty():
                self._paint_picture(painter, strokes)
        if _NEXT in wanted:
            strokes.following(following(store))
        if _REQUESTS in wanted and areas.requests:
            more = words.more_requests(self._more) if self._more else ""
            title = words.questions_title() if questions(store) else words.decisions_title()
            strokes.heading(areas.requests_heading, title, more)
        if _FOOT in wanted:
            strokes.foot(silence_of(store))

    def _paint_picture(self, painter: QPainter, strokes: ChairPainter) -> None:
        if self._store.session.running and self.picture_is_present:
            self._feed.paint(painter, self.areas.picture, self.devicePixelRatioF())
        else:
            strokes.picture_missing()
