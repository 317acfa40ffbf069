"""A site's own line decides what of an order is sent; the order stands."""

from console.words import Rung
from hardware.endpoint.picture.encoder_ladder import RUNGS
from hardware.endpoint.uplink import Uplink
from hardware.rtc.media_types import PeerCounters, StreamCounters


class Line:
    """A line of so many kilobits a second with a queue of half a second, under what an uplink sends."""

    def __init__(self, uplink: Uplink) -> None:
        self.uplink = uplink
        self.now = 0.0
        self.counters = PeerCounters(audio_out=StreamCounters(), video_out=StreamCounters())

    def pass_seconds(self, kilobits: float, seconds: int) -> list[Rung]:
        """Returns what was sent, second by second."""
        sent: list[Rung] = []
        for _ in range(seconds):
            wanted = RUNGS.get(self.uplink.rung)
            video = 0 if wanted is None else wanted.bits_per_second
            loss = max(0.0, 1 - kilobits * 1000 / (60_000 + video))
            self._send(self.counters.audio_out, 60_000, loss)
            if video:
                self._send(self.counters.video_out, video, loss)
            self.counters.round_trip_ms = 40 + (500 if loss else 0)
            self.now += 1
            self.uplink.look(self.counters, self.now)
            sent.append(self.uplink.rung)
        return sent

    @staticmethod
    def _send(stream: StreamCounters, bits: int, loss: float) -> None:
        stream.bytes += bits // 8
        packets = max(1, bits // 8000)
        stream.packets += packets
        stream.lost += round(packets * loss)
        stream.loss_fraction = loss


def test_on_a_thin_line_the_podium_is_a_thumbnail_and_sound_passes() -> None:
    uplink = Uplink(RUNGS)
    line = Line(uplink)
    uplink.ordered = Rung.PODIUM
    sent = line.pass_seconds(256, 60)
    assert sent[2] is Rung.THUMBNAIL
    assert uplink.is_limited
    assert sent.count(Rung.THUMBNAIL) > 50
    assert Rung.OFF not in sent


def test_where_only_sound_passes_pictures_end_and_come_back_with_the_line() -> None:
    uplink = Uplink(RUNGS)
    line = Line(uplink)
    uplink.ordered = Rung.PODIUM
    assert Rung.OFF in line.pass_seconds(90, 30)
    sent = line.pass_seconds(100_000, 300)
    assert sent[-1] is Rung.PODIUM
    assert not uplink.is_limited


def test_a_lower_order_is_obeyed_at_once_and_a_good_line_changes_nothing() -> None:
    uplink = Uplink(RUNGS)
    line = Line(uplink)
    uplink.ordered = Rung.PODIUM
    assert line.pass_seconds(100_000, 30) == [Rung.PODIUM] * 30
    uplink.ordered = Rung.OFF
    assert uplink.rung is Rung.OFF
    assert not uplink.is_limited
