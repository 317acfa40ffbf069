"""How good a site's line is: windows of packets, verdicts with hysteresis, and the loss before the podium.

Rule: unknown is None and never looks good. A stream's window closes at 200 expected packets or after 15 s; a window
with too few packets is no data. A worse quality is entered on two of three windows, left after 15 s without one.
"""

import msgspec
from msgspec.structs import replace

from console.engine_port import SiteSample, StreamSample
from console.rules import QualityRules, Rules
from console.sites.site_messages import ReceptionReported
from console.snapshot import LineQuality, LineView

RANK = {LineQuality.NO_DATA: 0, LineQuality.GOOD: 1, LineQuality.WARNING: 2, LineQuality.ERROR: 3}
JITTERS = ("audio_jitter", "video_jitter")
SHOWN_LEAST_PACKETS = 100
"""Of fewer packets in a direction no loss is shown."""
NOT_LOSS = (*JITTERS, "round_trip")


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One measured figure of a line (loss of a stream, jitter, round trip) and its verdict."""

    quality: LineQuality = LineQuality.NO_DATA
    value: float | None = None
    """Of the last closed window."""
    packets: int = 0
    verdicts: tuple[LineQuality, ...] = ()
    """Of the last three windows."""
    bad_ms: int = 0
    """When a window was last as bad as the quality says."""


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """An open window of a received stream."""

    started_ms: int
    expected: int = 0
    lost: int = 0
    jitter_sum: float = 0.0
    jitter_count: int = 0


class Second(msgspec.Struct, frozen=True):
    """One sample's packets, kept for the loss over the last 20 s: what came from the site, and what was sent to it."""

    at_ms: int
    expected: int
    lost: int
    sent: int = 0
    sent_lost: int = 0


class LineHealth(msgspec.Struct, frozen=True, kw_only=True):
    """What is measured of one site's line."""

    figures: dict[str, Figure] = {}
    windows: dict[str, Window] = {}
    seconds: tuple[Second, ...] = ()
    sample: SiteSample | None = None
    reception: ReceptionReported | None = None


EMPTY = LineHealth()


def take_sample(
    health: LineHealth, sample: SiteSample, rules: Rules, thresholds: QualityRules, at_ms: int
) -> LineHealth:
    """Returns the health with one more sample of the engine (one a second)."""
    figures = dict(health.figures)
    windows = dict(health.windows)
    for name, stream in (("audio", sample.audio), ("video", sample.video)):
        if stream is None:
            continue
        window = _add(windows.get(name) or Window(started_ms=at_ms - sample.window_ms), stream)
        windows[name] = window
        if window.expected >= rules.window_packets or at_ms - window.started_ms >= rules.window_ms:
            del windows[name]
            _judge_window(figures, name, window, rules, thresholds, at_ms)
    losses = {"audio_sent": sample.remote_audio_loss_percent, "video_sent": sample.remote_video_loss_percent}
    _judge_losses(figures, losses, rules, thresholds, at_ms)
    if sample.round_trip_ms is not None:
        limits = (thresholds.round_trip_warning_ms, thresholds.round_trip_error_ms)
        figures["round_trip"] = _judge(figures.get("round_trip"), sample.round_trip_ms, limits, rules, at_ms)
    seconds = _seconds(health, sample, rules, at_ms)
    return LineHealth(figures=figures, windows=windows, seconds=seconds, sample=sample, reception=health.reception)


def take_reception(
    health: LineHealth, reception: ReceptionReported, rules: Rules, thresholds: QualityRules, at_ms: int
) -> LineHealth:
    """Returns the health with what the site itself measures of the program it receives."""
    figures = dict(health.figures)
    losses = {"audio_received": reception.audio_loss_percent, "video_received": reception.video_loss_percent}
    _judge_losses(figures, losses, rules, thresholds, at_ms)
    return replace(health, figures=figures, reception=reception)


def recent_loss(health: LineHealth, rules: Rules, at_ms: int) -> tuple[float | None, int]:
    """Returns loss in percent (None: too few packets to say) and the expected packets over the last 20 s."""
    since_ms = at_ms - rules.preflight_window_ms
    expected = sum(second.expected for second in health.seconds if second.at_ms > since_ms)
    lost = sum(second.lost for second in health.seconds if second.at_ms > since_ms)
    if expected < rules.preflight_least_packets:
        return None, expected
    return 100.0 * lost / expected, expected


def _shown_loss(health: LineHealth, worst: Figure) -> Figure:
    """Returns the loss that a window shows: of the worse direction over the last 20 s, all its streams together.

    The worst of several short windows, by which a line is judged, would show far more than the line loses.
    """
    directions = (
        (sum(second.lost for second in health.seconds), sum(second.expected for second in health.seconds)),
        (sum(second.sent_lost for second in health.seconds), sum(second.sent for second in health.seconds)),
    )
    counted = [(100.0 * lost / expected, expected) for lost, expected in directions if expected >= SHOWN_LEAST_PACKETS]
    if worst.value is None or not counted:
        return worst
    percent, packets = max(counted)
    return replace(worst, value=percent, packets=packets)


def worst_quality(health: LineHealth) -> LineQuality:
    """Returns the quality that the worst figure of a line sets."""
    return max((figure.quality for figure in health.figures.values()), key=RANK.__getitem__, default=Figure().quality)


def line_view(health: LineHealth) -> LineView:
    """Returns what a window shows of the line: its worst figure decides the quality."""
    worst_name, worst = None, Figure()
    for name, figure in health.figures.items():
        if RANK[figure.quality] > RANK[worst.quality]:
            worst_name, worst = name, figure
    losses = [figure for name, figure in health.figures.items() if name not in NOT_LOSS and figure.value is not None]
    loss = max(losses, key=lambda figure: figure.value or 0.0, default=Figure())
    loss = _shown_loss(health, loss)
    jitters = [figure.value for name, figure in health.figures.items() if name in JITTERS and figure.value is not None]
    video = None if health.sample is None else health.sample.video
    reception = health.reception
    return LineView(
        quality=worst.quality,
        loss_percent=_rounded(loss.value),
        jitter_ms=_rounded(max(jitters, default=None)),
        round_trip_ms=_rounded(health.figures.get("round_trip", Figure()).value),
        kilobits=_kilobits(health.sample),
        packets_in_window=loss.packets,
        width=None if video is None else video.width,
        height=None if video is None else video.height,
        sound_bridged_frames=None if reception is None else reception.sound_bridged_frames,
        sound_skipped_frames=None if reception is None else reception.sound_skipped_frames,
        frames_per_second=_frame_rate(health.sample),
        heard=None if health.sample is None else health.sample.sound,
        worst=_kind_of(worst_name),
    )


def _kind_of(name: str | None) -> str | None:
    if name is None or name == "round_trip":
        return name
    return "jitter" if name in JITTERS else "loss"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _kilobits(sample: SiteSample | None) -> int | None:
    if sample is None or sample.window_ms <= 0:
        return None
    streams = [stream for stream in (sample.audio, sample.video) if stream is not None]
    return sum(stream.bytes for stream in streams) * 8 // sample.window_ms if streams else None


def _frame_rate(sample: SiteSample | None) -> float | None:
    if sample is None or sample.video is None or sample.video.frames is None or sample.window_ms <= 0:
        return None
    return round(sample.video.frames * 1000 / sample.window_ms, 1)


def _add(window: Window, stream: StreamSample) -> Window:
    lost = max(stream.lost, 0)
    return replace(
        window,
        expected=window.expected + stream.packets + lost,
        lost=window.lost + lost,
        jitter_sum=window.jitter_sum + (stream.jitter_ms or 0.0),
        jitter_count=window.jitter_count + (stream.jitter_ms is not None),
    )


def _judge_losses(
    figures: dict[str, Figure],
    losses: dict[str, float | None],
    rules: Rules,
    thresholds: QualityRules,
    at_ms: int,
) -> None:
    """Judges losses that arrive as percent of an interval which the other end counted."""
    limits = (thresholds.loss_warning_percent, thresholds.loss_error_percent)
    for name, percent in losses.items():
        if percent is not None:
            figures[name] = _judge(figures.get(name), percent, limits, rules, at_ms)


def _judge_window(
    figures: dict[str, Figure], name: str, window: Window, rules: Rules, thresholds: QualityRules, at_ms: int
) -> None:
    if window.expected < rules.window_least_packets:
        figures[name] = Figure(packets=window.expected)
        figures.pop(f"{name}_jitter", None)
        return
    limits = (thresholds.loss_warning_percent, thresholds.loss_error_percent)
    loss = 100.0 * window.lost / window.expected
    figures[name] = replace(_judge(figures.get(name), loss, limits, rules, at_ms), packets=window.expected)
    if window.jitter_count:
        limits = (thresholds.jitter_warning_ms, thresholds.jitter_error_ms)
        jitter = window.jitter_sum / window.jitter_count
        figures[f"{name}_jitter"] = _judge(figures.get(f"{name}_jitter"), jitter, limits, rules, at_ms)


def _judge(figure: Figure | None, value: float, limits: tuple[float, float], rules: Rules, at_ms: int) -> Figure:
    """Returns the figure with one more window: worse on two of three, better after a clean time."""
    figure = figure or Figure()
    warning, error = limits
    verdict = LineQuality.GOOD
    if value >= warning:
        verdict = LineQuality.ERROR if value >= error else LineQuality.WARNING
    verdicts = (*figure.verdicts, verdict)[-3:]
    agreed = _second_worst(verdicts)
    quality, bad_ms = figure.quality, figure.bad_ms
    if RANK[verdict] >= RANK[quality]:
        bad_ms = at_ms
    if RANK[agreed] > RANK[quality] or at_ms - bad_ms >= rules.clean_after_ms:
        quality, bad_ms = agreed, at_ms
    return Figure(quality=quality, value=value, verdicts=verdicts, bad_ms=bad_ms)


def _second_worst(verdicts: tuple[LineQuality, ...]) -> LineQuality:
    """Returns what at least two of the last three windows reach; a single window proves only that there is data."""
    ordered = sorted(verdicts, key=lambda quality: RANK[quality], reverse=True)
    return ordered[1] if len(ordered) > 1 else LineQuality.GOOD


def _seconds(health: LineHealth, sample: SiteSample, rules: Rules, at_ms: int) -> tuple[Second, ...]:
    streams = [stream for stream in (sample.audio, sample.video) if stream is not None]
    lost = sum(max(stream.lost, 0) for stream in streams)
    expected = lost + sum(stream.packets for stream in streams)
    since_ms = at_ms - rules.preflight_window_ms
    kept = tuple(second for second in health.seconds if second.at_ms > since_ms)
    sent, sent_lost = (0, 0) if sample.sent is None else (sample.sent.packets + sample.sent.lost, sample.sent.lost)
    return (*kept, Second(at_ms, expected, lost, sent, sent_lost))
