"""A province under technical check: an engine and sites that answer tests of sound and line, each as told."""

from typing import Any

from console.checks.check_messages import (
    SiteLineTested,
    SiteSoundTested,
    TestSiteLine,
    TestSiteSound,
)
from console.checks.check_port import LineTested, SoundTested, TestLine, TestSound
from console.checks.check_words import CheckItem, CheckStage, StageScope
from console.effects import AnyEffect, SendToSite
from console.rules import Rules
from console.sites.site_messages import Hello
from console.words import RehearsalState, SessionKind, SiteId
from tests.console.province import Province

FULL = CheckStage(stage="T-1wd")
RUN = CheckStage(stage="T-30min", scope=StageScope.SPEAKERS, items=(CheckItem.SOUND_TO_SITE, CheckItem.PICTURE_SIZE))
RULES = Rules(check_stages=(FULL, RUN))


class Checked(Province):
    """A province whose engine and sites answer sound tests, each site with its own room and ears."""

    def __init__(self, satellites: int = 3, *, holds: bool = False, **traits: Any) -> None:
        """`holds`: tones last until `answer_tests`, and time."""
        self.holds, self._held = holds, list[Any]()
        self.tests: list[TestSound] = []
        self.rooms: dict[SiteId, float | None] = {}
        self.echoes: dict[SiteId, float] = {}
        self.returned: dict[SiteId, tuple[float, int]] = {}
        self.limits: dict[SiteId, float] = {}
        self.deaf: set[SiteId] = set()
        self.carries: dict[SiteId, tuple[int | None, int | None]] = {}
        """What each line carries up and down; None: it does not answer."""
        self.filled: list[tuple[SiteId, str, int]] = []
        super().__init__(satellites, rules=RULES, **traits)

    def begin(self, kind: SessionKind = SessionKind.REHEARSAL) -> "Checked":
        self.engine_up()
        for number in range(1, 4):
            site = f"s{number:03}"
            self.join(site)
            self.say(site, Hello(program="satellite", version="2", can_test_sound=True, can_test_line=True))
        self.start(kind)
        return self

    def start(self, kind: SessionKind) -> None:
        from console.commands import StartSession

        self.ask(StartSession(kind=kind, title="Tổng duyệt", meeting_uid="m1"))

    def _carry_out(self, effect: AnyEffect) -> None:
        super()._carry_out(effect)
        if isinstance(effect, TestSound):
            self.tests.append(effect)
            self._answer(self._tested(effect), held=effect.play_hertz is not None or effect.listen_hertz == 620)
        elif isinstance(effect, SendToSite) and isinstance(effect.message, TestSiteSound):
            site = self.sites.get(effect.site)
            if site is not None and site.obeys and effect.site not in self.deaf:
                heard = SiteSoundTested(request_id=effect.message.request_id, frames=75, tone_db=-17.2)
                self._answer(self._said(effect.site, heard), held=True)

        elif isinstance(effect, TestLine):
            self._fill(effect.site, "down", effect.most_kilobits, effect.request_id)
        elif isinstance(effect, SendToSite) and isinstance(effect.message, TestSiteLine):
            self._fill(effect.site, "up", effect.message.most_kilobits, effect.message.request_id)

    def _fill(self, site: SiteId, way: str, most: int, request_id: str) -> None:
        self.filled.append((site, way, most))
        up, down = self.carries.get(site, (5000, 5000))
        carried = up if way == "up" else down
        if not most or carried is None:
            return
        found: dict[str, Any] = {"request_id": request_id, "kilobits": min(carried, most), "full": carried < most}
        report = SiteLineTested(**found) if way == "up" else None
        answer = LineTested(at_ms=self.ms, site=site, **found) if report is None else self._said(site, report)
        self._answer(answer, held=True)

    def _answer(self, message: Any, *, held: bool) -> None:
        (self._held if self.holds and held else self._messages).append(message)

    def answer_tests(self) -> None:
        """Lets the tones that still sound be over."""
        held, self._held = self._held, []
        self.tell(*held)

    def _said(self, site: SiteId, message: Any) -> Any:
        from console.events import SiteSaid

        return SiteSaid(site=site, connection=self.sites[site].connection, message=message)

    def _tested(self, verb: TestSound) -> SoundTested:
        peak_db = self.rooms.get(verb.site, -30.0)
        tone_db = None
        if verb.play_hertz is not None:
            tone_db = self.echoes.get(verb.site)
        elif verb.listen_hertz is not None:
            tone_db = -17.4
        echo = self.returned.get(verb.site, (None, None)) if verb.play_hertz is not None else (None, None)
        return SoundTested(
            at_ms=self.ms,
            request_id=verb.request_id,
            site=verb.site,
            frames=0 if peak_db is None else 100,
            level_db=peak_db,
            peak_db=peak_db,
            tone_db=tone_db,
            echo_loss_db=echo[0],
            echo_delay_ms=echo[1],
            echo_limit_db=self.limits.get(verb.site),
        )

    def newest(self, site: SiteId, stage: str = "T-1wd") -> dict[CheckItem, Any]:
        sheet = self.state.durable.sheets.get(f"{stage}/{site}")
        return {} if sheet is None else {item: marks[-1] for item, marks in sheet.marks.items()}

    def badge(self, site: SiteId) -> RehearsalState:
        return self.views[f"site/{site}"].rehearsal
