"""A worker's part of the meeting: carries out the verbs for its own sites and reports what happens to them.

Rule: everything here runs on the worker's event loop, in short steps; pictures are decoded and composed on threads that
only leave notes. What one worker cannot do alone (one mix, one program) goes through a `Stage`.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterable

from console.checks.check_port import SoundTested, TestLine, TestSound
from console.content.content_port import CONTENT_SOURCE, SetContent, SetContentTakers, SetPresenter
from console.engine_port import (
    AcceptOffer,
    AnyVerb,
    CloseConnection,
    ConnectionDown,
    ConnectionKind,
    ConnectionUp,
    ControlArrived,
    ControlOpened,
    EndAll,
    FullFrameDecoded,
    GatesApplied,
    MediaAged,
    OfferAnswered,
    Report,
    RequestKeyFrame,
    Sampled,
    SendControl,
    SetGains,
    SetGates,
    SetListen,
    SetProgram,
    SetViews,
    ShedLoad,
    SoundDecoded,
    SoundObserved,
    WatchFirstFrame,
)
from console.recordings.recorder_port import KeepPicture, MeasureRecording, SetRecording
from console.words import SiteId
from hardware.engines.embedded.conducts import Conducts, settings_for
from hardware.engines.embedded.connection import Connection
from hardware.engines.embedded.content.presented_content import PresentedContent
from hardware.engines.embedded.decode_pool import DecodePool, DecodeStream
from hardware.engines.embedded.fan_out import FanOut
from hardware.engines.embedded.first_frames import FirstFrames
from hardware.engines.embedded.line_tests import test_line
from hardware.engines.embedded.pictures import PictureDesk
from hardware.engines.embedded.program import program_places
from hardware.engines.embedded.receiver import Receiver
from hardware.engines.embedded.scene import return_scene
from hardware.engines.embedded.site_media import SiteMedia, sample_connection
from hardware.engines.embedded.sparing import Sparing
from hardware.engines.embedded.stage_port import Stage
from hardware.rtc.media_types import CAMERA_SECTION, AudioPacket, VideoUnit
from hardware.rtc.peer import Peer, PeerSettings

MOST_JOINS_AT_ONCE = 12
"""Further offers wait: a DTLS handshake holds the loop for about a millisecond."""


class Room:
    """All sites of one worker; implements `ConnectionOwner`."""

    def __init__(
        self,
        *,
        tell: Callable[[Report], None],
        settings: PeerSettings,
        desk: PictureDesk,
        pool: DecodePool,
    ) -> None:
        self._tell, self._settings = tell, settings
        self._desk, self._pool = desk, pool
        self._loop = asyncio.get_running_loop()
        self._connections: dict[tuple[SiteId, str], Connection] = {}
        self._sites: dict[SiteId, SiteMedia] = {}
        self._firsts = FirstFrames()
        self._presented = PresentedContent(self._sites, self._pass_content)
        self.joins = 0
        """Connections that ever came up."""
        self._joining = asyncio.Semaphore(MOST_JOINS_AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._open: frozenset[SiteId] = frozenset()
        self._sparing, self._conducts = Sparing(desk), Conducts(tell)
        self._program: SetProgram | None = None
        self._stage: Stage | None = None
        self._fan_out: FanOut | None = None

    def take_stage(self, stage: Stage, fan_out: FanOut) -> None:
        """Says where mix and program are made; comes before anything else."""
        self._stage, self._fan_out = stage, fan_out

    # ------------------------------------------------ verbs

    def carry_out(self, verb: AnyVerb) -> None:  # noqa: C901, PLR0912 - one arm for each verb
        """Does what a verb wants for our own sites."""
        match verb:
            case AcceptOffer():
                self._keep(self._accept(verb))
            case CloseConnection():
                self._close(verb)
            case SetGates():
                self._set_gates(verb)
            case SetListen():
                self.stage.set_listen(verb)
                self._follow_sound_wishes()
            case TestSound():
                self.stage.test_sound(verb)
            case TestLine():
                test_line(verb, self._sites.get(verb.site), self._tell)
            case SetGains():
                self.stage.set_gains(verb)
            case SetProgram():
                self._set_program(verb)
            case SendControl():
                self._send_control(verb)
            case RequestKeyFrame():
                self.ask_key_frame(verb.site)
            case WatchFirstFrame():
                self._watch(verb)
            case SetViews():
                self._desk.show(verb.tiles, verb.on_deck)
                self._desk.show_content(verb.further_program)
                self.stage.show_program(program_places(verb))
            case SetRecording() | MeasureRecording() | KeepPicture() | SetContent():
                """The driver's own: recorders and players are no workers."""
            case SetPresenter():
                self.stage.change_presenter()
                self._presented.choose(verb.site)
            case SetContentTakers():
                self.fan_out.give_content_to(frozenset(verb.sites))
            case ShedLoad():
                self._sparing.shed(verb.steps)
            case EndAll():
                for connection in list(self._connections.values()):
                    self._hang_up(connection, "the meeting was ended")

    @property
    def stage(self) -> Stage:
        assert self._stage is not None
        return self._stage

    @property
    def fan_out(self) -> FanOut:
        assert self._fan_out is not None
        return self._fan_out

    async def _accept(self, verb: AcceptOffer) -> None:
        connection = Connection(verb.site, verb.connection, verb.kind, self)
        key = (verb.site, verb.connection)
        former = self._connections.get(key)
        if former is not None:
            self._hang_up(former, "the same connection was offered again")
        self._connections[key] = connection
        answer, error = None, None
        try:
            async with self._joining:
                settings = settings_for(verb, self._settings)
                connection.peer, answer = await Peer.answer(verb.offer_sdp, settings=settings, events=connection)
        except (ValueError, OSError) as problem:
            error = str(problem)
            connection.ended = True
            self._connections.pop(key, None)
        if connection.ended and connection.peer is not None:
            await connection.peer.close()
        self._tell(OfferAnswered(at_ms=now_ms(), request_id=verb.request_id, answer_sdp=answer, error=error))

    def _close(self, verb: CloseConnection) -> None:
        connection = self._connections.get((verb.site, verb.connection))
        if connection is not None:
            self._hang_up(connection, "closed by the bridge")

    def _hang_up(self, connection: Connection, text: str) -> None:
        peer = connection.peer
        connection.end(text)
        if peer is not None:
            self._keep(peer.close())

    def close_gates_except(self, sites: Iterable[SiteId]) -> None:
        """Closes at once what a `SetGates` further back in the line will close."""
        self._open &= frozenset(sites)
        self.stage.set_gates(self._open)

    def _set_gates(self, verb: SetGates) -> None:
        self._open = frozenset(verb.open_sites)
        self.stage.set_gates(self._open)
        own = tuple(sorted(self._open & self._sites.keys()))
        self._tell(GatesApplied(at_ms=now_ms(), epoch=verb.epoch, open_sites=own))
        self._follow_sound_wishes()

    def _follow_sound_wishes(self) -> None:
        wanted = self.stage.wanted_sound
        for site, media in self._sites.items():
            if media.connection.peer is not None:
                media.connection.peer.set_audio_wanted(site in wanted)

    def _set_program(self, verb: SetProgram) -> None:
        self._program = verb
        self.stage.set_program(verb)
        self.fan_out.give_return_feed_to(None if return_scene(verb) is None else verb.podium_site)
        sites = self._program_sites()
        for site, media in self._sites.items():
            media.stream.urgent = site in sites
        self._sparing.choose(self._sites.values(), sites, time.monotonic())

    def _program_sites(self) -> frozenset[SiteId]:
        program = self._program
        if program is None:
            return frozenset()
        back = () if program.return_site is None else (program.return_site,)
        return frozenset((*program.slots, *back))

    def _send_control(self, verb: SendControl) -> None:
        connection = self._connections.get((verb.site, verb.connection))
        if connection is not None and connection.peer is not None:
            connection.peer.send_control(verb.text)

    def _decoder_needs_key(self, stream: DecodeStream) -> None:
        """Called on any thread."""
        self._loop.call_soon_threadsafe(self.ask_key_frame, stream.site)

    def ask_key_frame(self, site: SiteId) -> None:
        """Asks one of our own sites for a key frame, or who presents the content; others are left alone."""
        if site == CONTENT_SOURCE:
            self._presented.ask_key_frame()
        media = self._sites.get(site)
        if media is not None:
            media.ask_key_frame()

    def _watch(self, verb: WatchFirstFrame) -> None:
        self._firsts.watch(verb)
        self._desk.watched = self._firsts.sites_without_picture()
        media = self._sites.get(verb.site)
        if media is not None and media.connection.kind is ConnectionKind.DEVICE:
            media.ask_key_frame()

    # ------------------------------------------------ what connections tell

    def connection_up(self, connection: Connection, remote_address: str) -> None:
        peer = connection.peer
        assert peer is not None
        if connection.sends:
            self._replace_sender(connection)
        connection.receiver = Receiver(connection.site, peer, peer.video_codec_out)
        self.fan_out.add(connection.receiver)
        self.joins += 1
        self._tell(
            ConnectionUp(
                at_ms=now_ms(),
                site=connection.site,
                connection=connection.connection_id,
                kind=connection.kind,
                remote_address=remote_address,
            )
        )
        if connection.sends:
            self.ask_key_frame(connection.site)

    def _replace_sender(self, connection: Connection) -> None:
        """The newest connection of a site is its sender; its gate is closed until the bridge says otherwise.

        The former one stays up until the bridge closes it, so that the program behind it can still be told why.
        """
        site = connection.site
        former = self._sites.get(site)
        if former is not None:
            self._detach(former)
        self._open -= {site}
        self.stage.start_site_anew(site)
        stream = self._pool.open(site, self._decoder_needs_key)
        stream.urgent = site in self._program_sites()
        self._sites[site] = SiteMedia(site, connection, stream, time.monotonic())
        self._follow_sound_wishes()

    def _detach(self, media: SiteMedia) -> None:
        """Takes a site's media from its connection, which no longer gets the program either."""
        del self._sites[media.site]
        self._pool.close_stream(media.stream)
        self._desk.forget(media.site)
        if media.connection.receiver is not None:
            self.fan_out.remove(media.connection.receiver)

    def connection_down(self, connection: Connection, text: str) -> None:
        self._connections.pop((connection.site, connection.connection_id), None)
        if connection.receiver is not None:
            self.fan_out.remove(connection.receiver)
        media = self._sites.get(connection.site)
        if media is not None and media.connection is connection:
            self._detach(media)
            self.stage.start_site_anew(connection.site)
            self._open -= {connection.site}
        # Also for one that never came up: the text says why (no UDP, a wrong certificate).
        self._tell(ConnectionDown(at_ms=now_ms(), site=connection.site, connection=connection.connection_id, text=text))

    def control_opened(self, connection: Connection) -> None:
        self._tell(ControlOpened(at_ms=now_ms(), site=connection.site, connection=connection.connection_id))

    def control_arrived(self, connection: Connection, text: str) -> None:
        self._tell(ControlArrived(at_ms=now_ms(), site=connection.site, connection=connection.connection_id, text=text))

    def video_arrived(self, connection: Connection, unit: VideoUnit) -> None:
        media = self._sites.get(connection.site)
        if media is None or media.connection is not connection:
            return
        if unit.section != CAMERA_SECTION:
            self._presented.take(connection.site, unit)
        elif media.picture_arrived(unit):
            self.stage.video_arrived(connection.site, unit)

    def _pass_content(self, unit: VideoUnit) -> None:
        self.stage.content_arrived(unit)

    def audio_arrived(self, connection: Connection, packet: AudioPacket) -> None:
        media = self._sites.get(connection.site)
        if media is not None and media.connection is connection:
            self.stage.audio_arrived(connection.site, packet)

    def key_frame_wanted(self, connection: Connection, section: int) -> None:
        if connection.receiver is not None:
            self.fan_out.key_frame_wanted(connection.receiver, section)

    # ------------------------------------------------ what decoders tell

    def picture_seen(self, site: SiteId, width: int, height: int) -> None:
        """Takes a decoded picture of a watched site."""
        for request_id in self._firsts.picture_decoded(site, width):
            self._tell(FullFrameDecoded(at_ms=now_ms(), request_id=request_id, site=site, width=width, height=height))
        self._desk.watched = self._firsts.sites_without_picture()

    def sound_heard(self, site: SiteId, level_db: float | None) -> None:
        """Takes a frame of sound that was decoded or, among very many open sites, passed over."""
        media = self._sites.get(site)
        if media is None:
            return
        for request_id in self._firsts.sound_decoded(site):
            self._tell(SoundDecoded(at_ms=now_ms(), request_id=request_id, site=site))
        if media.sound.heard(level_db, 0, time.monotonic()):
            self._tell_sound(media)

    def sound_tested(self, report: SoundTested) -> None:
        """Takes what a sound test came to; the worker that has the site tells it."""
        if report.site in self._sites:
            self._tell(report)

    # ------------------------------------------------ rhythms

    def look(self) -> None:
        """Ten times a second: key frames still missing, ages, sound that is not decoded, devices without rungs."""
        now = time.monotonic()
        decoded = self.stage.wanted_sound
        self.fan_out.ask_again()
        self._presented.ask_again()
        for media in self._sites.values():
            media.ask_again()
            counters = media.counters()
            if media.grew_old(counters, now):
                self._tell(MediaAged(at_ms=now_ms(), site=media.site, old=media.age.old, lost=media.age.lost))
            changed = media.sound.step(now) if media.site in decoded else media.look_at_packets(counters, now)
            if changed:
                self._tell_sound(media)
        self._sparing.choose(self._sites.values(), self._program_sites(), now)
        self._conducts.look(self._sites, now)

    def sample(self) -> None:
        """Once a second: what every connection carried."""
        now = time.monotonic()
        samples = [media.sample(now, self.stage.sound_frames(site)) for site, media in self._sites.items()]
        samples += [
            sample_connection(connection, now)
            for connection in self._connections.values()
            if connection.is_up and not connection.sends
        ]
        self._tell(Sampled(at_ms=now_ms(), samples=tuple(samples)))
        self.fan_out.look_at_lines(now)

    def _tell_sound(self, media: SiteMedia) -> None:
        sound = media.sound
        self._tell(SoundObserved(at_ms=now_ms(), site=media.site, sounding=sound.sounding, level_db=sound.level_db))

    # ------------------------------------------------ tasks of our own

    def _keep(self, work: Coroutine[object, object, None]) -> None:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Ends every connection; waits for those that are being closed."""
        for connection in list(self._connections.values()):
            self._hang_up(connection, "the bridge ends")
        await asyncio.gather(*self._tasks, return_exceptions=True)


def now_ms() -> int:
    return time.monotonic_ns() // 1_000_000
