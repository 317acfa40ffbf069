"""A whole console in a meeting that is to be disturbed: keeper, bridge, window, main room, light sites and a real site.

Rule: everything is started by its own command line and found again by itself; only the light sites' secrets are put
into the office store directly. Light sites come back by the real endpoint's rules for lost connections.
"""

import csv
import json
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from console.commands import StartSession
from console.log_book.office_store import OfficeStore
from console.office.typed_times import shown_moment
from console.words import MAIN_SITE, LinkState, SessionKind, SiteId
from tests.bench.light_orders import PeerPlan
from tests.bench.light_province import LightProvince
from tests.end_to_end.ad_hoc_registration import AD_HOC
from tests.end_to_end.meeting import Folder, Meeting, new_folder, operator
from tests.own_process import OwnProcess, until

OBSERVERS = 2
SOUND_ALWAYS = 4
"""So many sites send sound whatever they are told, as devices do: a gate that opens too early would be heard."""
PEER_PROCESSES = 3
START_SECONDS = 60.0
HOUR_MS = 3_600_000
CUES = 150


@dataclass
class KillStand:
    """What is killed, and what it is judged by."""

    folder: Folder
    meeting: Meeting
    province: LightProvince
    site_window: OwnProcess
    light: tuple[SiteId, ...]
    real_site: SiteId
    """A satellite that runs the program itself, as the main room does."""

    @property
    def sites(self) -> tuple[SiteId, ...]:
        """All sites of the meeting."""
        return (*self.light, MAIN_SITE, self.real_site)

    def all_live(self) -> bool:
        """Tells whether all sites are in the meeting, as a connected operator is shown it."""
        return self.meeting.client.connected and all(self.meeting.link(site) is LinkState.LIVE for site in self.sites)

    def attempts(self) -> dict[SiteId, int]:
        """Returns how often each site has joined in this session."""
        return {view.site: view.attempts for view in self.meeting.state.sites() if view.site in self.sites}

    def heard_since(self, moment: float) -> bool:
        """Tells whether any sound of others began at an observer after a moment (monotonic seconds)."""
        return any(hearing.began_seconds > moment for hearing in self.province.hearing.values())


@asynccontextmanager
async def kill_stand(root: Path, sites: int) -> AsyncGenerator[KillStand]:
    """Gives a running meeting of so many light sites, the main room and one site with its own program."""
    with new_folder(root, sites=sites + 1, fixed_ports=True) as folder:
        uid = register(folder, root, sites)
        console = folder.start()
        until("the bridge is up", folder.address, START_SECONDS, console)
        light = tuple(f"s{number:03d}" for number in range(1, sites + 1))
        window = _start_site_window(folder, sites + 1)
        async with operator(folder, session=False) as meeting:
            province = await LightProvince.start(folder.place(), _plans(folder, light), processes=PEER_PROCESSES)
            try:
                await meeting.do(StartSession(kind=SessionKind.OFFICIAL, meeting_uid=uid))
                await province.join_all(stays=True)
                stand = KillStand(folder, meeting, province, window, light, f"s{sites + 1:03d}")
                await meeting.until_live(stand.sites, START_SECONDS)
                yield stand
            finally:
                await province.close()


def register(folder: Folder, root: Path, sites: int) -> str:
    """Registers a meeting with a long script by the command line; returns its identifier."""
    form, script = root / "meeting.json", root / "script.csv"
    form.write_text(json.dumps(AD_HOC), encoding="utf-8")
    rows = [
        ("giờ", "nội dung", "người phát biểu", "điểm cầu", "bố cục"),
        *((f"+{cue}", f"Mục {cue}", "", str(cue % sites + 1), "") for cue in range(CUES)),
    ]
    with script.open("w", encoding="utf-8-sig", newline="") as sheet:
        csv.writer(sheet, delimiter=";").writerows(rows)
    start = shown_moment(time.time_ns() // 1_000_000 + HOUR_MS)
    uid = _run(folder, "meeting", "new", "--file", str(form), "--subject", "Giao ban", "--start", start)
    _run(folder, "script", "import", uid, str(script))
    return uid


def _run(folder: Folder, *arguments: str) -> str:
    ended = folder.run(*arguments)
    if ended.returncode:
        raise RuntimeError(ended.stderr)
    return ended.stdout.strip()


def _start_site_window(folder: Folder, number: int) -> OwnProcess:
    letter = folder.outputs / "letter.json"
    _run(folder, "invite", str(number), "--address", "127.0.0.1", "--out", str(letter))
    named = ["satellite", str(letter), "--data", str(folder.outputs / "site")]
    window = OwnProcess([*named, "--video", "test", "--audio", "test"], folder.outputs / "site-window.out")
    folder.processes.append(window)
    return window


def _plans(folder: Folder, sites: tuple[SiteId, ...]) -> list[PeerPlan]:
    plans: list[PeerPlan] = []
    with OfficeStore(folder.data.office_file) as office:
        for place, site in enumerate(sites):
            code = office.credentials.issue_invitation(site, (), "", 3600)
            plan = PeerPlan(
                site=site,
                number=place + 1,
                name=site,
                credential=office.credentials.redeem(code),
                observes=place < OBSERVERS,
                speaks=True,
                sounds_always=OBSERVERS <= place < OBSERVERS + SOUND_ALWAYS,
                tile_frames_per_second=4,
            )
            plans.append(plan)
    return plans
