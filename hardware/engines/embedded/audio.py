"""The sound of the meeting: decodes who is heard or listened to, mixes every 20 ms, codes each different mix once.

Rule: lives on the event loop, in the same turn as the gates, so a closed gate is out of the very next frame. All silent
sites share one coded packet. Sound of a site that is neither open nor listened to is never decoded. What goes to the
headphones is a copy, before the mix for a site and after it for the program.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from console.checks.check_port import SoundTested, TestSound
from console.engine_port import SoundFrames
from console.words import SiteId
from hardware.engines.embedded.auto_level import AutoLevel
from hardware.engines.embedded.echo_watch import EchoWatch
from hardware.engines.embedded.mixer import FRAME_SAMPLES, Gain, Mixer, Sound, level_db, peak_db
from hardware.engines.embedded.sinks import HeadphonesSink, LevelSink
from hardware.engines.embedded.sound_source import CodedSound, MixCoder, SoundSource
from hardware.engines.embedded.sound_tests import SoundTests
from hardware.engines.embedded.speakers import SpeakerChoice
from hardware.rtc.media_types import AudioPacket

LEVEL_FRAMES = 5
"""Levels are shown ten times a second."""
PARTING_FRAMES = 25
"""So long a site that left the mix keeps its own coder."""


@dataclass(frozen=True, slots=True)
class MixedFrame:
    """20 ms for everybody: `own` holds the mixes of those who are in the mix, all others get `common`."""

    rtp_time: int
    common: CodedSound
    own: Mapping[SiteId, CodedSound]


@dataclass(slots=True)
class AudioOutput:
    """Where the room leaves its results; all called on the loop."""

    mixed: Callable[[MixedFrame], None] | None
    """Takes what everybody hears; None for a worker that decodes but does not mix."""
    heard: Callable[[SiteId, float | None], None]
    """A site's frame was taken, with its level; None when it was not decoded and the sender says none."""
    tested: Callable[[SoundTested], None] = lambda _report: None
    """A sound test ended."""
    echo: EchoWatch | None = None
    """Takes what the sites in the mix send and are sent."""


@dataclass(slots=True)
class OwnMix:
    """The coder of one site's own mix, and for how many frames it is still needed."""

    coder: MixCoder = field(default_factory=MixCoder)
    frames_left: int = PARTING_FRAMES


class AudioRoom:
    """Gates, sources and mixes; `tick` is called by `MixClock`."""

    def __init__(self, output: AudioOutput, levels: LevelSink, headphones: HeadphonesSink | None) -> None:
        self._output = output
        self._levels = levels
        self._headphones = headphones
        self._sources: dict[SiteId, SoundSource] = {}
        self._open: frozenset[SiteId] = frozenset()
        self._measured: frozenset[SiteId] = frozenset()
        self._headphones_site: SiteId | None = None
        self._headphones_program = False
        self._gains: dict[SiteId, Gain] = {}
        self._auto: dict[SiteId, AutoLevel] = {}
        self._choice = SpeakerChoice()
        self._mixer = Mixer()
        self._common = MixCoder()
        self._own: dict[SiteId, OwnMix] = {}
        self._frame = 0
        self._tests = SoundTests(output.tested)

    @property
    def open_sites(self) -> frozenset[SiteId]:
        return self._open

    @property
    def decoded_sites(self) -> frozenset[SiteId]:
        """Everybody whose packets are wanted."""
        wanted = self._open | self._measured
        return wanted if self._headphones_site is None else wanted | {self._headphones_site}

    def set_gates(self, sites: Iterable[SiteId]) -> None:
        """Opens exactly these; what of the others has arrived already is never mixed."""
        self._open = frozenset(sites)
        self._tests.end(self._open)
        self._follow_wishes()

    def set_listen(self, measured: Iterable[SiteId], headphones_site: SiteId | None, *, program: bool = False) -> None:
        """Decodes these for their level, and one (or the common mix) for the headphones; never touches the mix."""
        self._measured, self._headphones_site = frozenset(measured), headphones_site
        self._headphones_program = program
        self._follow_wishes()

    def test_sound(self, verb: TestSound) -> None:
        """Measures one listened site for some time, and plays a tone to it alone if one is named."""
        self._tests.begin(verb, self._open)

    def set_gains(self, gains_db: Mapping[SiteId, int], automatic: Iterable[SiteId] = ()) -> None:
        """Makes these sites louder or quieter, some of them automatically, before anything else is done with them."""
        wanted = frozenset(automatic)
        self._auto = {site: self._auto.get(site) or AutoLevel() for site in wanted}
        for site in self._gains.keys() | gains_db.keys():
            self._gains.setdefault(site, Gain()).factor = 10 ** (gains_db.get(site, 0) / 20)

    def start_anew(self, site: SiteId) -> None:
        """Forgets what a site's former connection sent, and closes its gate."""
        self._tests.end((site,))
        self._sources.pop(site, None)
        self.set_gates(self._open - {site})

    def renew(self, site: SiteId) -> None:
        """Forgets what a site's former connection sent; its gate stays as it is."""
        if site in self._sources:
            self._sources[site] = SoundSource()

    def sound_frames(self, site: SiteId) -> SoundFrames | None:
        """Returns what became of a site's frames since it is heard, None while it is not."""
        source = self._sources.get(site)
        return None if source is None else source.frames()

    def packet_arrived(self, site: SiteId, packet: AudioPacket) -> None:
        """Takes a packet of a decoded site; everybody else's is dropped here."""
        source = self._sources.get(site)
        if source is not None:
            source.push(packet)

    def _follow_wishes(self) -> None:
        wanted = self.decoded_sites
        for site in self._sources.keys() - wanted:
            del self._sources[site]
            self._levels.write(site, None, None, 0)
        for site in wanted - self._sources.keys():
            self._sources[site] = SoundSource()

    def tick(self, now: float, skipped_frames: int) -> None:
        """Makes one frame; `skipped_frames` are those that came too late to be made."""
        self._frame += 1 + skipped_frames
        mixed = self._choice.choose({site: self._sources[site].loudness_db for site in self._open})
        sounds: dict[SiteId, Sound | None] = dict.fromkeys(mixed)
        for site, source in self._sources.items():
            if site in mixed or site not in self._open or site == self._headphones_site or not source.says_level:
                sound = self._pull(site, source, now)
                if site in mixed:
                    sounds[site] = sound
                if sound is not None:
                    self._use(site, source, sound)
            elif source.skip(now):
                self._output.heard(site, source.level_db)
        if self._frame % LEVEL_FRAMES == 0:
            self._show_levels(now)
        if self._output.mixed is not None:
            self._output.mixed(self._mix(sounds))
        self._tests.pass_frames(1 + skipped_frames)

    def _pull(self, site: SiteId, source: SoundSource, now: float) -> Sound | None:
        sound, gain = source.pull(now), self._gains.get(site)
        if sound is not None:
            self._tests.hear(site, sound)
            level = self._auto.get(site)
            sound = sound if level is None else level.apply(sound)
        return sound if sound is None or gain is None else gain.apply(sound)

    def _use(self, site: SiteId, source: SoundSource, sound: Sound) -> None:
        level = source.level_db = level_db(sound)
        source.peak_db = max(peak_db(sound), source.peak_db if source.peak_db is not None else -127.0)
        self._output.heard(site, level)
        if site == self._headphones_site and self._headphones is not None:
            self._headphones.write(sound.tobytes(), site)

    def _mix(self, sounds: Mapping[SiteId, Sound | None]) -> MixedFrame:
        common, minus = self._mixer.mix(sounds)
        if self._output.echo is not None:
            self._output.echo.pass_frame(sounds, minus)
        if self._headphones_program and self._headphones is not None:
            self._headphones.write(common.tobytes(), None)
        return MixedFrame(
            rtp_time=self._frame * FRAME_SAMPLES & 0xFFFFFFFF,
            common=self._common.code(common),
            own=self._code_own(common, self._tests.own_mixes(common, minus)),
        )

    def _code_own(self, common: Sound, minus: Mapping[SiteId, Sound]) -> dict[SiteId, CodedSound]:
        """Codes each own mix, and for those who have just left the mix the common one, with the coder they had.

        A decoder follows one coder: fed from another one at once, it takes what is quiet for loud and rings on for two
        more frames with the sound that was to be gone.
        """
        for site in minus:
            self._own.setdefault(site, OwnMix()).frames_left = PARTING_FRAMES
        coded = {site: own.coder.code(minus.get(site, common)) for site, own in self._own.items()}
        for own in self._own.values():
            own.frames_left -= 1
        self._own = {site: own for site, own in self._own.items() if own.frames_left > 0}
        return coded

    def _show_levels(self, now: float) -> None:
        for site, source in self._sources.items():
            self._levels.write(site, source.level_db, source.peak_db, int(now * 1000))
            source.peak_db = None
