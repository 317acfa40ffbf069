"""Meeting rooms painted for screenshots: people at a table, one look per site, nobody real."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from console.engine_port import SetViews

WALLS = ("#5b6a77", "#6b6459", "#4f6268", "#6a5c55", "#586a5c", "#5c5c6e", "#75695c", "#4d5b6b")
CLOTHES = ("#24465c", "#5a3b40", "#e5e8ec", "#2b2c31", "#3d5a66", "#efe9dd")
SKINS = ("#b98360", "#c6967a", "#a9755a", "#d0a184")


def paint_room(width: int, height: int, seed: int, people: int | None = None) -> QImage:
    """Returns a room of this size; the same seed gives the same room."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(width / 320, height / 180)
    wall = QColor(WALLS[seed % len(WALLS)])
    shade = QLinearGradient(0, 0, 320, 160)
    shade.setColorAt(0, wall.lighter(118))
    shade.setColorAt(1, wall.darker(150))
    painter.fillRect(QRectF(0, 0, 320, 180), shade)
    painter.fillRect(QRectF(80, 0, 160, 26), QColor("#84201f"))
    painter.fillRect(QRectF(106, 8, 108, 4), QColor("#c98a4e"))
    painter.fillRect(QRectF(118, 16, 84, 3), QColor("#c98a4e"))
    if seed % 3 == 1:
        painter.fillRect(QRectF(12, 22, 34, 44), wall.lighter(150))
    count = people or 1 + seed * 7 % 4
    step = 250 / count
    for index in range(count):
        _paint_person(painter, 160 + (index - (count - 1) / 2) * min(step, 78), seed * 5 + index)
    painter.fillRect(QRectF(0, 146, 320, 34), QColor("#553418"))
    painter.fillRect(QRectF(0, 144, 320, 4), QColor("#6b4320"))
    for index in range(count):
        x = 160 + (index - (count - 1) / 2) * min(step, 78)
        painter.fillRect(QRectF(x - 14, 154, 28, 10), QColor("#e9e4da"))
    painter.end()
    return image


def _paint_person(painter: QPainter, x: float, seed: int) -> None:
    painter.setBrush(QColor(CLOTHES[seed % len(CLOTHES)]))
    painter.drawRoundedRect(QRectF(x - 34, 100, 68, 70), 28, 28)
    hair, skin = QColor("#1d1917"), QColor(SKINS[seed % len(SKINS)])
    painter.setBrush(hair)
    painter.drawEllipse(QPointF(x, 72), 21, 22)
    if seed % 2:
        painter.drawRoundedRect(QRectF(x - 21, 70, 42, 38), 9, 9)
    painter.setBrush(skin)
    painter.drawEllipse(QPointF(x, 79), 16, 20)
    painter.drawRect(QRectF(x - 6, 94, 12, 12))


def paint_slide(width: int, height: int) -> QImage:
    """Returns a slide of this size: a heading, bars and lines, as they are read out in meetings."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(width / 320, height / 180)
    painter.fillRect(QRectF(0, 0, 320, 180), QColor("#f4f1ea"))
    painter.fillRect(QRectF(16, 14, 190, 9), QColor("#1f3f66"))
    painter.fillRect(QRectF(16, 28, 288, 1), QColor("#9aa7b5"))
    for place, share in enumerate((0.5, 0.8, 0.65, 0.95, 0.4)):
        painter.fillRect(QRectF(24 + place * 26, 150 - share * 100, 16, share * 100), QColor("#2f6f9f"))
    for row in range(9):
        painter.fillRect(QRectF(176, 44 + row * 12, 128 - row % 3 * 22, 3), QColor("#3a3f46"))
    painter.end()
    return image


@dataclass
class PaintedPicture:
    """A picture as the shared memory would hold it."""

    image: QImage
    sequence: int
    captured_monotonic_ms: int = 0

    @property
    def width(self) -> int:
        return self.image.width()

    @property
    def height(self) -> int:
        return self.image.height()

    @property
    def stride(self) -> int:
        return self.image.bytesPerLine()

    @property
    def pixels(self) -> memoryview:
        return memoryview(self.image.constBits())

    def still_valid(self) -> bool:
        return True


@dataclass
class PaintedRooms:
    """A picture source: one room per site, in the sizes that the window names."""

    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)
    podium_seed: int = 9
    _made: dict[str, PaintedPicture] = field(default_factory=dict)

    def take_views(self, views: SetViews) -> None:
        """Takes the sizes of a `SetViews`."""
        self.sizes = {f"tile/{tile.site}": (tile.width, tile.height) for tile in views.tiles}
        self.sizes["program"] = (views.program_width, views.program_height)
        self.sizes |= {
            f"{'content' if place.content else 'program'}/{place.place}": (place.width, place.height)
            for place in views.further_program
        }
        if views.on_deck is not None:
            self.sizes["on_deck"] = (views.on_deck.width, views.on_deck.height)
        self.deck_seed = int(views.on_deck.site[1:]) if views.on_deck is not None else 0

    def take_sizes(self, sizes: dict[str, QSize]) -> None:
        """Takes the sizes of a site's window."""
        self.sizes = {key: (size.width(), size.height()) for key, size in sizes.items()}

    def latest(self, key: str, after_sequence: int) -> PaintedPicture | None:
        size = self.sizes.get(key)
        if size is None or 0 in size:
            return None
        made = self._made.get(key)
        if made is None or (made.width, made.height) != size:
            people = 4 if key.startswith("program") else None
            sequence = made.sequence + 1 if made is not None else 1
            is_content = key.startswith("content")
            image = paint_slide(*size) if is_content else paint_room(*size, self._seed(key), people)
            made = PaintedPicture(image, sequence)
            self._made[key] = made
        if key in {"own", "tile/main"} or key.startswith(("program", "content")):
            made.sequence += 1
        return made if made.sequence > after_sequence else None

    def _seed(self, key: str) -> int:
        if key.startswith("program"):
            return self.podium_seed
        if key in {"own", "tile/main"}:
            return 2
        return self.deck_seed if key == "on_deck" else int(key.removeprefix("tile/s"))


@dataclass(frozen=True)
class PaintedLevel:
    level_db: float | None
    updated_ms: int


@dataclass
class PaintedLevels:
    """A level source with fixed levels that count as fresh."""

    levels: dict[str, float] = field(default_factory=dict)
    _reads: int = 0

    def read(self) -> dict[str, PaintedLevel]:
        self._reads += 1
        return {site: PaintedLevel(level, self._reads) for site, level in self.levels.items()}
