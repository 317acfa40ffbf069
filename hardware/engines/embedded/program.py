"""Makes the program: composes the newest pictures, codes each feed once per codec in use, hands the packets over.

Rule: one thread of its own, woken by the pictures that it shows (no clock of its own adds delay), at most
its own rate. A still picture is coded again only now and then. Nothing here knows receivers: the event
loop says which codecs are wanted and fans out what was packetised once.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import av

from console.engine_port import SetProgram, SetViews
from console.words import SiteId
from hardware.engines.embedded.captions import Captions
from hardware.engines.embedded.coded_feeds import CodedPicture, CodedStream, FeedName
from hardware.engines.embedded.composer import Composer
from hardware.engines.embedded.pictures import PictureDesk, Place
from hardware.engines.embedded.scene import (
    PROGRAM_HEIGHT,
    PROGRAM_WIDTH,
    RETURN_HEIGHT,
    RETURN_WIDTH,
    Scene,
    SceneSwitch,
    SourceState,
    program_scene,
    return_scene,
    shrunk,
)
from hardware.engines.embedded.scene_beside import BesideContent
from hardware.engines.embedded.small_feeds import SmallFeed, small_feeds
from hardware.rtc.media_types import VIDEO_CLOCK_HZ, VideoCodec
from hardware.rtc.payload_formats import packetise
from hardware.rtc.video_codec import PictureFormat, make_encoder

RETURN_FRAMES_PER_SECOND = 25
_HURRY_SECONDS = 0.005
_STILL_INTERVAL_SECONDS = 0.2
_LOOK_SECONDS = 0.1
_RETURN_BITS_PER_SECOND = 600_000
PROGRAM_KEY = "program"
MOST_PICTURE_TAKERS = 20
"""Of more at once the oldest gets no picture."""


@dataclass(frozen=True, slots=True)
class ProgramShape:
    """How the program goes out; `shrinks` is how many times smaller it is than the scenes are drawn."""

    shrinks: int
    frames_per_second: int
    bits_per_second: int


LARGE_PROGRAM = ProgramShape(1, 25, 1_500_000)
SMALL_PROGRAM = ProgramShape(2, 15, 450_000)


def program_places(views: SetViews) -> dict[str, tuple[int, int]]:
    """Returns the slots that show the program with their sizes in physical pixels; what has no size is not shown."""
    further = {
        f"{PROGRAM_KEY}/{place.place}": (place.width, place.height)
        for place in views.further_program
        if not place.content
    }
    places = {PROGRAM_KEY: (views.program_width, views.program_height), **further}
    return {key: (width, height) for key, (width, height) in places.items() if width > 1 and height > 1}


@dataclass(slots=True)
class Feed:
    """One picture on its way to a group of receivers; used by the program thread, wishes come from the loop."""

    name: FeedName
    composer: Composer
    frames_per_second: int
    bits_per_second: int
    switch: SceneSwitch = field(default_factory=SceneSwitch)
    changes: int = 0
    """How often its picture has changed."""
    streams: dict[VideoCodec, CodedStream] = field(default_factory=dict)
    wanted_codecs: frozenset[VideoCodec] = frozenset()
    coded_at: float = 0.0

    def follow_codecs(self) -> None:
        """Opens and closes encoders as receivers come and go."""
        wanted = self.wanted_codecs
        for codec in self.streams.keys() - wanted:
            del self.streams[codec]
        for codec in wanted - self.streams.keys():
            frame = self.composer.frame
            shape = PictureFormat(frame.width, frame.height, self.frames_per_second, self.bits_per_second)
            self.streams[codec] = CodedStream(make_encoder(codec, shape))

    def encode(self, now: float) -> list[CodedPicture]:
        """Codes the canvas for every codec in use."""
        self.coded_at = now
        rtp_time = int(now * VIDEO_CLOCK_HZ) & 0xFFFFFFFF
        coded: list[CodedPicture] = []
        for codec, stream in self.streams.items():
            if stream.wishes.take(now):
                stream.encoder.request_key_frame()
            unit = stream.encoder.encode(self.composer.frame)
            if unit is not None:
                stream.pictures += 1
                cut = packetise(codec, unit.data, rtp_time, key=unit.key, picture_id=stream.pictures)
                coded.append(CodedPicture(self.name, cut))
        return coded


@dataclass(slots=True)
class ProgramOutput:
    """Where the program thread leaves its results; all of them are called on that thread."""

    coded: Callable[[list[CodedPicture]], None]
    applied: Callable[[int, tuple[SiteId, ...]], None]
    """Called with epoch and sites once a wanted scene is really shown."""


class ProgramThread:
    """Composes and codes until `stop`."""

    def __init__(
        self, desk: PictureDesk, captions: Captions, output: ProgramOutput, shape: ProgramShape = LARGE_PROGRAM
    ) -> None:
        self._desk = desk
        self._output = output
        self._shape = shape
        program = Composer(PROGRAM_WIDTH // shape.shrinks, PROGRAM_HEIGHT // shape.shrinks, captions)
        back = Composer(RETURN_WIDTH, RETURN_HEIGHT, captions)
        speaker = Composer(PROGRAM_WIDTH // shape.shrinks, PROGRAM_HEIGHT // shape.shrinks, captions)
        self._feeds = {
            FeedName.PROGRAM: Feed(FeedName.PROGRAM, program, shape.frames_per_second, shape.bits_per_second),
            FeedName.RETURN: Feed(FeedName.RETURN, back, RETURN_FRAMES_PER_SECOND, _RETURN_BITS_PER_SECOND),
            FeedName.SPEAKER: Feed(FeedName.SPEAKER, speaker, shape.frames_per_second, shape.bits_per_second),
        }
        self._small_feeds = small_feeds()
        self._condition = threading.Condition(threading.Lock())
        self._wanted: list[SetProgram] = []
        self._places: dict[str, Place] = {}
        self._shown_in: dict[str, Place] = {}
        self._awake = self._stopping = False
        self._picture_takers: deque[Callable[[av.VideoFrame], None]] = deque(maxlen=MOST_PICTURE_TAKERS)
        self._beside_content = BesideContent()
        self._thread = threading.Thread(target=self._run, name="program", daemon=True)

    # ------------------------------------------------ asked from the event loop

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread; waits at most 2 s."""
        with self._condition:
            self._stopping = True
            self._condition.notify()
        self._thread.join(2.0)

    def set_program(self, wanted: SetProgram) -> None:
        """Names the wanted picture; `applied` tells when it is shown."""
        with self._condition:
            self._wanted = [wanted]
        self.wake()

    def set_codecs(self, feed: FeedName, codecs: frozenset[VideoCodec]) -> None:
        """Says which codecs the receivers of a feed can take; none of them, no encoder."""
        self._coded_feed(feed).wanted_codecs = codecs
        self.wake()

    def wish_key_frame(self, feed: FeedName, codec: VideoCodec) -> None:
        """Asks for a key frame, at most one in 500 ms for all receivers."""
        stream = self._coded_feed(feed).streams.get(codec)
        if stream is not None:
            stream.wishes.wish()
            self.wake()

    def _coded_feed(self, name: FeedName) -> Feed | SmallFeed:
        return self._feeds.get(name) or self._small_feeds[name]

    def show(self, places: Mapping[str, tuple[int, int]]) -> None:
        """Wants the program's picture in these slots, each at its size in pixels, and in no others."""
        known = self._places
        self._places = {
            key: known[key] if key in known and _size_of(known[key]) == size else Place(key, *size)
            for key, size in places.items()
        }
        self.wake()

    def take_picture(self, taker: Callable[[av.VideoFrame], None]) -> None:
        """Gives `taker` the program's present picture, a copy, on the program thread."""
        self._picture_takers.append(taker)
        self.wake()

    def wake(self) -> None:
        """Says that something changed which the program shows; any thread."""
        with self._condition:
            self._awake = True
            self._condition.notify()

    # ------------------------------------------------ the thread

    def _run(self) -> None:
        last = 0.0
        while True:
            with self._condition:
                if not self._awake and not self._stopping:
                    self._condition.wait(_LOOK_SECONDS)
                pause = last + self._least_interval() - time.monotonic()
                if pause > 0 and not self._stopping:
                    self._condition.wait_for(lambda: self._stopping, pause)
                if self._stopping:
                    return
                self._awake = False
                wanted, self._wanted = self._wanted, []
            now = time.monotonic()
            if self._step(wanted, now):
                last = now

    def _least_interval(self) -> float:
        """A scene that is waited for is shown as soon as it is there, whatever the frame rate."""
        waiting = any(feed.switch.wanted is not feed.switch.shown for feed in self._feeds.values())
        return _HURRY_SECONDS if waiting or self._wanted else 0.9 / self._shape.frames_per_second

    def _step(self, wanted: list[SetProgram], now: float) -> bool:
        """Makes what is due; tells whether a picture was coded or shown."""
        for wish in wanted:
            self._feeds[FeedName.PROGRAM].switch.want(shrunk(program_scene(wish), self._shape.shrinks), now)
            self._feeds[FeedName.RETURN].switch.want(return_scene(wish), now)
            self._beside_content.wish = wish
        self._follow_content(now)
        sources = self._sources()
        worked = False
        for feed in self._feeds.values():
            switched = feed.switch.step(sources, now)
            scene = feed.switch.shown
            if scene is not None:
                worked |= self._make(feed, scene, now)
                if switched and feed.name is FeedName.PROGRAM:
                    self._output.applied(scene.epoch, scene.stands_for)
            elif feed.streams:
                feed.streams.clear()
        self._make_small(now)
        while self._picture_takers:
            self._picture_takers.popleft()(self._feeds[FeedName.PROGRAM].composer.frame.reformat(format="rgb24"))
        if wanted or worked:
            self._desk.program_sites = self._sites()
        return worked

    def _follow_content(self, now: float) -> None:
        """Makes the program without its content exactly while somebody has the content beside it."""
        feed, small = self._feeds[FeedName.SPEAKER], self._small_feeds[FeedName.SPEAKER_STAGE]
        if self._beside_content.step(wanted=bool(feed.wanted_codecs or small.wanted_codecs)):
            feed.switch.want(self._beside_content.scene(self._shape.shrinks), now)

    def _make(self, feed: Feed, scene: Scene, now: float) -> bool:
        changed = feed.composer.compose(scene, self._desk.pictures, now, time.time_ns() // 1_000_000)
        feed.changes += int(changed)
        if feed.name is FeedName.PROGRAM:
            self._show_in_window(feed, now, changed=changed)
        feed.follow_codecs()
        wished = any(stream.wishes.wished for stream in feed.streams.values())
        if not changed and not wished and now - feed.coded_at < _STILL_INTERVAL_SECONDS:
            return False
        coded = feed.encode(now)
        if coded:
            self._output.coded(coded)
        return True

    def _make_small(self, now: float) -> None:
        for feed in self._small_feeds.values():
            large = self._feeds[feed.of]
            coded = [] if large.switch.shown is None else feed.make(large.composer.frame, large.changes, now)
            if coded:
                self._output.coded(coded)

    def _show_in_window(self, feed: Feed, now: float, *, changed: bool) -> None:
        places = self._places
        for key, place in places.items():
            if changed or place is not self._shown_in.get(key):
                self._desk.show_in(place, feed.composer.frame, int(now * 1000), feed.changes)
        for key in self._shown_in.keys() - places.keys():
            self._desk.sink.drop(key)
        self._shown_in = places

    def _sources(self) -> dict[SiteId, SourceState]:
        pictures = self._desk.pictures
        found = ((site, pictures.get(site)) for site in self._sites())
        return {
            site: SourceState(picture.frame.width, picture.decoded_at) for site, picture in found if picture is not None
        }

    def _sites(self) -> frozenset[SiteId]:
        """Returns the sites of all scenes, shown and wanted."""
        scenes = (scene for feed in self._feeds.values() for scene in (feed.switch.shown, feed.switch.wanted))
        return frozenset(site for scene in scenes if scene is not None for site in scene.sites)


def _size_of(place: Place) -> tuple[int, int]:
    return place.width, place.height
