"""Made-up meetings as snapshots, for screenshots and widget tests: real views, invented names and figures."""

from dataclasses import dataclass, field

import msgspec

from console.floor.floor_facts import FloorRequest
from console.snapshot import (
    AlarmView,
    AnyView,
    EngineView,
    Fact,
    FloorView,
    LineQuality,
    LineView,
    LogTailLine,
    LogView,
    MicrophoneView,
    OnDeckView,
    PodiumView,
    SessionView,
    SilenceView,
    SiteView,
    UndoView,
    Whole,
)
from console.words import (
    AlarmKind,
    Answer,
    CauseKind,
    FloorSource,
    FloorUrgency,
    Layout,
    LinkState,
    PodiumPhase,
    RehearsalState,
    SessionKind,
    Severity,
    SiteRole,
)

NOW_MS = 1_795_229_652_000
"""A fixed moment."""

NAMES = (  # noqa: SIM905 a list of a hundred names would fill the screen
    "Phường Buôn Ma Thuột|Phường Tân Lập|Phường Tân An|Phường Thành Nhất|Phường Ea Kao|Xã Ea Drông"
    "|Phường Buôn Hồ|Phường Cư Bao|Xã Ea Súp|Xã Ea Rốk|Xã Ea Bung|Xã Ya Tờ Mốt|Xã Ea Wer|Xã Ea Nuôl"
    "|Xã Buôn Đôn|Xã Ea Kiết|Xã Ea M'Droh|Xã Quảng Phú|Xã Cuôr Đăng|Xã Cư M'gar|Xã Ea Tul"
    "|Xã Pơng Drang|Xã Krông Búk|Xã Cư Pơng|Xã Ea Khăl|Xã Ea Drăng|Xã Ea Wy|Xã Ea H'leo|Xã Ea Hiao"
    "|Xã Krông Năng|Xã Dliê Ya|Xã Tam Giang|Xã Phú Xuân|Xã Krông Pắc|Xã Ea Knuếc|Xã Tân Tiến"
    "|Xã Ea Phê|Xã Ea Kly|Xã Vụ Bổn|Xã Ea Kar|Xã Ea Ô|Xã Ea Knốp|Xã Cư Yang|Xã Ea Păl|Xã M'Drắk"
    "|Xã Ea Riêng|Xã Cư M'ta|Xã Krông Á|Xã Cư Prao|Xã Ea Trang|Xã Hòa Sơn|Xã Dang Kang|Xã Krông Bông"
    "|Xã Yang Mao|Xã Cư Pui|Xã Liên Sơn Lắk|Xã Đắk Liêng|Xã Nam Ka|Xã Đắk Phơi|Xã Krông Nô|Xã Ea Ning"
    "|Xã Dray Bhăng|Xã Ea Ktur|Xã Krông Ana|Xã Dur Kmăl|Xã Ea Na|Phường Tuy Hòa|Phường Phú Yên"
    "|Phường Bình Kiến|Xã Xuân Thọ|Xã Xuân Cảnh|Xã Xuân Lộc|Phường Xuân Đài|Phường Sông Cầu"
    "|Xã Hòa Xuân|Phường Đông Hòa|Phường Hòa Hiệp|Xã Tuy An Bắc|Xã Tuy An Đông|Xã Ô Loan"
    "|Xã Tuy An Nam|Xã Tuy An Tây|Xã Phú Hòa 1|Xã Phú Hòa 2|Xã Tây Hòa|Xã Hòa Thịnh|Xã Hòa Mỹ"
    "|Xã Sơn Thành|Xã Sơn Hòa|Xã Vân Hòa|Xã Tây Sơn|Xã Suối Trai|Xã Ea Ly|Xã Ea Bá|Xã Đức Bình"
    "|Xã Sông Hinh|Xã Xuân Lãnh|Xã Phú Mỡ|Xã Xuân Phước|Xã Đồng Xuân"
).split("|")


def site_id(number: int) -> str:
    return f"s{number:03}"


def closed_microphone() -> MicrophoneView:
    return MicrophoneView(
        commanded=Fact.CLOSED,
        commanded_ms=NOW_MS - 780_000,
        reported=Fact.CLOSED,
        reported_ms=NOW_MS - 2_000,
        observed=Fact.CLOSED,
        observed_ms=NOW_MS - 300,
        may_open=False,
        violation=False,
    )


def open_microphone(**changes: object) -> MicrophoneView:
    values = {"commanded": Fact.OPEN, "reported": Fact.OPEN, "observed": Fact.OPEN, "may_open": True} | changes
    return msgspec.structs.replace(closed_microphone(), **values)


def site_view(number: int, **changes: object) -> SiteView:
    """Returns a healthy, silent site; `changes` replace fields."""
    view = SiteView(
        site=site_id(number),
        number=number,
        name=NAMES[(number - 1) % len(NAMES)],
        role=SiteRole.SATELLITE,
        district="",
        carrier="VNPT",
        contacts="",
        link=LinkState.LIVE,
        link_since_ms=NOW_MS - 4_000_000,
        controllable=True,
        microphone=closed_microphone(),
        line=LineView(
            quality=LineQuality.GOOD,
            loss_percent=0.1,
            jitter_ms=6,
            round_trip_ms=28,
            kilobits=92 + number * 7 % 17,
            packets_in_window=900,
            width=320,
            height=180,
            frames_per_second=8,
        ),
    )
    return msgspec.structs.replace(view, **changes)


def main_view(**changes: object) -> SiteView:
    view = site_view(1, site="main", name="Trung tâm hội nghị tỉnh", role=SiteRole.MAIN_ENDPOINT)
    return msgspec.structs.replace(view, **({"number": 0, "microphone": open_microphone()} | changes))


def line(number: int, seconds_ago: int, kind: str, site: int | None = None, **what: object) -> LogTailLine:
    site_text = site_id(site) if site is not None else None
    fields = {"kind": kind, **({"site": site_text} if site_text else {}), **what}
    return LogTailLine(number=number, wall_ms=NOW_MS - seconds_ago * 1000, kind=kind, site=site_text, what=fields)


@dataclass
class Scene:
    """A snapshot under construction: a site's view by its number, the other views by their keys."""

    sites: dict[int, SiteView] = field(default_factory=dict)
    views: dict[str, AnyView] = field(default_factory=dict)

    def change(self, number: int, **changes: object) -> None:
        self.sites[number] = msgspec.structs.replace(self.sites[number], **changes)

    def whole(self, number: int = 1) -> Whole:
        """Returns the snapshot."""
        sites: dict[str, AnyView] = {f"site/{view.site}": view for view in self.sites.values()}
        return Whole(number=number, views=sites | self.views)


def empty_session(sites: int = 36) -> Scene:
    """Returns sites that are expected, none connected, no session."""
    scene = Scene({number: site_view(number, link=LinkState.ABSENT, line=LineView()) for number in range(1, sites + 1)})
    for number in scene.sites:
        unknown = MicrophoneView(
            commanded=Fact.CLOSED, commanded_ms=None, reported=Fact.UNKNOWN, reported_ms=None,
            observed=Fact.UNKNOWN, observed_ms=None, may_open=False, violation=False,
        )  # fmt: skip
        scene.change(number, microphone=unknown, link_since_ms=None)
    scene.views = {
        "session": SessionView(running=False, expected_sites=sites, profile_name="Hồ sơ Đắk Lắk 1.0"),
        "silence": SilenceView(in_force=False),
        "podium": PodiumView(phase=PodiumPhase.IDLE),
        "on_deck": OnDeckView(),
        "floor": FloorView(),
        "engine": EngineView(up=True, incarnation=1),
        "log": LogView(),
    }
    return scene


def calm_meeting(sites: int = 36) -> Scene:
    """Returns an official session, all silent and confirmed, the main endpoint in the program."""
    scene = Scene({number: site_view(number) for number in range(1, sites + 1)})
    scene.views = {
        "site/main": main_view(),
        "session": SessionView(
            running=True,
            kind=SessionKind.OFFICIAL,
            title="Giao ban trực tuyến tỉnh – cấp xã",
            session="one",
            started_ms=NOW_MS - 5_077_000,
            connected_sites=sites,
            expected_sites=sites,
            profile_name="Hồ sơ Đắk Lắk 1.0",
        ),
        "silence": SilenceView(in_force=True, since_ms=NOW_MS - 780_000, confirmed=sites, wanted=sites),
        "podium": PodiumView(phase=PodiumPhase.IDLE, slots=("main",)),
        "on_deck": OnDeckView(),
        "floor": FloorView(),
        "engine": EngineView(up=True, incarnation=1),
        "log": LogView(lines=212, durable_lines=212),
    }
    return scene


def busy_meeting(sites: int = 36) -> Scene:
    """Returns the meeting of the reference pictures: one on the podium, one on deck, five requests, some trouble."""
    scene = calm_meeting(sites)
    _put_podium(scene)
    _put_queue(scene)
    _put_trouble(scene)
    scene.views["silence"] = SilenceView(
        in_force=True,
        since_ms=NOW_MS - 780_000,
        confirmed=sites - 2,
        wanted=sites,
        unconfirmed=(site_id(21), site_id(25)),
    )
    scene.views["session"] = msgspec.structs.replace(scene.views["session"], connected_sites=sites - 1)
    scene.views["log"] = LogView(lines=18_432, durable_lines=18_432, tail=log_tail())
    return scene


def speech_under_way(sites: int = 36) -> Scene:
    """Returns a calm session with one site on the podium, one on deck, five requests and nothing wrong."""
    scene = calm_meeting(sites)
    _put_podium(scene)
    _put_queue(scene)
    scene.views["log"] = LogView(lines=18_432, durable_lines=18_432, tail=log_tail())
    return scene


def _put_podium(scene: Scene) -> None:
    podium_line = LineView(
        quality=LineQuality.GOOD, loss_percent=0.0, jitter_ms=5, round_trip_ms=24, kilobits=1800,
        packets_in_window=4000, width=1280, height=720, frames_per_second=25,
    )  # fmt: skip
    scene.change(9, on_podium=True, microphone=open_microphone(), line=podium_line)
    deck_line = msgspec.structs.replace(scene.sites[14].line, kilobits=402, width=640, height=360)
    scene.change(14, on_deck=True, ready=True, line=deck_line)
    scene.views["podium"] = PodiumView(
        phase=PodiumPhase.ON_AIR,
        site=site_id(9),
        layout=Layout.PODIUM,
        slots=(site_id(9),),
        since_ms=NOW_MS - 260_000,
        can_return=True,
        last_connection_ms=184,
    )
    scene.views["on_deck"] = OnDeckView(
        site=site_id(14), since_ms=NOW_MS - 95_000, ready_ms=NOW_MS - 32_000,
        picture_ok=True, sound_ok=True, line_ok=True, preset_ok=True,
    )  # fmt: skip


def _put_queue(scene: Scene) -> None:
    asked = (
        (14, 400, "satellite"),
        (19, 295, "phone"),
        (2, 192, "satellite"),
        (31, 108, "script"),
        (11, 26, "satellite"),
    )
    requests = tuple(
        FloorRequest(
            request_id=f"r{number}",
            site=site_id(number),
            source=FloorSource(source),
            note="",
            asked_ms=NOW_MS - seconds * 1000,
        )
        for number, seconds, source in asked
    )
    scene.views["floor"] = FloorView(
        requests=requests, speaker=site_id(9), speech_started_ms=NOW_MS - 252_000, speech_limit_seconds=300
    )
    for place, (number, _, source) in enumerate(asked, start=1):
        scene.change(number, queue_place=place, queue_source=FloorSource(source))


def _put_trouble(scene: Scene) -> None:
    closed = closed_microphone()
    replace = msgspec.structs.replace
    scene.change(4, microphone=open_microphone(forgotten_since_ms=NOW_MS - 8_000))
    bad = {"quality": LineQuality.ERROR, "loss_percent": 7.4, "kilobits": 61, "worst": "loss"}
    scene.change(17, line=replace(scene.sites[17].line, **bad))
    scene.change(6, line=replace(scene.sites[6].line, quality=LineQuality.WARNING, loss_percent=2.8, worst="loss"))
    slow = {"quality": LineQuality.WARNING, "round_trip_ms": 340, "worst": "round_trip"}
    scene.change(29, line=replace(scene.sites[29].line, **slow))
    against = {"reported": Fact.OPEN, "observed": Fact.OPEN, "observed_ms": NOW_MS - 6_000, "violation": True}
    scene.change(21, microphone=replace(closed, **against))
    scene.change(30, microphone=replace(closed, reported_ms=NOW_MS - 14_000, observed=Fact.UNKNOWN, observed_ms=None))
    scene.change(25, link=LinkState.LOST, link_since_ms=NOW_MS - 134_000, attempts=3)
    scene.change(34, picture_old_since_ms=NOW_MS - 3_000)
    for alarm in (
        alarm_view(1, AlarmKind.LINE, (6,), 412, taken_by="Hà", taken_ms=NOW_MS - 372_000),
        alarm_view(2, AlarmKind.LINE, (29,), 250, taken_by="Hà", taken_ms=NOW_MS - 240_000),
        alarm_view(3, AlarmKind.SITE_LOST, (25,), 134),
        alarm_view(4, AlarmKind.LINE, (17,), 75, severity=Severity.ERROR),
        alarm_view(5, AlarmKind.MICROPHONE_FORGOTTEN, (4,), 8),
        alarm_view(6, AlarmKind.MICROPHONE_OPEN, (21,), 6),
        alarm_view(7, AlarmKind.PICTURE_OLD, (34,), 3),
        alarm_view(8, AlarmKind.LINE, (12,), 1_900, cleared_ms=NOW_MS - 1_700_000),
    ):
        scene.views[f"alarm/{alarm.alarm_id}"] = alarm


def alarm_view(number: int, kind: AlarmKind, sites: tuple[int, ...], seconds_ago: int, **changes: object) -> AlarmView:
    """Returns an alarm of these sites that nobody has taken; `changes` replace fields."""
    errors = {AlarmKind.SITE_LOST, AlarmKind.ENGINE_DOWN, AlarmKind.LOG_FAILING}
    view = AlarmView(
        alarm_id=f"a{number}",
        kind=kind,
        severity=Severity.ERROR if kind in errors else Severity.WARNING,
        sites=tuple(site_id(site) for site in sites),
        since_ms=NOW_MS - seconds_ago * 1000,
    )
    return msgspec.structs.replace(view, **changes)


def log_tail() -> tuple[LogTailLine, ...]:
    """Returns last lines of several kinds, oldest first."""
    person = {"person": "Hà", "role": "operator", "origin": "window"}
    return (
        line(18_414, 310, "command-asked", command_id="a", actor=person, what='{"do":"grant-floor","request_id":"r9"}'),
        line(
            18_415, 309, "preflight-ended", 9, passed=True, loss_per_mille=1, packets=900, sound_path=True, took_ms=80
        ),
        line(18_416, 308, "podium-taken", 9, layout="podium", waiting=False),
        line(18_417, 308, "podium-verified", 9, frame_ms=160, sound_ms=120, connection_ms=184),
        line(18_418, 252, "speech-started", 9, request_id="r9", at_wall_ms=NOW_MS - 252_000),
        line(18_419, 295, "floor-requested", 19, request_id="r19", source="phone", note="", at_wall_ms=0),
        line(18_420, 134, "site-left", 25, text="timeout"),
        line(18_421, 95, "on-deck-changed", 14),
        line(18_422, 32, "ready-given", 14),
        line(18_423, 26, "floor-requested", 11, request_id="r11", source="satellite", note="", at_wall_ms=0),
        line(18_424, 14, "opening-tried", 4),
        line(18_432, 6, "violation-seen", 21),
    )


def many_sites(sites: int = 100) -> Scene:
    """Returns the busy meeting with more sites, twelve of them lost behind one line."""
    scene = busy_meeting(sites)
    for number in range(49, 61):
        scene.change(number, link=LinkState.LOST, link_since_ms=NOW_MS - 134_000, attempts=2)
    scene.change(25, link=LinkState.ABSENT)
    del scene.views["alarm/a3"]
    scene.views["alarm/a9"] = alarm_view(
        9,
        AlarmKind.SITE_LOST,
        tuple(range(49, 61)),
        134,
        cause=CauseKind.CARRIER_IN_DISTRICT,
        branch="VNPT Krông Bông",
    )
    lost = tuple(site_id(number) for number in (21, 25, *range(49, 61)))
    scene.views["silence"] = msgspec.structs.replace(
        scene.views["silence"], confirmed=sites - len(lost), wanted=sites, unconfirmed=lost
    )
    scene.views["session"] = msgspec.structs.replace(scene.views["session"], connected_sites=sites - 13)
    return scene


def late_speech() -> Scene:
    """Returns the busy meeting with a speech over its time and a queue of every urgency."""
    scene = busy_meeting()
    replace = msgspec.structs.replace
    floor = scene.views["floor"]
    assert isinstance(floor, FloorView)
    urgent, yes = {"urgency": FloorUrgency.POINT_OF_ORDER}, {"approved_ms": NOW_MS - 40_000}
    changes = (urgent | yes, {"urgency": FloorUrgency.PRIORITY}, yes, {}, {})
    requests = tuple(replace(request, **change) for request, change in zip(floor.requests, changes, strict=True))
    scene.views["floor"] = replace(floor, requests=requests, speech_started_ms=NOW_MS - 332_000)
    scene.views["undo"] = UndoView(command={"do": "mute-site", "site": site_id(17)}, opens=True)
    return scene


DISTRICTS = ("Buôn Ma Thuột", "Krông Bông", "Ea H'leo", "Tuy Hòa", "Sông Cầu", "Đồng Xuân", "Lắk")
CARRIERS = ("VNPT", "Viettel", "MobiFone")


def with_districts(scene: Scene) -> Scene:
    """Returns a scene whose sites have a district, all but the last three, and one of three carriers."""
    for number in scene.sites:
        named = number <= len(scene.sites) - 3
        district = DISTRICTS[(number - 1) * len(DISTRICTS) // len(scene.sites)] if named else ""
        scene.change(number, district=district, carrier=CARRIERS[number % len(CARRIERS)])
    return scene


def every_alarm(sites: int = 36) -> Scene:
    """Returns a meeting in which every site carries some mark."""
    scene = busy_meeting(sites)
    replace = msgspec.structs.replace
    base = scene.sites[1].line
    for number in range(1, sites + 1):
        if number in {4, 6, 9, 14, 17, 21, 25, 29, 30, 34}:
            continue
        step = number % (6 if number <= 36 else 8)
        if step == 6 or number == 13:
            scene.change(number, microphone=replace(closed_microphone(), commanded_answer=Answer.REJECTED))
        elif step == 7 or number in {1, 19}:
            scene.change(number, rehearsal=RehearsalState.NOT_TESTED)
        elif step == 0:
            scene.change(number, line=replace(base, quality=LineQuality.ERROR, loss_percent=12.5, worst="loss"))
        elif step == 1:
            scene.change(number, line=replace(base, quality=LineQuality.WARNING, jitter_ms=41, worst="jitter"))
        elif step == 2:
            scene.change(number, microphone=replace(closed_microphone(), reported=Fact.OPEN, violation=True))
        elif step == 3:
            scene.change(number, link=LinkState.LOST, link_since_ms=NOW_MS - number * 9_000, attempts=number % 4)
        elif step == 4:
            scene.change(number, link=LinkState.OLD, link_since_ms=NOW_MS - 1_500)
        else:
            scene.change(
                number,
                controllable=False,
                microphone=replace(closed_microphone(), reported=Fact.UNKNOWN, reported_ms=None),
            )
    unconfirmed = tuple(site_id(number) for number in range(2, 36, 3))
    confirmed = sites - len(unconfirmed)
    scene.views["silence"] = replace(scene.views["silence"], confirmed=confirmed, unconfirmed=unconfirmed)
    scene.views["log"] = LogView(
        lines=18_500, durable_lines=18_432, failing=True, failure_text="disk full", tail=log_tail()
    )
    dropped = replace(scene.views["floor"], speaker_dropped_ms=NOW_MS - 4_000)
    scene.views["floor"] = dropped
    return scene
