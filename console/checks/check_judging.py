"""What the bridge's measurements of one site come to, item by item.

Rules: what could not be measured is said to be unknown, with the reason, and never counts as good. The limits are
those of a site that goes to the podium, and of HD 720p, the picture that the regulations name (Bình Định article 10).
"""

from collections.abc import Callable

from msgspec.structs import replace

from console.checks.check_lines import can_ramp, ramps_allowed
from console.checks.check_messages import SiteLineTested, SiteSoundTested
from console.checks.check_port import LineTested, SoundTested
from console.checks.check_presets import preset_mark
from console.checks.check_run import CheckRun
from console.checks.check_sheet import CheckMark
from console.checks.check_words import CheckItem, CheckResult, CheckWhy
from console.engine_port import SiteSample, StreamSample
from console.state import State, link_of

LEAST_RATE = 15.0
"""Pictures a second below which movement is seen to jerk."""
TONE_DB = -17.0
"""Level at which both ends play their test tone, in dB of full scale."""
LEAST_TONE_DB = TONE_DB - 12
SPEECH_DB, NOISE_DB, SILENCE_DB = -45.0, -75.0, -100.0
"""The loudest moment of a microphone: above the first somebody spoke, below the second it hears no room."""
GOOD_ECHO_DB, LEAST_ECHO_DB = 35.0, 20.0
"""Echo return loss: ITU-T G.131 finds 35 dB tolerable for nearly everybody."""
WHOLE_TONE_FRAMES = 60
"""So much of the test tone has to be played before what comes back says something."""
LEAST_PACKETS = 50
LEAST_SAMPLES = 2


class Measured:
    """One site's measurements, judged."""

    def __init__(self, run: CheckRun, state: State) -> None:
        self.run, self.link, self.rules = run, link_of(state, run.site), state.rules
        self._state = state
        self._judges: dict[CheckItem, Callable[[], CheckMark]] = {
            CheckItem.SOUND_TO_SITE: self._sound_to_site,
            CheckItem.SOUND_FROM_SITE: self._sound_from_site,
            CheckItem.MICROPHONE: self._microphone,
            CheckItem.ECHO: self._echo,
            CheckItem.PICTURE_SIZE: self._picture_size,
            CheckItem.PICTURE_RATE: self._picture_rate,
            CheckItem.LOSS: self._loss,
            CheckItem.JITTER: self._jitter,
            CheckItem.ROUND_TRIP: self._round_trip,
            CheckItem.BANDWIDTH: self._bandwidth_up,
            CheckItem.BANDWIDTH_DOWN: self._bandwidth_down,
            CheckItem.ADDRESS: self._address,
            CheckItem.PRESET: self._preset,
        }

    def marks(self) -> tuple[CheckMark, ...]:
        """Returns a mark for each measured item that was wanted."""
        return tuple(judge() for item, judge in self._judges.items() if item in self.run.items)

    # ------------------------------------------------------------ sound

    def _sound_to_site(self) -> CheckMark:
        item, heard = CheckItem.SOUND_TO_SITE, self.run.heard
        if self.run.on_air:
            return unknown(item, CheckWhy.ON_AIR)
        if not self.can_answer:
            return unknown(item, CheckWhy.CANNOT_ANSWER)
        if heard is None or not self.run.tone_asked:
            return unknown(item, CheckWhy.NO_ANSWER)
        return _tone(item, heard)

    def _sound_from_site(self) -> CheckMark:
        item, sent = CheckItem.SOUND_FROM_SITE, self.run.sent
        if self.no_microphone:
            return _mark(item, CheckResult.NOT_APPLICABLE, why=CheckWhy.NO_MICROPHONE)
        if sent is not None:
            return _tone(item, sent)
        room = self.run.room
        if room is not None and room.frames and room.peak_db is not None and room.peak_db > NOISE_DB:
            return _level(item, CheckResult.OK, room.peak_db)
        if room is not None and not room.frames:
            return _mark(item, CheckResult.FAIL, why=CheckWhy.NOTHING_SENT)
        return unknown(item, CheckWhy.ON_AIR if self.run.on_air else CheckWhy.CANNOT_ANSWER)

    def _microphone(self) -> CheckMark:  # noqa: PLR0911 - one answer per level
        item, room = CheckItem.MICROPHONE, self.run.room
        if self.no_microphone:
            return _mark(item, CheckResult.NOT_APPLICABLE, why=CheckWhy.NO_MICROPHONE)
        if room is None:
            return unknown(item, CheckWhy.NO_ANSWER)
        if not room.frames or room.peak_db is None:
            return _mark(item, CheckResult.FAIL, why=CheckWhy.NOTHING_SENT)
        if room.peak_db <= SILENCE_DB:
            return _level(item, CheckResult.FAIL, room.peak_db, CheckWhy.SILENT)
        if room.peak_db < NOISE_DB:
            return _level(item, CheckResult.FAIL, room.peak_db, CheckWhy.TOO_QUIET)
        if room.peak_db < SPEECH_DB:
            return _level(item, CheckResult.NOT_CHECKED, room.peak_db, CheckWhy.ONLY_NOISE)
        return _level(item, CheckResult.OK, room.peak_db)

    def _echo(self) -> CheckMark:
        item, returned = CheckItem.ECHO, self.run.returned
        if self.no_microphone:
            return _mark(item, CheckResult.NOT_APPLICABLE, why=CheckWhy.NO_MICROPHONE)
        if self.run.on_air and (returned is None or returned.frames < WHOLE_TONE_FRAMES):
            return unknown(item, CheckWhy.ON_AIR)
        room = self.run.room
        deaf = room is None or room.peak_db is None or room.peak_db < NOISE_DB
        loss_db = None if returned is None else _echo_loss(returned)
        if returned is None or not returned.frames or (deaf and loss_db is None):
            return unknown(item, CheckWhy.SILENT if deaf else CheckWhy.NO_ANSWER)
        if loss_db is None:
            if returned.echo_limit_db is not None and returned.echo_limit_db < LEAST_ECHO_DB:
                return unknown(item, CheckWhy.TOO_LOUD)
            # Whoever cannot say that the tone was played has proved nothing by silence.
            proved = self.run.heard is not None and self.run.heard.tone_db is not None
            result = CheckResult.OK if proved else CheckResult.NOT_CHECKED
            return _mark(item, result, why=CheckWhy.NO_ECHO if proved else CheckWhy.CANNOT_ANSWER)
        result = CheckResult.FAIL if loss_db < LEAST_ECHO_DB else CheckResult.OK
        why = CheckWhy.ECHO_FAINT if loss_db < GOOD_ECHO_DB else None
        mark = _level(item, result, loss_db, CheckWhy.ECHO_HEARD if result is CheckResult.FAIL else why, "dB")
        return replace(mark, delay_ms=returned.echo_delay_ms)

    # ------------------------------------------------------------ picture

    def _picture_size(self) -> CheckMark:
        item, sizes = CheckItem.PICTURE_SIZE, [size for sample in self.run.samples if (size := _size(sample))]
        if self.no_camera:
            return _mark(item, CheckResult.NOT_APPLICABLE, why=CheckWhy.NO_CAMERA)
        if not sizes:
            return _mark(item, CheckResult.FAIL, why=CheckWhy.NO_PICTURE)
        width, height = max(sizes)
        enough = width >= self.rules.full_width
        result = CheckResult.OK if enough else CheckResult.FAIL
        return _mark(item, result, f"{width}x{height}", "px", None if enough else CheckWhy.TOO_SMALL)

    def _picture_rate(self) -> CheckMark:
        item = CheckItem.PICTURE_RATE
        if self.no_camera:
            return _mark(item, CheckResult.NOT_APPLICABLE, why=CheckWhy.NO_CAMERA)
        rates = [rate for sample in self._largest() if (rate := _rate(sample)) is not None]
        if not rates:
            return _mark(item, CheckResult.FAIL, why=CheckWhy.NO_PICTURE)
        # The first second with the larger picture holds some of the smaller one's; one late second is no rate.
        rate = sorted(rates)[len(rates) // 2]
        enough = rate >= LEAST_RATE
        why = None if enough else CheckWhy.TOO_FEW
        return _mark(item, CheckResult.OK if enough else CheckResult.FAIL, f"{rate:.1f}", "fps", why)

    def _largest(self) -> list[SiteSample]:
        sizes = [_size(sample) for sample in self.run.samples]
        largest = max((size for size in sizes if size), default=None)
        return [sample for sample, size in zip(self.run.samples, sizes, strict=True) if size and size == largest]

    # ------------------------------------------------------------ line

    def _loss(self) -> CheckMark:
        lost = sum(max(stream.lost, 0) for sample in self.run.samples for stream in _streams(sample))
        expected = lost + sum(stream.packets for sample in self.run.samples for stream in _streams(sample))
        if expected < LEAST_PACKETS:
            return unknown(CheckItem.LOSS, CheckWhy.TOO_FEW_PACKETS)
        ways = [100 * lost / expected]
        for sample in self.run.samples[-LEAST_SAMPLES:]:
            ways += [x for x in (sample.remote_audio_loss_percent, sample.remote_video_loss_percent) if x is not None]
        limits = self.rules.quality_on_air
        return _limited(CheckItem.LOSS, max(ways), "%", limits.loss_warning_percent, limits.loss_error_percent)

    def _jitter(self) -> CheckMark:
        found = [s.jitter_ms for sample in self.run.samples for s in _streams(sample) if s.jitter_ms is not None]
        if not found:
            return unknown(CheckItem.JITTER, CheckWhy.TOO_FEW_PACKETS)
        limits = self.rules.quality_on_air
        middle = sorted(found)[len(found) // 2]
        return _limited(CheckItem.JITTER, middle, "ms", limits.jitter_warning_ms, limits.jitter_error_ms)

    def _round_trip(self) -> CheckMark:
        found = [sample.round_trip_ms for sample in self.run.samples if sample.round_trip_ms is not None]
        if not found:
            return unknown(CheckItem.ROUND_TRIP, CheckWhy.NO_ANSWER)
        limits = self.rules.quality_on_air
        middle = sorted(found)[len(found) // 2]
        return _limited(CheckItem.ROUND_TRIP, middle, "ms", limits.round_trip_warning_ms, limits.round_trip_error_ms)

    def _bandwidth_up(self) -> CheckMark:
        return self._bandwidth(CheckItem.BANDWIDTH, self.run.line_up, self.rules.least_up_kilobits)

    def _bandwidth_down(self) -> CheckMark:
        return self._bandwidth(CheckItem.BANDWIDTH_DOWN, self.run.line_down, self.rules.least_down_kilobits)

    def _bandwidth(self, item: CheckItem, found: SiteLineTested | LineTested | None, least: int) -> CheckMark:
        if found is not None and found.kilobits is not None:
            narrow = found.kilobits < least
            why = CheckWhy.TOO_NARROW if narrow else None if found.full else CheckWhy.AT_LEAST
            return _mark(item, CheckResult.FAIL if narrow else CheckResult.OK, str(found.kilobits), "kbit/s", why)
        if not ramps_allowed(self._state):
            return unknown(item, CheckWhy.OFFICIAL_SESSION)
        if not can_ramp(self._state, self.run.site):
            return unknown(item, CheckWhy.CANNOT_RAMP)
        return unknown(item, CheckWhy.ON_AIR if self.run.on_air else CheckWhy.NO_ANSWER)

    def _address(self) -> CheckMark:
        address = host_of(self.link.address)
        if not address:
            return unknown(CheckItem.ADDRESS, CheckWhy.NO_ANSWER)
        return _mark(CheckItem.ADDRESS, CheckResult.OK, address, "IPv6" if ":" in address else "IPv4")

    def _preset(self) -> CheckMark:
        hello = self.link.hello
        return preset_mark(self._state, self.run, has_presets=hello is None or hello.has_presets)

    # ------------------------------------------------------------ what the site is

    @property
    def can_answer(self) -> bool:
        """Whether the site's program says that it can take part in a sound test."""
        return self.link.hello is not None and self.link.hello.can_test_sound

    @property
    def no_microphone(self) -> bool:
        """Whether the site says that it has none."""
        return self.link.hello is not None and not self.link.hello.has_microphone

    @property
    def no_camera(self) -> bool:
        """Whether the site says that it has none."""
        return self.link.hello is not None and not self.link.hello.has_camera


def _echo_loss(returned: SoundTested) -> float | None:
    """Returns how much quieter the bridge's sound came back: as it was recognised, else by the tone alone.

    Noise suppression may take the noise and leave the tone, or the other way round; the louder of both is heard.
    """
    by_tone = None if returned.tone_db is None else TONE_DB - returned.tone_db
    found = [loss for loss in (returned.echo_loss_db, by_tone) if loss is not None]
    return min(found, default=None)


def unknown(item: CheckItem, why: CheckWhy) -> CheckMark:
    """Returns the mark of an item that could not be measured."""
    return CheckMark(item=item, result=CheckResult.NOT_CHECKED, why=why)


def host_of(address: str) -> str:
    """Returns an address without its port: `10.0.0.5:3000`, `[fd00::5]:3000` or bare."""
    if address.startswith("["):
        return address[1:].partition("]")[0]
    return address.partition(":")[0] if address.count(":") == 1 else address


def _mark(
    item: CheckItem, result: CheckResult, value: str = "", unit: str = "", why: CheckWhy | None = None
) -> CheckMark:
    return CheckMark(item=item, result=result, value=value, unit=unit, why=why)


def _level(
    item: CheckItem, result: CheckResult, value: float, why: CheckWhy | None = None, unit: str = "dBFS"
) -> CheckMark:
    return _mark(item, result, f"{value:.1f}", unit, why)


def _tone(item: CheckItem, told: SoundTested | SiteSoundTested) -> CheckMark:
    if not told.frames:
        return _mark(item, CheckResult.FAIL, why=CheckWhy.NOTHING_SENT)
    if told.tone_db is None:
        return _mark(item, CheckResult.FAIL, why=CheckWhy.NO_TONE)
    if told.tone_db < LEAST_TONE_DB:
        return _level(item, CheckResult.FAIL, told.tone_db, CheckWhy.TOO_QUIET)
    return _level(item, CheckResult.OK, told.tone_db)


def _limited(item: CheckItem, value: float, unit: str, warning: float, error: float) -> CheckMark:
    if value >= error:
        return _mark(item, CheckResult.FAIL, f"{value:.1f}", unit, CheckWhy.OVER_LIMIT)
    return _mark(item, CheckResult.OK, f"{value:.1f}", unit, CheckWhy.BORDERLINE if value >= warning else None)


def _streams(sample: SiteSample) -> list[StreamSample]:
    return [stream for stream in (sample.audio, sample.video) if stream is not None]


def _size(sample: SiteSample) -> tuple[int, int] | None:
    video = sample.video
    return None if video is None or not video.width or not video.height else (video.width, video.height)


def _rate(sample: SiteSample) -> float | None:
    if sample.video is None or sample.video.frames is None or sample.window_ms <= 0:
        return None
    return sample.video.frames * 1000 / sample.window_ms
