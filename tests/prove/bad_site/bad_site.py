"""A site that sends garbage in a running meeting: it is named and contained, and nobody else's meeting is any worse.

Rule: each attack comes from a site of its own, in a process of its own at lower priority, whose CPU time is printed
beside. What others see and how quickly commands are carried out is measured just before each attack and during it, on
the same machine in the same minute.
"""

import asyncio
import os
import sys
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec
import psutil

from console.commands import BringToPodium, LiftSilence, MuteAll
from console.engine_port import SetViews, TileView
from console.snapshot import AlarmView
from console.words import MAIN_SITE, AlarmKind, LinkState, SiteId
from hardware.link.frame_slots import FrameReader
from tests.bench.live_meeting import LiveMeeting, live_meeting
from tests.bench.measure import percentile
from tests.own_process import ROOT
from tests.prove.bad_site.attacks import NAMED, OF_CONDUCT, Attack, AttackOrder
from tests.prove.proof import Outcome, Proof

OTHERS = 12
WINDOW_SECONDS = 20.0
SHORT_ATTACKS = (Attack.FLOOD, Attack.SIZES)
SHORT_OTHERS, SHORT_SECONDS = 3, 2.0
NAMED_SECONDS, RETURN_SECONDS, JOIN_SECONDS = 15.0, 45.0, 60.0
END_SECONDS = 60.0
"""For an attacker that yields to everybody else and has much to close."""
SHORT_ATTACK_SECONDS = 60.0
"""At most: a shortened instance ends when both are named, however busy the machine is."""
PAUSE_SECONDS = 0.6
"""The same command again within 500 ms is refused."""
WORSE = 1.2
"""How much worse others may be."""
NOISE_MS = 10.0
"""A command's answer is a few milliseconds' work: differences below this are the machine's."""
TILE = (320, 180)


@dataclass(frozen=True, slots=True)
class Look:
    """What others had within one window; latencies are medians, in milliseconds from command to receipt."""

    frames_per_second: float
    """Of the tiles of all others, on average."""
    slowest_frames_per_second: float
    mute_ms: float
    podium_ms: float


@dataclass(frozen=True, slots=True)
class Case:
    """One attack and what came of it."""

    attack: Attack
    before: Look
    during: Look
    named_seconds: float | None
    """From the beginning of the attack to the alarm that names the site; None: never."""
    back_seconds: float | None
    """From its end until the site was taken back."""
    attacker_cores: float
    wrong: tuple[str, ...] = ()


def bad_site(share: float) -> Outcome:
    """Runs every attack, or two of them at once in a shortened instance."""
    return asyncio.run(_all() if share >= 0.1 else _short())


async def _all() -> Outcome:
    attacks = tuple(Attack)
    cases: list[Case] = []
    async with live_meeting(OTHERS + len(attacks)) as meeting:
        others, bad = _sides(meeting, len(attacks))
        watch = Watch(meeting, others)
        for attack, site in zip(attacks, bad, strict=True):
            cases.append(await _case(meeting, watch, attack, site))
            say(cases[-1])
    facts = {"sites": OTHERS + len(attacks) + 1, "window_seconds": WINDOW_SECONDS, "each": [asdict(c) for c in cases]}
    return Outcome(facts, _faults(cases), _table(cases))


async def _short() -> Outcome:
    async with live_meeting(SHORT_OTHERS + len(SHORT_ATTACKS)) as meeting:
        others, bad = _sides(meeting, len(SHORT_ATTACKS))
        watch, named = Watch(meeting, others), dict[SiteId, float | None]()
        began = time.monotonic()
        pairs = tuple(zip(SHORT_ATTACKS, bad, strict=True))
        async with (
            attacker(meeting, pairs[0], SHORT_ATTACK_SECONDS) as first,
            attacker(meeting, pairs[1], SHORT_ATTACK_SECONDS) as second,
        ):
            began = time.monotonic()
            first.begin()
            second.begin()
            during = await watch.look(SHORT_SECONDS)
            for attack, site in pairs:
                named[site] = await _until_named(meeting, site, NAMED[attack], began, SHORT_ATTACK_SECONDS)
        wrong = _wrong_names(meeting, set(bad))
        missing = [f"{attack}: never named" for attack, site in pairs if named[site] is None]
        facts = {"during": asdict(during), "named": named, "failed": meeting.province.failed}
    return Outcome(facts, (*wrong, *missing))


def _sides(meeting: LiveMeeting, attackers: int) -> tuple[list[SiteId], list[SiteId]]:
    """Returns the others and the sites that will do harm, which take the place of the last light sites."""
    sites = [site.site for site in meeting.product.sites if site.site != MAIN_SITE]
    return sites[:-attackers], sites[-attackers:]


async def _case(meeting: LiveMeeting, watch: "Watch", attack: Attack, site: SiteId) -> Case:
    async with attacker(meeting, (attack, site), WINDOW_SECONDS) as one:
        before = await watch.look(WINDOW_SECONDS)
        used, began = one.processor_seconds(), time.monotonic()
        one.begin()
        naming = asyncio.create_task(_until_named(meeting, site, NAMED[attack], began))
        during = await watch.look(WINDOW_SECONDS)
        cores = (one.processor_seconds() - used) / (time.monotonic() - began)
        named = await naming
        await one.ended()
        back = await _until_back(meeting, site)
        wrong = (*_wrong_names(meeting, {site}), *watch.lost())
    return Case(attack, before, during, named, back, round(cores, 2), wrong)


# ---------------------------------------------------------------- what others have


class Watch:
    """Measures what the others see and how quickly commands are carried out."""

    def __init__(self, meeting: LiveMeeting, others: Sequence[SiteId]) -> None:
        self._meeting, self._others, self._turns = meeting, others, 0
        self._reader = FrameReader(Path(meeting.address.frames_folder))
        tiles = tuple(TileView(site=site, width=TILE[0], height=TILE[1]) for site in others)
        meeting.client.show_views(SetViews(tiles=tiles, program_width=640, program_height=360))

    async def look(self, seconds: float) -> Look:
        """Gives commands for so long and counts pictures meanwhile."""
        before, began = self._pictures(), time.monotonic()
        mute: list[float] = []
        podium: list[float] = []
        while time.monotonic() - began < seconds:
            # Always the other one of two: who is there already needs no bringing.
            self._turns += 1
            podium.append(await self._timed(BringToPodium(site=self._others[self._turns % 2])))
            await asyncio.sleep(PAUSE_SECONDS)
            mute.append(await self._timed(MuteAll()))
            await self._meeting.ask(LiftSilence(), lenient=True)
            await asyncio.sleep(PAUSE_SECONDS)
        passed = time.monotonic() - began
        after = self._pictures()
        rates = [(after[site] - before[site]) / passed for site in self._others if site not in self._others[:2]]
        return Look(
            round(sum(rates) / len(rates), 2),
            round(min(rates), 2),
            round(percentile(mute, 0.5), 1),
            round(percentile(podium, 0.5), 1),
        )

    async def _timed(self, command: BringToPodium | MuteAll) -> float:
        asked = time.monotonic()
        await self._meeting.ask(command, lenient=True)
        return (time.monotonic() - asked) * 1000

    def _pictures(self) -> dict[SiteId, int]:
        pictures = {site: self._reader.latest(f"tile/{site}") for site in self._others}
        return {site: 0 if picture is None else picture.sequence for site, picture in pictures.items()}

    def lost(self) -> list[str]:
        """Returns the others that are not in the meeting any more."""
        links = {view.site: view.link for view in self._meeting.state.sites()}
        return [f"{site} is {links[site]}" for site in self._others if links[site] is not LinkState.LIVE]


# ---------------------------------------------------------------- who is named


def _alarms(meeting: LiveMeeting) -> list[AlarmView]:
    return [view for view in meeting.state.views.values() if isinstance(view, AlarmView)]


def _stands(meeting: LiveMeeting, site: SiteId) -> set[AlarmKind]:
    return {alarm.kind for alarm in _alarms(meeting) if alarm.cleared_ms is None and site in alarm.sites} & OF_CONDUCT


def _wrong_names(meeting: LiveMeeting, bad: set[SiteId]) -> list[str]:
    """Returns who was named for what others did; alarms of attacks before are over and named who did it."""
    return [
        f"{alarm.kind} names {', '.join(alarm.sites)}"
        for alarm in _alarms(meeting)
        if alarm.kind in OF_CONDUCT and alarm.cleared_ms is None and not set(alarm.sites) <= bad
    ]


async def _until_named(
    meeting: LiveMeeting, site: SiteId, kinds: frozenset[AlarmKind], began: float, within: float = NAMED_SECONDS
) -> float | None:
    while kinds and time.monotonic() - began < within:
        if _stands(meeting, site) & kinds:
            return round(time.monotonic() - began, 2)
        await asyncio.sleep(0.05)
    return None


async def _until_back(meeting: LiveMeeting, site: SiteId) -> float | None:
    began = time.monotonic()
    while _stands(meeting, site):
        if time.monotonic() - began > RETURN_SECONDS:
            return None
        await asyncio.sleep(0.1)
    return round(time.monotonic() - began, 1)


# ---------------------------------------------------------------- the attacker's process


class AttackerProcess:
    """An attacker that has joined; made by `attacker`."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._seen = psutil.Process(process.pid)

    def begin(self) -> None:
        """Lets it do its harm."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"begin\n")

    async def said(self, word: str, seconds: float) -> None:
        """Waits until it says a word; raises `TimeoutError` or `ConnectionError`."""
        assert self._process.stdout is not None
        async with asyncio.timeout(seconds):
            while line := await self._process.stdout.readline():
                if line.decode().startswith(word):
                    return
        raise ConnectionError(f"the attacker ended before it said {word!r}")

    async def ended(self) -> None:
        """Waits until its time is over."""
        await self.said("ended", END_SECONDS)

    def processor_seconds(self) -> float:
        """Returns the CPU time it has used."""
        times = self._seen.cpu_times()
        return times.user + times.system


@asynccontextmanager
async def attacker(
    meeting: LiveMeeting, what: tuple[Attack, SiteId], seconds: float
) -> AsyncGenerator[AttackerProcess]:
    """Gives an attacker that has joined in the place of a light site, and ends it."""
    attack, site = what
    place = meeting.product.place(meeting.address)
    order = AttackOrder(
        urls=place.urls,
        fingerprint=place.fingerprint,
        site=site,
        number=meeting.number_of(site),
        credential=meeting.product.secrets[site],
        attack=attack,
        seconds=seconds,
    )
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-m", "tests.prove.bad_site.attacker")
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdin=pipe, stdout=pipe)
    try:
        assert process.stdin is not None
        process.stdin.write(msgspec.json.encode(order) + b"\n")
        one = AttackerProcess(process)
        await one.said("joined", JOIN_SECONDS)
        yield one
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


# ---------------------------------------------------------------- judging


def _faults(cases: Sequence[Case]) -> tuple[str, ...]:
    return tuple(f"{case.attack}: {text}" for case in cases for text in _faults_of(case))


def _faults_of(case: Case) -> list[str]:
    before, during, wrong = case.before, case.during, list(case.wrong)
    if NAMED[case.attack] and case.named_seconds is None:
        wrong.append(f"its site was not named within {NAMED_SECONDS:g} s")
    if case.back_seconds is None:
        wrong.append(f"its site was not taken back within {RETURN_SECONDS:g} s of good conduct")
    if during.frames_per_second * WORSE < before.frames_per_second:
        wrong.append(f"others had {during.frames_per_second} instead of {before.frames_per_second} pictures a second")
    for name, then, now in (
        ("mute all", before.mute_ms, during.mute_ms),
        ("podium", before.podium_ms, during.podium_ms),
    ):
        if now > WORSE * then + NOISE_MS:
            wrong.append(f"{name} took {now} instead of {then} ms")
    return wrong


def _table(cases: Sequence[Case]) -> str:
    lines = [
        "| attack | named after | taken back after | pictures a second (slowest) | mute all | podium | attacker |",
        "|---|---|---|---|---|---|---|",
    ]
    for case in cases:
        before, during = case.before, case.during
        lines.append(
            f"| {case.attack} | {_seconds(case.named_seconds) if NAMED[case.attack] else 'nobody to name'} "
            f"| {_seconds(case.back_seconds)} "
            f"| {before.frames_per_second} → {during.frames_per_second} ({during.slowest_frames_per_second}) "
            f"| {before.mute_ms} → {during.mute_ms} ms | {before.podium_ms} → {during.podium_ms} ms "
            f"| {case.attacker_cores} cores |"
        )
    return "\n".join(lines)


def _seconds(seconds: float | None) -> str:
    return "never" if seconds is None else f"{seconds} s"


def say(case: Case) -> None:
    """Tells on the go what came of an attack, and how busy the machine is."""
    wrong = "; ".join(_faults_of(case)) or "held"
    sys.stderr.write(f"{case.attack}: {wrong} (load {os.getloadavg()[0]:.1f})\n")
    sys.stderr.flush()


BAD_SITE = Proof(
    "bad-site",
    "A site that sends garbage is named, cut off and taken back; others' frame rate and commands stay within 20 %.",
    bad_site,
    minutes=9,
)
